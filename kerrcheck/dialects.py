"""Dialects: how data sets write events, sexes, rounds, scopes and teams, by the packs and `datasets.toml`."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from kerrcheck.identity import slug
from kerrcheck.text import fold


class Dialects:
    """How data sets write events, sexes, rounds and teams: the packs' words, then `datasets.toml`."""

    def __init__(self, data: Path, packs: dict[str, Any]) -> None:
        told = tomllib.loads((data / "datasets.toml").read_text("utf-8"))
        self.calendar: dict[str, Any] = told["calendar"]
        self.events = {row[0]: row for row in packs["events"]}
        self._events = {bare(name): row[0] for row in packs["events"] for name in (row[0], *row[1])}
        self._events |= {bare(name): event for name, event in told["events"].items()}
        self._sexes: dict[str, str] = told["sexes"]
        self._rounds: dict[str, str] = told["rounds"]
        self.teams: dict[str, str] = told["teams"]
        self._series: dict[str, str] = told["series"]
        self._sources: dict[str, str] = told["sources"]
        self._areas: dict[str, str] = told["areas"]
        self._scopes: dict[str, str] = told["scopes"]
        self._codes: dict[str, str] = told["codes"]
        self._short: str = told["short"]["ending"]

    def short(self, text: str) -> tuple[str, bool]:
        """A name of an event without what says that it is on a short track, and whether it was there."""
        low = fold(text).strip()
        return low.removesuffix(self._short).strip(), low.endswith(self._short)

    def code(self, text: str) -> str | None:
        """The id of an event by the code of a record list."""
        return self._codes.get(text.strip())

    def area(self, text: str) -> str | None:
        """The code of an area by its number in a record list."""
        return self._areas.get(text.strip()) if text.strip().isdigit() else None

    def scope(self, text: str) -> str | None:
        """The scope of records that words name."""
        said = f" {fold(text)} "
        area = next((f"area:{code}" for word, code in self._areas.items() if not word.isdigit() and f" {word} " in said), None)
        return area or next((scope for word, scope in sorted(self._scopes.items(), reverse=True) if f" {word} " in said), None)

    def source(self, path: Path) -> str:
        """The id of the source that a file is: the one that is told of its path, else its name with its folder's."""
        whole = path.resolve().as_posix()
        told = (name for pattern, name in self._sources.items() if fnmatch(whole, pattern))
        return next(told, slug(f"{path.parent.name} {path.name.split('.')[0]}"))

    def series(self, kind: str) -> str:
        """The series that a kind of data set is about."""
        return self._series[kind]

    def event(self, text: str) -> str | None:
        """The id of an event as a data set calls it."""
        return self._events.get(bare(text))

    def sex(self, text: str) -> str | None:
        """One of men, women, mixed."""
        return self._sexes.get(bare(text))

    def round(self, text: str) -> str | None:
        """The kind of round that letters or words mean."""
        return self._rounds.get(fold(text).strip())

    def unit(self, event: str) -> str:
        """What an event is measured in."""
        return str(self.events[event][2]) if event in self.events else "s"


def bare(text: str) -> str:
    """A name of an event without what writers differ in."""
    return "".join(c for c in fold(text) if c.isalnum())

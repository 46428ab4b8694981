"""Starts: an athlete or a team in a contest, as a row of any data set of results tells it, and the items that it makes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import json

from kerrcheck.entity import Contest
from kerrcheck.fact import Assertion, Evidence, Source
from kerrcheck.sources import Athlete, Item, Register, Sighting, Trouble
from kerrcheck.sources._outing import outing


class Start(NamedTuple):
    """One start. `team` is a relay team's name; `said` are predicates and values; `place` is `line:column` of the name."""

    athlete: Athlete
    contest: Contest
    said: dict[str, str | None]
    line: int
    team: str = ""
    flags: tuple[str, ...] = ()
    runners: tuple[Athlete, ...] = ()


def surveyed(starts: Iterable[Start | Trouble], source: Source, file: str) -> Iterator[Sighting]:
    """Whom starts name; the source with the last day of any of them where it says none itself."""
    newest = ""
    for start in starts:
        if isinstance(start, Start):
            newest = max(newest, start.contest.day or "")
            for athlete in start.runners if start.team else (start.athlete,):
                yield athlete._replace(source=source.id, file=file)
    yield source._replace(complete_to=source.complete_to or newest or None)


def items(starts: Iterable[Start | Trouble], register: Register, source: str, path: Path) -> Iterator[Item]:
    """Everything that starts say, with the ids that the register gives."""
    told: set[str] = set()
    for start in starts:
        if isinstance(start, Trouble):
            yield start
            continue
        if start.contest.key not in told:
            told.add(start.contest.key)
            yield start.contest
        yield from _said(start, register, Evidence(source, f"{path.name}:{start.line}"), path)
        yield from register.fresh()


def _said(start: Start, register: Register, evidence: Evidence, path: Path) -> Iterator[Item]:
    """What one start says."""
    who = register.team(start.team, start.athlete.nation or "") if start.team else register.person(start.athlete)
    key = start.contest.key
    if who is None:
        yield unsure(path, start.line, start.athlete.name)
        return
    detail = json.encode({"flags": start.flags}).decode() if start.flags else None
    yield from outing(who, key, evidence, start.said, detail)
    runners = [register.person(runner) for runner in start.runners]
    if runners and all(runners):
        yield Assertion(who, "legs", ",".join(filter(None, runners)), key, evidence=evidence)
        yield from (Assertion(runner, "team", who, key, evidence=evidence) for runner in runners if runner)


def unsure(path: Path, line: int, name: str) -> Trouble:
    """A row whose name may mean either of two people."""
    return Trouble(f"{path}:{line}:1: expected somebody of whom there is one, found {name[:80]!r}, which may mean several people")

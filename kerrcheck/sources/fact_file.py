"""Fact files: TOML that a person may read and mend, one file for each competition, scope of records or letter of names."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from kerrcheck.entity import Edition, Person
from kerrcheck.fact import Ruling, Source
from kerrcheck.sources import Item
from kerrcheck.sources._competitions import competitions
from kerrcheck.sources._people import people
from kerrcheck.sources._records import bests, records
from kerrcheck.sources._results import results
from kerrcheck.sources._sheet import Day, Sheet, iso
from kerrcheck.sources._world import cities, nations, organisations, venues

CURATED = True


class _Source(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    publisher: str | None = None
    date: Day = None
    complete_to: Day = None
    tier: int = 2
    derived_from: str | None = None
    note: str | None = None


class _About(msgspec.Struct, forbid_unknown_fields=True):
    subject: str
    predicate: str
    contest: str | None = None
    day: Day = None


class _Ruling(msgspec.Struct, forbid_unknown_fields=True):
    about: _About
    value: str | int
    by: str
    day: Day
    reason: str


class _SourceFile(msgspec.Struct, forbid_unknown_fields=True):
    source: dict[str, _Source] = {}


class _RulingFile(msgspec.Struct, forbid_unknown_fields=True):
    ruling: list[_Ruling] = []


def _sources(sheet: Sheet) -> Iterator[Item]:
    for key, s in sheet.convert(sheet.tables, _SourceFile, "", 1).source.items():
        yield Source(key, s.title, s.publisher, iso(s.date), iso(s.complete_to), s.tier, s.derived_from)


def _rulings(sheet: Sheet) -> Iterator[Item]:
    for index, r in enumerate(sheet.convert(sheet.tables, _RulingFile, "", 1).ruling):
        about, locator = r.about, f"{sheet.name}:{sheet.line('ruling', index)}"
        made = iso(r.day) or ""
        ruling = Ruling(about.subject, about.predicate, str(r.value), r.by, made, r.reason, about.contest, iso(about.day), locator)
        yield from _described(ruling)
        yield ruling


def _described(ruling: Ruling) -> Iterator[Item]:
    """What a ruling changes of a description, from which texts are read: how a name is written, the days of an edition."""
    year, _, series = ruling.subject.partition("-")
    if ruling.predicate == "name":
        given, _, family = ruling.value.partition(" ")
        yield Person(ruling.subject, ruling.value, family or given, given if family else "")
    elif ruling.predicate in ("start", "end") and year.isdecimal():
        days = (ruling.value, None) if ruling.predicate == "start" else (None, ruling.value)
        yield Edition(ruling.subject, series, int(year), "", *days)


_FILES: dict[str, Callable[[Sheet], Iterator[Item]]] = {
    "sources": _sources,
    "rulings": _rulings,
    "nations": nations,
    "cities": cities,
    "venues": venues,
    "organisations": organisations,
}
_FOLDERS: dict[str, Callable[[Sheet], Iterator[Item]]] = {
    "competitions": competitions,
    "people": people,
    "results": results,
    "records": records,
    "bests": bests,
    "nations": nations,
    "cities": cities,
    "venues": venues,
    "organisations": organisations,
}


def _reader(path: Path) -> Callable[[Sheet], Iterator[Item]] | None:
    """What reads a file, by its folder or its name."""
    return _FOLDERS.get(path.parent.name) or _FILES.get(path.stem)


def accepts(path: Path) -> bool:
    """Whether this is a fact file."""
    return path.suffix == ".toml" and _reader(path) is not None


def read(path: Path) -> Iterator[Item]:
    """Everything that a fact file says."""
    reader = _reader(path)
    return reader(Sheet(path)) if reader else iter(())

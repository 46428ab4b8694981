"""Record lists: who held which record when the list was taken, and histories of such lists.

Lists come with one row for each event, by nation or area or for one scope that the file's name tells. A row without a name takes it
from a row of the same file on the same mark and day; where none has one, it is reported.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import json

from kerrcheck.entity import Listing
from kerrcheck.fact import Assertion, Evidence, Source
from kerrcheck.sources import Athlete, Item, Register, Sighting, Trouble, _cells
from kerrcheck.sources._days import day as whole_day
from kerrcheck.sources._days import iso
from kerrcheck.sources._register import register
from kerrcheck.sources._starts import unsure
from kerrcheck.sources._table import Row, bare_suffix, heading, rows, stem
from kerrcheck.sources._venues import is_state, place_of
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

__all__ = ["accepts", "read", "register", "survey"]

_COLUMNS = (
    ("discipline", "distance"), ("result", "perf", "time"), ("date",), ("nation", "country", "nationality"), ("venue", "location"),
    ("type",),
    ("sex",), ("environment",), ("firstname",), ("lastname",), ("competitor", "athlete"), ("yob", "dob"), ("venue country", "venuecountry"),
    ("last_seen",),
)  # fmt: skip
_NEEDED = 4
_SHORT = "indoor"
_RELAY = "x"
_NATIONAL = "national"


class _Record(NamedTuple):
    """A row, read: the scope with what it is for, the mark, and who holds it (no name: a team)."""

    scope: str
    event: str
    sex: str
    mark: str
    day: str
    athlete: Athlete
    town: str
    country: str
    line: int
    seen: str

    @property
    def key(self) -> tuple[str, ...]:
        """The same record in another row."""
        return (self.scope, self.event, self.sex, self.mark, self.day, self.athlete.nation or "")


def accepts(path: Path) -> bool:
    """Whether this is such a list, by its columns."""
    head = set(heading(path, _delimiter(path))) if bare_suffix(path) == ".csv" else set()
    named = bool(head & {"lastname", "competitor", "athlete"}) and "rank" not in head
    return named and all(head & set(names) for names in _COLUMNS[:_NEEDED])


def _delimiter(path: Path) -> str:
    """Commas or semicolons, whichever part the first line."""
    return ";" if len(heading(path, ";")) > len(heading(path)) else ","


def survey(path: Path, register: Register) -> Iterator[Sighting]:
    """Whom the list names."""
    source, newest = register.source(path), ""
    for record in _records(path, register):
        if isinstance(record, _Record):
            newest = max(newest, record.day, record.seen)
            if record.athlete.name and not _team(record):
                yield record.athlete._replace(source=source, file=path.name)
    yield Source(source, path.name, None, newest or None, newest or None)


def read(path: Path, register: Register) -> Iterator[Item]:
    """Every record of the list, once."""
    source, told, listed = register.source(path), set[tuple[str, ...]](), set[tuple[str, str]]()
    found = (record for record in _records(path, register) if isinstance(record, _Record))
    named = {record.key: record for record in found if record.athlete.name or _team(record)}
    for record in _records(path, register):
        if isinstance(record, Trouble):
            yield record
            continue
        if record.key in told:
            continue
        told.add(record.key)
        yield from _said(path, named.get(record.key, record), register, source)
        yield from register.fresh()
        listed.add((f"record:{record.scope}", Setting(event=record.event, sex=record.sex).key()))
    yield from (Listing(predicate, key, None, None, source) for predicate, key in sorted(listed))


def _team(record: _Record) -> bool:
    """Whether a relay team holds a record."""
    return _RELAY in record.event[:2]


def _said(path: Path, record: _Record, register: Register, source: str) -> Iterator[Item]:
    """A record's assertion, or what is wrong with its holder."""
    athlete = record.athlete
    if _team(record):
        who: str | None = register.team(athlete.nation or athlete.name, athlete.nation or "")
    elif not athlete.name:
        yield Trouble(f"{path}:{record.line}:1: expected the holder's name in this row or another on the same mark and day, found none")
        return
    else:
        who = register.person(athlete)
    if who is None:
        yield unsure(path, record.line, athlete.name)
        return
    told = {"city": register.city(record.town, record.country) if record.town and record.country else None, "nation": athlete.nation}
    detail = json.encode({name: value for name, value in told.items() if value}).decode()
    key, evidence = Setting(event=record.event, sex=record.sex).key(), Evidence(source, f"{path.name}:{record.line}")
    yield Assertion(who, f"record:{record.scope}", record.mark, key, record.day, evidence=evidence, detail=detail)


def _records(path: Path, register: Register) -> Iterator[_Record | Trouble]:
    """The rows of a list."""
    for row in rows(path, _COLUMNS, _delimiter(path), needed=_NEEDED):
        yield _read(path, row, register) if isinstance(row, Row) else row


def _read(path: Path, row: Row, register: Register) -> _Record | Trouble:
    """One row."""
    discipline, result, date, nation, venue, kind, sex, environment, given, family, name, born, country, seen = row.cells
    words = stem(path).replace("_", " ").replace("-", " ")
    bare, short = register.short(discipline)
    event = register.code(discipline) or register.event(bare)
    told = register.sex(sex) or next((known for word in words.split() if (known := register.sex(word))), None)
    code, day, spot = register.code_of(nation), whole_day(date), place_of(venue)
    scope, mark = _scope(kind, words, code or "", register), _mark(result, register.unit(event or ""))
    checks = (
        (0, bool(event), "an event on record"), (1, bool(mark), "a mark such as 3:26.00"), (2, bool(day), "a day such as 1998-07-14"),
        (3, bool(code) or not nation, "a nation's code or name"),
        (5, bool(scope), "a nation, an area or a scope"), (6, bool(told), "a sex, here or in the file's name"),
        (3, not scope or not scope.startswith("national:") or _home(scope, code or "", register), f"a holder for {scope}"),
    )  # fmt: skip
    wrong = next(((column, expected) for column, good, expected in checks if not good), None)
    if wrong or not (event and day and told and scope):
        return _trouble(path, row, *(wrong or (0, "a record")))
    whole = " ".join((name or f"{given} {family}").split())
    athlete = Athlete(whole, family, given, iso(born), code, told, day, event)
    place = (spot.town, spot.country) if spot else ("" if is_state(venue) else venue, country)
    inside = short or environment.lower() == _SHORT
    return _Record(f"{scope}:{_SHORT}" if inside else scope, event, told, mark, day, athlete, *place, row.line, whole_day(seen) or "")


def _home(scope: str, nation: str, register: Register) -> bool:
    """Whether a holder's nation may hold a nation's record."""
    return not nation or register.kin(scope.partition(":")[2], nation)


def _scope(kind: str, words: str, holder: str, register: Register) -> str | None:
    """The scope of a row's type: an area's number, a nation's code; else what the file's name tells."""
    if area := register.area(kind):
        return f"area:{area}"
    if kind.isalpha() and (nation := register.nation(kind)):
        return f"{_NATIONAL}:{nation}"
    if _NATIONAL in words:
        return f"{_NATIONAL}:{holder}" if holder and not kind else None
    return register.scope(words)


def _mark(text: str, unit: str) -> str:
    """A mark as it is written here: lengths with two decimals, seconds as minutes."""
    found = parse(_cells.plain(text.strip()), unit)
    if not found:
        return ""
    if unit == "m":
        return found._replace(precision=2).text()
    return found.text()


def _trouble(path: Path, row: Row, column: int, expected: str) -> Trouble:
    head = heading(path, _delimiter(path))
    place = next((head.index(name) for name in _COLUMNS[column] if name in head), 0) + 1
    return Trouble(f"{path}:{row.line}:{place}: expected {expected}, found {row.cells[column][:80]!r}")

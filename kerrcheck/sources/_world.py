"""World files: nations, cities, venues and organisations, and how each is called."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from kerrcheck.entity import Name, Place
from kerrcheck.fact import Assertion
from kerrcheck.sources import Item
from kerrcheck.sources._sheet import Day, Sheet, iso, listed

_Sources = str | list[str] | None


class _Nation(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    source: _Sources = None
    names: list[str] = []
    adjectives: list[str] = []
    demonyms: list[str] = []
    plurals: list[str] = []
    area: str | None = None
    start: Day = msgspec.field(default=None, name="from")
    to: Day = None
    successor: list[str] = []
    predecessor: list[str] = []
    parts: list[str] = []
    part_of: str | None = None
    codes: list[str] = []


class _City(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    source: _Sources = None
    country: str | None = None
    names: list[str] = []
    timezone: str | None = None
    near: list[str] = []


class _Venue(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    source: _Sources = None
    city: str | None = None
    names: list[str] = []


class _OldName(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    since: Day = None
    until: Day = None


class _Organisation(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    source: _Sources = None
    names: list[str | _OldName] = []
    since: Day = None
    until: Day = None


def _said(sheet: Sheet, key: str, source: _Sources, **said: str | None) -> Iterator[Assertion]:
    """What an entry says that can be true or not, by each of its sources."""
    for one in listed(source or []):
        evidence = sheet.evidence(one, sheet.line(key))
        yield from (Assertion(key, predicate, value, evidence=evidence) for predicate, value in said.items() if value)


def nations(sheet: Sheet) -> Iterator[Item]:
    """Nations by code; a demonym that is another one and an s is its plural."""
    for code, table in sheet.tables.items():
        n = sheet.convert(table, _Nation, f"[{code}]", sheet.line(code))
        lists = {"adjectives": n.adjectives, "demonyms": [*n.demonyms, *n.plurals], "parts": n.parts, "successor": n.successor}
        texts = {"area": n.area, "part_of": n.part_of, "from": iso(n.start), "to": iso(n.to)}
        extra: dict[str, Any] = {key: tuple(value) for key, value in {**lists, "predecessor": n.predecessor}.items() if value}
        extra.update((key, value) for key, value in texts.items() if value)
        yield Place(code, "nation", n.name, extra=extra)
        yield from _said(sheet, code, n.source, name=n.name)
        yield from _named("nation", code, n.name, n.names)
        yield from (Name("nation", code, text, "code") for text in (code, *n.codes))
        yield from (Name("nation", code, text, "adjective") for text in n.adjectives)
        yield from (Name("nation", code, text, _number(text, n.demonyms)) for text in n.demonyms)
        yield from (Name("nation", code, text, "plural") for text in n.plurals)


def _number(text: str, demonyms: list[str]) -> str:
    return "plural" if text.endswith("s") and text[:-1] in demonyms else "demonym"


def _named(kind: str, key: str, name: str, names: list[str]) -> Iterator[Name]:
    yield Name(kind, key, name, "name")
    yield from (Name(kind, key, text, "alias") for text in names)


def cities(sheet: Sheet) -> Iterator[Item]:
    """Cities by id."""
    for key, table in sheet.tables.items():
        c = sheet.convert(table, _City, f"[{key}]", sheet.line(key))
        yield Place(key, "city", c.name, None, c.country, _offset(sheet, key, c.timezone), tuple(c.near))
        yield from _said(sheet, key, c.source, name=c.name, country=c.country)
        yield from _named("city", key, c.name, c.names)


def _offset(sheet: Sheet, key: str, timezone: str | None) -> float | None:
    """The hours by which the standard time of a zone is ahead of UTC: what the clocks show in the half year without summer time."""
    from zoneinfo import ZoneInfo

    if timezone is None:
        return None
    try:
        zone = ZoneInfo(timezone)
    except (LookupError, ValueError) as error:
        told = f"[{key}] timezone: {error}; name a zone such as Europe/Paris, and see that the system has time zones (`pip install tzdata`)"
        raise sheet.fail(sheet.line(key), told) from error
    found = [datetime(2024, month, 1, tzinfo=UTC).astimezone(zone).utcoffset() or timedelta() for month in (1, 7)]
    return min(found).total_seconds() / 3600


def venues(sheet: Sheet) -> Iterator[Item]:
    """Venues by id."""
    for key, table in sheet.tables.items():
        v = sheet.convert(table, _Venue, f"[{key}]", sheet.line(key))
        yield Place(key, "venue", v.name, v.city)
        yield from _said(sheet, key, v.source, name=v.name, city=v.city)
        yield from _named("venue", key, v.name, v.names)


def organisations(sheet: Sheet) -> Iterator[Item]:
    """Organisations by id; former names with the days between which they held are kept as `names`."""
    for key, table in sheet.tables.items():
        o = sheet.convert(table, _Organisation, f"[{key}]", sheet.line(key))
        known = [name if isinstance(name, _OldName) else _OldName(name) for name in o.names]
        periods = [f"{name.name}:{iso(name.since) or ''}:{iso(name.until) or ''}" for name in known if name.since or name.until]
        extra: dict[str, Any] = {key: day for key, day in (("since", iso(o.since)), ("until", iso(o.until))) if day}
        yield Place(key, "organisation", o.name, extra={**extra, "names": tuple(periods)} if periods else extra)
        yield from _said(sheet, key, o.source, name=o.name)
        yield from _named("organisation", key, o.name, [name.name for name in known])

"""Competition files: a series, its editions, and how they are called."""

from collections.abc import Iterator

import msgspec

from kerrcheck.entity import Edition, Name, Series
from kerrcheck.fact import Assertion
from kerrcheck.sources import Item
from kerrcheck.sources._sheet import Day, Sheet, iso, listed


class _Edition(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    year: int
    name: str
    source: str | list[str] | None = None
    names: list[str] = []
    start: Day = None
    end: Day = None
    day_one: Day = None
    athletics_start: Day = None
    athletics_end: Day = None
    city: str | None = None
    country: str | None = None
    stadium: str | None = None
    awarded: bool = False


class _Series(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    name: str
    names: list[str] = []
    scope_word: str | None = None
    area: str | None = None
    level: str | None = None
    source: str | list[str] | None = None
    edition: list[_Edition] = []


def competitions(sheet: Sheet) -> Iterator[Item]:
    """A series and its editions."""
    s = sheet.convert(sheet.tables, _Series, "", 1)
    yield Series(s.id, s.name, tuple(s.names), s.level, s.scope_word, s.area)
    yield Name("series", s.id, s.name, "name")
    yield from (Name("series", s.id, text) for text in s.names)
    for index, edition in enumerate(s.edition):
        line, source = sheet.line("edition", index), edition.source or s.source
        if not source:
            raise sheet.fail(line, f"[[edition]] {edition.id}: expected a source")
        yield from _edition(sheet, s.id, edition, line, listed(source))


def _edition(sheet: Sheet, series: str, e: _Edition, line: int, sources: list[str]) -> Iterator[Item]:
    days = (iso(e.start), iso(e.end))
    yield Edition(e.id, series, e.year, e.name, *days, e.city, e.country, e.stadium, iso(e.day_one), e.awarded, tuple(e.names))
    yield Name("edition", e.id, e.name, "name")
    yield from (Name("edition", e.id, text) for text in e.names)
    said = {
        "start": days[0], "end": days[1], "city": e.city, "country": e.country, "stadium": e.stadium,
        "athletics-start": iso(e.athletics_start), "athletics-end": iso(e.athletics_end),
    }  # fmt: skip
    for source in sources:
        for predicate, value in said.items():
            if value:
                yield Assertion(e.id, predicate, value, evidence=sheet.evidence(source, line))

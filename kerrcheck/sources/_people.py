"""People files: names, birth, nations, homes and offices."""

from collections.abc import Iterator
from datetime import date

import msgspec

from kerrcheck.entity import Name, Person
from kerrcheck.fact import Assertion
from kerrcheck.sources import Item
from kerrcheck.sources._sheet import Day, Sheet, after, iso, listed


class _Period(msgspec.Struct, kw_only=True):
    start: Day = msgspec.field(default=None, name="from")
    to: Day = None


class _Nation(_Period, forbid_unknown_fields=True):
    code: str


class _Coach(_Period, forbid_unknown_fields=True):
    of: str


class _Role(_Coach, forbid_unknown_fields=True):
    role: str


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    family: str
    given: str
    sources: list[str]
    sex: str | None = None
    born: date | int | None = None
    died: date | int | None = None
    nations: list[str | _Nation] = []
    home: list[str] | str = []
    birthplace: list[str] | str = []
    lives: list[str] | str = []
    parts: list[str] = []
    variants: list[str] = []
    short: list[str] = []
    former: list[str] = []
    titles: list[str] = []
    events: list[str] = []
    roles: list[_Role] = []
    coach: list[_Coach] = []
    said: list[str] = []


def people(sheet: Sheet) -> Iterator[Item]:
    """People by id."""
    for key, table in sheet.tables.items():
        line = sheet.line(key)
        p = sheet.convert(table, _Person, f"[{key}]", line)
        if not p.sources:
            raise sheet.fail(line, f"[{key}].sources: expected at least one source")
        yield Person(key, p.name, p.family, p.given, p.sex, titles=tuple(p.titles))
        for flavour, texts in (("variant", p.variants), ("short", p.short), ("former", p.former)):
            yield from (Name("person", key, text, flavour) for text in texts)
        for source in p.sources:
            evidence = sheet.evidence(source, line)
            yield from (a._replace(evidence=evidence) for a in _said(key, p))


def _said(key: str, p: _Person) -> Iterator[Assertion]:
    """What an entry says that can be true or not."""
    for predicate, value in (("sex", p.sex), ("born", iso(p.born)), ("died", iso(p.died))):
        if value:
            yield Assertion(key, predicate, value)
    lists = {"home": p.home, "birthplace": p.birthplace, "lives": p.lives, "part": p.parts, "event": p.events, "said": p.said}
    for predicate, values in lists.items():
        yield from (Assertion(key, predicate, value) for value in listed(values))
    for predicate, value, period in _periods(p):
        yield Assertion(key, predicate, value, valid_from=iso(period.start), valid_to=after(period.to))


def _periods(p: _Person) -> Iterator[tuple[str, str, _Period]]:
    """Nations, offices and pupils, each with the days between which it held."""
    for nation in p.nations:
        n = nation if isinstance(nation, _Nation) else _Nation(nation)
        yield "nation", n.code, n
    for role in p.roles:
        yield "role", f"{role.role}:{role.of}", role
    for coach in p.coach:
        yield "coach", coach.of, coach

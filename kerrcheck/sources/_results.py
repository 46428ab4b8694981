"""Result files: the contests of one edition, who took part, with which place and mark, and how the race went."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from msgspec import json

from kerrcheck.entity import Contest
from kerrcheck.fact import Assertion
from kerrcheck.sources import Item
from kerrcheck.sources._sheet import Day, Row, Sheet, iso, listed
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

_STATUS = ("DNF", "DNS", "DQ", "NM")
_TEAM = re.compile(r"[A-Z]{3}\d?$")
_EXTRA = {"wind", "legs", "first", "known", "mark", "source", "note"}


class _Contest(msgspec.Struct, forbid_unknown_fields=True):
    event: str
    sex: str
    round: str
    rows: str
    day: Day = None
    whole: bool = False
    venue: str | None = None
    wind: str | None = None
    source: str | list[str] | None = None
    story: str = ""
    story_source: str | list[str] | None = None


class _Results(msgspec.Struct, forbid_unknown_fields=True):
    competition: str
    source: str | list[str]
    contest: list[_Contest] = []


class _Line(NamedTuple):
    """A row of results, read."""

    place: str
    who: str
    nation: str
    mark: str
    extra: dict[str, str]
    flags: list[str]


def results(sheet: Sheet) -> Iterator[Item]:
    """The contests of an edition."""
    r = sheet.convert(sheet.tables, _Results, "", 1)
    for index, c in enumerate(r.contest):
        key = Setting(r.competition, c.event, c.sex, c.round).key()
        yield Contest(key, Setting.from_key(key), iso(c.day), c.venue, c.whole, c.wind)
        sources, line = listed(c.source or r.source), sheet.line("contest", index)
        for source in sources:
            for predicate, value in (("day", iso(c.day)), ("venue", c.venue), ("wind", c.wind)):
                if value:
                    yield Assertion(key, predicate, value, evidence=sheet.evidence(source, line))
        for row in sheet.rows(c.rows, sheet.line("contest", index, "rows"), 4, 5):
            yield from _result(sheet, row, key, iso(c.day), sources)
        for row in sheet.rows(c.story, sheet.line("contest", index, "story"), 3, 5):
            yield from _story(sheet, row, key, listed(c.story_source or sources))


def _result(sheet: Sheet, row: Row, contest: str, day: str | None, sources: list[str]) -> Iterator[Assertion]:
    """What one row says, by each of its sources."""
    line = _read(sheet, row)
    for source in [line.extra["source"]] if "source" in line.extra else sources:
        evidence = sheet.evidence(source, row.line)
        for said in (*_said(line, day), *_team(line)):
            yield said._replace(contest=contest, evidence=evidence)


def _read(sheet: Sheet, row: Row) -> _Line:
    """The cells of a row, checked."""
    place, who, nation, mark, tail = row.cells
    if not (place == "-" or place.isdigit()):
        raise sheet.fail(row.line, f"expected a place such as 2, or -, found {place!r}")
    if not who or " " in who:
        raise sheet.fail(row.line, f"expected the id of a person or the code of a team, found {who!r}")
    if mark not in ("", "-", *_STATUS) and not parse(mark):
        raise sheet.fail(row.line, f"expected a mark such as 3:27.65, or one of {' '.join(_STATUS)}, found {mark!r}")
    pairs = dict(word.split("=", 1) for word in tail.split() if "=" in word)
    if unknown := sorted(set(pairs) - _EXTRA):
        raise sheet.fail(row.line, f"expected extras among {' '.join(sorted(_EXTRA))}, found {unknown[0]!r}")
    changes = len(pairs["first"].split(",")) if "first" in pairs else int("mark" in pairs)
    if changes and changes != len(list(filter(None, pairs.get("known", "").split(",")))):
        raise sheet.fail(row.line, "expected known=DAY of the change beside first= or mark=, a day for each place")
    return _Line(place, who, nation, mark.strip("-"), pairs, [word for word in tail.split() if "=" not in word])


def _said(line: _Line, day: str | None) -> Iterator[Assertion]:
    """Place, mark or status, nation and wind; what was changed later as it stood before and after."""
    *earlier, known = line.extra.get("known", "").split(",")
    changed = "first" in line.extra or "mark" in line.extra
    status = line.mark if line.mark in _STATUS else ""
    detail = json.encode({"flags": line.flags}).decode() if line.flags else None
    now = {"placing": line.place.strip("-"), "mark": "" if status else line.mark, "status": status}
    first = {**now, "status": ""} if changed else now
    *between, first["placing"] = line.extra.get("first", first["placing"]).strip("-").split(",")
    for start, end, value in zip((day, *earlier), earlier, between, strict=False):
        yield Assertion(line.who, "placing", value, valid_from=start, valid_to=end, known_from=start if start != day else None)
    began = {"placing": earlier[-1] if earlier else day}
    first["mark"] = line.extra.get("mark", first["mark"])
    for predicate, value in now.items():
        once = first[predicate]
        told = detail if predicate == "mark" else None
        if once and once != value:
            yield Assertion(line.who, predicate, once, valid_from=began.get(predicate, day), valid_to=known, detail=told)
        if value:
            later = known or None if once != value else None
            yield Assertion(line.who, predicate, value, valid_from=later, known_from=later, detail=told)
    for predicate, value in (("nation", line.nation), ("wind", line.extra.get("wind", ""))):
        if value:
            yield Assertion(line.who, predicate, value)


def _team(line: _Line) -> Iterator[Assertion]:
    """The runners of a relay team, and the team each of them ran for."""
    if legs := line.extra.get("legs"):
        yield Assertion(line.who, "legs", legs)
        for person in filter(None, legs.split(",")):
            yield Assertion(person, "team", line.who)


def _story(sheet: Sheet, row: Row, contest: str, sources: list[str]) -> Iterator[Assertion]:
    """One line of how the race went."""
    what, who, *rest = row.cells
    match what, [cell for cell in rest if cell]:
        case "led", [stretch]:
            value = stretch
        case "passed", [whom, side, at]:
            value = json.encode({"at": at, "side": side, "whom": whom}).decode()
        case "wide", [whom, at]:
            value = json.encode({"at": at, "whom": whom}).decode()
        case _:
            told = "expected led | WHO | FROM-TO, passed | WHO | WHOM | SIDE | AT, or wide | WHO | WHOM | AT"
            raise sheet.fail(row.line, f"{told}, found {' | '.join(filter(None, row.cells))!r}")
    for source in sources:
        yield Assertion(who, what, value, contest, evidence=sheet.evidence(source, row.line))

"""Record and best files: histories of dated marks, each standing until the next."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import json

from kerrcheck.entity import Listing
from kerrcheck.fact import Assertion
from kerrcheck.sources import Item
from kerrcheck.sources._sheet import Day, Row, Sheet, iso, listed
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

_WORDS = {"equal", "hand", "wo", "mx", "pending"}
_EXTRA = {"competition", "known", "to", "source", "altitude", "legs", "wind", "note"}


class _Bests(msgspec.Struct, forbid_unknown_fields=True):
    event: str
    sex: str
    source: str | list[str]
    rows: str
    since: Day = None
    complete_to: Day = None


class _Records(_Bests, kw_only=True, forbid_unknown_fields=True):
    scope: str


class _RecordFile(msgspec.Struct, forbid_unknown_fields=True):
    lists: list[_Records] = msgspec.field(default_factory=list, name="list")


class _BestFile(msgspec.Struct, forbid_unknown_fields=True):
    lists: list[_Bests] = msgspec.field(default_factory=list, name="list")


def records(sheet: Sheet) -> Iterator[Item]:
    """The histories of records, of one family of scopes."""
    for index, history in enumerate(sheet.convert(sheet.tables, _RecordFile, "", 1).lists):
        yield from _history(sheet, index, history, f"record:{history.scope}", 6)


def bests(sheet: Sheet) -> Iterator[Item]:
    """The personal bests of an event."""
    for index, history in enumerate(sheet.convert(sheet.tables, _BestFile, "", 1).lists):
        yield from _history(sheet, index, history, "best", 5)


def _history(sheet: Sheet, index: int, history: _Bests, predicate: str, most: int) -> Iterator[Item]:
    """A list and its rows, by each of its sources."""
    contest = Setting(event=history.event, sex=history.sex).key()
    for source in listed(history.source):
        yield Listing(predicate, contest, iso(history.since), iso(history.complete_to), source)
    for row in sheet.rows(history.rows, sheet.line("list", index, "rows"), 3, most):
        cells = row.cells if most == 6 else [*row.cells[:3], "", *row.cells[3:]]
        said, sources = _row(sheet, row, cells)
        for source in sources or listed(history.source):
            evidence = sheet.evidence(source, row.line)
            yield said._replace(predicate=predicate, contest=contest, evidence=evidence)


def _row(sheet: Sheet, row: Row, cells: list[str]) -> tuple[Assertion, list[str]]:
    """One dated mark, and the source it names itself."""
    day, mark, who, nation, city, tail = cells
    if not parse(mark):
        raise sheet.fail(row.line, f"expected a mark such as 3:26.00, found {mark!r}")
    if not who or " " in who:
        raise sheet.fail(row.line, f"expected the id of a person or the code of a team, found {who!r}")
    words = tail.split()
    pairs = dict(word.split("=", 1) for word in words if "=" in word)
    flags = [word for word in words if "=" not in word]
    if unknown := sorted({*pairs} - _EXTRA | {*flags} - _WORDS):
        known = " ".join(sorted(_WORDS | {f"{name}=" for name in _EXTRA}))
        raise sheet.fail(row.line, f"expected extras among {known}, found {unknown[0]!r}")
    source = pairs.pop("source", None)
    start, end, known_from = (sheet.day(text, row.line) for text in (day, pairs.pop("to", ""), pairs.pop("known", "")))
    told: dict[str, Any] = {"nation": nation, "city": city, **pairs, **dict.fromkeys(flags, True)}
    detail = json.encode({key: told[key] for key in sorted(told) if told[key] not in ("", "-")}).decode()
    said = Assertion(who, "", mark, None, start, end, known_from, detail=detail if detail != "{}" else None)
    return said, listed(source) if source else []

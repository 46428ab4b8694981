"""Bests: the marks of a list that were their athlete's best on the day."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kerrcheck.entity import Listing
from kerrcheck.fact import Assertion, Evidence
from kerrcheck.sources import Item
from kerrcheck.statement import Setting


class Made(NamedTuple):
    """A mark of an athlete; `milli` is its size, `city` and `line` where it was made and where it stands."""

    day: str
    milli: int
    text: str
    city: str
    line: int


def bests(history: Mapping[str, Sequence[Made]], setting: Setting, unit: str, source: str, file: str) -> Iterator[Item]:
    """Each athlete's progression: what is better than all earlier marks of a list was a best, whatever lies outside its cut."""
    newest = ""
    for who, marks in history.items():
        for mark in _progression(marks, upward=unit != "s"):
            detail = f'{{"city":"{mark.city}"}}'
            evidence = Evidence(source, f"{file}:{mark.line}")
            yield Assertion(who, "best", mark.text, setting.key(), mark.day, evidence=evidence, detail=detail, derived=True)
        newest = max(newest, *(mark.day for mark in marks))
    if newest:
        yield Listing("best", setting.key(), None, newest, source)


def _progression(marks: Sequence[Made], *, upward: bool) -> Iterator[Made]:
    """Marks that were better than all before; of one day's the best."""
    best: int | None = None
    for mark in sorted(marks, key=lambda m: (m.day, -m.milli if upward else m.milli)):
        if best is None or (mark.milli > best if upward else mark.milli < best):
            best = mark.milli
            yield mark

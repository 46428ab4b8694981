"""Outings: what one row says of somebody in one contest, and of the contest."""

from collections.abc import Iterator

from kerrcheck.entity import Contest
from kerrcheck.fact import Assertion, Evidence
from kerrcheck.sources import Item, _cells
from kerrcheck.statement import Setting


def contest(key: str, day: str | None, venue: str | None, *, whole: bool = False, wind: str | None = None) -> Contest:
    """A contest of a key."""
    return Contest(key, Setting.from_key(key), day, venue, whole, _cells.wind(wind or ""))


def outing(who: str, key: str, evidence: Evidence, said: dict[str, str | None], detail: str | None = None) -> Iterator[Item]:
    """The facts of an outing by predicate; blanks are left out. The detail goes with the mark, a wind has its sign."""
    for predicate, told in said.items():
        value = _cells.wind(told or "") if predicate == "wind" else told
        if value:
            yield Assertion(who, predicate, value, key, evidence=evidence, detail=detail if predicate == "mark" else None)

"""Apart: two marks and how far they are from each other."""

from typing import NamedTuple

from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark

_BACK = 2


class Difference(NamedTuple):
    """Two marks and how far they are apart, in thousandths; `rank` 0 where the words name both, higher the vaguer."""

    milli: int
    one: Mark
    two: Mark
    rank: int
    facts: tuple[Fact, ...] = ()


def apart(one: Mark, two: Mark, rank: int, facts: tuple[Fact, ...] = ()) -> list[Difference]:
    """The difference of two marks, none where they are of different units or the same."""
    if one.unit != two.unit or one.milli == two.milli:
        return []
    return [Difference(abs(one.milli - two.milli), one, two, rank, facts)]


def outings_apart(one: Outing, two: Outing, rank: int) -> list[Difference]:
    """The difference of two outings, nought too."""
    if not one.mark or not two.mark or one.mark.unit != two.mark.unit:
        return []
    facts = tuple(o.facts["mark"] for o in (one, two) if "mark" in o.facts)
    return [Difference(abs(one.mark.milli - two.mark.milli), one.mark, two.mark, rank, facts)]


def as_mark(value: Quantity, unit: str = "s") -> Mark:
    """A quantity as a mark, of a unit where it has none."""
    return Mark(value.milli, unit if value.unit == "?" else value.unit, value.precision)


def marks_before(discourse: Discourse, number: int) -> list[Mention]:
    """The marks printed in the nearest sentence before one that prints any, not far up in the same paragraph."""
    paragraph = discourse.parts[number].sentence.paragraph
    for part in reversed(discourse.parts[max(0, number - _BACK) : number]):
        some = [m for m in part.sentence.kind("quantity") if m.value.precision]
        if part.sentence.paragraph != paragraph or some:
            return some if part.sentence.paragraph == paragraph else []
    return []

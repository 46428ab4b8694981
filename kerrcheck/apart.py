"""Apart: two marks and how far they are from each other."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark

_POINTS = range(3000, 9400)
_BACK, _TWO, _NAMED, _THOUSAND = 2, 2, 6, 1_000_000
_AHEAD = "ahead"


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


def turned(claim: Claim, one: Outing, two: Outing) -> bool:
    """Whether a margin's owner and the other finished the other way round than is said (`with Quill 0.72 behind him`)."""
    way = claim.detail.way
    return bool(way and one.place and two.place and one.place != two.place and (one.place < two.place) != (way.value == _AHEAD))


def as_mark(value: Quantity, unit: str = "s") -> Mark:
    """A quantity as a mark, of a unit where it has none."""
    return Mark(value.milli, unit if value.unit == "?" else value.unit, value.precision)


def marks_before(discourse: Discourse, number: int) -> list[Mention]:
    """The marks printed in the nearest sentence before one that prints any, not far up in the same paragraph."""
    paragraph = discourse.parts[number].sentence.paragraph
    for part in reversed(discourse.parts[max(0, number - _BACK) : number]):
        some = [m for m in part.sentence.kind("quantity") if m.value.precision or m.value.unit == "pts"]
        if part.sentence.paragraph != paragraph or some:
            return some if part.sentence.paragraph == paragraph else []
    return []


def score(discourse: Discourse, claim: Claim) -> tuple[Mention, Mention] | None:
    """The two marks behind a margin that are set against each other, no other figure between and not far off."""
    after = [m for m in discourse.parts[claim.part].sentence.kind("quantity") if m.i >= claim.j][:2]
    if len(after) < _TWO or not all(like(claim, m) for m in after):
        return None
    one, two = after
    if not 0 <= one.i - claim.j <= _NAMED or two.i - one.j != 1 or one.value.unit != two.value.unit:
        return None
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    joints = sets["listing"] if one.i - claim.j <= 1 else sets["pairing"]
    return (one, two) if low[one.j] in joints else None


def like(claim: Claim, m: Mention) -> bool:
    """Whether a quantity may be a mark that a margin was measured from: far greater, and of its unit."""
    alike = "?" in (m.value.unit, claim.value.unit) or m.value.unit == claim.value.unit
    return figure(m) and alike and m.i != claim.i and m.value.milli > 2 * claim.value.milli


def figure(m: Mention) -> bool:
    """Whether a quantity is told as a result is: to the tenth, on the clock, in points or thousands."""
    return bool(m.value.precision or m.value.unit == "pts" or m.value.shape == "clock" or m.value.milli >= _THOUSAND)


def points(discourse: Discourse, part: Part) -> list[Mention]:
    """Bare numbers that can be points of a combined event (`made it 9,045`)."""
    return part.sentence.once(_points, lambda: list(_points(discourse, part)))


def _points(discourse: Discourse, part: Part) -> Iterator[Mention]:
    taken = {t for m in part.sentence.mentions for t in range(m.i, m.j)}
    for t in range(part.sentence.a, part.sentence.b):
        word = discourse.tokens.low[t].replace(",", "")
        if t not in taken and len(word) == 4 and word.isdigit() and int(word) in _POINTS:
            yield Mention("quantity", t, t + 1, Quantity(int(word) * 1000, "pts", 0, "bare"), "bare-points")

"""Margins in words: whether `by a whisker` or `with metres to spare` goes with the marks, on record or in the sentence."""

from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.outings import Outing
from kerrcheck.racing import distance, meant

CLEAR, CLOSE, CLOSE_SHARE = 0.7, 4.0, 0.0015
# How far apart the sprint at the end of a race on the road may leave two people.
_CLOSE_ON_THE_ROAD = 60.0
_PACE = 6.5


class Spread(NamedTuple):
    """How far apart two finished: whether that goes with the words, the gap as text, the sum, and the facts."""

    fits: bool
    gap: str
    sum: str
    facts: tuple[Fact, ...] = ()


def spread(discourse: Discourse, claim: Claim) -> Spread | None:
    """The margin that a claim in words is about: by the marks of its own sentence, else by the record."""
    part = discourse.parts[claim.part]
    marks = _written(part)
    length = _length(claim)
    if len(marks) == 2:
        return _judged(claim, [marks[1] - marks[0]], marks[0], length, ())
    return _recorded(discourse, claim)


def _written(part: Part) -> list[int]:
    """The two times of a sentence, in thousandths of a second, where it has just two that are near each other."""
    some = [m.value for m in part.sentence.kind("quantity")]
    times = sorted({v.milli for v in some if v.unit in ("s", "?") and v.shape in ("clock", "unit", "bare") and v.precision})
    near = [t for t in times if times and t > 0.9 * times[-1]]
    return near if len(near) == 2 and len(times) == 2 else []


def _length(claim: Claim) -> int | None:
    """The length of the race that the words around a claim name or carry on."""
    context = claim.context
    events = context.event.value if context.event else context.carried
    lengths = {distance(event) for event in events}
    return lengths.pop() if len(lengths) == 1 else None


def _recorded(discourse: Discourse, claim: Claim) -> Spread | None:
    """The margin by the results on record, to the next one behind or ahead."""
    elided = claim.owner is not None and claim.owner.how == "elided"
    found = None if elided and any(discourse.parts[claim.part].sentence.kind("nation")) else meant(discourse, claim, told=False)
    outings = [o for o in discourse.outings.within(found[0]) if o.mark and o.place] if found else []
    mine = next((o for o in outings if found and o.person == found[1]), None)
    if mine is None or mine.mark is None or mine.mark.unit != "s":
        return None
    sides = (-1, 1) if claim.value.act == "close" else (1,)
    beside = [o for o in outings if o.place and mine.place and o.place - mine.place in sides]
    gaps = [abs(o.mark.milli - mine.mark.milli) for o in beside if o.mark]
    if not gaps or (claim.value.act == "clear" and mine.place != 1):
        return None
    road = _on_the_road(discourse, mine)
    return _judged(claim, gaps, mine.mark.milli, distance(mine.setting.event or ""), _facts([mine, *beside]), road)


def _on_the_road(discourse: Discourse, outing: Outing) -> bool:
    """Whether an outing was in a race of hours, which a sprint ends that parts people by seconds."""
    event = discourse.lexicon.events.get(outing.setting.event or "")
    return event is not None and event.family in ("road", "walk")


def _facts(outings: list[Outing]) -> tuple[Fact, ...]:
    return tuple(o.facts["mark"] for o in outings if "mark" in o.facts)


def _judged(claim: Claim, gaps: list[int], time: int, length: int | None, facts: tuple[Fact, ...], road: bool = False) -> Spread:
    """The smallest of some gaps held against the words, generously: what a few strides could hide is never wrong."""
    gap = min(gaps)
    metres = gap / time * length if length else gap / 1000 * _PACE
    most = _CLOSE_ON_THE_ROAD if road else max(CLOSE, CLOSE_SHARE * (length or 1500))
    fits = metres >= CLEAR if claim.value.act == "clear" else metres <= most
    told = f"{gap / 1000:.2f} s"
    return Spread(fits, told, f"{told} at this pace is about {metres:.1f} m", facts)

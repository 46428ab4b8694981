"""Shown: the contest that the marks printed near a margin are of, and the differences that they show."""

from collections.abc import Iterable
from itertools import combinations

from kerrcheck.apart import Difference, apart, as_mark, figure, like, outings_apart, score, turned
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing

_REACH, _RANK, _ALIKE = 3, 2, 0.9


def shown(discourse: Discourse, claim: Claim) -> list[Difference]:
    """Differences of a margin's owner, in the contest of the marks printed near it, from the other, the winner and the next."""
    near = _nearest(discourse, claim)
    keys = {o.setting.key() for o in near}
    if len(keys) != 1:
        return []
    field = [o for o in discourse.outings.within(keys.pop()) if o.mark and o.place]
    known = claim.owner or claim.other
    mine = _among(field, known.ids if known else [near[-1].person])
    if mine is None:
        return []
    others = [_among(field, claim.other.ids)] if claim.owner and claim.other else _beside(claim, mine, field, near)
    if claim.owner and claim.other and others[0] and turned(claim, mine, others[0]):
        return []
    return [d for two in others if two and two.person != mine.person for d in outings_apart(mine, two, _RANK)]


def _nearest(discourse: Discourse, claim: Claim) -> list[Outing]:
    """The outings that the marks of the margin's own sentence are of, else those of the nearest sentence before that prints any."""
    for part in reversed(discourse.parts[max(0, claim.part - _REACH) : claim.part + 1]):
        some = [o for m in part.sentence.kind("quantity") if figure(m) for o in _of(discourse, part, m)]
        if some:
            return some
        if placed_elsewhere(claim):
            break
    return []


def placed_elsewhere(claim: Claim) -> bool:
    """Whether the words around a margin tell of a contest or a day of their own."""
    context = claim.context
    return bool(context.refs or context.days or context.past or context.event)


def _of(discourse: Discourse, part: Part, m: Mention) -> list[Outing]:
    """The outings of those named that a printed mark is exactly of; those of the contests reported where there are any."""
    some = _outings(discourse, dict.fromkeys(id_ for a in part.actors for id_ in a.ids[:2]), m)
    here = [o for o in some or _outings(discourse, discourse.cast.full, m) if discourse.in_focus(o.setting.competition, o.day)]
    return here or some


def _outings(discourse: Discourse, ids: Iterable[str], m: Mention) -> list[Outing]:
    """The outings of some people that a mark is exactly of."""
    return [o for id_ in ids for o in discourse.outings.of(id_) if o.mark and o.mark.milli == m.value.milli and o.round]


def _among(field: Iterable[Outing], ids: Iterable[str]) -> Outing | None:
    """The first outing of somebody in a field."""
    wanted = tuple(ids)
    return next((o for o in field if o.person in wanted), None)


def _beside(claim: Claim, mine: Outing, field: list[Outing], near: list[Outing]) -> list[Outing]:
    """Those a margin may be reckoned from where nobody is named: the winner, the next on the side told, those of the marks near it."""
    place, way = mine.place or 0, claim.detail.way.value if claim.detail.way else ""
    told = {o.person for o in near}
    sides = {"behind": (1, place - 1), "ahead": (place + 1,)}.get(way, (1, place - 1, place + 1))
    if claim.owner is None and claim.other is not None:
        sides = (place + 1,) if way == "behind" else (place - 1,)
    return [o for o in field if o.place in sides or o.person in told]


def printed_apart(discourse: Discourse, claim: Claim, before: int, after: int) -> list[Difference]:
    """Differences of any two like marks printed in the sentences around a margin."""
    parts = discourse.parts[max(0, claim.part - before) : claim.part + after + 1]
    unit = "s" if claim.value.unit == "?" else claim.value.unit
    like_units = [part for part in parts if claim.value.unit == "?" or _of_unit(discourse, part, unit)]
    marks = [as_mark(m.value, unit) for part in like_units for m in part.sentence.kind("quantity") if like(claim, m)]
    pairs = ((a, b) for a, b in combinations(dict.fromkeys(marks), 2) if min(a.milli, b.milli) > _ALIKE * max(a.milli, b.milli))
    return [d for a, b in pairs for d in apart(a, b, _RANK)]


def _of_unit(discourse: Discourse, part: Part, unit: str) -> bool:
    """Whether the events that a sentence is about, where it is known, are measured in a unit."""
    events = {e for m in part.sentence.kind("event") for e in m.value} or {*part.carried}
    units = {u for e in events if (u := discourse.outings.units.get(e))}
    return not units or unit in units


def scored(discourse: Discourse, claim: Claim) -> list[Difference]:
    """The difference of two marks behind a margin, set against each other: `by a tenth, 3:45.95 to 3:45.94`."""
    pair = score(discourse, claim)
    return apart(as_mark(pair[0].value), as_mark(pair[1].value), 0) if pair else []

"""Fitting: the outing on record under which the fewest words of a line must change.

A line is what one stretch of text says of one athlete in one contest: mark, placing, and the words that name competition,
event, round and day. Every outing of the athlete is tried; what disagrees is counted, and what is merely less likely
weighs less than one disagreement, so that a slip can neither hide itself nor be excused by a far-fetched reading.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kerrcheck import likelihood
from kerrcheck.agreement import day_agrees, mark_agrees
from kerrcheck.claims import Claim, Context
from kerrcheck.competitions import CompetitionRef
from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark

__all__ = ["Fit", "Misfit", "agrees", "day_agrees", "exact", "fits", "mark_agrees", "slip"]

_SLIP, _SPOKEN, _BOTH, _OF_ANOTHER = 0.3, 0.5, 0.9, 0.5
_PODIUM, _LONG = 3, 60_000

Word = tuple[str, Mention, object]


class Misfit(NamedTuple):
    """One thing of a line that an outing contradicts: a claim, or a mention that names the contest; by what field."""

    field: str
    claim: Claim | None
    mention: Mention | None
    right: object


class Fit(NamedTuple):
    """An outing tried on a line: what disagrees, what agrees, and the whole cost."""

    outing: Outing
    misfits: tuple[Misfit, ...]
    agreed: int
    cost: float


def fits(discourse: Discourse, claims: list[Claim], people: Iterable[str]) -> list[Fit]:
    """Every outing of some people tried on the claims of a line, best first."""
    day = discourse.day
    known = (o for person in people for o in discourse.outings.of(person) if not day or not o.day or o.day <= day)
    known = (o for o in known if not o.series or discourse.outings.named(o) or _shown(discourse, claims, o))
    if any(claim.detail == "medal" for claim in claims):
        known = (o for o in known if _awards_medals(discourse, o))
    tried = [_tried(discourse, claims, outing) for outing in known]
    if len(claims) > 1 and any(exact(claim, fit.outing) for claim in claims for fit in tried):
        tried = [fit._replace(cost=fit.cost + _OF_ANOTHER * any(m.field == "mark" and not slip(m) for m in fit.misfits)) for fit in tried]
    return sorted(tried, key=lambda fit: (fit.cost, -fit.agreed, fit.outing.setting.key()))


def exact(claim: Claim, outing: Outing) -> bool:
    """Whether a claim is the very mark of an outing, told in so many figures that it is no slip of another's."""
    told = claim.kind == "result-mark" and (claim.value.precision > 1 or claim.value.unit == "pts")
    return told and outing.mark is not None and bool(outing.mark.milli == claim.value.milli)


def _shown(discourse: Discourse, claims: list[Claim], outing: Outing) -> bool:
    """Whether words show an outing at a mere meeting to be meant: it is just reported, or its mark, its town or its day is told."""
    if discourse.in_focus(outing.setting.competition, outing.day):
        return True
    if any(
        claim.kind == "result-mark" and (claim.value.precision or claim.value.milli >= _LONG) and agrees(claim, outing) for claim in claims
    ):
        return True
    context = claims[0].context
    towns = {id_ for ref in context.refs for m in ref.parts if m.kind == "city" for id_, _ in m.value}
    return outing.city in towns or any(m.kind == "date" and day_agrees(discourse, m, outing.day) for m in context.days)


def _awards_medals(discourse: Discourse, outing: Outing) -> bool:
    """Whether medals are won in the competition of an outing, as far as is known."""
    series = discourse.calendar.series.get(outing.series or "")
    return not outing.series or (series is not None and (series.level is None or series.level in discourse.lexicon.sets["medal_levels"]))


def _tried(discourse: Discourse, claims: list[Claim], outing: Outing) -> Fit:
    """One outing tried on a line."""
    answers = [agrees(claim, outing) for claim in claims]
    words = list(_words(discourse, claims[0].context, outing))
    misfits = [_misfit(claim, outing) for claim, answer in zip(claims, answers, strict=True) if answer is False]
    misfits += [Misfit(field, None, mention, right) for field, mention, right in words if right is not None]
    agreed = answers.count(True) + sum(right is None and field not in ("sex", "event") for field, _, right in words)
    slips = sum(1 for m in misfits if slip(m))
    spoken = any(m.field == "event" for m in misfits) and _named_apart(discourse, claims[0], outing)
    unlikely = likelihood.cost(discourse, claims, outing, slips > 0)
    # A mark and a place that are both right show the contest, however far off it is.
    unlikely = min(unlikely, _BOTH) if not misfits and answers.count(True) > 1 else unlikely
    cost = len(misfits) - _SLIP * slips + _SPOKEN * spoken + unlikely
    return Fit(outing, tuple(misfits), agreed, cost)


def _named_apart(discourse: Discourse, claim: Claim, outing: Outing) -> bool:
    """Whether the event of an outing is named in the sentence as another than that told of: `won the 5,000m to go with his 800m gold`."""
    return any(x is not claim.context.event and outing.setting.event in x.value for x in discourse.parts[claim.part].sentence.kind("event"))


def _misfit(claim: Claim, outing: Outing) -> Misfit:
    """A claim that an outing contradicts."""
    if claim.kind == "result-mark":
        return Misfit("mark", claim, None, outing.mark)
    return Misfit("place", claim, None, outing.place)


def slip(miss: Misfit) -> bool:
    """Whether a mark is a slip of the pen away from the right one."""
    if miss.claim is None or miss.field != "mark" or not isinstance(miss.right, Mark):
        return False
    return miss.right.slip(miss.claim.value.milli)


def slip_of(claim: Claim, outing: Outing) -> bool:
    """Whether a claimed mark is a slip of the pen away from an outing's."""
    return claim.kind == "result-mark" and outing.mark is not None and outing.mark.slip(claim.value.milli)


def agrees(claim: Claim, outing: Outing) -> bool | None:
    """Whether an outing bears a claim out; None where its record is silent."""
    if claim.kind == "result-mark":
        return mark_agrees(claim.value, outing.mark) if outing.mark else None
    places = set(outing.places) | ({outing.place} if outing.place else set())
    if outing.place is None and not places:
        return None
    if claim.detail == "medal" and not (outing.setting.round or "").startswith("final"):
        return False
    return _placed(claim.value, places)


def _placed(value: str, places: set[int]) -> bool | None:
    """Whether a place as claimed (a number, `>3`, `1-3`, `last`) is one of some places."""
    if value == ">3":
        return any(p > _PODIUM for p in places)
    if value == "1-3":
        return any(p <= _PODIUM for p in places)
    return None if value == "last" else int(value) in places


def _words(discourse: Discourse, context: Context, outing: Outing) -> Iterator[Word]:
    """Each context word tried on an outing: its field, the mention, and what would be right (None where it agrees)."""
    for ref in context.refs:
        yield from _reference(discourse, ref, outing)
    if context.event and context.event.kind == "event":
        yield "event", context.event, None if outing.setting.event in context.event.value else outing.setting.event
    if context.sex:
        yield "sex", context.sex, None if outing.setting.sex == context.sex.value else outing.setting.sex
    if context.round and outing.round not in discourse.lexicon.sets["vague_rounds"]:
        yield "round", context.round, None if outing.round == context.round.value else outing.round
    for m in context.days:
        answer = day_agrees(discourse, m, outing.day)
        if answer is not None:
            yield "day", m, None if answer else outing.day


def _reference(discourse: Discourse, ref: CompetitionRef, outing: Outing) -> Iterator[Word]:
    """Each part of a competition reference tried on an outing."""
    if outing.setting.competition in ref.editions:
        yield "competition", ref.parts[0], None
        return
    covered = [p for p in ref.parts if p.kind == "edition"]
    for part in ref.parts:
        if part.kind == "edition" or not any(p.i <= part.i < p.j for p in covered):
            yield part.kind, part, _right_of(discourse, part, outing)


def _right_of(discourse: Discourse, part: Mention, outing: Outing) -> object:
    """What one part of a reference would have to say of an outing, None where it says so."""
    if part.kind == "year":
        return None if part.value in (outing.year, int((outing.day or "0")[:4])) else outing.year
    ids = {part.value} if isinstance(part.value, str) else {id_ for id_, _ in part.value}
    if part.kind == "city":
        place = discourse.store.place(outing.city or "", "city")
        near = {outing.city, *(place.near if place else ())}
        return None if ids & near else outing.city or outing.setting.competition
    if part.kind == "venue":
        return None if outing.stadium in ids else outing.stadium
    if part.kind == "series":
        return None if outing.series in ids else outing.series
    return outing.setting.competition

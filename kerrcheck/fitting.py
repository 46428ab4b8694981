"""Fitting: the outing on record under which the fewest words of a line must change.

A line is what one stretch of text says of one athlete in one contest: mark, placing, and the words that name competition,
event, round and day. Every outing of the athlete is tried; what disagrees is counted, and what is merely less likely
weighs less than one disagreement, so that a slip can neither hide itself nor be excused by a far-fetched reading.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kerrcheck.claims import Claim, Context
from kerrcheck.competitions import CompetitionRef
from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark

# What a reading costs beside plain disagreements (1 each): chosen so that one of them never outweighs a disagreement
# where the text gives a hint of it (`had`, a heat), and outweighs it where there is none.
SLIP = 0.3
ELSEWHERE, ELSEWHERE_PAST, OTHER_EVENT, EARLY_ROUND, EARLY_PLACE = 1.3, 0.5, 0.6, 0.3, 1.1


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
    tried = [_tried(discourse, claims, outing) for person in people for outing in discourse.outings.of(person) if not day or not outing.day or outing.day <= day]
    return sorted(tried, key=lambda fit: (fit.cost, -fit.agreed, fit.outing.setting.key()))


def _tried(discourse: Discourse, claims: list[Claim], outing: Outing) -> Fit:
    """One outing tried on a line."""
    misfits: list[Misfit] = []
    agreed = 0
    for claim in claims:
        verdict = agrees(claim, outing)
        if verdict is False:
            misfits.append(Misfit("mark" if claim.kind == "result-mark" else "place", claim, None, outing.mark if claim.kind == "result-mark" else outing.place))
        elif verdict:
            agreed += 1
    context = claims[0].context
    soft = 0.0
    for field, mention, right in _context_misfits(discourse, context, outing):
        if right is None:
            agreed += field not in ("sex", "event")
        else:
            misfits.append(Misfit(field, None, mention, right))
    soft += _likelihood(discourse, claims, context, outing)
    slips = sum(1 for m in misfits if slip(m))
    return Fit(outing, tuple(misfits), agreed, len(misfits) - SLIP * slips + soft)


def slip(miss: Misfit) -> bool:
    """Whether a mark is a slip of the pen away from the right one: figures swapped, one or two of them changed."""
    from rapidfuzz.distance import OSA

    if miss.claim is None or miss.field != "mark" or not isinstance(miss.right, Mark):
        return False
    written, right = str(miss.claim.value.milli // 10), str(miss.right.milli // 10)
    distance = OSA.distance(written, right)
    return distance <= 1 or (distance == 2 and sorted(written) == sorted(right))


def agrees(claim: Claim, outing: Outing) -> bool | None:
    """Whether an outing bears a claim out; None where its record is silent."""
    if claim.kind == "result-mark":
        return mark_agrees(claim.value, outing.mark) if outing.mark else None
    value = claim.value
    if outing.place is None and not outing.places:
        return None
    places = set(outing.places) | ({outing.place} if outing.place else set())
    if claim.detail == "medal" and not (outing.setting.round or "").startswith("final"):
        return False
    if value == ">3":
        return any(p > 3 for p in places)
    if value == "1-3":
        return any(p <= 3 for p in places)
    if value == "last":
        return None
    return int(value) in places


def mark_agrees(value, right: Mark) -> bool:  # type: ignore[no-untyped-def]
    """Whether a quantity as written agrees with a mark on record, at the precision written and as hedged."""
    unit = right.unit if value.unit == "?" else value.unit
    if unit != right.unit:
        return False
    if value.bound == ">":
        return right.milli >= value.milli
    if value.bound == "<":
        return right.milli <= value.milli
    if value.shape == "feet":
        return abs(value.milli - right.milli) <= 13
    if value.bound == "~":
        return abs(value.milli - right.milli) <= max(10 ** (3 - value.precision), right.milli // 200)
    return Mark(value.milli, unit, value.precision).agrees(right)


def _context_misfits(discourse: Discourse, context: Context, outing: Outing) -> Iterable[tuple[str, Mention, object]]:
    """Each context word tried on an outing: its field, the mention, and what would be right (None where it agrees)."""
    for ref in context.refs:
        yield from _ref(discourse, ref, outing)
    if context.event and context.event.kind == "event":
        right = None if outing.setting.event in context.event.value else outing.setting.event
        yield "event", context.event, right
    if context.sex:
        yield "sex", context.sex, None if outing.setting.sex == context.sex.value else outing.setting.sex
    if context.round:
        yield "round", context.round, None if outing.round == context.round.value else outing.round
    for m in context.days:
        answer = day_agrees(discourse, m, outing.day)
        if answer is not None:
            yield "day", m, None if answer else outing.day


def _ref(discourse: Discourse, ref: CompetitionRef, outing: Outing) -> Iterable[tuple[str, Mention, object]]:
    """Each part of a competition reference tried on an outing."""
    if outing.setting.competition in ref.editions:
        yield "competition", ref.parts[0], None
        return
    covered = [p for p in ref.parts if p.kind == "edition"]
    for part in ref.parts:
        if part.kind != "edition" and any(p.i <= part.i < p.j for p in covered):
            continue
        if part.kind == "city":
            ids = {id_ for id_, _ in part.value}
            place = discourse.store.place(outing.city or "", "city")
            near = {outing.city, *(place.near if place else ())}
            yield "city", part, None if ids & near else outing.city or outing.setting.competition
        elif part.kind == "venue":
            yield "venue", part, None if outing.stadium in {id_ for id_, _ in part.value} else outing.stadium
        elif part.kind == "year":
            yield "year", part, None if part.value in (outing.year, int((outing.day or "0")[:4])) else outing.year
        elif part.kind == "series":
            ids = {part.value} if isinstance(part.value, str) else {id_ for id_, _ in part.value}
            yield "series", part, None if outing.series in ids else outing.series
        else:
            yield "edition", part, outing.setting.competition


def day_agrees(discourse: Discourse, m: Mention, day: str | None) -> bool | None:
    """Whether a day word fits a day on record, in the venue's zone or the newsroom's; None where it does not say."""
    if not day or len(day) < 10:
        return None
    if m.kind == "date":
        return _date_agrees(m.value, day)
    if m.kind == "year":
        return m.value == int(day[:4])
    if not discourse.published:
        return None
    gap = (date.fromisoformat(discourse.published) - date.fromisoformat(day)).days
    if m.kind == "weekday":
        if not 0 <= gap <= 7:
            return None
        return m.value == date.fromisoformat(day).weekday()
    if m.kind == "today":
        return abs(gap - int(m.value)) <= 1 if gap <= 10 else None
    if m.kind == "ago":
        return _ago(m, gap, int(discourse.published[:4]) - int(day[:4]))
    return None


def _date_agrees(value, day: str) -> bool | None:  # type: ignore[no-untyped-def]
    """Whether year, month and day as far as written are those of a day, one day either way allowed for time zones."""
    at = date.fromisoformat(day)
    for shift in (0, 1):
        other = at + timedelta(shift)
        if value.year in (None, other.year) and value.month in (None, other.month) and value.day in (None, other.day):
            return True
    return False


def _ago(m: Mention, days: int, years: int) -> bool | None:
    """Whether a count of years (or days, weeks, months) back fits."""
    if isinstance(m.value, str):
        return years == int(m.value) if m.value in ("0", "1") else None
    count, unit, _ = m.value
    if unit in ("years", "summers"):
        return abs(years - count) <= 0 or abs(days / 365.25 - count) < 0.34
    length = {"days": 1, "weeks": 7, "months": 30.4}[unit]
    return abs(days - count * length) <= length


def _likelihood(discourse: Discourse, claims: list[Claim], context: Context, outing: Outing) -> float:
    """How far-fetched it is that an outing is meant, where no word says so."""
    soft = 0.0
    vague = any(set(discourse.focus) & set(ref.editions) for ref in context.refs)
    named = (bool(context.refs) and not vague) or any(m.kind in ("date", "ago", "year") for m in context.days)
    here = discourse.in_focus(outing.setting.competition, outing.day)
    if not here:
        soft += 0.1 if named else ELSEWHERE_PAST if _past(claims, context, outing) else ELSEWHERE
    if context.event is None and context.carried and outing.setting.event not in context.carried:
        soft += (OTHER_EVENT if _doubles(discourse, outing) else 0.1) if here else 0.2
    if context.round is None and context.carried_round == outing.round:
        soft += 0.05
    elif context.round is None and outing.round != "final":
        soft += EARLY_ROUND if claims[0].kind == "result-mark" and len(claims) == 1 else EARLY_PLACE
    return soft


def _doubles(discourse: Discourse, outing: Outing) -> bool:
    """Whether the athlete ran in several events of the edition, so that the event must be told."""
    return len({o.setting.event for o in discourse.outings.of(outing.person) if o.setting.competition == outing.setting.competition}) > 1


def _past(claims: list[Claim], context: Context, outing: Outing) -> bool:
    """Whether the text leaves room for an earlier contest: it looks back, carries one on, or only describes somebody."""
    if context.past or any(outing.setting.competition in ref.editions for ref in context.near):
        return True
    if outing.setting.competition in context.carried_editions:
        return True
    return any(c.owner is not None and c.owner.np <= c.i < c.owner.i for c in claims)

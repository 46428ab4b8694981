"""Differences: the margins that a text may mean, each with the two marks it is the difference of."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.claims.margin import Gap
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.outings import Outing
from kerrcheck.recordbook import book
from kerrcheck.values.mark import Mark


class Difference(NamedTuple):
    """Two marks and how far they are apart, in thousandths; `rank` 0 where the words name both, higher the vaguer."""

    milli: int
    one: Mark
    two: Mark
    rank: int
    facts: tuple[Fact, ...] = ()


def differences(discourse: Discourse, claim: Claim) -> list[Difference]:
    """Every difference that a margin may be, the likeliest first: between two athletes, or between a mark and an older one."""
    found: list[Difference] = []
    gap: Gap = claim.detail
    a = _chosen(discourse, claim.owner.ids if claim.owner else ())
    b = _chosen(discourse, claim.other.ids if claim.other else ())
    if gap.between != "older":
        for one in a:
            found += [
                d for two in b if one.setting.key() == two.setting.key() for d in _apart(one, two, 0 if _here(discourse, claim, one) else 1)
            ]
            found += [] if b else _neighbours(discourse, claim, one)
    if gap.between != "rivals":
        for one in a:
            found += _earlier(discourse, claim, one, a)
        found += _against_records(discourse, claim, a)
    found += _of_text(discourse, claim) if gap.between != "older" else []
    found += _printed(discourse, claim)
    return sorted(found, key=lambda d: d.rank)


def _chosen(discourse: Discourse, ids: Iterable[str]) -> list[Outing]:
    """The outings of people with a mark, up to the article's day."""
    day = discourse.day
    return [o for id_ in list(ids)[:3] for o in discourse.outings.of(id_) if o.mark and (not day or not o.day or o.day <= day)]


def _here(discourse: Discourse, claim: Claim, outing: Outing) -> bool:
    """Whether an outing is the final of the contest reported, or of one the words name."""
    named = {e for r in (*claim.context.refs, *claim.context.near) for e in r.editions}
    wanted = claim.context.round.value if claim.context.round else claim.context.carried_round or "final"
    if outing.round != wanted:
        return False
    return (
        outing.setting.competition in named if named and claim.context.refs else discourse.in_focus(outing.setting.competition, outing.day)
    )


def _apart(one: Outing, two: Outing, rank: int) -> list[Difference]:
    """The difference of two outings."""
    if not one.mark or not two.mark or one.mark.unit != two.mark.unit:
        return []
    facts = tuple(o.facts["mark"] for o in (one, two) if "mark" in o.facts)
    return [Difference(abs(one.mark.milli - two.mark.milli), one.mark, two.mark, rank, facts)]


def _neighbours(discourse: Discourse, claim: Claim, one: Outing) -> list[Difference]:
    """Differences to the winner, to the next before and behind, and to those named in the sentence or the one before."""
    found: list[Difference] = []
    here = _here(discourse, claim, one)
    if not here and not discourse.in_focus(one.setting.competition, one.day):
        return found
    parts = discourse.parts[max(0, claim.part - 1) : claim.part + 1]
    named = {x for part in parts for actor in part.actors for x in actor.ids}
    field = sorted(
        (o for o in discourse.outings.within(one.setting.key()) if o.mark),
        key=lambda o: o.mark.milli if o.mark and o.mark.unit == "s" else -(o.mark.milli if o.mark else 0),
    )
    at = next((k for k, o in enumerate(field) if o.person == one.person), -1)
    for k, two in enumerate(field):
        if two.person == one.person or at < 0:
            continue
        winner = 0 in (at, k) and (k in {0, 1})
        if winner or abs(at - k) == 1 or two.person in named:
            found += _apart(one, two, (2 if here and winner else 4) if one.round == "final" else 5)
    return found


def _earlier(discourse: Discourse, claim: Claim, one: Outing, all_: list[Outing]) -> list[Difference]:
    """Differences to the athlete's own other outings in the event."""
    named = {e for r in (*claim.context.refs, *claim.context.near) for e in r.editions}
    found = []
    for two in all_:
        if (
            two.setting.event == one.setting.event
            and two.setting.key() != one.setting.key()
            and discourse.in_focus(one.setting.competition, one.day)
        ):
            told = two.setting.competition in named or two.setting.competition in claim.context.carried_editions
            if told:
                found += _apart(one, two, 2 if two.round == one.round == "final" else 6)
    return found


def _of_text(discourse: Discourse, claim: Claim) -> list[Difference]:
    """The difference of the marks that the text itself gives the two, or the first two of a list, near the margin."""
    near = [
        c
        for c in discourse.claims
        if c.kind == "result-mark" and c.owner and c.owner.ids and 0 <= claim.part - c.part <= 8 and c.value.precision
    ]
    if not claim.owner or not claim.owner.ids:
        return []
    mine = [c for c in near if set(c.owner.ids) == set(claim.owner.ids)]
    if claim.other is not None:
        theirs = [c for c in near if set(c.owner.ids) == set(claim.other.ids)]
    else:
        theirs = [c for c in near if mine and c.part == mine[-1].part and set(c.owner.ids) != set(claim.owner.ids)][:1]
    if not mine or not theirs or mine[-1].value.shape != theirs[-1].value.shape:
        return []
    one, two = (Mark(c.value.milli, "s" if c.value.unit == "?" else c.value.unit, c.value.precision) for c in (mine[-1], theirs[-1]))
    return [Difference(abs(one.milli - two.milli), one, two, 2)] if one.milli != two.milli else []


def _before(discourse: Discourse, mine: list[Outing]) -> str:
    """The day of the contest reported, before which older marks stood."""
    return min((o.day for o in mine if o.day and discourse.in_focus(o.setting.competition, o.day)), default=discourse.day or "9")


def _standing(discourse: Discourse, facts: list[Fact], mine: list[Outing]) -> list[Fact]:
    """Of records, the last of each scope before the contest reported."""
    before = _before(discourse, mine)
    last: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if (fact.valid_from or "") < before:
            last[fact.predicate, fact.setting.key() if fact.setting else ""] = fact
    return list(last.values())


def _bests(discourse: Discourse, people: Iterable[str], mine: list[Outing]) -> list[Fact]:
    """People's bests in each event as they stood before the contest reported."""
    facts = [f for p in list(people)[:2] for f in discourse.store.facts_about(p) if f.predicate == "best"]
    return _standing(discourse, facts, mine)


def _printed(discourse: Discourse, claim: Claim) -> list[Difference]:
    """Differences of two marks printed near the margin."""
    part = discourse.parts[claim.part]
    before = discourse.parts[claim.part - 1] if claim.part else None
    gap: Gap = claim.detail
    here = [m.value for m in gap.marks if m.value.milli > claim.value.milli and m.value.precision]
    near = here + (
        [m.value for m in before.sentence.kind("quantity") if m.value.precision]
        if before and before.sentence.paragraph == part.sentence.paragraph
        else []
    )
    pairs = ((_mark(x), _mark(y)) for x, y in combinations(near, 2) if x.shape == y.shape == "clock" or x.unit == y.unit)
    return [Difference(abs(a.milli - b.milli), a, b, 4) for a, b in pairs if a.milli != b.milli]


def _mark(value: Quantity) -> Mark:
    """A quantity as a mark, in seconds where it has no unit."""
    return Mark(value.milli, "s" if value.unit == "?" else value.unit, value.precision)


def _against_records(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """Differences between the athlete's mark (or one printed) and records, bests and printed marks of the event."""
    records, gap = book(discourse), claim.detail
    people = claim.owner.ids if claim.owner else ()
    marks = [o.mark for o in mine if o.mark and discourse.in_focus(o.setting.competition, o.day)]
    events = records.events((), discourse.parts[claim.part], people)
    facts = _standing(discourse, records.of(events, (), discourse.day), mine) + _bests(discourse, people, mine)
    rank = 3 if gap.record or gap.best else 7
    older = [(right, fact) for fact in facts if (right := records.mark(fact))]
    found = [
        Difference(abs(right.milli - mark.milli), mark, right, rank, (fact,))
        for right, fact in older
        for mark in marks
        if right.unit == mark.unit and right.milli != mark.milli
    ]
    return found + [d for printed in gap.marks for mark in marks for d in _against_printed(claim, printed, mark)]


def _against_printed(claim: Claim, printed: Mention, mark: Mark) -> list[Difference]:
    """The difference between a mark and one printed in the sentence, of less doubt right behind the margin."""
    value: Quantity = printed.value
    unit = mark.unit if value.unit == "?" else value.unit
    if not value.precision or unit != mark.unit or value.milli == mark.milli:
        return []
    beside = 0 <= printed.i - claim.j <= 4
    return [Difference(abs(value.milli - mark.milli), mark, Mark(value.milli, unit, value.precision), 1 if beside else 3)]

"""Supplanting: a line told of one athlete that is wholly another's of the contest, so that the name is what is wrong.

Where neither the mark nor the place nor the nation is true of the athlete who is named, and all are true of one other athlete of the
contest that is named or reported, one wrong name explains what would be two wrong figures or more, or a contest in which they never were.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.blame import name_instead
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import agrees, slip_of
from kerrcheck.outings import Outing
from kerrcheck.reservations import reservation
from kerrcheck.statement import Setting
from kerrcheck.ties import nation_fits

_NAMED = ("full", "family")
_PLACES = ("venue", "date", "competition", "event", "order", "age", "title")
_ASIDE = ("record", "best")
_ENOUGH = 2


class Told(NamedTuple):
    """What a sentence tells of one athlete it names: the results, the nations that are not theirs, and where all claims stand."""

    actor: Actor
    results: list[Claim]
    nations: list[Claim]
    places: list[int]


def supplanted(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[tuple[list[int], Verdict]]:
    """For each name whose line is wholly another's: the claims' places, and the one verdict."""
    for told in _lines(cases, verdicts):
        case = cases[told.places[0]]
        found = {o.person: o for o in _fitting(case.discourse, told)}
        if len(found) == 1 and _explains(case.discourse, told, next(iter(found.values()))):
            yield told.places, name_instead(case, told.actor, next(iter(found.values())))


def _lines(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[Told]:
    """What is told of each athlete named, where an exact mark that is not theirs is."""
    groups: dict[tuple[int, int], list[int]] = {}
    for k, case in enumerate(cases):
        owner = case.claim.owner
        if owner is not None and owner.how in _NAMED and len(owner.ids) == 1:
            groups.setdefault((case.claim.part, owner.i), []).append(k)
    for some in groups.values():
        told = _told(cases, some)
        if told is not None:
            besides = [k for k in some if cases[k].claim.kind in _PLACES and verdicts[k].kind == "contradicted"]
            yield told._replace(places=[*told.places, *besides, *_about(cases, verdicts, told.actor)])


def _told(cases: Sequence[Case], some: Sequence[int]) -> Told | None:
    """The first exact mark of a name's claims, the places and the foreign nations beside it; None where the mark is one of theirs."""
    discourse, actor = cases[some[0]].discourse, cases[some[0]].claim.owner
    claims = [(k, cases[k].claim) for k in some]
    marks = [(k, c) for k, c in claims if _exact(c)][:1]
    here = [c.context.event for _, c in marks]
    results = marks + [(k, c) for k, c in claims if c.kind == "result-placing" and all(c.context.event == event for event in here)]
    if actor is None or not results or any(c.modality != "asserted" or c.bond == "none" or _reserved(cases[k]) for k, c in results):
        return None
    if any(agrees(c, o) for _, c in marks for o in discourse.outings.of(actor.ids[0])):
        return None
    foreign = [(k, c) for k, c in claims if c.kind == "nation" and not _at_home(discourse, actor.ids[0], c)]
    if not marks and not foreign:
        return None
    return Told(actor, [c for _, c in results], [c for _, c in foreign], [k for k, _ in (*results, *foreign)])


def _reserved(case: Case) -> bool:
    """Whether a turn of phrase may make a result somebody else's, whatever contest of the athlete named was thought of."""
    return reservation(case._replace(line=None)) is not None


def _at_home(discourse: Discourse, person: str, claim: Claim) -> bool:
    """Whether a nation, told of somebody, is theirs; where it is a town, that is not asked."""
    return claim.detail[0] != "nation" or nation_fits(discourse.cast, discourse.store, person, set(claim.value), discourse.day)


def _about(cases: Sequence[Case], verdicts: Sequence[Verdict], actor: Actor) -> Iterator[int]:
    """Words for the contest that are refuted only because of the name: those beside the line, in a sentence that names nobody else."""
    part = next(c.claim.part for c in cases if c.claim.owner is actor)
    named = {a.i for a in cases[0].discourse.parts[part].actors if a.how in _NAMED}
    for k, case in enumerate(cases):
        claim = case.claim
        if claim.part == part and claim.owner is None and claim.kind in _PLACES and verdicts[k].kind == "contradicted" and len(named) == 1:
            yield k


def _exact(claim: Claim) -> bool:
    """Whether a claim is a mark to its last figure."""
    return claim.kind == "result-mark" and bool(claim.value.precision or claim.value.milli >= 1_000_000)


def _contests(discourse: Discourse, told: Told) -> Iterator[str]:
    """The contests that the words name, else those reported; those of others told of beside where more is wrong than the results."""
    for claim in told.results:
        context = claim.context
        events = context.event.value if context.event is not None and context.event.kind == "event" else context.carried
        sexes = {context.sex.value} if context.sex else {discourse.cast.sex(told.actor.ids)}
        here = () if context.refs or context.past else discourse.focus
        for edition in sorted({e for r in context.refs for e in r.editions} or {*here}):
            yield from (Setting(edition, e, s, context.round.value if context.round else "final").key() for e in events for s in sexes if s)
        if len(told.places) > len(told.results) + len(told.nations):
            yield from _met(discourse, claim)


def _met(discourse: Discourse, claim: Claim) -> Iterator[str]:
    """The finals reported of whoever is named in the claim's sentence or the one before, where the claim names no contest."""
    if claim.context.refs or claim.context.event:
        return
    for part in discourse.parts[max(0, claim.part - 1) : claim.part + 1]:
        for person in (a.ids[0] for a in part.actors if a.how in _NAMED and len(a.ids) == 1):
            finals = (o for o in discourse.outings.of(person) if o.round == "final" and discourse.in_focus(o.setting.competition, o.day))
            yield from (o.setting.key() for o in finals)


def _fitting(discourse: Discourse, told: Told) -> Iterator[Outing]:
    """Other athletes of those contests of whom every result, and every nation that is refuted, is true."""
    for key in dict.fromkeys(_contests(discourse, told)):
        for outing in discourse.outings.within(key):
            if outing.person in told.actor.ids or not all(agrees(claim, outing) for claim in told.results):
                continue
            people = discourse.store.people([outing.person])
            discourse.cast.people.update({k: v for k, v in people.items() if k not in discourse.cast.people})
            fits = (nation_fits(discourse.cast, discourse.store, outing.person, set(c.value), discourse.day) for c in told.nations)
            if outing.person in people and all(fits):
                yield outing


def _explains(discourse: Discourse, told: Told, right: Outing) -> bool:
    """Whether another name explains more than other figures: two things at least, or one where the athlete was not in the contest."""
    person, other = (discourse.cast.people[x] for x in (told.actor.ids[0], right.person))
    if person.given.split()[:1] == other.given.split()[:1] or any(f.standing == "contested" for f in right.facts.values()):
        return False
    mine = [o for o in discourse.outings.of(person.id) if o.setting.key() == right.setting.key()]
    if any(slip_of(c, o) or agrees(c, o) for o in mine for c in told.results):
        return False
    if len(told.results) + len(told.nations) >= _ENOUGH:
        return True
    named = {e for r in told.results[0].context.refs for e in r.editions}
    if told.results[0].detail in _ASIDE or right.setting.competition not in named:
        return False
    return right.whole and not any(_edition(o) == _edition(right) for o in discourse.outings.of(person.id))


def _edition(outing: Outing) -> tuple[str | None, str | None]:
    return outing.setting.competition, outing.setting.event

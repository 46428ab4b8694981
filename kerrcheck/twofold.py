"""Twofold: a place and a mark side by side that are wholly one other athlete's, in any round of what is reported.

One of them alone may fit somebody by chance. Where both are those of one athlete to the last figure, and neither is of whoever is named,
the name is what is wrong.
"""

from collections.abc import Iterator, Sequence

from kerrcheck.blame import name_instead
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import Claim
from kerrcheck.fitting import agrees, slip_of
from kerrcheck.outings import Outing
from kerrcheck.reservations import reservation

_NAMED = ("full", "family")
_BESIDE = 2


def twofold(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[tuple[list[int], Verdict]]:
    """For each place and mark of another athlete: the claims' places, and the one verdict."""
    parts: dict[int, list[int]] = {}
    for k, case in enumerate(cases):
        parts.setdefault(case.claim.part, []).append(k)
    for some in parts.values():
        for k in some:
            if _unproved(cases[k], verdicts[k]):
                yield from _told(cases, verdicts, some, k)


def _told(cases: Sequence[Case], verdicts: Sequence[Verdict], some: Sequence[int], k: int) -> Iterator[tuple[list[int], Verdict]]:
    """The verdict on the mark at k and the one place beside it in its sentence, where both are one other athlete's."""
    case, owner = cases[k], cases[k].claim.owner
    beside = [i for i in some if verdicts[i].kind != "supported" and _beside(case.claim, cases[i].claim)]
    if owner is None or len(beside) != 1 or any(reservation(c._replace(line=None)) for c in (case, cases[beside[0]])):
        return
    claims = (case.claim, cases[beside[0]].claim)
    right = [c.line.best.outing for i in some if verdicts[i].kind == "supported" and (c := cases[i]).line and c.line.best]
    found = {o.person: o for o in _outings(case, right) if all(agrees(c, o) for c in claims)}
    if len(found) == 1 and _another(case, claims, next(iter(found.values()))):
        yield [k, *beside], name_instead(case, owner, next(iter(found.values())))


def _unproved(case: Case, verdict: Verdict) -> bool:
    """Whether a claim is an exact mark of somebody named that no result of theirs bears out."""
    claim, owner = case.claim, case.claim.owner
    if claim.kind != "result-mark" or not claim.value.precision or claim.modality != "asserted" or verdict.kind == "supported":
        return False
    if owner is None or owner.how not in _NAMED or len(owner.ids) != 1:
        return False
    return not any(agrees(claim, o) for o in case.discourse.outings.of(owner.ids[0]))


def _beside(mark: Claim, place: Claim) -> bool:
    """Whether a claim is a place of the same athlete, right beside their mark."""
    if place.kind != "result-placing" or place.modality != "asserted" or place.owner != mark.owner or place.part != mark.part:
        return False
    return 0 <= mark.i - place.j <= _BESIDE or 0 <= place.i - mark.j <= _BESIDE


def _outings(case: Case, right: Sequence[Outing]) -> Iterator[Outing]:
    """What is on record of the event in the editions reported, and in those of what is right in the same sentence."""
    discourse, claim = case.discourse, case.claim
    context = claim.context
    events = (
        set(context.event.value)
        if context.event and context.event.kind == "event"
        else {*context.carried} or {e for o in right if (e := o.setting.event)}
    )
    editions = {*discourse.focus} | {e for o in right if (e := o.setting.competition)}
    sex = discourse.cast.sex(claim.owner.ids) if claim.owner else None
    for edition in sorted(editions):
        for contest in discourse.store.contests(edition):
            if contest.setting.event in events and contest.setting.sex == sex:
                yield from discourse.outings.within(contest.setting.key())


def _another(case: Case, claims: Sequence[Claim], right: Outing) -> bool:
    """Whether the one whom all fits is a person named nowhere in the sentence, and nobody else stands between the name and what is told."""
    owner = case.claim.owner
    if owner is None or any(f.standing == "contested" for f in right.facts.values()):
        return False
    actors, last = case.discourse.parts[case.claim.part].actors, max(c.i for c in claims)
    between = any(owner.j <= a.i < last and a.ids != owner.ids for a in actors)
    if between or any(right.person in a.ids for a in actors) or not case.discourse.store.people([right.person]):
        return False
    mine = (o for o in case.discourse.outings.of(owner.ids[0]) if o.setting.key() == right.setting.key())
    return not any(slip_of(c, o) or agrees(c, o) for o in mine for c in claims)

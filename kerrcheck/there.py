"""There: whether a result that is told beside a town or a stadium was had in that very place."""

from kerrcheck.checks import Case
from kerrcheck.claims import RESULTS, Claim
from kerrcheck.discourse import Part
from kerrcheck.fitting import agrees
from kerrcheck.outings import Outing

_NAMESAKES = 8


def was_there(case: Case) -> bool:
    """Whether a result of the sentence is that of somebody of the text in the town or the stadium named."""
    m = case.claim.detail
    named = {id_ for id_, _ in m.value} if case.claim.kind == "venue" else set()
    series = {x for r in case.discourse.parts[case.claim.part].refs if any(p.i == m.i for p in r.parts) for x in r.series}
    told = [c for c in case.discourse.said(case.claim.part) if c.kind in RESULTS and c.owner]
    there = ((c, o) for c in told for o in _outings(case, c) if {o.city, o.stadium} & named and (not series or o.series in series))
    return any(agrees(c, o) and not _by_another_mark(case, c, o) for c, o in there)


def _by_another_mark(case: Case, claim: Claim, outing: Outing) -> bool:
    """Whether a place is told with a mark, in one clause, that is not that of an outing but of another in which it was so as well."""
    sentence, said = case.discourse.parts[case.claim.part].sentence, case.discourse.said(case.claim.part)
    marks = (c for c in said if c.kind == "result-mark" and c.value.precision > 1 and sentence.segment(c.i) == sentence.segment(claim.i))
    mine = [c for c in marks if c.owner and claim.owner and c.owner.ids == claim.owner.ids]
    if claim.kind != "result-placing" or len(mine) != 1 or agrees(mine[0], outing) is not False:
        return False
    return any(agrees(mine[0], o) and agrees(claim, o) for o in _outings(case, claim))


def at_a_stadium(case: Case, part: Part) -> bool:
    """Whether a result is told beside a stadium in which its owner had it, of whatever contest the sentence is else."""
    claim, sentence = case.claim, part.sentence
    here = [m for m in sentence.kind("venue") if sentence.segment(m.i) == sentence.segment(claim.i)]
    named = {id_ for m in here for id_, _ in m.value}
    people = claim.owner.ids if claim.owner else ()
    return any(o.stadium in named and agrees(claim, o) for x in people for o in case.discourse.outings.of(x))


def _outings(case: Case, claim: Claim) -> list[Outing]:
    """The outings that a result may be: of its owner, and for a mark of anybody of the text."""
    people = {*(claim.owner.ids if claim.owner else ())}
    if claim.kind == "result-mark" and claim.value.precision:
        people |= {x for p in case.discourse.parts for a in p.actors for x in a.ids[:_NAMESAKES]}
    day = case.discourse.day
    return [o for x in sorted(people) for o in case.discourse.outings.of(x) if not day or not o.day or o.day <= day]

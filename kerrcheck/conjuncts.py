"""Conjuncts: a place told in the breath of another of the contest reported: `Quill was second and Brekke, of Norway, third`."""

from kerrcheck.actors import NAMED
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.outings import Outing
from kerrcheck.rows import Line

_PODIUM = ("1", "2", "3")
_APART, _NEXT = 8, 3


def conjoined(discourse: Discourse, line: Line, others: list[Line]) -> Line:
    """A place that is true only of another contest, beside a place of the one reported in the same sentence: its name is wrong.

    Where both have a verb of their own, only one that is true of another edition, and told behind that of the one reported.
    """
    claim = line.claims[0]
    if line.instead or len(line.claims) > 1 or not _bare(claim) or any(discourse.parts[claim.part].sentence.kind("year", "ago")):
        return line
    for other in others:
        mate, fit = other.claims[0], other.best
        if mate.part != claim.part or fit is None or fit.misfits or not _bare(mate) or not 0 < abs(claim.i - mate.i) <= _APART:
            continue
        gapped = _gapped(discourse, *sorted((mate, claim), key=lambda c: c.i)) and claim.context.carried == (fit.outing.setting.event,)
        if not (gapped or _elsewhere(discourse, line, mate)) or not discourse.in_focus(fit.outing.setting.competition, None):
            continue
        if right := _of_place(discourse, claim, fit.outing, gapped):
            return line._replace(instead=right, sure=True)
    return line


def _gapped(discourse: Discourse, first: Claim, second: Claim) -> bool:
    """Whether a second place has no verb of its own."""
    return not any(_end(first) <= x.i < second.i for x in discourse.parts[first.part].sentence.kind("finish", "take"))


def _elsewhere(discourse: Discourse, line: Line, mate: Claim) -> bool:
    """Whether a line is true, behind another place, of an edition that is not reported."""
    best = line.best
    true = best is not None and not best.misfits and not discourse.in_focus(best.outing.setting.competition, None)
    return true and mate.i < line.claims[0].i


def _end(claim: Claim) -> int:
    """Where a claim and whose it is have both been told."""
    return max(claim.j, claim.owner.j if claim.owner else 0)


def _bare(claim: Claim) -> bool:
    """Whether a claim is a place or a medal of somebody named, firmly theirs, with no word for another contest beside it."""
    context, owner = claim.context, claim.owner
    told = context.refs or context.event or context.round or context.days or context.past or context.sex
    named = owner is not None and owner.how in NAMED and len(owner.ids) == 1 and owner.role == "subject"
    named = named and owner is not None and (owner.j <= claim.i or owner.np - claim.j < _NEXT)
    return claim.kind == "result-placing" and claim.value in _PODIUM and claim.modality == "asserted" and named and not told


def _of_place(discourse: Discourse, claim: Claim, beside: Outing, gapped: bool) -> Outing | None:
    """Who took a place in a final, where whoever is named was not in it, nor, unless the verb is `gapped`, so placed at the edition."""
    there = discourse.outings.within(beside.setting.key())
    mine = discourse.outings.of(claim.owner.ids[0]) if claim.owner else ()
    here = not gapped and any(o.setting.competition == beside.setting.competition and o.place == int(claim.value) for o in mine)
    found = [o for o in there if o.places == (int(claim.value),) or o.place == int(claim.value)]
    absent = beside.round == "final" and not here and not any(o.setting.key() == beside.setting.key() for o in mine)
    return found[0] if absent and len(found) == 1 and _of_one_sex(discourse, claim, found[0]) else None


def _of_one_sex(discourse: Discourse, claim: Claim, right: Outing) -> bool:
    """Whether whoever is named is of the sex of the contest."""
    return claim.owner is not None and discourse.cast.sex(claim.owner.ids) == right.setting.sex

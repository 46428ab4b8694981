"""Companions: lines beside which, in their sentence, a right one shows the contest: `Quill was fourth in 20.12, with Brekke seventh`."""

from kerrcheck.actors import NAMED
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import agrees
from kerrcheck.outings import Outing
from kerrcheck.rows import Line


def accompanied(discourse: Discourse, line: Line, right: list[Line]) -> Line:
    """A line of one claim that nothing but its own figure contradicts, sure where right lines beside it are of that one contest."""
    claim, best = line.claims[0], line.best
    if line.sure or line.instead or best is None or len(line.claims) > 1 or [m.claim for m in best.misfits] != [claim]:
        return line
    if claim.modality != "asserted" or claim.bond != "strong" or claim.owner is None or claim.owner.how not in NAMED:
        return line
    key, context = best.outing.setting.key(), claim.context
    contests = {x.best.outing.setting.key() for x in right if x.best}
    named = context.refs or context.days or context.event or context.round or context.past
    if contests != {key} or named or not discourse.in_focus(best.outing.setting.competition, best.outing.day):
        return line
    part = discourse.parts[claim.part]
    if any(best.outing.setting.competition not in r.editions for r in part.refs) or any(part.sentence.kind("record", "best")):
        return line
    if any(agrees(claim, o) for o in _there(discourse, line)):
        return line
    return line._replace(sure=True, reason=None)


def _there(discourse: Discourse, line: Line) -> list[Outing]:
    """What else is on record of the owner: every mark, and the places at the edition of the contest."""
    outing, marked = line.best.outing if line.best else None, line.claims[0].kind == "result-mark"
    mine = discourse.outings.of(outing.person) if outing else ()
    return [o for o in mine if marked or (outing and o.setting.competition == outing.setting.competition)]

"""Rows: marks that stand among others of one contest, and what that shows of the one that differs."""

from kerrcheck.actors import NAMED
from kerrcheck.certainty import result_told
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, fits, slip


def in_row(discourse: Discourse, claim: Claim, keys: list[str]) -> Fit | None:
    """The outing that a mark is of which stands among marks of some contests, if they are one: `X 3:27.79, Y 3:27.08, Z 3:29.45`."""
    owner, context = claim.owner, claim.context
    if not keys or len(set(keys)) > 1 or claim.detail != "mark" or owner is None or len(owner.ids) != 1:
        return None
    if context.refs or context.days or claim.bond != "strong" or owner.how not in NAMED:
        return None
    fit = next((f for f in fits(discourse, [claim], owner.ids) if f.outing.setting.key() == keys[0]), None)
    if fit is None or len(fit.misfits) != 1 or fit.misfits[0].claim is not claim:
        return None
    listed = len(keys) > 1 and owner.j == claim.i
    return fit if listed or slip(fit.misfits[0]) else None


def lone_slip(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a mark told as a result is a slip of one of its owner's marks, and of no other."""
    context = claim.context
    if len(best.misfits) != 1 or not slip(best.misfits[0]) or claim.bond == "none" or not result_told(discourse, claim):
        return False
    if context.refs or context.days or context.past:
        return False
    others = (f for f in fits(discourse, [claim], claim.owner.ids if claim.owner else ()) if f.outing != best.outing)
    return not any(not f.misfits or slip(f.misfits[0]) for f in others)

"""What has to speak for an accusation of an order: who beat whom."""

from kerrcheck.actors import NAMED
from kerrcheck.beside import Beside, theirs
from kerrcheck.checks import Case

_TWO, _NEAR = 2, 3
_WEAK = frozenset(("weak", "none"))


def order(case: Case, beside: Beside) -> bool:
    """Whether the contest in which two met is shown: by what else is right, by its name, or as the sentence is of nothing else."""
    owner, other = case.claim.owner, case.claim.other
    if owner is None or owner.role == "owner" or owner.how == "relative":
        return False
    if beside.verdict.at != case.span() or not beside.verdict.facts:
        return True  # it is of the marks or places told, and of no record
    if theirs(case, beside.here) + len(case.claim.context.refs) >= _TWO or _placed(case, beside):
        return True
    pair = {owner.ids, other.ids} if other else None
    if any(
        c.claim.kind == "margin" and c.claim.owner and c.claim.other and {c.claim.owner.ids, c.claim.other.ids} == pair for c in beside.here
    ):
        return True
    part = case.discourse.parts[case.claim.part]
    alone = len(part.actors) == _TWO and not any(part.sentence.kind("ordinal", "placing", "medal", "quantity"))
    return alone and owner.how in NAMED and other is not None and other.how in NAMED


def _placed(case: Case, beside: Beside) -> bool:
    """Whether the place that the owner had in that very contest is told right before an order: `was second, ahead of Quill`."""
    contests = {f.setting.key() for f in beside.verdict.facts if f.setting}
    owner, actors = case.claim.owner, case.discourse.parts[case.claim.part].actors
    if owner is None or any(a.j == owner.np - 1 for a in actors):
        return False
    own = [c for c in beside.here if c.claim.kind == "result-placing" and 0 <= case.claim.i - c.claim.j <= _NEAR and theirs(case, [c])]
    fits = [c.line.best for c in own if c.line and c.line.best]
    sure = (fit for fit in fits if all(miss.claim is None or miss.claim.bond in _WEAK for miss in fit.misfits))
    return any(fit.outing.setting.key() in contests for fit in sure)

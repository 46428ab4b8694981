"""Another meeting: whether what a margin was held against is of another contest than the words around it may tell of."""

from kerrcheck.allowances import pair_told
from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._elsewhere_apart import met, of_another_event, on_another_day, set_elsewhere
from kerrcheck.checks._slipped_gap import agrees, slip
from kerrcheck.shown import scored

_OLDER, _RIVALS = "older", "rivals"


def of_another_contest(case: Case, verdict: Verdict) -> bool:
    """Whether a margin may be of another contest, event or day than it was held against; not where both marks stand beside it."""
    if pair_told(case.discourse, case.claim, verdict.facts):
        return False
    return any(away(case, verdict) for away in (_of_another_day, of_another_event, on_another_day))


def _of_another_day(case: Case, verdict: Verdict) -> bool:
    """Whether a sentence set elsewhere may tell of another meeting of the two: one fits, or the margin is no slip of the one found."""
    if not set_elsewhere(case) or scored(case.discourse, case.claim):
        return False
    right, claim = round(float(verdict.answers[0]) * 1000), case.claim
    rivals = claim.detail.between == _RIVALS or (claim.other is not None and claim.detail.between != _OLDER)
    unlike = rivals and claim.value.bound == "=" and not slip(claim.value, right)
    return unlike or any(agrees(claim.value, d) for d in met(case))

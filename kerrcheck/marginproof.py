"""What has to speak for an accusation of a margin: the contest that it is of is shown."""

from kerrcheck.beside import Beside
from kerrcheck.checks import Case
from kerrcheck.values.mark import parse

_REACH = 6


def margin(case: Case, beside: Beside) -> bool:
    """Whether the contest of a margin to nobody in particular is shown: by marks of the text, or a result that is right."""
    claim, gap = case.claim, case.claim.detail
    if any(c.claim.kind == "record-set" and 0 <= claim.i - c.claim.j <= 1 for c in beside.against):
        return False  # by how much, is of the record that it was not
    if gap.between == "older" or gap.places or not beside.verdict.facts or _shown_by_itself(case, beside):
        return True
    marks = [mark for f in beside.verdict.facts if (mark := parse(f.value, claim.value.unit if claim.value.unit != "?" else "s"))]
    if any(mark.slip(m.value.milli) for m in gap.marks for mark in marks):
        return True
    if any(0 <= claim.i - m.j <= _REACH and m.value.milli > claim.value.milli and m.value.unit == claim.value.unit for m in gap.marks):
        return False
    if claim.other is not None and claim.value.bound == "=":
        return True
    contests = {f.setting.key() for f in beside.verdict.facts if f.setting}
    lines = (other.line for other in (*beside.here, *beside.before) if other.line and other.line.best)
    return any(line.best.outing.setting.key() in contests for line in lines if line.best and not line.best.misfits)


def _shown_by_itself(case: Case, beside: Beside) -> bool:
    """Whether what a margin is held against is a record's, or of the edition that the sentence goes on about."""
    facts = beside.verdict.facts
    of_records = any(f.predicate.startswith("record:") for f in facts)
    return of_records or {f.setting.competition for f in facts if f.setting} == {*case.claim.context.carried_editions}

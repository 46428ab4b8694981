"""A value that fits no side of what the sources dispute.

Where sources of one standing disagree, a text that follows one of them is left alone.

Flags::

    Kathy Hammond took bronze in the women's 400m final at the Munich 1972 Olympic Games in «51.46».

Allows::

    Kathy Hammond took bronze in the women's 400m final at the Munich 1972 Olympic Games in 51.64.
"""

from kerrcheck.checks import Case, Verdict
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.values.mark import parse

FAMILY = "sources"
SEVERITY = "warning"
READS = ("result-mark", "result-placing")


def weigh(case: Case) -> Verdict | None:
    """Whether a disputed fact is contradicted on every side."""
    line = case.line
    if line is None or line.best is None or not line.sure or all(m.claim is not case.claim for m in line.best.misfits):
        return None
    fact = line.best.outing.facts.get("mark" if case.claim.kind == "result-mark" else "placing")
    if fact is None or fact.standing != "contested":
        return None
    sides = (fact.value, *(value for value, _ in fact.against))
    if any(_agrees(case, fact, side) for side in sides):
        return Verdict("supported", facts=(fact,))
    message = f"{case.raw(case.span())} is on no side of a dispute: {', '.join(sides)}"
    return Verdict("conflicting", None, (fact,), case.span(), sides, message=message)


def _agrees(case: Case, fact: Fact, side: str) -> bool:
    """Whether the claim agrees with one side."""
    if case.claim.kind == "result-placing":
        return bool(case.claim.value == side)
    unit = case.discourse.outings.units.get((fact.setting.event if fact.setting else None) or "", "s")
    mark = parse(side, unit)
    return mark is not None and mark_agrees(case.claim.value, mark)

"""A mark whose form is wrong and whose value is right: a colon for a point.

The value is not in doubt, so it is only a note.

Flags::

    Josh Kerr took silver in the 1500m final at the Paris 2024 Olympic Games in «3:27:79 → 3:27.79».

Allows::

    Josh Kerr took silver in the 1500m final at the Paris 2024 Olympic Games in 3:27.79.
"""

from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.values.mark import Mark

FAMILY = "input"
SEVERITY = "info"
READS = ("odd-mark",)


def weigh(case: Case) -> Verdict | None:
    """The form that the event has, where just one reading is plausible."""
    event, readings = case.claim.detail
    if len(readings) != 1:
        return unverified("no reading of it is plausible in the event")
    right = Mark(readings[0].milli, event.unit, readings[0].precision).text()
    raw = case.raw(case.span())
    return Verdict("contradicted", None, (), case.span(), (right,), right, message=f"{raw} reads like {right} in the {event.names[0]}")

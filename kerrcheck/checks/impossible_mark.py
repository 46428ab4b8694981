"""A mark that nobody has made or could: far outside what is printed of the event.

A figure too many, or the mark of another event; the range of each event is data, and only what lies far beyond it speaks.

Flags::

    Mutaz Barshim cleared «9.96m» in the high jump at the Doha 2019 World Championships.

Allows::

    Mutaz Barshim cleared 2.37m in the high jump at the Doha 2019 World Championships.
"""

from kerrcheck.checks import Case, Verdict

FAMILY = "results"
SEVERITY = "error"
READS = ("odd-mark",)
# A tenth beyond the range for distances; for times the range ends at the slowest that is printed, so twice that.
_FAR, _SLOW = 1.1, 2
_HOUR = 3_600_000


def weigh(case: Case) -> Verdict | None:
    """Whether the mark is beyond its event's range by far, in every reading."""
    event, readings = case.claim.detail
    value = case.claim.value
    limit = event.high * (_SLOW if event.unit == "s" else _FAR)
    owner = case.claim.owner
    if readings or value.milli <= limit or case.claim.modality != "asserted" or case.claim.context.event is None:
        return None
    if owner is None or not owner.ids or case.claim.bond == "none" or (value.shape == "clock" and value.milli >= _HOUR):
        return None
    raw = case.raw(case.span())
    return Verdict("contradicted", None, (), case.span(), message=f"{raw} is no mark of the {event.names[0]}")

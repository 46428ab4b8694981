"""Marked elsewhere: whether the words around an order tell of another contest than the one in which two met."""

from kerrcheck.checks import Case
from kerrcheck.outings import Outing

_LEAST = 2


def marked_elsewhere(case: Case, pair: tuple[Outing, Outing]) -> bool:
    """Whether a town told in the clause is another, or marks told in the sentence are those, or slips of those, of neither of the two."""
    claim, discourse = case.claim, case.discourse
    sentence = discourse.parts[claim.part].sentence
    towns = {id_ for m in sentence.within(sentence.segment(claim.i)) if m.kind == "city" for id_, _ in m.value}
    place = discourse.store.place(pair[0].city or "", "city")
    if towns and pair[0].city and towns.isdisjoint({pair[0].city, *(place.near if place else ())}):
        return True
    marks = [o.mark for o in pair if o.mark]
    told = [m.value for m in sentence.kind("quantity") if m.value.precision >= _LEAST or m.value.shape == "clock"]
    told = [v for v in told if any(mark.milli // 2 < v.milli < 2 * mark.milli for mark in marks)]
    return bool(told and marks) and not any(mark.milli == v.milli or mark.slip(v.milli) for v in told for mark in marks)

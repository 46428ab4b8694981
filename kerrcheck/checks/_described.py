"""Descriptions whose mark is that of somebody named just before, and not of any bearer: the nation that they tell is wrong."""

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Quantity
from kerrcheck.performances import alike
from kerrcheck.ties import nation_fits

_BACK = 2


def of_whom(case: Case, bearer: str) -> str | None:
    """Who of those named just before has the exact mark that a description's sentence tells, where its bearer has not.

    `The record had been Gidey's. The Kenyan ran 14:07.94`: the mark is Gidey's, and she is no Kenyan.
    """
    claim, discourse = case.claim, case.discourse
    marks = [m for m in discourse.parts[claim.part].sentence.kind("quantity") if m.value.precision and m.i >= claim.j]
    here = {x for a in discourse.parts[claim.part].actors for x in a.ids[:_BACK]} | {bearer}
    if len(marks) != 1 or claim.owner is None or any(_has(case, x, marks[0].value) for x in here):
        return None
    sex, at = discourse.cast.sex((bearer,)), claim.owner.i
    near = (a for part in discourse.parts[max(0, claim.part - _BACK) : claim.part] for a in part.actors if a.j <= at and a.how in NAMED)
    people = {a.ids[0] for a in near if len(a.ids) == 1 and discourse.cast.sex(a.ids) == sex} - here
    fits = [x for x in sorted(people) if _has(case, x, marks[0].value)]
    foreign = [x for x in fits if not nation_fits(discourse.cast, discourse.store, x, set(claim.value), None)]
    return foreign[0] if len(fits) == len(foreign) == 1 else None


def _has(case: Case, person: str, value: Quantity) -> bool:
    """Whether somebody has a mark on record, to the figure."""
    some = alike(case.discourse.outings, case.discourse.calendar, person, value.milli)
    return any(mark_agrees(value, p.mark) for p in some)

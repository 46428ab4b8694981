"""Running in front: whether what is told of a leader is true by some reading of the leads on record."""

from typing import Any

from kerrcheck.phases import Phase
from kerrcheck.racing import Story

MOST, FAR_FROM_MOST, BROAD = 0.4, 0.25, 60


def fits(told: Story, tale: Any, phase: Phase | None, person: str) -> bool | None:
    """Whether somebody led as it is told; None where the record leaves it open."""
    if tale.act in ("most", "pace"):
        return _much(told, person)
    if tale.act == "all":
        return _throughout(told, person)
    if phase is None:
        return _ever(told, person, tale.act == "lose")
    if tale.act in ("until", "lose"):
        return _until(told, person, phase)
    if tale.act in ("gain", "attack"):
        return _gained(told, person, phase, max(phase.slack, BROAD) if tale.act == "attack" else phase.slack)
    return _leading(told, person, phase)


def stretch(told: Story, act: str, person: str) -> int | None:
    """How many metres were left where a person took the lead, lost it, or passed; None where that is not known, or not one place."""
    if act == "pass":
        ends = {move.at for move in told.passes if move.person == person}
    else:
        ends = {lead.end if act in ("until", "lose") else lead.start for lead in told.of(person)}
    place = ends.pop() if len(ends) == 1 else None
    return told.length - place if place is not None and place < told.length else None


def _much(told: Story, person: str) -> bool | None:
    """Whether a person led for much of the way."""
    if any(lead.sure() is None for lead in told.of(person)) or told.led(person) >= MOST * told.length:
        return True
    return False if told.whole() and told.led(person) < FAR_FROM_MOST * told.length else None


def _throughout(told: Story, person: str) -> bool | None:
    """Whether a person led from start to finish."""
    others = sum(told.led(p) for p in {lead.person for lead in told.leads} if p != person)
    return False if others > 0.02 * told.length else True if told.led(person) >= 0.9 * told.length else None


def _ever(told: Story, person: str, lost: bool) -> bool | None:
    """Whether a person led at all, and for one who `lost` it, not to the end."""
    some = [lead for lead in told.of(person) if not lost or lead.end is None or lead.end < told.length]
    return True if some else False if told.whole() else None


def _until(told: Story, person: str, phase: Phase) -> bool | None:
    """Whether a person was in front until a phase, and no longer long after it."""
    before = told.length - phase.far - phase.slack
    after = told.length - (phase.far if phase.figure else phase.near) + phase.slack
    if _another(told, person, before) or (after < told.length and person in told.in_front(after + 1)):
        return False
    ends = [lead.end for lead in told.of(person)]
    return True if any(end is None or before <= end <= after for end in ends) else None


def _gained(told: Story, person: str, phase: Phase, slack: int) -> bool | None:
    """Whether a person took the lead in a phase."""
    first, last = told.length - phase.far - slack, told.length - phase.near + slack
    starts = [lead.start for lead in told.of(person)]
    if any(start is not None and first <= start <= last for start in starts):
        return True
    if last < told.length and _another(told, person, last):
        return False
    if starts and None not in starts and told.whole():
        return False
    return None


def _leading(told: Story, person: str, phase: Phase) -> bool | None:
    """Whether a person was in front in a phase."""
    first, last = told.length - phase.far - phase.slack, told.length - phase.near + phase.slack
    some = [lead.sure() for lead in told.of(person)]
    if any(sure is not None and sure[0] <= last and first <= sure[1] for sure in some):
        return True
    return False if all(_another(told, person, at) for at in (max(first, 0), min(last, told.length))) else None


def _another(told: Story, person: str, at: int) -> bool:
    """Whether somebody else is certain to have led at some metres from the start."""
    front = told.in_front(at)
    return bool(front) and person not in front

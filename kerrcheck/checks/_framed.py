"""Framed margins: those that the words set between two marks printed, so that they are the difference of no others."""

from collections.abc import Sequence

from kerrcheck.actors import NAMED
from kerrcheck.apart import Difference, apart, as_mark, like, marks_before, points
from kerrcheck.checks import Case
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.performances import alike

_TWO, _BACK, _TIMES, _NEAR, _REACH, _ALIKE = 2, 2, 4, 3, 7, 0.8


def framed(case: Case) -> Difference | None:
    """The difference of the two marks that a margin is set between, where both are on record of somebody told of nearby.

    `his 3:30.74 took 1.39 off the best of 3:32.13`, `12.24 against 12.29: a difference of 0.05`; with the mark of the sentence before,
    `That was five centimetres more than Quill's 8.90`.
    """
    marks = _own_marks(case) or _with_the_last(case)
    if not marks or not (all(_on_record(case, m) for m in marks) or _met(case, *marks)):
        return None
    unit = case.discourse.outings.units.get(next(iter(case.claim.context.carried), ""), "s")
    found = apart(as_mark(marks[0].value, unit), as_mark(marks[1].value, unit), 0)
    return found[0] if found else None


def _own_marks(case: Case) -> tuple[Mention, Mention] | None:
    """The two marks of the margin's sentence, where it was taken off the second or stands behind both, set against each other."""
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    marks = [m for m in sentence.kind("quantity") if m.value.precision and m.value.milli > _TIMES * claim.value.milli]
    if len(marks) != _TWO or not (_taken_off(case, *marks) or _set_against(case, *marks)):
        return None
    return marks[0], marks[1]


def _with_the_last(case: Case) -> tuple[Mention, Mention] | None:
    """The one mark printed just before, and the one mark of the margin's sentence, which it is measured from."""
    claim, discourse = case.claim, case.discourse
    part = discourse.parts[claim.part]
    here = [m for m in (*part.sentence.kind("quantity"), *points(discourse, part)) if m.i != claim.i and like(claim, m)]
    near = marks_before(discourse, claim.part) if claim.part else []
    last = discourse.parts[claim.part - 1].sentence if claim.part else part.sentence
    before = [m for m in near or last.kind("quantity") if m.i != claim.i and like(claim, m)]
    if len(here) != 1 or len(before) != 1 or not _measured_from(case, here[0]):
        return None
    who = claim.owner
    firm = bool(near) and (who is None or who.how not in NAMED or who.role == "owner")
    theirs = firm or (who is not None and _of(case, before[0], who.ids))
    return (before[0], here[0]) if theirs and _ALIKE * max(before[0].value.milli, here[0].value.milli) < here[0].value.milli else None


def _measured_from(case: Case, mark: Mention) -> bool:
    """Whether a margin is measured from a mark behind it, or bettered one before it by so much.

    `a second faster than Quill's 3:30.74`, `added 16 points to the 9,039`; `improved his 3:30.74 by a second`.
    """
    claim, low, sets = case.claim, case.discourse.tokens.low, case.discourse.lexicon.sets
    part, by = case.discourse.parts[claim.part], low[claim.i - 1] in sets["doers"]
    words = range(min(mark.j, claim.j), max(mark.i, claim.i))
    if len(words) > _REACH or any(case.discourse.tokens.gap(t).strip(" -’'") for t in (*words, max(mark.i, claim.i))):
        return False
    if mark.j <= claim.i:
        older = [x for x in part.sentence.kind("between") if x.value == "older"]
        told = any((0 < mark.i - x.j < _NEAR and len(words) == 1) or x.j == claim.i - 1 for x in older)
        return told and by
    compared = any(0 <= x.i - claim.j <= 1 for x in part.sentence.kind("between"))
    added = low[claim.j] in sets["receiving"] and not by and any(x.j == claim.i for x in part.sentence.kind("gap"))
    return (compared or added) and not any(a.i in words and a.role != "owner" for a in part.actors)


def _taken_off(case: Case, one: Mention, two: Mention) -> bool:
    """Whether a margin stands behind the first mark and was taken off a record or a best `of` the second."""
    claim, low, sets = case.claim, case.discourse.tokens.low, case.discourse.lexicon.sets
    if not one.j <= claim.i < claim.j < two.i or low[claim.j] not in sets["taken_from"] or low[two.i - 1] not in sets["of"]:
        return False
    if any(case.discourse.tokens.gap(t).strip(" -’'") for t in range(claim.j, two.i + 1)):
        return False
    return any(claim.j < x.i < two.i for x in case.discourse.parts[claim.part].sentence.kind("record", "best"))


def _set_against(case: Case, one: Mention, two: Mention) -> bool:
    """Whether a margin stands shortly behind two marks that are set against each other."""
    claim, low, sets = case.claim, case.discourse.tokens.low, case.discourse.lexicon.sets
    joined = two.i - one.j == 1 and low[one.j] in sets["set_against"]
    named = two.j <= claim.i and low[claim.i - 1] in sets["of"] and low[claim.i - 2] in sets["margin_nouns"]
    return (
        (joined or named)
        and 0 <= claim.i - two.j <= _NEAR
        and not any(two.j <= a.i < claim.i for a in case.discourse.parts[claim.part].actors)
    )


def _on_record(case: Case, m: Mention) -> bool:
    """Whether a mark is that of somebody in the sentence, or in the two before."""
    return _of(case, m, _people(case))


def _of(case: Case, m: Mention, people: Sequence[str]) -> bool:
    """Whether a mark is that of one of some people."""
    discourse = case.discourse
    return any(mark_agrees(m.value, p.mark) for x in people for p in alike(discourse.outings, discourse.calendar, x, m.value.milli))


def _met(case: Case, one: Mention, two: Mention) -> bool:
    """Whether two marks are of one contest, in which somebody told of nearby had the first or the second."""
    outings = case.discourse.outings
    for mine, other in ((one, two), (two, one)):
        for o in (o for x in _people(case) for o in outings.of(x) if o.mark and mark_agrees(mine.value, o.mark)):
            if any(p.mark and mark_agrees(other.value, p.mark) for p in outings.within(o.setting.key())):
                return True
    return False


def _people(case: Case) -> tuple[str, ...]:
    """Who is named in the claim's sentence and in the two before, or told of there."""
    near = case.discourse.parts[max(0, case.claim.part - _BACK) : case.claim.part + 1]
    return tuple(dict.fromkeys(x for part in near for some in (part.topic, *(a.ids for a in part.actors)) for x in some[:_TWO]))

"""Framed margins: those that the words set between two marks of their own sentence, so that they are the difference of no others."""

from kerrcheck.apart import Difference, apart, as_mark
from kerrcheck.checks import Case
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.performances import alike

_TWO, _BACK, _TIMES, _NEAR = 2, 2, 4, 3


def framed(case: Case) -> Difference | None:
    """The difference of the two marks that a margin is set between, where both are on record of somebody told of nearby.

    `his 3:30.74 took 1.39 off the best of 3:32.13`, `12.24 against 12.29: a difference of 0.05`.
    """
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    marks = [m for m in sentence.kind("quantity") if m.value.precision and m.value.milli > _TIMES * claim.value.milli]
    if len(marks) != _TWO or not (_taken_off(case, *marks) or _set_against(case, *marks)):
        return None
    if not (all(_on_record(case, m) for m in marks) or _met(case, *marks)):
        return None
    unit = case.discourse.outings.units.get(next(iter(claim.context.carried), ""), "s")
    found = apart(as_mark(marks[0].value, unit), as_mark(marks[1].value, unit), 0)
    return found[0] if found else None


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
    discourse = case.discourse
    return any(mark_agrees(m.value, p.mark) for x in _people(case) for p in alike(discourse.outings, discourse.calendar, x, m.value.milli))


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

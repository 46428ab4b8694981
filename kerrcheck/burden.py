"""Burden of proof: what has to speak for an accusation besides the record that is against the words.

A misreading contradicts the record as readily as a slip of the pen does. What tells them apart is what else is right: a wrong mark is a
figure away from the right one or is a rival's, a place stands beside other things that are true of the athlete, an order beside what
both did, a town or a day beside a contest that is named. The rules were drawn from the alarms, true and false, that marked articles
raised when they were first read (`tests/articles/held-out-*`).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kerrcheck.actors import NAMED
from kerrcheck.certainty import neighbours
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import RESULTS
from kerrcheck.fitting import agrees
from kerrcheck.mentions import Mention
from kerrcheck.values.mark import parse

_TWO, _BACK, _NEAR, _MUCH, _REACH = 2, 2, 3, 4, 6
_WEAK = frozenset(("weak", "none"))
_RESULTS = RESULTS | {"margin", "order"}
_FIGURES = frozenset(("result-mark", "record-set"))
_DAYS = ("date", "weekday")


class Beside(NamedTuple):
    """What is right beside a claim: the claims of its sentence and of the one before that the record bears out."""

    here: Sequence[Case]
    before: Sequence[Case]


def unproven(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> list[int]:
    """The places of contradicted claims for which too little speaks."""
    right: dict[int, list[Case]] = {}
    for case, verdict in zip(cases, verdicts, strict=True):
        if verdict.kind == "supported":
            right.setdefault(case.claim.part, []).append(case)
    found = []
    for k, (case, verdict) in enumerate(zip(cases, verdicts, strict=True)):
        asked = _ASKED.get(case.claim.kind) if verdict.kind == "contradicted" else None
        beside = Beside(right.get(case.claim.part, []), right.get(case.claim.part - 1, []))
        if asked is not None and not asked(case, verdict, beside):
            found.append(k)
    return found


def _mark(case: Case, verdict: Verdict, beside: Beside) -> bool:
    """Whether a mark is a slip of the right one, a rival's, or stands in the line of a contest that is named and a place that is right.

    Where the right one stands beside it, it is another of theirs: an earlier throw, the record that they held.
    """
    line, claim = case.line, case.claim
    if any(_right_one(case, verdict, other) for other in beside.here):
        return False
    meant = parse(verdict.answers[0], claim.value.unit) if verdict.answers else None
    if line is None or line.best is None or meant is None:
        return True
    mine = case.discourse.outings.of(line.best.outing.person)
    if any(agrees(claim, o) and case.discourse.in_focus(o.setting.competition, o.day) for o in mine):
        return False
    named = _rival_named(case)
    if meant.slip(claim.value.milli):
        return not (named and claim.bond in _WEAK)
    if any(line.best.outing.setting.competition in ref.editions for ref in claim.context.refs) and _theirs(case, beside.here):
        return True
    shown = bool(beside.here) or _finished(case, _REACH)
    return shown and neighbours(case.discourse, claim, line.best) and not named


def _right_one(case: Case, verdict: Verdict, other: Case) -> bool:
    """Whether another claim is the mark that one should be, and the same owner's."""
    claim, told = case.claim, other.claim
    if told.kind != claim.kind or not (claim.owner and told.owner and claim.owner.ids == told.owner.ids):
        return False
    meant = parse(verdict.answers[0], claim.value.unit) if verdict.answers else None
    return meant is not None and bool(meant.milli == told.value.milli)


def _rival_named(case: Case) -> bool:
    """Whether somebody of the sentence, or of the one before where the mark is loosely the athlete's, has such a mark."""
    outings, number = case.discourse.outings, case.claim.part
    parts = case.discourse.parts[max(0, number - (case.claim.bond in _WEAK)) : number + 1]
    others = {x for part in parts for a in part.actors for x in a.ids[:2]} - {*(case.claim.owner.ids if case.claim.owner else ())}
    return any(o.mark and o.mark.milli == case.claim.value.milli for x in others for o in outings.of(x))


def _place(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether something else told of the owner is right, much where the place is loosely theirs, or it is told as how they finished."""
    firm = case.claim.bond not in _WEAK
    if _theirs(case, beside.here) >= (1 if firm else _TWO) or (firm and (case.claim.detail == "medal" or case.claim.context.refs)):
        return True
    if firm and (len(beside.here) >= _TWO or any(c.claim.kind in RESULTS for c in beside.here)):
        return True
    if _theirs(case, [c for c in (*beside.here, *beside.before) if c.claim.kind in _FIGURES]):
        return True
    return _finished(case, _NEAR)


def _finished(case: Case, reach: int) -> bool:
    """Whether a verb of finishing that is no mere `was` stands shortly before a claim."""
    low, being = case.discourse.tokens.low, case.discourse.lexicon.sets["being"]
    before = (m for m in case.discourse.parts[case.claim.part].sentence.kind("finish") if 0 <= case.claim.i - m.j <= reach)
    return any(low[m.j - 1] not in being for m in before)


def _order(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether the contest in which two met is shown: by what else is right, by its name, or as the sentence is of nothing else."""
    owner, other = case.claim.owner, case.claim.other
    if owner is None or owner.role == "owner" or owner.how == "relative":
        return False
    if _theirs(case, beside.here) + len(case.claim.context.refs) >= _TWO:
        return True
    part = case.discourse.parts[case.claim.part]
    alone = len(part.actors) == _TWO and not any(part.sentence.kind("ordinal", "placing", "medal", "quantity"))
    return alone and owner.how in NAMED and other is not None and other.how in NAMED


def _venue(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether a contest is named in the sentence, or a result in it is right, or no day or older mark is told that may be another's."""
    context, sentence = case.claim.context, case.discourse.parts[case.claim.part].sentence
    if not context.refs and any(sentence.kind("quantity")) and any(m.value == "older" for m in sentence.kind("between")):
        return False
    told = any(other.claim.kind in RESULTS for other in beside.here)
    return bool(context.refs or context.near) or told or (bool(beside.here) and not any(sentence.kind(*_DAYS)))


def _margin(case: Case, verdict: Verdict, beside: Beside) -> bool:
    """Whether the contest of a margin to nobody in particular is shown: by marks of the text, or a result that is right."""
    claim, gap = case.claim, case.claim.detail
    if gap.between == "older" or claim.other is not None or gap.places or not verdict.facts:
        return True
    contests = {f.setting.key() for f in verdict.facts if f.setting}
    lines = (other.line for other in (*beside.here, *beside.before) if other.line and other.line.best)
    return any(line.best.outing.setting.key() in contests for line in lines if line.best and not line.best.misfits)


def _day(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether a contest or an event is named in the sentence, or a result in it is right, or much is, or it is a line of a list."""
    claim, context, part = case.claim, case.claim.context, case.discourse.parts[case.claim.part]
    m: Mention = claim.detail
    if m.kind == "year" and case.discourse.day and int(m.value) > int(case.discourse.day[:4]):
        return False
    if not any(m.i == claim.i for m in part.sentence.kind(*_DAYS)):
        return True
    if part.sentence.heading and len(part.actors) == 1 and beside.here:
        return True
    told = any(other.claim.kind in _RESULTS for other in beside.here)
    return bool(context.refs or context.near or context.event) or told or len(beside.here) >= _MUCH


def _title(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether a title is given to somebody by name, who alone is spoken of, or something else that is told of its owner is right."""
    owner = case.claim.owner
    named = [a for a in case.discourse.parts[case.claim.part].actors if a.how in NAMED]
    alone = owner is not None and bool(named) and all(a.ids == owner.ids for a in named)
    return owner is not None and (owner.how in NAMED or alone or _theirs(case, (*beside.here, *beside.before)) > 0)


def _best(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether a best is given to somebody by name, or something else of theirs in the sentence is right."""
    owner = case.claim.owner
    return owner is not None and (owner.how in NAMED or _theirs(case, beside.here) > 0)


def _age(case: Case, verdict: Verdict, beside: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether it is clear whose age it is: a pronoun takes up the one person named just before."""
    owner, parts = case.claim.owner, case.discourse.parts[max(0, case.claim.part - _BACK) : case.claim.part + 1]
    if owner is None or owner.how != "pronoun":
        return True
    cast = case.discourse.cast
    named = {a.ids for part in parts for a in part.actors if a.how in NAMED and cast.sex(a.ids) == cast.sex(owner.ids)}
    return named == {owner.ids}


def _theirs(case: Case, right: Sequence[Case]) -> int:
    """How many claims of the sentence that are right are the same owner's."""
    owner = case.claim.owner
    return sum(1 for other in right if owner and other.claim.owner and other.claim.owner.ids == owner.ids)


_ASKED: dict[str, Callable[[Case, Verdict, Beside], bool]] = {
    "result-mark": _mark, "result-placing": _place, "order": _order, "venue": _venue, "date": _day, "title": _title,
    "personal-best": _best, "age": _age,
    "margin": _margin,
}  # fmt: skip

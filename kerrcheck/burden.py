"""Burden of proof: what has to speak for an accusation besides the record that is against the words.

A misreading contradicts the record as readily as a slip of the pen does. What tells them apart is what else is right: a wrong mark is a
figure away from the right one or is a rival's, a place stands beside other things that are true of the athlete, an order beside what
both did, a town or a day beside a contest that is named. The rules were drawn from the alarms, true and false, that marked articles
raised when they were first read (`tests/articles/held-out-*`).
"""

from collections.abc import Callable, Sequence

from kerrcheck import marginproof, orderproof, resultproof
from kerrcheck.actors import NAMED
from kerrcheck.anchors import refuted
from kerrcheck.beside import Beside, beside, theirs
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import RESULTS
from kerrcheck.dating import born, dated
from kerrcheck.mentions import Mention

_BACK, _MUCH = 2, 4
_RESULTS = RESULTS | {"margin", "order"}
_DAYS = ("date", "weekday")
_TOLD = frozenset(("finish", "lead", "medal", "ordinal", "placing", "quantity", "take"))


def unproven(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> list[int]:
    """The places of contradicted claims for which too little speaks."""
    told: dict[tuple[str, int], list[Case]] = {}
    for case, verdict in zip(cases, verdicts, strict=True):
        told.setdefault((verdict.kind, case.claim.part), []).append(case)
    found = []
    for k, (case, verdict) in enumerate(zip(cases, verdicts, strict=True)):
        asked = _ASKED.get(case.claim.kind) if verdict.kind == "contradicted" else None
        if asked is not None and not asked(case, beside(told, case, verdict)):
            found.append(k)
    return found


def _venue(case: Case, told: Beside) -> bool:
    """Whether a contest is named in the sentence, or a result in it is right, or no day or older mark is told that may be another's.

    A margin from the older mark that is right shows which one is meant.
    """
    context, sentence = case.claim.context, case.discourse.parts[case.claim.part].sentence
    if refuted(case.discourse, case.claim.part, case.claim.detail):
        return True
    marks = [c.claim.value for c in told.here if c.claim.kind == "result-mark"]
    if marks and all(v.unit == "m" and not v.precision for v in marks) and len(marks) == len(told.here):
        return False
    older = any(sentence.kind("quantity")) and any(m.value == "older" for m in sentence.kind("between"))
    measured = any(other.claim.kind == "margin" for other in told.here)
    if older and not measured and not context.refs:
        return False
    shown = measured or any(other.claim.kind in RESULTS for other in told.here)
    return bool(context.refs or context.near) or shown or (bool(told.here) and not any(sentence.kind(*_DAYS)))


def _event(case: Case, told: Beside) -> bool:
    """Whether a round has a result in its clause and is no weather (`the Lima heat`), and an event no wrong result beside it."""
    sentence, m = case.discourse.parts[case.claim.part].sentence, case.claim.detail
    if m.kind == "round" and not any(x.kind in _TOLD for x in sentence.within(sentence.segment(m.i))):
        return False
    if any(x.j == m.i for x in sentence.kind("city")):
        return False
    return not any(c.claim.context.event is not None and c.claim.context.event.i == case.claim.i for c in told.against)


def _day(case: Case, told: Beside) -> bool:
    """Whether a contest, an event or a weekday's round is named, a result beside it is right, or much is, or it is a line of a list."""
    claim, context, part = case.claim, case.claim.context, case.discourse.parts[case.claim.part]
    m: Mention = claim.detail
    if born(case.discourse, part, m):
        return True
    if m.kind == "year" and case.discourse.day and int(m.value) > int(case.discourse.day[:4]):
        return False
    if not any(m.i == claim.i for m in part.sentence.kind(*_DAYS)) or (
        m.kind == "weekday" and bool(dated(case.discourse, part.sentence, claim.i, claim.j))
    ):
        return True
    if part.sentence.heading and len(part.actors) == 1 and told.here:
        return True
    shown = any(other.claim.kind in _RESULTS for other in told.here)
    named = context.refs or context.near or context.event or (m.kind == "weekday" and context.round)
    return bool(named) or shown or len(told.here) >= _MUCH


def _title(case: Case, told: Beside) -> bool:
    """Whether a title is given to somebody who was in a championship, by name, alone spoken of, or of whom something else is right."""
    owner, known = case.claim.owner, case.discourse.calendar.series
    levels = case.discourse.lexicon.sets["medal_levels"]
    mine = (known.get(o.series or "") for x in (owner.ids if owner else ()) for o in case.discourse.outings.of(x))
    if not any(x is not None and (x.level is None or x.level in levels) for x in mine):
        return False
    named = [a for a in case.discourse.parts[case.claim.part].actors if a.how in NAMED]
    alone = owner is not None and bool(named) and all(a.ids == owner.ids for a in named)
    return owner is not None and (owner.how in NAMED or alone or theirs(case, (*told.here, *told.before)) > 0)


def _best(case: Case, told: Beside) -> bool:
    """Whether a best is given to somebody by name, or something else of theirs in the sentence is right."""
    owner = case.claim.owner
    return owner is not None and (owner.how in NAMED or theirs(case, told.here) > 0)


def _age(case: Case, told: Beside) -> bool:  # noqa: ARG001 (one shape for all kinds)
    """Whether it is clear whose age it is: a pronoun takes up the one person named just before, or the relative of its clause."""
    owner, parts = case.claim.owner, case.discourse.parts[max(0, case.claim.part - _BACK) : case.claim.part + 1]
    if owner is None or owner.how != "pronoun":
        return True
    clause = parts[-1].sentence.segment
    if any(a.how == "relative" and a.ids == owner.ids and clause(a.i) == clause(owner.i) for a in parts[-1].actors):
        return True
    cast = case.discourse.cast
    named = {a.ids for part in parts for a in part.actors if a.how in NAMED and cast.sex(a.ids) == cast.sex(owner.ids)}
    return named == {owner.ids}


_ASKED: dict[str, Callable[[Case, Beside], bool]] = {
    "age": _age, "date": _day, "event": _event, "margin": marginproof.margin, "order": orderproof.order, "personal-best": _best,
    "result-mark": resultproof.mark, "result-placing": resultproof.place, "title": _title, "venue": _venue,
}  # fmt: skip

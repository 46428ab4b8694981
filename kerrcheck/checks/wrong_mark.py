"""A mark that is not the athlete's in that contest.

Swapped digits, a neighbour's time, last year's distance: the commonest slip there is.

Flags::

    Josh Kerr clocked «3:27.97 → 3:27.79» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr ran 3:27.8 in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.certainty import neighbours, result_told
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._standing_best import slipped_best
from kerrcheck.citing import cited
from kerrcheck.fact import Fact
from kerrcheck.fitting import slip
from kerrcheck.recordbook import book
from kerrcheck.wording.marks import mark

FAMILY = "results"
SEVERITY = "error"
READS = ("result-mark",)
_REACH, _WORLD = 3, "record:world"


def weigh(case: Case) -> Verdict | None:
    """Whether the mark is the one on record for its line."""
    line = case.line
    if line is None or line.best is None or line.best.misfits:
        facts = cited(case.discourse, case.claim)
        if facts and (_of_the_world(case, facts) or (not _named(case) and not _pinned(case, facts))):
            return supported(facts)
    if line is None:
        return unverified("no record or best of that value is on record")
    if line.best is None:
        return unverified(line.reason or "no result on record")
    miss = next((m for m in line.best.misfits if m.claim is case.claim), None)
    fact = line.best.outing.facts.get("mark")
    if miss is None:
        return supported((fact,) if fact else ())
    if not line.sure or line.instead is not None or fact is None or fact.standing == "contested" or _denied(case):
        best = slipped_best(case)
        return _contradicted(case, best, best.value) if best else unverified(line.reason or "more than one result may be meant")
    right = line.best.outing.mark
    assert right is not None
    return _contradicted(case, fact, right.text())


def _denied(case: Case) -> bool:
    """Whether somebody is told not to have had a mark, which is none that stands behind them as theirs (`short of Quill's 3:29.11`)."""
    owner = case.claim.owner
    return case.claim.modality == "negated" and not (owner is not None and owner.role == "owner")


def _contradicted(case: Case, fact: Fact, value: str) -> Verdict:
    """The contradiction, in the writer's notation."""
    right = book(case.discourse).mark(fact)
    assert right is not None
    raw = case.raw(case.span())
    return Verdict(
        "contradicted", None, (fact,), case.span(), (value,), mark(raw, right, case.discourse.lexicon),
        message=f"{case.discourse.name(fact.subject)}: {raw} is not the mark on record, {value}",
    )  # fmt: skip


def _named(case: Case) -> bool:
    """Whether the words name the contest, so that a record run elsewhere is no excuse."""
    context = case.claim.context
    return bool(context.refs) and case.claim.detail == "mark"


def _of_the_world(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Whether a mark beside which no place is told is a world record of its owner, which no other mark of theirs is a slip of."""
    owner, beside = case.claim.owner, case.line.claims if case.line else ()
    if any(c.kind == "result-placing" for c in beside):
        return False
    return owner is not None and any(f.predicate == _WORLD and f.subject in owner.ids for f in facts)


def _pinned(case: Case, facts: tuple[Fact, ...]) -> bool:
    """Whether the line is so surely of its contest that a record or best made elsewhere is no excuse."""
    line, claim = case.line, case.claim
    if line is None or line.best is None or not line.sure or line.instead is not None:
        return False
    day = line.best.outing.day
    if any(f.valid_from == day and f.subject == line.best.outing.person for f in facts):
        return False
    if claim.detail != "mark" and not result_told(case.discourse, claim):
        return False
    tokens = case.discourse.tokens
    if case.discourse.lexicon.sets["perfect"] & set(tokens.low[max(claim.i - _REACH, 0) : claim.i]):
        return False
    slipped = any(m.claim is claim and slip(m) for m in line.best.misfits)
    return not claim.context.past and (slipped or line.best.agreed > 0 or neighbours(case.discourse, claim, line.best))

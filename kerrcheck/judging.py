"""Judging: each claim gets one verdict, from the checks that read its kind."""

from collections.abc import Callable, Collection, Iterable, Iterator
from types import ModuleType
from typing import NamedTuple

from kerrcheck import members
from kerrcheck.blame import blamed
from kerrcheck.burden import unproven
from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.elsewhere import elsewhere
from kerrcheck.explained import explained
from kerrcheck.fitting import Misfit
from kerrcheck.forerunners import forerun
from kerrcheck.lines import lines
from kerrcheck.misplacing import Found, misplaced
from kerrcheck.moments import of_a_moment
from kerrcheck.namesakes import doubtful
from kerrcheck.reservations import reservation
from kerrcheck.rows import Line
from kerrcheck.supplanting import supplanted
from kerrcheck.twofold import twofold

_RANK = ("contradicted", "conflicting", "supported", "unverified", "not-checkable")
_NAME_IS_WRONG = "wrong-person"
_SPOKEN = frozenset(("planned", "hypothetical", "reported"))


class Judged(NamedTuple):
    """A claim, its verdict, and the check that gave it."""

    claim: Claim
    verdict: Verdict
    check: str | None


Doubts = Callable[[list[Case], list[Verdict]], Iterable[int]]
Uses = dict[tuple[int, str], list[tuple[Line, Misfit | None]]]


def judge(discourse: Discourse, claims: list[Claim]) -> tuple[list[Judged], list[Judged]]:
    """The verdict on every claim, and what checks of the article against itself add."""
    found = lines(discourse, claims)
    by_claim = {(c.kind, c.i, c.j): line for line in found for c in line.claims}
    uses = _uses(found)
    cases = [Case(discourse, claim, by_claim.get((claim.kind, claim.i, claim.j)), uses) for claim in claims]
    readers = _readers()
    judged = [_one(case, readers.get(case.claim.kind, [])) for case in cases]
    _withdraw(cases, judged, doubtful, "the name alone does not show that the athlete on record is meant")
    _withdraw(cases, judged, of_a_moment, "places of several that are wrong together may be those of a moment")
    settled = _one_wrong_word(cases, judged)
    _withdraw(cases, judged, unproven, "too little beside it is right to tell a slip from another meaning", settled)
    _withdraw(cases, judged, explained, "one wrong figure beside it accounts for it", settled)
    extra = [
        Judged(case.claim, verdict, members.public_name(check))
        for check in _reviewers()
        for case, verdict in check.review(list(zip(cases, [j.verdict for j in judged], strict=True)))
    ]
    return judged, extra


def _withdraw(cases: list[Case], judged: list[Judged], doubts: Doubts, reason: str, settled: Collection[int] = ()) -> None:
    """Leave alone, with a reason, what some doubts are about and is not settled."""
    for k in doubts(cases, [j.verdict for j in judged]):
        if k not in settled:
            judged[k] = Judged(judged[k].claim, unverified(reason), None)


def _one_wrong_word(cases: list[Case], judged: list[Judged]) -> set[int]:
    """The places of the claims for which one wrong name, year or town accounts; they are given that verdict."""
    settled: set[int] = set()
    for wrong in (_names(blamed), _names(supplanted), _names(twofold), _names(forerun), misplaced):
        for places, verdict, check in list(wrong(cases, [j.verdict for j in judged])):
            settled |= {*places}
            for k in places:
                judged[k] = Judged(judged[k].claim, verdict, check)
    return settled


def _names(wrong: Callable[[list[Case], list[Verdict]], Iterable[tuple[list[int], Verdict]]]) -> Callable[..., Iterable[Found]]:
    """What finds wrong names, with the check that they are of."""
    return lambda cases, verdicts: ((places, verdict, _NAME_IS_WRONG) for places, verdict in wrong(cases, verdicts))


def _readers() -> dict[str, list[ModuleType]]:
    """The checks by kind of claim they read."""
    found: dict[str, list[ModuleType]] = {}
    for check in members.members("checks"):
        for kind in getattr(check, "READS", ()):
            found.setdefault(kind, []).append(check)
    return found


def _reviewers() -> Iterator[ModuleType]:
    """The checks of the article against itself."""
    return (check for check in members.members("checks") if hasattr(check, "review"))


def _one(case: Case, checks: list[ModuleType]) -> Judged:
    """One claim's verdict: the gravest of its checks', none where the text does not assert it."""
    if case.claim.modality in _SPOKEN:
        return Judged(case.claim, Verdict("not-checkable", f"{case.claim.modality}, not asserted"), None)
    best: tuple[int, Verdict, str | None] = (len(_RANK), Verdict("unverified", "nothing on record to hold it against"), None)
    for check in checks:
        verdict = check.weigh(case)
        if verdict is not None and verdict.kind == "contradicted" and (reason := reservation(case, verdict) or elsewhere(case)):
            verdict = unverified(reason)
        if verdict is not None and _RANK.index(verdict.kind) < best[0]:
            best = (_RANK.index(verdict.kind), verdict, members.public_name(check))
    return Judged(case.claim, best[1], best[2])


def _uses(found: list[Line]) -> Uses:
    """For each mention that names a contest, the lines it serves and what it misses in them."""
    uses: Uses = {}
    for line in found:
        if line.best is None or line.claims[0].modality != "asserted":
            continue
        context = line.claims[0].context
        named = [*(p for r in context.refs for p in r.parts), *(m for m in (context.event, context.sex, context.round) if m), *context.days]
        for m in named:
            miss = next((x for x in line.best.misfits if x.mention is not None and (x.mention.i, x.mention.kind) == (m.i, m.kind)), None)
            uses.setdefault((m.i, m.kind), []).append((line, miss))
    return uses

"""Namesakes: whom nothing but a name ties to the record may be somebody else of that name, and is not accused by it."""

from collections.abc import Sequence

from kerrcheck.checks import Case, Verdict
from kerrcheck.discourse import Discourse

_KEPT = 8  # places that every final on record may have; those beyond are seldom on record
_PERSONAL = frozenset(("age", "nation"))
_WEAK = frozenset(("age", "nation", "sex", "name"))


def doubtful(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> list[int]:
    """The places of claims of age or nation that are contradicted, and about somebody of whom the text tells nothing that is on record."""
    told = {x for case, verdict in zip(cases, verdicts, strict=True) if _shows(case, verdict) for x in _people(case)}
    odd = {(x, case.claim.part) for case, verdict in zip(cases, verdicts, strict=True) if _unshown(case, verdict) for x in _people(case)}
    return [
        k
        for k, (case, verdict) in enumerate(zip(cases, verdicts, strict=True))
        if verdict.kind == "contradicted" and case.claim.kind in _PERSONAL and not any(_tied(case, x, told, odd) for x in _people(case))
    ]


def _shows(case: Case, verdict: Verdict) -> bool:
    """Whether a claim shows that the athlete on record is meant: something they did, and no mere place at who knows what."""
    claim = case.claim
    if claim.kind in _WEAK or verdict.kind != "supported":
        return False
    if claim.kind != "result-placing" or claim.detail == "medal" or claim.context.refs:
        return True
    return case.line is not None and case.line.best is not None and case.line.best.outing.setting.competition in _named(case.discourse)


def _named(discourse: Discourse) -> set[str]:
    """The editions that the text names, each by words that mean no other."""
    return discourse.once("named", lambda: {e for refs in discourse.refs for r in refs if len(r.editions) == 1 for e in r.editions})


def _people(case: Case) -> tuple[str, ...]:
    """Whom a claim is about."""
    return tuple(x for actor in (case.claim.owner, case.claim.other) if actor is not None for x in actor.ids)


def _unshown(case: Case, verdict: Verdict) -> bool:
    """Whether a claim is of a place that the record does not give, of those that it should: the name beside it may be the wrong one."""
    claim = case.claim
    return claim.kind == "result-placing" and verdict.kind != "supported" and not (claim.value.isdigit() and int(claim.value) > _KEPT)


def _tied(case: Case, person: str, told: set[str], odd: set[tuple[str, int]]) -> bool:
    """Whether somebody is more than a name in a text: in a contest that it reports, near to one who is, or with something told of them."""
    return person in told or case.discourse.concerned(person) or ((person, case.claim.part) not in odd and _of_event(case, person))


def _of_event(case: Case, person: str) -> bool:
    """Whether somebody named in full has done the event told of, or one of the text, in which no other of that name is known."""
    discourse, context = case.discourse, case.claim.context
    events = {*(context.event.value if context.event else discourse.cast.events)}
    full = person in discourse.cast.full and bool(discourse.day)
    return full and any(o.setting.event in events and (o.day or str(o.year)) <= (discourse.day or "") for o in discourse.outings.of(person))

"""Moments: places that are wrong together, of several athletes in a sentence or of one in a text, are those of a moment, and no result."""

from collections.abc import Sequence

from kerrcheck.checks import Case, Verdict

_TWO = 2


def of_a_moment(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> list[int]:
    """The contradicted places of sentences in which those of two people are, and no mark stands; or of one who has several."""
    lines: dict[int, list[int]] = {}
    moves: dict[tuple[str, ...], list[int]] = {}
    for k, (case, verdict) in enumerate(zip(cases, verdicts, strict=True)):
        if verdict.kind == "contradicted" and case.claim.kind == "result-placing" and case.claim.detail == "ordinal":
            lines.setdefault(case.claim.part, []).append(k)
            moves.setdefault(_whose(case), []).append(k)
    found = [k for some in moves.values() if len({cases[k].claim.value for k in some}) >= _TWO for k in some]
    unmarked = (some for part, some in lines.items() if not _marked(cases[some[0]], part))
    return found + [k for some in unmarked if len({_whose(cases[k]) for k in some}) >= _TWO for k in some]


def _whose(case: Case) -> tuple[str, ...]:
    """Whom a place is told of."""
    return case.claim.owner.ids if case.claim.owner else ()


def _marked(case: Case, part: int) -> bool:
    """Whether a result stands in the sentence as a figure."""
    return any(claim.kind == "result-mark" for claim in case.discourse.said(part))

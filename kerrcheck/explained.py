"""Explained: words for a contest that only a wrong figure makes look wrong, since the line it stands in is right of that contest else."""

from collections.abc import Iterator, Sequence

from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import RESULTS, SETTINGS


def explained(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[int]:
    """The places of the contradicted words for a contest that a contradicted place or mark of their own line accounts for."""
    against = [k for k, v in enumerate(verdicts) if v.kind == "contradicted"]
    right = {(c.claim.part, t) for c in (cases[k] for k in against) if c.claim.kind in RESULTS for t in _agreed(c)}
    for k in against:
        claim = cases[k].claim
        if claim.kind in SETTINGS and any((claim.part, t) in right for t in range(claim.i, claim.j)):
            yield k


def _agreed(case: Case) -> Iterator[int]:
    """The tokens of the words for the contest of a line whose figures alone are against the record."""
    best = case.line.best if case.line is not None and case.line.sure and case.line.instead is None else None
    if best is None or any(m.claim is None for m in best.misfits):
        return
    for ref in case.claim.context.refs:
        if best.outing.setting.competition in ref.editions:
            yield from range(ref.i, ref.j)

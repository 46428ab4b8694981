"""Sums: two marks that are set against each other and are not as far apart as the margin before them says."""

from collections.abc import Iterator

from kerrcheck.apart import as_mark, score
from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._slipped_gap import implied, slip
from kerrcheck.mentions import Mention
from kerrcheck.text import Span
from kerrcheck.values.mark import Mark
from kerrcheck.wording.marks import mark


def miscounted(judged: list[tuple[Case, Verdict]]) -> Iterator[tuple[Case, Verdict]]:
    """The findings on the marks of scores that do not go with the margins before them."""
    for case, verdict in judged:
        if case.claim.kind == "margin" and (found := _miscounted(judged, case, verdict)):
            yield case, found


def _miscounted(judged: list[tuple[Case, Verdict]], case: Case, verdict: Verdict) -> Verdict | None:
    """The one mark of a score that is a slip of what the margin makes it: `by 81 points, 8,811 to 8,370`."""
    pair = score(case.discourse, case.claim)
    if pair is None or verdict.kind == "contradicted" or case.claim.modality != "asserted" or case.claim.value.bound != "=":
        return None
    gap: int = case.claim.value.milli
    apart = abs(pair[0].value.milli - pair[1].value.milli)
    if abs(apart - gap) < 10 ** (3 - case.claim.value.precision) or slip(case.claim.value, apart):
        return None
    refuted = {v.at.start for _, v in judged if v.kind == "contradicted" and v.at}
    right = {(c.claim.i, c.claim.part) for c, v in judged if c.claim.kind == "result-mark" and v.kind == "supported"}
    if refuted & {case.span(m.i, m.j).start for m in pair}:
        return None
    found = [(m, milli) for m, milli in implied(pair, gap) if (m.i, case.claim.part) not in right and slip(m.value, milli)]
    return _verdict(case, *found[0], pair) if len(found) == 1 else None


def _verdict(case: Case, m: Mention, milli: int, pair: tuple[Mention, Mention]) -> Verdict:
    """The finding on one mark of a score, with the margin beside it."""
    raw, at, gap = case.raw(case.span(m.i, m.j)), case.span(m.i, m.j), case.raw(case.span())
    right = Mark(milli, as_mark(m.value).unit, m.value.precision)
    one, two = (case.raw(case.span(x.i, x.j)) for x in pair)
    related: tuple[tuple[Span, str], ...] = ((case.span(), "the margin"),)
    return Verdict(
        "contradicted", None, (), at, (right.text(),), mark(raw, right, case.discourse.lexicon),
        message=f"{one} and {two} are not {gap} apart", related=related,
    )  # fmt: skip

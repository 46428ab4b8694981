"""Two values for one thing: a mark given twice with its figures changed.

Where the record knows, it says which is wrong; where it does not, the later one is shown beside the earlier.

Flags::

    Josh Kerr won the mile at Lima in 3:51.28. It was a fine run, and Kerr's «3:51.82 → 3:51.28» will be remembered.

Allows::

    Josh Kerr won the mile at Lima in 3:51.28. His 3:52.91 at Porto was slower.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._sums import miscounted
from kerrcheck.mentions import Mention
from kerrcheck.text import Span
from kerrcheck.values.mark import Mark
from kerrcheck.wording.marks import mark
from kerrcheck.wording.narrowing import narrowed

FAMILY = "coherence"
SEVERITY = "error"

# By whose a mark is, its figures in their order and its unit: for each value the places where it stands.
_Places = dict[tuple[str, str, str], dict[int, list[int]]]


def review(judged: list[tuple[Case, Verdict]]) -> Iterator[tuple[Case, Verdict]]:
    """Marks that are an earlier one with its figures swapped, neither refuted by the record."""
    marks = [
        (case, verdict)
        for case, verdict in judged
        if case.claim.kind == "result-mark" and case.claim.modality == "asserted" and case.claim.value.precision
    ]
    refuted = {v.at.start for _, v in judged if v.kind == "contradicted" and v.at}
    for case, verdict in marks:
        if case.claim.value.shape == "feet" and (found := _imperial(case, verdict.kind == "supported", refuted)):
            yield case, found
    yield from miscounted(judged)
    standing, right = _places(marks, ("contradicted",), leave=True), _places(marks, ("supported",))
    for k, (case, verdict) in enumerate(marks):
        if verdict.kind == "unverified":
            before = (places[at - 1] for places in _alike(marks, standing, case) if (at := bisect_left(places, k)))
            behind = (places[at] for places in _alike(marks, right, case) if (at := bisect_right(places, k)) < len(places))
            other = max(before, default=min(behind, default=None))
            if other is not None:
                yield case, _verdict(case, marks[other][0])


def _places(marks: list[tuple[Case, Verdict]], kinds: tuple[str, ...], *, leave: bool = False) -> _Places:
    """The places of the marks of some verdicts, or of all others."""
    found: _Places = {}
    for k, (case, verdict) in enumerate(marks):
        if (verdict.kind in kinds) != leave:
            for key in _keys(case):
                found.setdefault(key, {}).setdefault(case.claim.value.milli, []).append(k)
    return found


def _keys(case: Case) -> list[tuple[str, str, str]]:
    """Whose a mark is, with its figures in their order and its unit."""
    value, owner = case.claim.value, case.claim.owner
    return [(id_, "".join(sorted(str(value.milli // 10))), value.unit) for id_ in (owner.ids if owner else ())]


def _alike(marks: list[tuple[Case, Verdict]], known: _Places, case: Case) -> Iterator[list[int]]:
    """The places of each value that is a mark with two figures changed round."""
    values = (places for key in _keys(case) for places in known.get(key, {}).values())
    return (places for places in values if _swapped(case, marks[places[0]][0]))


def _imperial(case: Case, told: bool, refuted: set[int]) -> Verdict | None:
    """Feet and inches beside metres that they are not the same as; those of a mark on record only where the words say that they are."""
    value, metric = case.claim.value, _metric(case)
    if metric is None or abs(metric.value.milli - value.milli) <= 20 or (told and not _restated(case, metric)):
        return None
    right = Mark(metric.value.milli, "m", 2)
    raw, there, at = case.raw(case.span()), case.span(metric.i, metric.j), case.span()
    if there.start in refuted:
        return None
    instead = mark(raw, right, case.discourse.lexicon)
    if instead and (change := narrowed(raw, instead)):
        at, instead = Span(at.start + change.start, at.start + change.end), change.replacement
    message = f"{raw} is {value.milli / 1000:.2f} m, not {right.text()} m"
    return Verdict("contradicted", None, (), at, (right.text(),), instead, message=message, related=((there, "the same in metres"),))


def _metric(case: Case) -> Mention | None:
    """The one length in metres, in its sentence or the one before, that feet and inches can be the same as."""
    parts = case.discourse.parts[max(0, case.claim.part - 1) : case.claim.part + 1]
    lengths = (m for part in parts for m in part.sentence.kind("quantity") if m.value.unit in ("m", "?") and m.value.precision == 2)
    reach = case.claim.value.milli // 8
    near = [m for m in lengths if m.value.shape != "feet" and abs(m.value.milli - case.claim.value.milli) <= reach]
    return near[0] if len(near) == 1 else None


def _restated(case: Case, metric: Mention) -> bool:
    """Whether nothing stands between two lengths but words that equate them (`In feet and inches that is`)."""
    discourse = case.discourse
    return {*discourse.tokens.low[metric.j : case.claim.i]} <= discourse.lexicon.sets["restating"]


def _swapped(one: Case, two: Case) -> bool:
    """Whether two marks are one with two figures changed round, may be of one person, and are not told beside each other."""
    a, b = one.claim.value, two.claim.value
    if one.claim.part == two.claim.part:
        return False
    first, second = str(a.milli // 10), str(b.milli // 10)
    if a.milli == b.milli or len(first) < 4 or sorted(first) != sorted(second) or a.unit != b.unit:
        return False
    if sum(x != y for x, y in zip(first, second, strict=True)) != 2:
        return False
    mine = set(one.claim.owner.ids) if one.claim.owner else set()
    theirs = set(two.claim.owner.ids) if two.claim.owner else set()
    return bool(mine & theirs)


def _verdict(case: Case, other: Case) -> Verdict:
    """The finding on one of two values, with the other beside it."""
    raw, there = case.raw(case.span()), other.raw(other.span())
    value = other.claim.value
    unit = "s" if value.unit == "?" and value.shape == "clock" else value.unit
    right = Mark(value.milli, "m" if unit == "?" else unit, value.precision)
    return Verdict(
        "contradicted", None, (), case.span(), (right.text(),), mark(raw, right, case.discourse.lexicon),
        message=f"{raw} here, {there} elsewhere in the text", related=((other.span(), "the other value"),),
    )  # fmt: skip

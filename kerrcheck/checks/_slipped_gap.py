"""Slipped margins: those a figure away from the one difference that the marks around them show, and no other difference near."""

from kerrcheck.actors import NAMED
from kerrcheck.apart import Difference
from kerrcheck.checks import Case
from kerrcheck.mentions import Quantity
from kerrcheck.shown import placed_elsewhere, printed_apart, scored, shown

_BEFORE, _UP_TO, _OLDER, _DESIGNATED, _FEW, _TEN = 2, 4, "older", 2, 6, 10
_POINTED = frozenset((*NAMED, "pronoun"))


def slipped(case: Case, found: list[Difference]) -> Difference | None:
    """The difference that a margin is surely a slip of."""
    claim = case.claim
    if claim.modality != "asserted" or claim.value.bound != "=" or claim.value.shape == "clock":
        return None
    near = printed_apart(case.discourse, claim, _BEFORE, 0)
    if any(_same(claim.value, d) for d in near):
        return None
    tiers = _older(case, found) if claim.detail.between == _OLDER else [_of_rivals(case, found)]
    return next((d for d in (_only(claim.value, some) for some in tiers) if d), None)


def _only(value: Quantity, some: list[Difference]) -> Difference | None:
    """The one of a few differences that a margin is a slip of, where it is none of them."""
    values = {d.milli for d in some}
    if any(_same(value, d) for d in some) or len(values) > (1 if _round(value) else _FEW):
        return None
    slips = [d for d in some if d.milli and slip(value, d.milli)]
    return slips[0] if len({d.milli for d in slips}) == 1 else None


def _of_rivals(case: Case, found: list[Difference]) -> list[Difference]:
    """The differences in the contest that the marks near a margin show, where somebody owns the margin, or of two marks behind it."""
    claim = case.claim
    score = scored(case.discourse, claim)
    if score or (claim.owner is not None and (claim.owner.how not in _POINTED or not claim.owner.ids)):
        return score
    some = shown(case.discourse, claim)
    if not some and placed_elsewhere(claim):
        return []
    return [d for d in (some or found) if claim.value.unit in ("?", d.one.unit) and d.rank <= _DESIGNATED]


def _older(case: Case, found: list[Difference]) -> list[list[Difference]]:
    """What a margin that sets a mark apart from an older one may be: between marks printed up to it, or the only one on record."""
    if _round(case.claim.value):
        return []
    near = printed_apart(case.discourse, case.claim, _UP_TO, 0)
    only = found if len({d.milli for d in found}) == 1 else []
    return [near, only]


def _same(value: Quantity, difference: Difference) -> bool:
    """Whether a margin is a difference, to its own last figure."""
    step: int = 10 ** (3 - value.precision)
    return abs(value.milli - difference.milli) < max(step // 2, 1) + 1


def _round(value: Quantity) -> bool:
    """Whether a margin has one figure only, so that any other of one figure is a slip of it."""
    step: int = 10 ** (3 - value.precision)
    return value.shape == "words" or value.milli // step < _TEN


def slip(value: Quantity, milli: int) -> bool:
    """Whether a margin is another with one figure changed or two exchanged, or a power of ten away from it."""
    from rapidfuzz.distance import OSA

    written, meant = str(value.milli), str(milli)
    return written.rstrip("0") == meant.rstrip("0") or (len(written) == len(meant) and bool(OSA.distance(written, meant) == 1))

"""Slipped margins: those a figure away from the one difference that the marks around them show, and no other difference near."""

from kerrcheck.actors import NAMED
from kerrcheck.apart import Difference, score
from kerrcheck.chains import bettered
from kerrcheck.chasing import chased
from kerrcheck.checks import Case
from kerrcheck.checks._elsewhere_apart import met_there
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.shown import placed_elsewhere, printed_apart, scored, shown

_BEFORE, _UP_TO, _OLDER, _RIVALS, _DESIGNATED, _FEW, _TEN, _LEAST = 2, 4, "older", "rivals", 2, 6, 10, 4
_HUNDREDTH, _MINUTE = 10, 60_000
_POINTED = frozenset((*NAMED, "pronoun"))


def slipped(case: Case, found: list[Difference]) -> Difference | None:
    """The difference that a margin is surely a slip of."""
    claim = case.claim
    if claim.modality != "asserted" or claim.value.bound != "=" or claim.value.shape == "clock":
        return None
    if (told := _told_by_score(case, found)) is not None:
        return told
    near = printed_apart(case.discourse, claim, _BEFORE, 0)
    if any(_same(claim.value, d) for d in near):
        return None
    tiers = _tiers(case, found)
    return next((d for d in (_only(claim.value, some) for some in tiers) if d), None)


def _tiers(case: Case, found: list[Difference]) -> list[list[Difference]]:
    """The differences that a margin may be a slip of, those first that its words point at."""
    between = case.claim.detail.between
    tiers = _older(case, found) if between == _OLDER else [_of_rivals(case, found)]
    if _round(case.claim.value):
        return tiers
    chain = [bettered(case.discourse, case.claim)] if between != _RIVALS else []
    return [*chain, *tiers, *([met_there(case)] if between != _OLDER else [])]


def _told_by_score(case: Case, found: list[Difference]) -> Difference | None:
    """The difference of two marks set against each other behind a margin in words that is not theirs, unless one of them is the slip."""
    here = scored(case.discourse, case.claim) if case.claim.value.shape == "words" else []
    pair = score(case.discourse, case.claim) if here and not _same(case.claim.value, here[0]) else None
    if pair is None:
        return None
    recorded = any(d.milli == here[0].milli and d.facts for d in found)
    return here[0] if recorded or len([m for m, milli in implied(pair, case.claim.value.milli) if slip(m.value, milli)]) != 1 else None


def of_the_race_told(case: Case) -> Difference | None:
    """The one difference that the marks of the race told leave for a margin behind the winner, where no mark is the likelier slip."""
    claim = case.claim
    told = [d for d in chased(case.discourse, claim) if claim.value.unit in ("?", d.one.unit)]
    if len(told) != 1 or claim.modality != "asserted" or claim.value.bound != "=" or not comparable(claim.value, told[0]):
        return None
    one, two = told[0].one.milli, told[0].two.milli
    sign = 1 if one > two else -1
    marks = told[0].one.slip(two + sign * claim.value.milli) or told[0].two.slip(one - sign * claim.value.milli)
    return told[0] if slip(claim.value, told[0].milli) or not marks else None


def implied(pair: tuple[Mention, Mention], gap: int) -> list[tuple[Mention, int]]:
    """What each of two marks would have to be for a margin between them."""
    one, two = pair
    sign = 1 if one.value.milli > two.value.milli else -1
    return [(one, two.value.milli + sign * gap), (two, one.value.milli - sign * gap)]


def _only(value: Quantity, some: list[Difference]) -> Difference | None:
    """The one of a few differences that a margin is a slip of, where it is none of them."""
    values = {d.milli for d in some}
    if any(_same(value, d) for d in some) or len(values) > (1 if _round(value) else _FEW):
        return None
    slips = [d for d in some if d.milli and slip(value, d.milli)] or [d for d in some if d.milli and slip(value, d.milli, _LEAST)]
    return slips[0] if len({d.milli for d in slips}) == 1 else None


def _of_rivals(case: Case, found: list[Difference]) -> list[Difference]:
    """The differences in the contest that the marks near a margin show, where somebody owns the margin, or of two marks behind it."""
    claim = case.claim
    set_apart = scored(case.discourse, claim)
    who = claim.owner
    if set_apart or (who is not None and (not who.ids or not (who.how in _POINTED or (who.how == "elided" and _pointed(case))))):
        return set_apart
    some = shown(case.discourse, claim)
    if not some and placed_elsewhere(claim):
        return []
    return [d for d in (some or found) if claim.value.unit in ("?", d.one.unit) and d.rank <= _DESIGNATED]


def _pointed(case: Case) -> bool:
    """Whether the sentence of a margin opens with a word for the mark before it: `That is 0.14 behind the winner`."""
    discourse = case.discourse
    return discourse.tokens.low[discourse.parts[case.claim.part].sentence.a] in discourse.lexicon.sets["points_last"]


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


def slip(value: Quantity, milli: int, least: int = 0) -> bool:
    """Whether a margin is another with one figure changed or two exchanged, or a power of ten away; in so many figures at least."""
    from rapidfuzz.distance import OSA

    written, meant = str(value.milli), str(milli)
    if value.precision and value.shape != "words":
        written, meant = written.zfill(least), meant.zfill(least)
    return written.rstrip("0") == meant.rstrip("0") or (len(written) == len(meant) and bool(OSA.distance(written, meant) == 1))


def agrees(value: Quantity, difference: Difference) -> bool:
    """Whether a margin as written and hedged fits a difference, at the precision written."""
    milli = difference.milli
    step: int = 10 ** (3 - value.precision)
    if value.bound == ">":
        return milli >= value.milli
    if value.bound in "<-":
        return milli <= value.milli and (value.bound == "<" or milli >= value.least)
    if value.shape == "minutes" or value.bound == "~":
        return abs(milli - value.milli) < (min(value.milli, _MINUTE) if value.shape == "minutes" else max(step, value.milli // 10) + 1)
    if value.milli < _HUNDREDTH and value.unit == "s":
        return milli <= _HUNDREDTH
    if value.shape == "feet":
        return abs(milli - value.milli) <= 160
    return abs(milli - value.milli) <= step // 2 or milli // step * step == value.milli or (abs(milli - value.milli) < 5 and step <= 10)


def comparable(value: Quantity, difference: Difference) -> bool:
    """Whether a margin and a difference are of one order, as a slip leaves them."""
    return difference.milli > 0 and value.milli > 0 and 0.08 <= value.milli / difference.milli <= 12


def digits(value: Quantity, difference: Difference) -> int:
    """How unlike a margin and a difference are, by their figures."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(str(value.milli), str(difference.milli)))

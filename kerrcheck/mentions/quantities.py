"""Times, distances, heights, points and gaps, in every notation that reporters use."""

import re
from collections.abc import Iterator

from kerrcheck.mentions import Mention, Quantity, Scan
from kerrcheck.mentions._measures import MILLI, UNIT, amount, follow, unit
from kerrcheck.mentions._scores import points
from kerrcheck.mentions._spelled import fraction, spelled
from kerrcheck.mentions._stamps import stamps

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?:\.(\d{1,3}))?$")
_DOTS = re.compile(r"(\d{1,2})[.:](\d\d)[.,](\d{1,2})$")
_PLACES = {"centimetres": 2, "tenths": 1, "hundredths": 2, "thousandths": 3}
_SPLIT = ("tenths", "hundredths", "thousandths")
_LONG = ("minutes", "hours")
_SIGNS = "£$€#"

Found = tuple[Quantity, int]


def find(scan: Scan) -> Iterator[Mention]:
    """Every quantity of the text."""
    low, numbers, starts = scan.tokens.low, scan.lexicon.numbers, scan.lexicon.sets["quantity_starts"]
    of_day = stamps(scan.tokens)
    i, n = 0, len(low)
    while i < n:
        word = low[i]
        found = None
        if i not in of_day and (word[0].isdigit() or word[0] == "." or word in numbers or word in starts):
            found = spelled(scan, i) or _single(scan, i) or fraction(scan, i)
        if found:
            value, j = found
            yield Mention("quantity", i, j, value._replace(bound=_bound(scan, i)), "quantities")
            i = j
        else:
            i += 1


def _single(scan: Scan, i: int) -> Found | None:
    """One token that is a clock time or a decimal, or a number with its unit."""
    word, after = scan.tokens.low[i], i + 1
    m = _CLOCK.match(word)
    if m:
        hours, minutes, seconds, part = m.groups()
        if not part and _meridiem(scan, after):
            return None
        milli = (int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)) * 1000 + int((part or "").ljust(3, "0"))
        return Quantity(milli, "s", len(part or ""), "clock"), after + (unit(scan, after) in ("seconds", "minutes"))
    m = _DOTS.match(word)
    if m and int(m[2]) < 60:
        milli = (int(m[1]) * 60 + int(m[2])) * 1000 + int(m[3].ljust(3, "0"))
        return Quantity(milli, "s", len(m[3]), "clock"), after + (unit(scan, after) == "seconds")
    return _measured(scan, i)


def _measured(scan: Scan, i: int) -> Found | None:
    """A number with a unit, `5m91`, or a decimal that stands alone."""
    value = amount(scan, i)
    if value is None:
        return _articled(scan, i)
    milli, precision, j = value
    if not precision and follow(scan, j, "conjunction", "single_article", "half"):
        milli, precision, j = milli + 500, 1, j + 3
    j += _of_one(scan, j) if precision else 0
    j += j + 1 < len(scan.tokens) and scan.tokens.low[j] in scan.lexicon.sets["unit_manners"] and unit(scan, j + 1) in MILLI
    of = unit(scan, j)
    glued = _glued(scan, j + 1) if of == "metres" else None
    if glued is not None:
        return Quantity(milli + glued * 10, "m", 2, "unit"), j + 2
    if of in _LONG and not precision:
        return _minutes(scan, milli, j)
    if of in MILLI:
        return _with_unit(scan, i, (milli, precision, j), of)
    if not precision and points(scan, i, j):
        return Quantity(milli, "pts", 0, "unit"), j
    bare = precision and not _meridiem(scan, j) and _plain_decimal(scan, i, j)
    return (Quantity(milli, "?", precision, "bare"), j) if bare else None


def _minutes(scan: Scan, milli: int, j: int) -> Found | None:
    """Whole minutes, where a word follows that sets two people apart: `four minutes ahead of`."""
    after = j + 1
    if unit(scan, j) != _LONG[0] or after >= len(scan.tokens) or scan.tokens.gap(after).strip():
        return None
    if not scan.lexicon.kinds(scan.tokens.low, after) & {"order", "way"} and not follow(scan, after, "after_words"):
        return None
    return Quantity(milli * MILLI[_LONG[0]] // 1000, "s", 0, "minutes"), after


def _of_one(scan: Scan, j: int) -> int:
    """How many tokens a decimal goes on for before its unit: those of `0.11 of a second`."""
    return 2 if follow(scan, j, "of", "one_of") and unit(scan, j + 2) in ("seconds", "metres") else 0


def _glued(scan: Scan, j: int) -> int | None:
    """Two figures glued to the unit before them (`5m91`)."""
    tokens = scan.tokens
    if j < len(tokens) and not tokens.gap(j) and tokens.low[j].isdigit() and len(tokens.low[j]) == 2:
        return int(tokens.low[j])
    return None


def _meridiem(scan: Scan, j: int) -> bool:
    """Whether `am`, `p.m.` and the like follow, and no article (`3:27.79, a record`)."""
    tokens = scan.tokens
    if j >= len(tokens) or tokens.low[j] not in scan.lexicon.sets["meridiem"] or tokens.gap(j).strip():
        return False
    return len(tokens.low[j]) > 1 or tokens.text[tokens.end[j] : tokens.end[j] + 1] == "."


def _plain_decimal(scan: Scan, i: int, j: int) -> bool:
    """Whether a decimal without unit may be a mark: no currency, per cent or decimal comma that groups thousands."""
    text, tokens = scan.tokens.text, scan.tokens
    before, after = text[max(0, tokens.start[i] - 1) : tokens.start[i]], text[tokens.end[j - 1] : tokens.end[j - 1] + 1]
    return "," not in tokens.low[i] and after != "%" and (not before or before not in _SIGNS)


def _with_unit(scan: Scan, i: int, value: tuple[int, int, int], of: str) -> Found:
    """A number that its unit follows; fractions of a second take `of a second` along."""
    milli, precision, j = value
    j += 1
    low = scan.tokens.low
    if of in _SPLIT and follow(scan, j, "of", "one_of") and j + 2 < len(low) and scan.lexicon.units.get(low[j + 2]) == "seconds":
        j += 3
    shape = "unit" if low[i][0].isdigit() else "words"
    return Quantity(milli * MILLI[of] // 1000, UNIT.get(of, "s"), _PLACES.get(of, precision), shape), j


def _articled(scan: Scan, i: int) -> Found | None:
    """`a second`, `a tenth`, `a single centimetre`: one of the unit, where no noun follows that it would count."""
    low, sets = scan.tokens.low, scan.lexicon.sets
    if low[i] not in sets["quantity_starts"] or i + 1 >= len(low):
        return None
    k = i + 2 if low[i + 1] in sets["lone"] else i + 1
    of = unit(scan, k)
    if of in _LONG:
        return _minutes(scan, 1000, k)
    if of in MILLI and of != "points" and low[k] not in sets["unit_letters"] and _stands(scan, k):
        return _with_unit(scan, i, (1000, 0, k), of)
    return None


def _stands(scan: Scan, k: int) -> bool:
    """Whether the unit at token k is the head of its phrase: a stop, a preposition or a comparing cue follows."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    if k + 1 >= len(tokens) or tokens.gap(k + 1).strip() or tokens.low[k] not in sets["unit_nouns"]:
        return True
    return bool(scan.lexicon.kinds(tokens.low, k + 1) & {"gap", "order", "link"}) or tokens.low[k + 1] in sets["after_unit"]


def _bound(scan: Scan, i: int) -> str:
    """How the quantity at token i is hedged by the words before it."""
    low, lexicon = scan.tokens.low, scan.lexicon
    for back in (3, 2, 1):
        if i >= back and not scan.tokens.gap(i).strip(" "):
            entry = lexicon.cues(low, i - back)
            if entry and len(entry[0]) + 1 == back:
                for kind, value in entry[1]:
                    if kind == "hedge":
                        return value
    return "="

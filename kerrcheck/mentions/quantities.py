"""Times, distances, heights, points and gaps, in every notation that reporters use."""

import re
from collections.abc import Iterator

from kerrcheck.mentions import Mention, Quantity, Scan, number

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)(?:\.(\d{1,3}))?$")
_DOTS = re.compile(r"(\d{1,2})[.:](\d\d)[.,](\d{1,2})$")
_DECIMAL = re.compile(r"(\d*)(?:\.(\d{1,3})|,(\d{1,2}))$")
_HALVES = {"¼": 250, "½": 500, "¾": 750}
_JOINS = frozenset(("", " ", "\xa0", "\u2009", "\u202f", "-", "‑", ", ", "\n"))
_MERIDIEM = frozenset(("am", "pm", "a", "p"))
_PER = frozenset(("seconds", "metres", "centimetres", "points", "tenths", "hundredths", "thousandths", "minutes", "hours", "feet", "inches"))
_MILLI = {"seconds": 1000, "metres": 1000, "centimetres": 10, "points": 1000, "tenths": 100, "hundredths": 10, "thousandths": 1, "minutes": 60000, "hours": 3600000}
_UNIT = {"metres": "m", "centimetres": "m", "points": "pts"}
_POINTS = frozenset(("points", "point", "pts"))


def find(scan: Scan) -> Iterator[Mention]:
    """Every quantity of the text."""
    low, numbers, trie = scan.tokens.low, scan.lexicon.numbers, scan.lexicon.fractions
    i, n = 0, len(low)
    while i < n:
        word = low[i]
        first = word[0]
        found = None
        if first.isdigit() or first == "." or word in numbers or word in ("a", "half", "one"):
            found = _imperial(scan, i) or _compound(scan, i) or _single(scan, i) or _fraction(scan, i)
        elif word in trie and word == "half":
            found = _fraction(scan, i)
        if found:
            value, j = found
            yield Mention("quantity", i, j, value._replace(bound=_bound(scan, i)), "quantities")
            i = j
        else:
            i += 1


def _unit(scan: Scan, i: int) -> str | None:
    """The unit that token i writes; `s`, `h` and `m` only where they are glued or follow a figure."""
    if i >= len(scan.tokens):
        return None
    word = scan.tokens.low[i]
    if word in _POINTS:
        return "points"
    unit = scan.lexicon.units.get(word)
    if unit is None or unit not in _PER:
        return None
    return unit if scan.tokens.gap(i) in _JOINS and word != "in" else None


def _imperial(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """`19 feet, 4 3/4 inches`, `75 feet, 3½ inches`: metres to the centimetre."""
    feet = number(scan, i)
    if not feet or _unit(scan, feet[1]) != "feet":
        return None
    total, j = feet[0] * 12_000, feet[1] + 1
    inches = number(scan, j) if j < len(scan.tokens) else None
    if inches:
        k, part = inches[1], 0
        if k < len(scan.tokens) and scan.tokens.raw[k] in _HALVES:
            part, k = _HALVES[scan.tokens.raw[k]], k + 1
        elif k + 1 < len(scan.tokens) and scan.tokens.gap(k + 1) == "/":
            part, k = int(1000 * int(scan.tokens.low[k]) / int(scan.tokens.low[k + 1])), k + 2
        if k < len(scan.tokens) and scan.lexicon.units.get(scan.tokens.low[k]) == "inches":
            total, j = total + inches[0] * 1000 + part, k + 1
    return Quantity(round(total * 0.0254), "m", 2, "feet"), j


def _compound(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """Hours, minutes and seconds spelled out, in full or with one of them left out."""
    total, j, units, precision = 0, i, [], 0
    while True:
        value = _amount(scan, j)
        unit = _unit(scan, value[2]) if value else None
        if not value or unit not in ("hours", "minutes", "seconds") or unit in units:
            if value and units == ["minutes"] and value[1] and _near(scan, j):
                total, precision, j = total + value[0], value[1], value[2]
                units.append("seconds")
            break
        total, precision, j = total + value[0] * _MILLI[unit] // 1000, value[1], value[2] + 1
        units.append(unit)
        if j < len(scan.tokens) and scan.tokens.low[j] == "and":
            j += 1
    if scan.tokens.low[j - 1] == "and":
        j -= 1
    if len(units) < 2:
        return None
    return Quantity(total, "s", precision, "words"), j


def _near(scan: Scan, j: int) -> bool:
    """Whether token j follows the one before it with no stop between."""
    return not scan.tokens.gap(j).strip(" ,")


def _amount(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """A figure or worded number at token i: thousandths, decimals, the token after it."""
    if i >= len(scan.tokens):
        return None
    m = _DECIMAL.match(scan.tokens.low[i])
    if m:
        part = m[2] or m[3]
        return int(m[1] or 0) * 1000 + int(part.ljust(3, "0")), len(part), i + 1
    whole = number(scan, i)
    return (whole[0] * 1000, 0, whole[1]) if whole else None


def _single(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """One token that is a clock time or a decimal, or a number with its unit."""
    word = scan.tokens.low[i]
    m = _CLOCK.match(word) or None
    after = i + 1
    if m:
        hours, minutes, seconds, part = m.groups()
        if not part and _meridiem(scan, after):
            return None
        milli = (int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)) * 1000 + int((part or "").ljust(3, "0"))
        return Quantity(milli, "s", len(part or ""), "clock"), after + (_unit(scan, after) in ("seconds", "minutes"))
    m = _DOTS.match(word)
    if m and int(m[2]) < 60:
        milli = (int(m[1]) * 60 + int(m[2])) * 1000 + int(m[3].ljust(3, "0"))
        return Quantity(milli, "s", len(m[3]), "clock"), after + (_unit(scan, after) == "seconds")
    return _measured(scan, i)


def _measured(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """A number with a unit, `5m91`, or a decimal that stands alone."""
    value = _amount(scan, i)
    if value is None:
        return _articled(scan, i)
    milli, precision, j = value
    low = scan.tokens.low
    if not precision and low[j : j + 3] == ["and", "a", "half"]:
        milli, precision, j = milli + 500, 1, j + 3
        value = (milli, precision, j)
    unit = _unit(scan, j)
    if unit == "metres" and j + 1 < len(low) and not scan.tokens.gap(j + 1) and low[j + 1].isdigit() and len(low[j + 1]) == 2:
        return Quantity(milli + int(low[j + 1]) * 10, "m", 2, "unit"), j + 2
    if unit in ("minutes", "hours") and not precision:
        return None
    if unit in _MILLI:
        return _with_unit(scan, i, value, unit)
    if precision and not _meridiem(scan, j) and _plain_decimal(scan, i, j):
        return Quantity(milli, "?", precision, "bare"), j
    return None


def _meridiem(scan: Scan, j: int) -> bool:
    """Whether `am`, `p.m.` and the like follow, and no article (`3:27.79, a record`)."""
    tokens = scan.tokens
    if j >= len(tokens) or tokens.low[j] not in _MERIDIEM or tokens.gap(j).strip():
        return False
    return len(tokens.low[j]) > 1 or tokens.text[tokens.end[j] : tokens.end[j] + 1] == "."


def _plain_decimal(scan: Scan, i: int, j: int) -> bool:
    """Whether a decimal without unit may be a mark: no currency, per cent or decimal comma that groups thousands."""
    text, tokens = scan.tokens.text, scan.tokens
    before, after = text[max(0, tokens.start[i] - 1) : tokens.start[i]], text[tokens.end[j - 1] : tokens.end[j - 1] + 1]
    comma = "," in tokens.low[i]
    return before not in "£$€#" or before == "" if not comma and after != "%" else False


def _with_unit(scan: Scan, i: int, value: tuple[int, int, int], unit: str) -> tuple[Quantity, int] | None:
    """A number that its unit follows; fractions of a second take `of a second` along."""
    milli, precision, j = value
    places = {"centimetres": 2, "tenths": 1, "hundredths": 2, "thousandths": 3}.get(unit, precision)
    j += 1
    low = scan.tokens.low
    if unit in ("tenths", "hundredths", "thousandths") and low[j : j + 3] and low[j] == "of" and low[j + 1 : j + 2] in (["a"], ["one"]):
        if scan.lexicon.units.get(low[j + 2]) == "seconds":
            j += 3
    return Quantity(milli * _MILLI[unit] // 1000, _UNIT.get(unit, "s"), places, "unit" if low[i][0].isdigit() else "words"), j


def _articled(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """`a second`, `a tenth`, `a single centimetre`: one of the unit, where no noun follows that it would count."""
    low = scan.tokens.low
    if low[i] not in ("a", "half") or i + 1 >= len(low):
        return None
    k = i + 2 if low[i + 1] in ("single", "full", "mere") else i + 1
    unit = _unit(scan, k)
    if unit in _MILLI and unit not in ("minutes", "hours", "points") and low[k] != "m" and _stands(scan, k):
        return _with_unit(scan, i, (1000, 0, k), unit)
    return None


def _stands(scan: Scan, k: int) -> bool:
    """Whether the unit at token k is the head of its phrase: a stop, a preposition or a comparing cue follows."""
    tokens = scan.tokens
    if k + 1 >= len(tokens) or tokens.gap(k + 1).strip() or tokens.low[k] not in ("second", "metre", "meter"):
        return True
    entry = scan.lexicon.cues(tokens.low, k + 1)
    kinds = {kind for kind, _ in entry[1]} if entry else set()
    return bool(kinds & {"gap", "order", "link"}) or tokens.low[k + 1] in ("of", "and", "in", "or", "from", "on", "to")


def _fraction(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """`a fifth of a second`, `three tenths`, `half a second`."""
    low, fractions = scan.tokens.low, scan.lexicon.fractions
    if low[i] == "half" and low[i + 1 : i + 2] == ["a"]:
        unit = _unit(scan, i + 2)
        return (Quantity(500 * _MILLI[unit] // 1000, _UNIT.get(unit, "s"), 1, "words"), i + 3) if unit in _MILLI else None
    count = 1 if low[i] in ("a", "one") else scan.lexicon.numbers.get(low[i], 0)
    if not count or i + 1 >= len(low):
        return None
    part = fractions.get(low[i + 1]) or fractions.get(low[i + 1].removesuffix("s"))
    if not part or low[i + 2 : i + 4] != ["of", "a"] or scan.lexicon.units.get("".join(low[i + 4 : i + 5])) != "seconds":
        return None
    return Quantity(count * part, "s", 2 if part == 250 else 1, "words"), i + 5


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

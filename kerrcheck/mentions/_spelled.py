"""Quantities in words: durations spelled out, fractions of a unit, feet and inches."""

from kerrcheck.mentions import Quantity, Scan, number
from kerrcheck.mentions._measures import MILLI, UNIT, amount, follow, unit

_HALVES = {"¼": 250, "½": 500, "¾": 750}
_FOOT, _INCH = 12_000, 0.0254
_PARTS = ("hours", "minutes", "seconds")


def spelled(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """Feet and inches, or hours, minutes and seconds, from token i on, and the token after them."""
    return _imperial(scan, i) or _duration(scan, i)


def fraction(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """`a fifth of a second`, `three tenths of a second`, `half a second`."""
    low, fractions = scan.tokens.low, scan.lexicon.fractions
    if follow(scan, i, "half", "single_article"):
        of = unit(scan, i + 2)
        shape = "minutes" if of == "minutes" else "words"
        return (Quantity(500 * MILLI[of] // 1000, UNIT.get(of, "s"), 1, shape), i + 3) if of in MILLI else None
    count = 1 if low[i] in scan.lexicon.sets["one_of"] else scan.lexicon.numbers.get(low[i], 0)
    if not count or i + 1 >= len(low):
        return None
    part = fractions.get(low[i + 1]) or fractions.get(low[i + 1].removesuffix("s"))
    of_a = follow(scan, i + 2, "of", "single_article") and i + 4 < len(low) and scan.lexicon.units.get(low[i + 4]) == "seconds"
    return (Quantity(count * part, "s", 2 if part == _HALVES["¼"] else 1, "words"), i + 5) if part and of_a else None


def _imperial(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """`19 feet, 4 3/4 inches`, `75 feet, 3½ inches`: metres to the centimetre."""
    feet = number(scan, i)
    if not feet or unit(scan, feet[1]) != "feet":
        return None
    total, j = feet[0] * _FOOT, feet[1] + 1
    at = j + follow(scan, j, "conjunction")
    inches = number(scan, at) if at < len(scan.tokens) else None
    if inches:
        part, k = _part_of_inch(scan, inches[1])
        if k < len(scan.tokens) and scan.lexicon.units.get(scan.tokens.low[k]) == "inches":
            total, j = total + inches[0] * 1000 + part, k + 1
    return Quantity(round(total * _INCH), "m", 2, "feet"), j


def _part_of_inch(scan: Scan, k: int) -> tuple[int, int]:
    """A fraction at token k (`½`, `3/4`) in thousandths, and the token after it."""
    tokens = scan.tokens
    if k < len(tokens) and tokens.raw[k] in _HALVES:
        return _HALVES[tokens.raw[k]], k + 1
    if k + 1 < len(tokens) and tokens.gap(k + 1) == "/":
        return int(1000 * int(tokens.low[k]) / int(tokens.low[k + 1])), k + 2
    return 0, k


def _duration(scan: Scan, i: int) -> tuple[Quantity, int] | None:
    """Hours, minutes and seconds spelled out, in full or with one of them left out."""
    total, precision, end, j = 0, 0, i, i
    units: list[str] = []
    while (value := amount(scan, j)) is not None:
        of = _part(scan, j, value, units)
        if of is None:
            break
        milli, precision, end = value
        total, end = total + milli * MILLI[of] // 1000, end + (unit(scan, end) == of)
        units.append(of)
        j = end + follow(scan, end, "conjunction")
    return (Quantity(total, "s", precision, "words"), end) if len(units) > 1 else None


def _part(scan: Scan, j: int, value: tuple[int, int, int], units: list[str]) -> str | None:
    """Which part of a duration a number is, after some others; a decimal right behind minutes is the seconds."""
    of = unit(scan, value[2])
    if of in _PARTS and of not in units:
        return of
    bare = units == ["minutes"] and value[1] and not scan.tokens.gap(j).strip(" ,")
    return "seconds" if bare else None

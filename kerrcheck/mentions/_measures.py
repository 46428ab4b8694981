"""Measures: the numbers and units that quantities are made of."""

import re

from kerrcheck.mentions import Scan, number

MILLI = {
    "seconds": 1000, "metres": 1000, "centimetres": 10, "points": 1000, "tenths": 100, "hundredths": 10, "thousandths": 1,
    "minutes": 60000, "hours": 3600000,
}  # fmt: skip
UNIT = {"metres": "m", "centimetres": "m", "points": "pts"}
_DECIMAL = re.compile(r"(\d*)(?:\.(\d{1,3})|,(\d{1,2}))$")
_MEASURES = frozenset((*MILLI, "feet", "inches"))
_JOINS = frozenset(("", " ", "\xa0", "\u2009", "\u202f", "-", "‑", ", ", "\n"))


def unit(scan: Scan, i: int) -> str | None:
    """The unit that token i writes; `s`, `h` and `m` only where they are glued or follow a figure."""
    if i >= len(scan.tokens):
        return None
    word = scan.tokens.low[i]
    if word in scan.lexicon.phrases["points"]:
        return "points"
    found = scan.lexicon.units.get(word)
    if found not in _MEASURES or word in scan.lexicon.sets["unit_prepositions"]:
        return None
    return found if scan.tokens.gap(i) in _JOINS else None


def amount(scan: Scan, i: int) -> tuple[int, int, int] | None:
    """A figure or worded number at token i: thousandths, decimals, the token after it."""
    if i >= len(scan.tokens):
        return None
    m = _DECIMAL.match(scan.tokens.low[i])
    if m:
        part = m[2] or m[3]
        return int(m[1] or 0) * 1000 + int(part.ljust(3, "0")), len(part), i + 1
    whole = number(scan, i)
    return (whole[0] * 1000, 0, whole[1]) if whole else None


def follow(scan: Scan, j: int, *names: str) -> bool:
    """Whether the tokens from j on are each a word of a closed class."""
    words = scan.tokens.low[j : j + len(names)]
    return len(words) == len(names) and all(word in scan.lexicon.sets[name] for word, name in zip(words, names, strict=True))

"""Lengths and points: `8.59m`, `8.59-metre`, `5m91`, `8,59 m`, `6,952 points`; feet and inches: `77 feet, 3½ inches`, `71-4 1/4`."""

import re
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.values.mark import Mark
from kerrcheck.wording._figures import counted, decimal, leading, needed, spelled, whole
from kerrcheck.wording._letters import alike

_LENGTH = re.compile(r"(\d+)(?:([.,])(\d+))?([\s-]*)([^\W\d_]*)$")
_BAR = re.compile(r"(\d+)(\s?)([^\W\d_])(\s?)(\d\d)$")
_POINTS = re.compile(r"(\d[\d,]*)([\s-]*)([^\W\d_]*)$")
_IMPERIAL = re.compile(
    r"(\d{1,6})([\s-]*)([^\W\d_]*['′]?|['′])([\s,-]*)"
    r"(?:(\d{1,6})(?:(\s*)([¼½¾]|[123]/[24]))?([\s-]*)([^\W\d_]*|[\"″”]|''))?$"
)
_GLYPHS = ("", "¼", "½", "¾")
_SLASHES = ("", "1/4", "1/2", "3/4")
_FOOT = 304.8


class Feet(NamedTuple):
    """A length as feet, inches and quarters of an inch, rounded down as the sport does."""

    feet: int
    inches: int
    quarters: int


def length(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """A distance or height in the writer's unit."""
    m = _LENGTH.match(raw)
    unit = lexicon.units.get(fold(m[5]), "") if m else ""
    if m and (m[5] == "" or unit in ("metres", "centimetres")):
        if not m[3] and not m[5] and _in_feet(int(m[1]), right):
            return str(_feet(right).feet)
        return _metric(m, right, unit, lexicon)
    return _bar(raw, right, lexicon) or imperial(raw, right, lexicon) or _worded(raw, right, lexicon)


def _in_feet(bare: int, right: Mark) -> bool:
    """Whether a bare whole number is nearer to the right length in feet than in metres."""
    return abs(bare * _FOOT - right.milli) < abs(bare * 1000 - right.milli)


def _metric(m: re.Match[str], right: Mark, unit: str, lexicon: Lexicon) -> str | None:
    """Figures with metres, centimetres or nothing after them; a whole number of metres takes the decimals it needs."""
    milli = right.milli * 100 if unit == "centimetres" else right.milli
    exact = needed(milli) if unit == "centimetres" or not milli % 1000 else right.precision
    for precision in (min(len(m[3]), right.precision) if m[3] else exact, max(exact, len(m[3] or ""))):
        figures = decimal(milli, precision, m[2] or ".")
        word = m[5] if "-" in m[4] else counted(m[5], figures == "1", lexicon)
        if figures + m[4] + word != m[0]:
            return figures + m[4] + word
    return None


def _bar(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """`5m91`."""
    m = _BAR.match(raw)
    if not m or lexicon.units.get(fold(m[3])) != "metres" or right.precision > 2:
        return None
    metres, milli = divmod(right.milli, 1000)
    return f"{metres}{m[2]}{m[3]}{m[4]}{milli // 10:02d}"


def _worded(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """`two metres`: words for a whole number, else figures; feet in words."""
    found = leading(raw, lexicon)
    rest = raw[found[1] :] if found else ""
    unit = lexicon.units.get(fold(rest.strip(" -")))
    if not found or raw[0].isdigit() or unit not in ("metres", "feet"):
        return None
    amount = _feet(right).feet * 1000 if unit == "feet" else right.milli
    said = spelled(amount // 1000, lexicon) if amount % 1000 == 0 else decimal(amount, right.precision)
    word = rest if "-" in rest else rest.replace(rest.strip(), counted(rest.strip(), amount == 1000, lexicon))
    return alike(raw, said + word) if said else None


def points(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """`6,952`, `6952 points`."""
    m = _POINTS.match(raw)
    if not m or right.milli % 1000 or (m[3] and fold(m[3]) not in lexicon.phrases["points"]):
        return None
    n = right.milli // 1000
    word = m[3] if "-" in m[2] else counted(m[3], n == 1, lexicon)
    return whole(n, m[1]) + m[2] + word


def _feet(right: Mark) -> Feet:
    """A length in quarters of an inch (6.35 mm), rounded down."""
    feet, rest = divmod(right.milli * 20 // 127, 48)
    return Feet(feet, rest // 4, rest % 4)


def imperial(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """Feet, or feet and inches; quarters of an inch are left out where the writer had none."""
    m = _IMPERIAL.match(raw)
    if not m or not _marked(m, lexicon):
        return None
    said = _feet(right)
    foot = m[3] if "-" in m[2] else counted(m[3], said.feet == 1, lexicon)
    head = f"{said.feet}{m[2]}{foot}"
    if m[5] is None:
        return head
    part = ""
    if m[7] and said.quarters:
        part = m[6] + (_GLYPHS if m[7] in _GLYPHS else _SLASHES)[said.quarters]
    return f"{head}{m[4]}{said.inches}{part}{m[8]}{m[9]}"


def _marked(m: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the feet are named or, as in `71-4 1/4`, joined to the inches by a hyphen."""
    if not m[3]:
        return m[2] == "-" and m[5] is not None
    return m[3] in ("'", "′") or lexicon.units.get(fold(m[3])) == "feet"

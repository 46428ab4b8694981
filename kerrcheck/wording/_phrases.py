"""Phrases: gaps in words: `a second`, `half a second`, `two tenths of a second`, `a fifth of a second`, `fourteen centimetres`."""

import re
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import Document
from kerrcheck.wording._bounding import round_value
from kerrcheck.wording._figures import (
    backwards,
    counted,
    decimal,
    leading,
    needed,
    spelled,
)
from kerrcheck.wording._letters import alike
from kerrcheck.words import Tokens

_HYPHEN = re.compile(r"-[^\W\d_]+$")
_STEPS = {"s": (1000, 500, 100, 10, 1), "m": (1000, 10), "pts": (1000,)}
_WHOLE = {"s": "seconds", "m": "metres", "pts": "points"}
_PARTS = {100: "tenths", 10: "hundredths", 1: "thousandths"}


class Style(NamedTuple):
    """How a writer words a gap: the raw text, its words folded, its first number, and whether `of a second` may be left out."""

    raw: str
    low: tuple[str, ...]
    number: int
    bare: bool


def phrase(raw: str, milli: int, unit: str, lexicon: Lexicon, bound: str) -> str | None:
    """A gap in words; a value that words do not reach comes in figures with the unit."""
    style = _style(raw, unit, lexicon)
    if style is None:
        return None
    if _HYPHEN.search(raw):
        return _joined(style, milli, unit, lexicon, bound)
    if unit == "s" and bound == "=":
        said = _fraction(style, milli, lexicon) or _seconds(style, milli, lexicon)
    else:
        value = round_value(milli, _STEPS[unit], bound)
        said = _worded(style, value or milli, unit, lexicon)
    return alike(raw, said) if said else None


def _joined(style: Style, milli: int, unit: str, lexicon: Lexicon, bound: str) -> str:
    """`one-second`, `0.14-second`: a gap before a noun."""
    value = round_value(milli, _STEPS[unit], bound) or milli
    figures = spelled(value // 1000, lexicon) if value % 1000 == 0 else None
    return alike(style.raw, f"{figures or decimal(value, needed(value))}-{_word(style, _WHOLE[unit], lexicon)}")


def _style(raw: str, unit: str, lexicon: Lexicon) -> Style | None:
    """How a text words a gap of a unit; None where it is no such gap."""
    low = tuple(Tokens(Document("", raw)).low)
    found = leading(raw, lexicon)
    half = backwards(lexicon.fractions).get(500)
    kinds = {_kind(word, lexicon) for word in low}
    of_unit = kinds & ({_WHOLE["s"], *_PARTS.values()} if unit == "s" else {_WHOLE[unit], "centimetres"} if unit == "m" else {"points"})
    if not low or not of_unit or (not found and low[0] != half):
        return None
    bare = bool(kinds & set(_PARTS.values())) and "seconds" not in kinds
    return Style(raw, low, found[0] if found else 0, bare)


def _kind(word: str, lexicon: Lexicon) -> str:
    return "points" if word in lexicon.phrases["points"] else lexicon.units.get(word, "")


def _worded(style: Style, milli: int, unit: str, lexicon: Lexicon) -> str | None:
    """A gap in words, of any unit."""
    if unit == "s":
        return _seconds(style, milli, lexicon)
    whole = _word(style, _WHOLE[unit], lexicon)
    if milli % 1000 == 0:
        return _some(style, milli // 1000, whole, lexicon)
    if unit == "m" and milli < 1000 and milli % 10 == 0:
        return _some(style, milli // 10, _word(style, "centimetres", lexicon), lexicon)
    return f"{decimal(milli, max(2, needed(milli)))} {counted(whole, False, lexicon)}" if unit == "m" else None


def _word(style: Style, kind: str, lexicon: Lexicon) -> str:
    """The singular of a unit in the writer's spelling: that of its words, or of the larger or smaller unit alike."""
    singles = [word for word, k in (*lexicon.units.items(), *((w, "points") for w in reversed(lexicon.phrases["points"]))) if k == kind]
    full = [word for word in singles if word in lexicon.forms["plurals"]]
    for word in full:
        larger = lexicon.forms["larger"].get(word, word)
        near = {word, larger, *(small for small, big in lexicon.forms["larger"].items() if big == word)}
        if any(counted(written, True, lexicon) in near for written in style.low):
            return word
    return full[0]


def _some(style: Style, n: int, word: str, lexicon: Lexicon) -> str | None:
    """So many of a unit in words; one is `a` where the writer has no `one` there."""
    if n == 1:
        one = spelled(1, lexicon) or ""
        return f"{one if style.low[0] == one else lexicon.phrases['one'][0]} {word}"
    figures = spelled(n, lexicon)
    return f"{figures} {counted(word, False, lexicon)}" if figures else None


def _seconds(style: Style, milli: int, lexicon: Lexicon) -> str | None:
    """Seconds, half a second, tenths, hundredths or thousandths; in figures where there are both whole ones and parts."""
    second = _word(style, "seconds", lexicon)
    if milli % 1000 == 0:
        return _some(style, milli // 1000, second, lexicon)
    a = lexicon.phrases["one"][0]
    if milli == 500 and not style.bare:
        return f"{backwards(lexicon.fractions)[500]} {a} {second}"
    if milli > 1000:
        return f"{decimal(milli, needed(milli))} {counted(second, False, lexicon)}"
    size = _size(style, milli, lexicon)
    part = _some(style, milli // size, _word(style, _PARTS[size], lexicon), lexicon)
    if part is None or style.bare:
        return part
    return f"{part} {' '.join(lexicon.phrases['part'])} {second}"


def _size(style: Style, milli: int, lexicon: Lexicon) -> int:
    """The part of a second to count in: the largest that goes, but the writer's where he counts tens of it himself."""
    kinds = {_kind(word, lexicon) for word in style.low}
    fits = [size for size in _PARTS if milli % size == 0]
    own = [size for size in fits if _PARTS[size] in kinds and style.number and style.number % 10 == 0]
    return (own or fits)[0]


def _fraction(style: Style, milli: int, lexicon: Lexicon) -> str | None:
    """`a quarter of a second` for a writer of fractions, where the right one is a plain fraction too."""
    word = backwards(lexicon.fractions).get(milli)
    fractional = style.low[1:2] and style.low[1].removesuffix("s") in lexicon.fractions and style.low[1] not in lexicon.units
    if not word or milli == 500 or word in lexicon.units or not fractional:
        return None
    part = _some(style._replace(low=(style.low[0],)), 1, word, lexicon)
    return f"{part} {' '.join(lexicon.phrases['part'])} {_word(style, 'seconds', lexicon)}"

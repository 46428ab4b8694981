"""Gaps: a difference of two marks in the writer's notation: `0.14 seconds`, `fourteen hundredths of a second`, `one metre`, `11 points`."""

import re
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.values.mark import Mark
from kerrcheck.wording._bounding import coarse, fine
from kerrcheck.wording._clocks import clock
from kerrcheck.wording._durations import duration
from kerrcheck.wording._figures import counted, decimal, needed, spelled
from kerrcheck.wording._letters import alike, differing
from kerrcheck.wording._phrases import phrase

_FIGURES = re.compile(r"(\d*)(?:([.,])(\d+))?([\s-]*)([^\W\d_]*)(.*)$", re.DOTALL)
_KINDS = {"s": ("seconds", "tenths", "hundredths", "thousandths"), "m": ("metres", "centimetres"), "pts": ("points",)}
_MINUTE = 60_000
_SIZES = {"seconds": 1000, "tenths": 100, "hundredths": 10, "thousandths": 1, "metres": 1000, "centimetres": 10, "points": 1000}


class Unit(NamedTuple):
    """A unit of gaps: its kind, how the writer spells it (singular), and its size in thousandths."""

    kind: str
    word: str
    size: int


def gap(raw: str, milli: int, unit: str, lexicon: Lexicon, bound: str = "=") -> str | None:
    """The right gap, in thousandths of `unit` (s, m, pts), as the writer words it.

    Where a hedge stands before it (`bound` > or <) it is the nearest round value on the right side of the truth, where one
    stands for about (~), a round value near it.
    """
    m = _FIGURES.match(raw)
    if milli <= 0 or unit not in _KINDS or not m:
        return None
    said = _minutes(raw, milli, lexicon, bound) if unit == "s" else None
    said = said or (_in_figures(m, milli, unit, lexicon, bound) if m[1] or m[3] else phrase(raw, milli, unit, lexicon, bound))
    if said is None and unit == "s" and bound == "=":
        right = Mark(milli, "s", needed(milli))
        said = clock(raw, right, lexicon) or duration(raw, right, lexicon)
    return differing(raw, said)


def _minutes(raw: str, milli: int, lexicon: Lexicon, bound: str) -> str | None:
    """Whole minutes, in words or figures as written."""
    number, _, word = raw.partition(" ")
    n = fine(milli, _MINUTE, bound) // _MINUTE
    if lexicon.units.get(fold(word)) != "minutes" or not n:
        return None
    return f"{str(n) if number.isdigit() else spelled(n, lexicon)} {counted(word, n == 1, lexicon)}"


def _in_figures(m: re.Match[str], milli: int, unit: str, lexicon: Lexicon, bound: str) -> str | None:
    """Figures with a unit, or alone: the decimals written, more where the value needs them."""
    kind = _kind(m[5], lexicon) if m[5] else _KINDS[unit][0]
    if kind not in _KINDS[unit] or (m[6] and not _tail(m[6], lexicon)):
        return None
    if kind in ("tenths", "hundredths", "thousandths"):
        return _parts(m, milli, Unit(kind, m[5], _SIZES[kind]), lexicon)
    if kind == "centimetres" and fine(milli, 10, bound) >= 1000:
        return _larger(m, fine(milli, 10, bound), lexicon)
    scaled = milli * 1000 // _SIZES[kind]
    precision = len(m[3] or "")
    if bound == "=":
        precision = max(precision, needed(scaled))
    value, precision = coarse(scaled, precision, bound)
    said = decimal(value, precision, m[2] or ".")
    if m[2] and not m[1]:
        said = said.removeprefix("0")
    return said + m[4] + _counted(m[5], m[4], said == "1", lexicon)


def _kind(word: str, lexicon: Lexicon) -> str:
    """The unit that a word writes."""
    low = fold(word)
    return "points" if low in lexicon.phrases["points"] else lexicon.units.get(low, "")


def _counted(word: str, join: str, one: bool, lexicon: Lexicon) -> str:
    return word if "-" in join else counted(word, one, lexicon)


def _tail(tail: str, lexicon: Lexicon) -> bool:
    """Whether a text is `of a second`."""
    words = tail.split()
    return tuple(words[:2]) == lexicon.phrases["part"] and len(words) == 3 and lexicon.units.get(fold(words[2])) == "seconds"


def _parts(m: re.Match[str], milli: int, unit: Unit, lexicon: Lexicon) -> str | None:
    """`14 hundredths of a second`, in figures."""
    n, rest = divmod(milli, unit.size)
    return None if rest or milli >= 1000 else f"{n}{m[4]}{_counted(unit.word, m[4], n == 1, lexicon)}{m[6]}"


def _larger(m: re.Match[str], milli: int, lexicon: Lexicon) -> str:
    """Centimetres that come to a metre and more: whole metres below ten in words, else figures."""
    single = counted(m[5], True, lexicon)
    word = lexicon.forms["larger"].get(fold(single), single)
    n, rest = divmod(milli, 1000)
    abbreviated = counted(word, False, lexicon) == word
    said = decimal(milli, 2 if rest else 0, m[2] or ".")
    if not rest and not abbreviated and n < 10 and m[4] == " ":
        said = spelled(n, lexicon) or said
    return said + m[4] + alike(m[5], _counted(word, m[4], milli == 1000, lexicon))

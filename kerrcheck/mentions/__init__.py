"""Mentions: what a stretch of text may speak of. A recogniser is a module with `find(scan) -> Iterator[Mention]`.

A mention is a span with its kind and its value; what it means for a claim is decided later, with its surroundings.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from kerrcheck.entity import Alias, Person
from kerrcheck.lexicon import Lexicon
from kerrcheck.words import Tokens


class Mention(NamedTuple):
    """Tokens `i` to `j` (exclusive) read as `kind` with `value`; `by` names the recogniser."""

    kind: str
    i: int
    j: int
    value: Any
    by: str = ""


_ONE, _MINUTE, _FOOT = 1000, 60_000, 305


class Quantity(NamedTuple):
    """A number with a unit, or a decimal without: `milli` thousandths of seconds, metres or points.

    `unit` is s, m, pts or ? (none written); `precision` decimals written; `shape` is clock, unit, words or bare; `bound` is
    one of = > < - ~ as hedged: as said, more, less, almost, about.
    """

    milli: int
    unit: str
    precision: int
    shape: str
    bound: str = "="

    @property
    def least(self) -> int:
        """The smallest value that `almost` so much may stand for: its last figure less by one, and no less than half of it."""
        if self.shape == "feet":
            return max(self.milli - _FOOT, self.milli // 2)
        unit = _MINUTE if self.shape == "minutes" else _ONE
        whole, rest = divmod(self.milli, unit)
        if rest or self.precision:
            return self.milli // 2 if self.shape == "words" else max(self.milli - 10 ** (3 - self.precision), self.milli // 2)
        figure: int = 10 ** (len(str(whole)) - len(str(whole).rstrip("0")))
        return max(self.milli - unit * figure, self.milli // 2)


class Scan(NamedTuple):
    """What a recogniser may look at: tokens, packs, the names on record near them, and tokens already spoken for.

    `found` keeps the names that were found at a token, where several recognisers look for them; `worn` are those words of `tokens`
    that open a sentence and stand in somebody's name.
    """

    tokens: Tokens
    lexicon: Lexicon
    aliases: Mapping[str, list[Alias]] = {}
    people: Mapping[str, Person] = {}
    taken: AbstractSet[int] = frozenset()
    found: dict[int, list[tuple[int, int, Alias]]] | None = None
    worn: AbstractSet[str] = frozenset()


def number(scan: Scan, i: int) -> tuple[int, int] | None:
    """A whole number at token i, in figures or words, and the token after it."""
    low = scan.tokens.low
    if i >= len(low):
        return None
    word = low[i]
    if word[0].isdigit():
        plain = word.replace(",", "")
        grouped = plain == word or all(len(part) == 3 for part in word.split(",")[1:])
        return (int(plain), i + 1) if plain.isdigit() and len(plain) < 10 and grouped else None
    return _worded(scan, i)


def _worded(scan: Scan, i: int) -> tuple[int, int] | None:
    """A number in words: `fourteen`, `twenty-six`, `twenty thirteen`, `six thousand`."""
    low, numbers, scales = scan.tokens.low, scan.lexicon.numbers, scan.lexicon.scales
    if low[i] not in numbers:
        return None
    value, j = numbers[low[i]], i + 1
    if j < len(low) and low[j] in numbers and value >= 20:
        nxt = numbers[low[j]]
        if nxt < 10:
            value, j = value + nxt, j + 1
        elif value == 20 and nxt >= 10:
            value, j = 2000 + nxt, j + 1
            if j < len(low) and nxt >= 20 and 0 < numbers.get(low[j], 0) < 10:
                value, j = value + numbers[low[j]], j + 1
    while j < len(low) and low[j] in scales:
        value, j = value * scales[low[j]], j + 1
    return value, j

"""Names on record, found in a text by their key words."""

from collections.abc import Iterator, Mapping

from kerrcheck.entity import Alias
from kerrcheck.mentions import Scan

_JOINTS = frozenset(("", " ", "-", "‑", "\xa0", "–", "’", "'", ". ", ".", " (", "\n"))


def matches(scan: Scan, aliases: Mapping[str, list[Alias]], i: int) -> Iterator[tuple[int, int, Alias]]:
    """The aliases whose key word is token i and whose other words stand around it: first token, end token, alias."""
    stem, low, gap = scan.tokens.stem, scan.tokens.low, scan.tokens.gap
    for alias in aliases.get(stem[i], ()):
        words = alias.words
        first = i - alias.at
        end = first + len(words)
        if first < 0 or end > len(stem):
            continue
        if len(words) > 1:
            if any(stem[first + k] != word for k, word in enumerate(words)):
                continue
            if any(gap(k) not in _JOINTS or low[k - 1] != stem[k - 1] for k in range(first + 1, end)):
                continue
        yield first, end, alias

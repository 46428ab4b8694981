"""Names on record, found in a text by their key words."""

from collections.abc import Iterator

from kerrcheck.entity import Alias
from kerrcheck.mentions import Scan

_JOINTS = frozenset(("", " ", "-", "‑", "\xa0", "–", "’", "'", ". ", ".", " (", "\n"))


def matches(scan: Scan, i: int) -> list[tuple[int, int, Alias]]:
    """The aliases whose key word is token i and whose other words stand around it: first token, end token, alias."""
    if scan.found is None:
        return list(_matches(scan, i))
    found = scan.found.get(i)
    if found is None:
        found = scan.found[i] = list(_matches(scan, i))
    return found


def _matches(scan: Scan, i: int) -> Iterator[tuple[int, int, Alias]]:
    stem = scan.tokens.stem
    before, after = stem[i - 1] if i else "", stem[i + 1] if i + 1 < len(stem) else ""
    for alias in scan.aliases.get(stem[i], ()):
        words, at, _, _, _ = alias
        if len(words) == 1:
            yield i, i + 1, alias
        elif (words[at - 1] == before if at else words[1] == after) and _stands(scan, words, i - at):
            yield i - at, i - at + len(words), alias


def _stands(scan: Scan, words: tuple[str, ...], first: int) -> bool:
    """Whether words stand one after another from a token on, none but the last with a possessive."""
    stem, low, gap = scan.tokens.stem, scan.tokens.low, scan.tokens.gap
    end = first + len(words)
    if first < 0 or end > len(stem) or tuple(stem[first:end]) != words:
        return False
    return all(gap(k) in _JOINTS and low[k - 1] == stem[k - 1] for k in range(first + 1, end))

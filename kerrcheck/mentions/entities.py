"""Nations, cities, stadiums, competitions and organisations, by every name on record."""

from collections.abc import Iterator, Mapping

from kerrcheck.entity import Alias
from kerrcheck.mentions import Mention, Scan

_JOINTS = frozenset(("", " ", "-", "‑", "\xa0", "–", "’", "'", ". ", ".", " (", "\n"))

_CODE = 3


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


def find(scan: Scan) -> Iterator[Mention]:
    """Every entity but people; value is {kind: [(id, flavour)]} of the longest name at each place."""
    best = _longest(scan)
    done = 0
    for first in sorted(best):
        end, found = best[first]
        if first < done:
            continue
        done = end
        kinds: dict[str, list[tuple[str, str]]] = {}
        for (kind, id_), flavour in found.items():
            kinds.setdefault(kind, []).append((id_, flavour))
        for kind, ids in kinds.items():
            yield Mention(kind, first, end, tuple(sorted(ids)), "entities")


def _longest(scan: Scan) -> dict[int, tuple[int, dict[tuple[str, str], str]]]:
    """The longest names that begin at each token: where they end, and whose they are."""
    best: dict[int, tuple[int, dict[tuple[str, str], str]]] = {}
    for i, raw in enumerate(scan.tokens.raw):
        found = matches(scan, scan.aliases, i) if raw[0].isupper() else ()
        for first, end, alias in found:
            if alias.kind == "person" or (len(raw) <= _CODE and not raw.isupper() and alias.flavour == "code"):
                continue
            have = best.get(first)
            if have is None or end > have[0]:
                best[first] = (end, {(alias.kind, alias.id): alias.flavour})
            elif end == have[0]:
                have[1].setdefault((alias.kind, alias.id), alias.flavour)
    return best

"""Nations, cities, stadiums, competitions and organisations, by every name on record."""

from collections.abc import Iterator

from kerrcheck.mentions import Mention, Scan
from kerrcheck.mentions._aliases import matches

_CODE = 3


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
        found = matches(scan, i) if raw[0].isupper() else ()
        for first, end, alias in found:
            if alias.kind == "person" or (alias.flavour == "code" and not _coded(scan, i)) or _counts(scan, end):
                continue
            have = best.get(first)
            if have is None or end > have[0]:
                best[first] = (end, {(alias.kind, alias.id): alias.flavour})
            elif end == have[0]:
                have[1].setdefault((alias.kind, alias.id), alias.flavour)
    return best


def _counts(scan: Scan, end: int) -> bool:
    """Whether the number that a name would end with counts the years behind it: `in Los Angeles 84 years ago`."""
    low = scan.tokens.low
    return end < len(low) and low[end - 1].isdigit() and low[end] in scan.lexicon.sets["year_old"]


def _coded(scan: Scan, i: int) -> bool:
    """Whether a token can be a code: in capitals, and no word of a name or a heading that is in capitals too (`VAN NIEKERK`)."""
    raw, gap = scan.tokens.raw, scan.tokens.gap
    word = raw[i][: len(scan.tokens.stem[i])]  # without the 's of `Bol's`, who is not Bolivia's
    if len(word) <= _CODE and not word.isupper():
        return False
    after = raw[i + 1] if i + 1 < len(raw) and gap(i + 1) == " " else ""
    return not (len(after) > 1 and after.isalpha() and after.isupper())

"""Ordinals: `fourth`, `4th`, `twenty-first`."""

from collections.abc import Iterator

from kerrcheck.mentions import Mention, Scan


def find(scan: Scan) -> Iterator[Mention]:
    """Every ordinal, with its number; the word for a unit of time is left to the quantities."""
    tokens, ordinals, numbers = scan.tokens, scan.lexicon.ordinals, scan.lexicon.numbers
    low = tokens.low
    for i, word in enumerate(low):
        if word in ordinals and i not in scan.taken:
            tens = numbers.get(low[i - 1], 0) if i and not tokens.gap(i).strip("-") else 0
            if tens >= 20 and tens % 10 == 0:
                yield Mention("ordinal", i - 1, i + 1, tens + ordinals[word], "ordinals")
            else:
                yield Mention("ordinal", i, i + 1, ordinals[word], "ordinals")
        elif word in scan.lexicon.sets["ordinal_endings"] and i and low[i - 1].isdigit() and not tokens.gap(i):
            yield Mention("ordinal", i - 1, i + 1, int(low[i - 1]), "ordinals")

"""Stamps: the times of day at the heads of a live blog's entries, which look like marks."""

import re
from collections.abc import Set as AbstractSet

from kerrcheck.words import Tokens

_STAMP = re.compile(r"([01]?\d|2[0-3])[.:][0-5]\d$")
_ENTRIES, _TOLD = 3, 2


def stamps(tokens: Tokens) -> AbstractSet[int]:
    """The tokens that are stamps: three entries or more open so, two of them with sentences of prose behind, as no list of marks has."""
    heads = [i for i in tokens.first if _heads(tokens, i)]
    if len(heads) < _ENTRIES:
        return frozenset()
    return frozenset(heads) if sum(_goes_on(tokens, i) for i in heads) >= _TOLD else frozenset()


def _heads(tokens: Tokens, i: int) -> bool:
    """Whether a token of that form opens a paragraph, with only a space behind."""
    opens = not i or tokens.paragraph[i] != tokens.paragraph[i - 1]
    return opens and bool(_STAMP.match(tokens.raw[i])) and i + 1 < len(tokens) and tokens.gap(i + 1) == " "


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether another sentence of a paragraph follows the one that a token opens."""
    last = next((k for k in range(i, len(tokens)) if tokens.sentence[k] != tokens.sentence[i]), None)
    return last is not None and tokens.paragraph[last] == tokens.paragraph[i]

"""Skimming: an article's tokens and cues, before it is known whom and what its names mean."""

import re
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention, Scan, cues
from kerrcheck.text import Document
from kerrcheck.words import Tokens

YEAR = re.compile(r"(?:18|19|20)\d\d$")


class Skimmed(NamedTuple):
    """An article's tokens with its cues by their first token, and the year it is from."""

    tokens: Tokens
    cues: dict[int, list[Mention]]
    ends: dict[int, set[str]]
    year: int | None


def skimmed(document: Document, lexicon: Lexicon) -> Skimmed:
    """An article skimmed."""
    tokens = Tokens(document)
    starts: dict[int, list[Mention]] = {}
    ends: dict[int, set[str]] = {}
    for m in cues.find(Scan(tokens, lexicon)):
        starts.setdefault(m.i, []).append(m)
        ends.setdefault(m.j, set()).add(m.kind)
    return Skimmed(tokens, starts, ends, int(document.published[:4]) if document.published else None)


def nameable(tokens: Tokens, lexicon: Lexicon, i: int) -> bool:
    """Whether a token may be a part of a name."""
    raw, low = tokens.raw[i], tokens.stem[i]
    cue = any(not rest for rest, _ in lexicon.trie.get(low, ()))
    return raw[0].isupper() and len(low) > 1 and not raw.isupper() and not cue and low not in lexicon.common and low not in lexicon.months

"""Quoting: two wordings of what somebody said held beside each other, word by word; typography and contractions do not count."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import Document
from kerrcheck.words import Tokens

LONG, LONG_SHARE = 8, 0.6
SHORT, SHORT_SHARE = 5, 0.78
CATCH = 3
_STOP = re.compile(r"[.!?…][”\"’')\]]*(?:\s|$)|…|\.\.\.|[\[\]]")


class Words(NamedTuple):
    """A stretch of a text as words to compare, each with its place in the text: first and last character."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


class Drift(NamedTuple):
    """What differs: characters of the text under test, and the words on record for them; `share` how much is alike."""

    start: int
    end: int
    stored: str
    share: float


def sentences(text: str, lexicon: Lexicon) -> list[Words]:
    """The sentences of a quotation, in order; words left out (`...`) and put in (`[he]`) part them too."""
    found, at = [], 0
    for m in [*_STOP.finditer(text), None]:
        end = m.end() if m else len(text)
        found.append(worded(text, at, end, lexicon))
        at = end
    return [words for words in found if words.words]


def worded(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words between two characters: folded, contractions in full, figures without commas, units in one spelling."""
    tokens = Tokens(Document("", text[start:end]))
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for i, low in enumerate(tokens.low):
        for word in _plain(tokens.raw[i], low, lexicon):
            words.append(word)
            places.append((start + tokens.start[i], start + tokens.end[i]))
    return Words(tuple(words), tuple(places))


def _plain(raw: str, low: str, lexicon: Lexicon) -> Sequence[str]:
    """A word as it counts in a comparison."""
    short = raw.lower().replace("’", "'").replace("ʼ", "'")
    head, _, tail = short.rpartition("'")
    contractions = lexicon.forms["contractions"]
    if short in contractions:
        return contractions[short].split()
    if head and f"'{tail}" in contractions:
        return head, contractions[f"'{tail}"]
    if low[0].isdigit():
        return (low.replace(",", ""),)
    return (lexicon.units.get(low, low),)


def drift(mine: Words, text: str, stored: Words, record: str) -> Drift | bool | None:
    """How a sentence drifts from a stored one: True where it is that one or a part of it, None where it is another sentence."""
    a, b = mine.words, stored.words
    if _within(a, b):
        return True if len(a) >= min(SHORT, len(b)) else None
    low, high = _window(a, b)
    steps = _steps(a, b[low:high])
    alike = sum(i2 - i1 for tag, i1, i2, _, _ in steps if tag == "equal")
    share = 2 * alike / (len(a) + high - low)
    catch = CATCH <= alike == len(b) - 1 and len(b) < SHORT and a[0] == b[low]
    if not (alike >= LONG and share >= LONG_SHARE or alike >= SHORT and share >= SHORT_SHARE or catch):
        return None
    changed = [step for step in steps if step[0] != "equal"]
    if all(i1 == i2 for _, i1, i2, _, _ in changed):
        return True
    first, last = changed[0], changed[-1]
    i, j = first[1], max(last[2], first[1] + 1)
    k1, k2 = low + first[3], low + last[4]
    shown = record[stored.places[k1][0] : stored.places[k2 - 1][1]] if k2 > k1 else ""
    return Drift(mine.places[i][0], mine.places[j - 1][1], shown, share)


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether words stand in others as they are."""
    return any(tuple(b[k : k + len(a)]) == tuple(a) for k in range(len(b) - len(a) + 1))


def _window(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The part of a longer stored sentence that is meant where only some of it is quoted: the one most alike."""
    from rapidfuzz.distance import Indel

    whole = (Indel.normalized_similarity(a, b), 0, 0, len(b))
    size = len(a)
    parts = [(Indel.normalized_similarity(a, b[k : k + n]), -n, k, k + n) for n in range(size - 2, size + 3) for k in range(len(b) - n + 1) if n > 2]
    best = max([whole, *parts])
    return best[2], best[3]


def _steps(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one row of words to another; neighbouring changes are one."""
    from rapidfuzz.distance import Indel

    found: list[tuple[str, int, int, int, int]] = []
    for op in Indel.opcodes(a, b):
        step = ("equal" if op.tag == "equal" else "change", op.src_start, op.src_end, op.dest_start, op.dest_end)
        if found and found[-1][0] == step[0] == "change":
            found[-1] = ("change", found[-1][1], step[2], found[-1][3], step[4])
        else:
            found.append(step)
    return found

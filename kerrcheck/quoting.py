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


def drift(mine: Words, stored: Words, record: str) -> Drift | bool | None:
    """How a sentence drifts from a stored one: True where it is that one or a part of it, None where it is another sentence."""
    a, b = mine.words, stored.words
    if _within(a, b):
        return True if len(a) >= min(SHORT, len(b)) else None
    if len(b) < SHORT:
        return _catch(mine, stored, record)
    low, high = _window(a, b)
    steps = _steps(a, b[low:high])
    alike = sum(i2 - i1 for tag, i1, i2, _, _ in steps if tag == "equal")
    share = 2 * alike / (len(a) + high - low)
    if not ((alike >= LONG and share >= LONG_SHARE) or (alike >= SHORT and share >= SHORT_SHARE)):
        return None
    changed = [step for k, step in enumerate(steps) if step[0] != "equal" and not (k in (0, len(steps) - 1) and step[3] == step[4])]
    if all(i1 == i2 for _, i1, i2, _, _ in changed):
        return True
    first, last = changed[0], changed[-1]
    places = (first[1], max(last[2], first[1] + 1), low + first[3], low + last[4])
    return _shown(mine, stored, record, places, share)


def _shown(mine: Words, stored: Words, record: str, places: tuple[int, int, int, int], share: float) -> Drift:
    """A drift by the places of its words on both sides; a contraction of which one half has changed is taken whole."""
    i, j, k1, k2 = places
    while i and mine.places[i] == mine.places[i - 1] and k1:
        i, k1 = i - 1, k1 - 1
    while j < len(mine.words) and mine.places[j] == mine.places[j - 1] and k2 < len(stored.words):
        j, k2 = j + 1, k2 + 1
    shown = record[stored.places[k1][0] : stored.places[k2 - 1][1]] if k2 > k1 else ""
    return Drift(mine.places[i][0], mine.places[j - 1][1], shown, share)


def _catch(mine: Words, stored: Words, record: str) -> Drift | None:
    """How a catchphrase drifts: by one word of it."""
    a, b = mine.words, stored.words
    for k in range(len(a) - len(b) + 1):
        changed = [n for n in range(len(b)) if a[k + n] != b[n]]
        n = changed[0] if len(changed) == 1 and len(b) > CATCH else None
        if n is not None and min(len(a[k + n]), len(b[n])) > CATCH:
            return Drift(*mine.places[k + n], record[slice(*stored.places[n])], 1 - 1 / len(b))
    return None


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether words stand in others as they are."""
    return any(tuple(b[k : k + len(a)]) == tuple(a) for k in range(len(b) - len(a) + 1))


def _window(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The part of a stored sentence that is meant where only some of it is quoted: the one most alike, the shortest of several."""
    from rapidfuzz.distance import Indel

    if len(set(a) & set(b)) * 2 < len(set(a)):
        return 0, len(b)
    least = max(len(a) // 2, 1)
    parts = ((k, n) for k in range(len(b)) for n in range(k + least, len(b) + 1))
    best = max(((Indel.normalized_similarity(a, b[k:n]), k - n, -k) for k, n in parts), default=(0.0, -len(b), 0))
    low, high = -best[2], -best[2] - best[1]
    steps = _steps(a, b[low:high])
    head, tail = steps[0], steps[-1]
    before = head[2] if head[0] != "equal" and head[4] == head[3] else 0
    after = tail[2] - tail[1] if tail[0] != "equal" and tail[4] == tail[3] else 0
    return max(low - before, 0), min(high + after, len(b))


def _steps(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one row of words to another; neighbouring changes are one, and words put in stand as early as they can."""
    from rapidfuzz.distance import Indel

    found: list[tuple[str, int, int, int, int]] = []
    for op in Indel.opcodes(a, b):
        step = ("equal" if op.tag == "equal" else "change", op.src_start, op.src_end, op.dest_start, op.dest_end)
        if found and found[-1][0] == step[0] == "change":
            found[-1] = ("change", found[-1][1], step[2], found[-1][3], step[4])
        else:
            found.append(step)
    return _slid(a, found) if len(found) > 1 else found


def _slid(a: Sequence[str], steps: list[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Steps of which the second, where it only puts words in, comes first: `I (said, I) ran` is `(I said,) I ran`."""
    first, second = steps[0], steps[1]
    size = first[2] - first[1]
    if first[0] != "equal" or second[3] != second[4] or tuple(a[second[2] - size : second[2]]) != tuple(a[first[1] : first[2]]):
        return steps
    put = ("change", 0, second[2] - size, 0, 0)
    third = steps[2] if len(steps) > 2 else ("equal", second[2], second[2], second[4], second[4])
    return [put, ("equal", second[2] - size, third[2], 0, third[4]), *steps[3:]]

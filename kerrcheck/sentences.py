"""Sentences and their segments: what stands together between commas, dashes, brackets and joining words."""

import itertools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_STOPS = ",;:–—()[]…/"
_JOINT = ",;:–—() "


class Sentence(NamedTuple):
    """Tokens `a` to `b`, the mentions in them, and the segment that each token (from `a`) belongs to.

    `opens` says for each segment how it starts: a stop (`,`, `;`, `(` ...), a joining word, or nothing for the first.
    `heading`: a line of its own without a full stop; `sets`: the closed classes of words that joints are told apart by.
    """

    number: int
    a: int
    b: int
    paragraph: int
    mentions: list[Mention]
    segments: list[int]
    opens: list[str]
    heading: bool
    quoted: bool
    sets: Mapping[str, frozenset[str]]

    def segment(self, token: int) -> int:
        """The segment of a token."""
        return self.segments[min(max(token - self.a, 0), len(self.segments) - 1)]

    def opens_with(self, segment: int, name: str) -> bool:
        """Whether a segment opens with a word of a closed class."""
        return self.opens[segment].strip(_JOINT) in self.sets[name]

    def begins(self, segment: int) -> int:
        """The first token of a segment."""
        return self.a + self.segments.index(segment)

    def within(self, segment: int) -> list[Mention]:
        """The mentions of one segment."""
        return [m for m in self.mentions if self.segment(m.i) == segment]

    def birthday(self, day: Mention) -> bool:
        """Whether a day says when somebody came to an age (`26 last Thursday`)."""
        return any(0 <= day.i - age.j <= 2 and self.segment(age.i) == self.segment(day.i) for age in self.kind("age"))

    def kind(self, *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds, in order."""
        return (m for m in self.mentions if m.kind in kinds)


def sentences(tokens: Tokens, mentions: list[Mention], sets: Mapping[str, frozenset[str]]) -> list[Sentence]:
    """The sentences of a document with their mentions."""
    bounds = [*tokens.first, len(tokens)]
    by: list[list[Mention]] = [[] for _ in tokens.first]
    for m in mentions:
        by[tokens.sentence[m.i]].append(m)
    made = []
    for k, (a, b) in enumerate(itertools.pairwise(bounds)):
        segments, opens = _segments(tokens, a, b, by[k])
        quoted = sum(tokens.quoted[a:b]) * 2 > b - a
        made.append(Sentence(k, a, b, tokens.paragraph[a], by[k], segments, opens, _heading(tokens, a, b), quoted, sets))
    return made


def _heading(tokens: Tokens, a: int, b: int) -> bool:
    """Whether tokens a to b are a line of their own that no stop ends."""
    alone = (a == 0 or tokens.paragraph[a - 1] != tokens.paragraph[a]) and (b == len(tokens) or tokens.paragraph[b] != tokens.paragraph[a])
    tail = tokens.text[tokens.end[b - 1] : tokens.end[b - 1] + 2]
    return alone and not any(c in tail for c in '.!?:”"')


def _segments(tokens: Tokens, a: int, b: int, mentions: list[Mention]) -> tuple[list[int], list[str]]:
    """The segment of each token, and how each segment opens."""
    joins = {m.i: tokens.low[m.i] for m in mentions if m.kind in ("link", "relative")}
    inner = {t for m in mentions for t in range(m.i + 1, m.j) if m.kind not in ("link", "relative", "modal")}
    segments, opens, now = [0], [""], 0
    for t in range(a + 1, b):
        gap = tokens.gap(t)
        stop = next((c for c in gap if c in _STOPS), "")
        if stop == "–" and " " not in gap:
            stop = ""
        if t in inner and stop in ("", ","):
            stop = ""
        elif stop or t in joins:
            now += 1
            opens.append(stop + joins.get(t, ""))
        segments.append(now)
    return segments, opens

"""Sentences and their segments: what stands together between commas, dashes, brackets and joining words."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_STOPS = ",;:–—()[]…/"
_HARD = ";:()…–—"


class Sentence(NamedTuple):
    """Tokens `a` to `b`, the mentions in them, and the segment that each token (from `a`) belongs to.

    `opens` says for each segment how it starts: a stop (`,`, `;`, `(` ...), a joining word, or nothing for the first.
    `heading`: a line of its own without a full stop.
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

    def segment(self, token: int) -> int:
        """The segment of a token."""
        return self.segments[min(max(token - self.a, 0), len(self.segments) - 1)]

    def within(self, segment: int) -> list[Mention]:
        """The mentions of one segment."""
        return [m for m in self.mentions if self.segment(m.i) == segment]

    def kind(self, *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds, in order."""
        return (m for m in self.mentions if m.kind in kinds)


def sentences(tokens: Tokens, mentions: list[Mention]) -> list[Sentence]:
    """The sentences of a document with their mentions."""
    bounds = [*tokens.first, len(tokens)]
    by: list[list[Mention]] = [[] for _ in tokens.first]
    for m in mentions:
        by[tokens.sentence[m.i]].append(m)
    made = []
    for k, (a, b) in enumerate(zip(bounds, bounds[1:], strict=False)):
        segments, opens = _segments(tokens, a, b, by[k])
        quoted = sum(tokens.quoted[a:b]) * 2 > b - a
        made.append(Sentence(k, a, b, tokens.paragraph[a], by[k], segments, opens, _heading(tokens, a, b), quoted))
    return made


def _heading(tokens: Tokens, a: int, b: int) -> bool:
    """Whether tokens a to b are a line of their own that no stop ends."""
    alone = (a == 0 or tokens.paragraph[a - 1] != tokens.paragraph[a]) and (b == len(tokens) or tokens.paragraph[b] != tokens.paragraph[a])
    tail = tokens.text[tokens.end[b - 1] : tokens.end[b - 1] + 2]
    return alone and not any(c in tail for c in ".!?:”\"")


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

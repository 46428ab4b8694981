"""Sentences and their segments: what stands together between commas, dashes, brackets and joining words."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_STOPS = ",;:–—()[]…/"
_JOINT = ",;:–—() "
T = TypeVar("T")


class Sentence(NamedTuple):
    """Tokens `a` to `b`, the mentions in them, and the segment that each token (from `a`) belongs to.

    `opens` says for each segment how it starts: a stop (`,`, `;`, `(` ...), a joining word, or nothing for the first.
    `heading`: a line of its own without a full stop; `sets`: the closed classes of words that joints are told apart by;
    `asked`: what was asked of it and answered, to be emptied where its mentions change.
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
    asked: dict[Any, Any]

    def holding(self, mentions: list[Mention]) -> "Sentence":
        """The sentence with other mentions."""
        return self._replace(mentions=mentions, asked={})

    def once(self, question: Any, answer: Callable[[], T]) -> T:
        """The answer to a question about the sentence, found once."""
        asked = self.asked
        if question not in asked:
            asked[question] = answer()
        return asked[question]  # type: ignore[no-any-return]

    def segment(self, token: int) -> int:
        """The segment of a token."""
        at, segments = token - self.a, self.segments
        return segments[at] if 0 <= at < len(segments) else segments[0 if at < 0 else -1]

    def opens_with(self, segment: int, name: str) -> bool:
        """Whether a segment opens with a word of a closed class."""
        return self.opens[segment].strip(_JOINT) in self.sets[name]

    def begins(self, segment: int) -> int:
        """The first token of a segment."""
        return self.a + self.segments.index(segment)

    def within(self, segment: int) -> list[Mention]:
        """The mentions of one segment."""
        return self.once(segment, lambda: [m for m in self.mentions if self.segment(m.i) == segment])

    def birthday(self, day: Mention) -> bool:
        """Whether a day says when somebody came to an age (`26 last Thursday`), or is that of a birth (`a birthday, 6 May 1999`)."""
        if any(x.j == day.i for x in self.kind("birth")):
            return True
        return any(0 <= day.i - age.j <= 2 and self.segment(age.i) == self.segment(day.i) for age in self.kind("age"))

    def kind(self, *kinds: str) -> Iterator[Mention]:
        """The mentions of some kinds, in order."""
        found = self.asked.get(kinds)
        if found is None:
            found = self.asked[kinds] = self._of(kinds)
        return iter(found)

    def _of(self, kinds: tuple[str, ...]) -> list[Mention]:
        """The mentions of some kinds; most kinds are in few sentences."""
        by = self.once("kinds", self._by_kind)
        some = [by[kind] for kind in kinds if kind in by]
        if len(some) > 1:
            return [m for m in self.mentions if m.kind in kinds]
        return some[0] if some else []

    def _by_kind(self) -> dict[str, list[Mention]]:
        """The mentions by kind."""
        by: dict[str, list[Mention]] = {}
        for m in self.mentions:
            by.setdefault(m.kind, []).append(m)
        return by


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
        made.append(Sentence(k, a, b, tokens.paragraph[a], by[k], segments, opens, _heading(tokens, a, b), quoted, sets, {}))
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

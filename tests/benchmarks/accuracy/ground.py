"""Mutant, Ground: a slip, and what a mutator works on.

A mutator is a function from a ground to the slips of its class. It leaves out what the store cannot refute: a medal is changed only where
its owner never won one of that colour, a mark only where nobody named in the text has the new one, a year only where no edition was held
in it. What the engine reads plays no part.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.scene import Pinned, Scene, Sentence, field, inside, marks_of

from kerrcheck.store import Store
from kerrcheck.text import Span


class Mutant(NamedTuple):
    """A slip: its class, the true words, and what stands in their place; `also` is what may be blamed as well."""

    kind: str
    span: Span
    wrong: str
    also: tuple[Span, ...] = ()


class Ground(NamedTuple):
    """What a mutator works on: the text's scene, the store that refutes, and the draw."""

    scene: Scene
    store: Store
    draw: Random

    def words(self, span: Span) -> str:
        """Some words of the text."""
        return self.scene.text[span.start : span.end]

    def pins(self) -> Iterator[tuple[Sentence, Pinned]]:
        """Every mark that is pinned down."""
        return ((sentence, pin) for sentence in self.scene.sentences for pin in sentence.pinned)

    def places(self, pattern: str, sentence: Sentence, flags: int = 0) -> Iterator[re.Match[str]]:
        """Where a pattern stands in a sentence outside quotation marks."""
        for m in re.compile(pattern, flags).finditer(self.scene.text, *sentence.span):
            if not inside(Span(*m.span()), self.scene.quoted):
                yield m

    def known_marks(self) -> set[str]:
        """Every mark of anybody named in the text, and of every contest in it."""
        mine = {mark for who in self.scene.people for mark in marks_of(self.store, who)}
        return mine | {row.get("mark", "") for key in self.scene.contests for row in field(self.store, key).values()}


Mutator = Callable[[Ground], Iterator[Mutant]]

"""Deletion neighbourhoods: words that differ by a letter or two share a form that is left when letters go."""

from collections.abc import Iterator
from zlib import crc32

SHORT, LONG = 4, 8


def _shorter(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def forms(word: str) -> set[int]:
    """Hashes of a folded word and of what is left of it: one letter less from 4 letters on, two from 8 on."""
    found = {word}
    if len(word) >= SHORT:
        found.update(_shorter(word))
    if len(word) >= LONG:
        found.update(twice for once in _shorter(word) for twice in _shorter(once))
    return {crc32(form.encode()) for form in found}

"""Deletion neighbourhoods: words that differ by a letter or two share a form that is left when letters go."""

from collections.abc import Callable, Collection, Iterable, Iterator
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


def neighbours(words: Collection[str], rows: Callable[[str], Iterable[tuple[int, str]]]) -> dict[str, list[str]]:
    """For each folded word, the words of names on record that share a form with it, given what asks a store."""
    wanted = {word: forms(word) for word in words}
    numbers = ",".join(map(str, sorted({form for found in wanted.values() for form in found})))
    found: dict[int, list[str]] = {}
    for form, word in rows(f"SELECT n.form, w.word FROM near n JOIN word w ON w.id = n.word WHERE n.form IN ({numbers})"):
        found.setdefault(form, []).append(word)
    return {word: sorted({x for form in wanted[word] for x in found.get(form, ())} - {word}) for word in wanted}

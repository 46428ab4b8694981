"""Discovery: who and what source articles name, where no record knows them yet.

A person is somebody named in full and elsewhere by the family name alone, or described by what they are. Near forms of one name
are the same person: the form that is rarer is a slip, and makes nobody new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kerrcheck.entity import Name, Person
from kerrcheck.fixtures import Entity, competitions
from kerrcheck.lexicon import Lexicon
from kerrcheck.naming import words
from kerrcheck.nearness import forms
from kerrcheck.skimming import YEAR, Skimmed, nameable, skimmed
from kerrcheck.store import Store
from kerrcheck.text import Document, fold
from kerrcheck.words import Tokens

_DESCRIBING = frozenset(("medal", "title", "duty", "role", "holder", "runner", "name-title", "fellow", "age", "placing"))
_LONGEST = 3


def discovered(documents: Iterable[Document], store: Store, lexicon: Lexicon, world: Sequence[Name]) -> Iterator[Person | Entity]:
    """The people and competitions that articles name and a store does not know; `world` holds the names of places."""
    texts = [skimmed(document, lexicon) for document in documents]
    places = {words(name.text): name.id for name in world}
    yield from _people(texts, store, lexicon, set(places))
    if not store.all_series:
        yield from competitions(texts, lexicon, places)


def _people(texts: Sequence[Skimmed], store: Store, lexicon: Lexicon, places: set[tuple[str, ...]]) -> Iterator[Person]:
    """The people named in full, each once, in the order of their names."""
    full: Counter[tuple[str, ...]] = Counter()
    alone: Counter[str] = Counter()
    described: set[tuple[str, ...]] = set()
    for text in texts:
        for i, j in _runs(text, lexicon, places):
            name = (*text.tokens.raw[i : j - 1], _bare(text.tokens, j - 1))
            if j - i == 1:
                alone[name[0]] += 1
                continue
            full[name[-2:]] += 1
            if any(text.ends.get(k, set()) & _DESCRIBING and text.tokens.gap(k) == " " for k in (i, j - 2)):
                described.add(name[-2:])
    some = {name: count for name, count in full.items() if name in described or (alone[name[-1]] and not _placed(texts, name))}
    for name in sorted(some):
        if not _known(store, name) and not _slip(name, some, alone):
            yield Person("-".join(word for part in name for word in words(part)), " ".join(name), name[-1], " ".join(name[:-1]))


def _runs(text: Skimmed, lexicon: Lexicon, places: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Runs of up to three capitalised words that no pack knows and no place is called; not who took a picture (`Pat Quill/Agency`)."""
    tokens, i = text.tokens, 0
    while i < len(tokens):
        j = i
        while j < len(tokens) and j - i < _LONGEST and nameable(tokens, lexicon, j) and (j == i or _together(tokens, j)):
            j += 1
        while ends := [k for k in range(i + 1, j + 1) if tuple(tokens.stem[i:k]) in places]:
            i = max(ends)
        if j > i and tokens.text[tokens.end[j - 1] : tokens.end[j - 1] + 1] != "/":
            yield i, j
        i = max(j, i + 1)


def _together(tokens: Tokens, i: int) -> bool:
    """Whether a token goes on with the name before it: a blank between, no possessive."""
    return tokens.gap(i) == " " and tokens.low[i - 1] == tokens.stem[i - 1]


def _bare(tokens: Tokens, i: int) -> str:
    """A token as written, without a possessive."""
    return tokens.raw[i][:-2] if tokens.low[i] != tokens.stem[i] else tokens.raw[i]


def _placed(texts: Sequence[Skimmed], name: tuple[str, ...]) -> bool:
    """Whether a name stands for a place: a year follows it somewhere."""
    for text in texts:
        raw = text.tokens.raw
        if any(raw[k] == name[-1] and YEAR.match(raw[k + 1]) for k in range(len(raw) - 1)):
            return True
    return False


def _known(store: Store, name: tuple[str, ...]) -> bool:
    """Whether a store knows somebody of a name, or of one so near that this may be a slip."""
    near = {word for found in store.near([fold(part) for part in name]).values() for word in found}
    keys = {fold(name[-1])} | near
    full = [alias for alias in store.aliases(keys) if alias.kind == "person" and alias.flavour != "family"]
    return any(set(alias.words) <= {*map(fold, name), *near} for alias in full)


def _slip(name: tuple[str, ...], full: dict[tuple[str, ...], int], alone: Counter[str]) -> bool:
    """Whether a name is a rarer form of another."""

    def alike(other: tuple[str, ...]) -> bool:
        return all(a == b or forms(fold(a)) & forms(fold(b)) for a, b in zip(name, other, strict=True))

    near = [other for other in full if other != name and alike(other)]
    return any(full[other] + alone[other[-1]] > full[name] + alone[name[-1]] for other in near)

"""The name index: how people and things may be called, folded, each under the word it is looked up by."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kerrcheck.entity import Alias, Name, Person
from kerrcheck.text import fold

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens and blanks part them, apostrophes do not."""
    return tuple(_WORD.findall(fold(text)))


def _found(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where a run of words ends in another, seen from the back."""
    for end in range(len(whole), len(part) - 1, -1):
        if tuple(whole[end - len(part) : end]) == tuple(part):
            return end - 1
    return None


def _family_names(family: str) -> Iterator[tuple[str, ...]]:
    """The ways a family name is used alone: whole, its last word, and each side of a hyphen."""
    whole = words(family)
    yield whole
    yield whole[-1:]
    if "-" in family:
        for side in family.split("-"):
            yield words(side)


def _full(person: str, text: str, family: tuple[str, ...], flavour: str) -> Iterator[Alias]:
    """A full name, and what stands for the family name in it where that is another."""
    whole = words(text)
    if not whole:
        return
    at = _found(family, whole) if family else None
    if at is None and (family[-1:] and family[-1] in whole):
        at = whole.index(family[-1])
    yield Alias(whole, len(whole) - 1 if at is None else at, "person", person, flavour)
    if at is None and len(whole) > 1:
        yield Alias(whole[-1:], 0, "person", person, flavour)


def person_aliases(person: Person, names: Iterable[Name]) -> list[Alias]:
    """Every alias of a person: full names, other forms of them, and the family name alone."""
    family = words(person.family or "")
    found = list(_full(person.id, person.name, family, "full"))
    for name in names:
        found += _full(person.id, name.text, family, name.flavour)
    for alone in _family_names(person.family or "") if family else ():
        if alone:
            found.append(Alias(alone, len(alone) - 1, "person", person.id, "family"))
    return found


def name_words(person: Person, names: Iterable[Name]) -> set[str]:
    """The single words of a person's names, among which a misspelt one is sought."""
    texts = [person.name, person.family or "", person.given or "", *(name.text for name in names)]
    return {word for text in texts for word in words(text) if len(word) > 2 and not word.isdigit()}


def _capitalised(text: str) -> set[str]:
    return {word for raw in re.split(r"[\s\-–/]+", text) if raw[:1].isupper() for word in words(raw)}


def thing_aliases(names: Sequence[Name]) -> list[Alias]:
    """Aliases of things, each under its rarest capitalised word; a number only where there is nothing else."""
    count = Counter(word for name in names for word in set(words(name.text)))
    found = []
    for name in names:
        whole, capitals = words(name.text), _capitalised(name.text)
        if whole:
            ranked = sorted(range(len(whole)), key=lambda i: (whole[i].isdigit(), whole[i] not in capitals, count[whole[i]], -i))
            found.append(Alias(whole, ranked[0], name.kind, name.id, name.flavour))
    return found

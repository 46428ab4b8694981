"""Suspects: names that are nobody's on record but very near to the name of somebody who is meant here."""

from collections.abc import Callable
from typing import NamedTuple

from kerrcheck.cast import Cast
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.store import Store
from kerrcheck.text import Span, fold
from kerrcheck.words import Tokens


class Suspect(NamedTuple):
    """A misspelt name: the mention, the one person it must mean, the wrong words and the right ones."""

    mention: Mention
    person: str
    at: tuple[int, int]
    right: str


def near(written: str, right: str) -> bool:
    """Whether a folded word is a slip of another: one change in four letters or more, two in six or more."""
    from rapidfuzz.distance import OSA

    if written == right or written == right + "s" or min(len(written), len(right)) < 4:
        return False
    limit = 1 if len(right) < 6 else 2
    return OSA.distance(written, right, score_cutoff=limit) <= limit


def suspects(tokens: Tokens, mentions: list[Mention], cast: Cast, store: Store, relevant: Callable[[str], bool]) -> list[Suspect]:
    """The misspelt names among mentions of strangers and of unknown people."""
    doubtful = [
        m for m in mentions if m.kind in ("unknown", "person") and m.value.how in ("stranger", "unknown") and not _shouted(tokens, m)
    ]
    words = {tokens.stem[t] for m in doubtful for t in range(m.i, m.j)}
    reach = store.near(sorted(words)) if words else {}
    owners: dict[str, set[str]] = {}
    for alias in store.aliases({w for found in reach.values() for w in found}) if reach else []:
        if alias.kind == "person" and alias.flavour == "family":
            owners.setdefault(alias.words[-1], set()).add(alias.id)
    people = dict(cast.people)
    people.update(store.people({x for ids in owners.values() for x in ids} - set(people)))
    found = []
    for m in doubtful:
        suspect = _stranger(tokens, m, people, relevant) if m.kind == "person" else None
        suspect = suspect or _unknown(
            tokens, m, reach, owners, people, relevant, lambda id_: (id_ not in cast.full, id_ not in cast.entrants, id_)
        )
        if suspect:
            found.append(suspect)
            cast.people.setdefault(suspect.person, people[suspect.person])
    return found


def _shouted(tokens: Tokens, m: Mention) -> bool:
    """Whether a name stands in capitals, where spelling is not judged."""
    return all(tokens.raw[t].isupper() for t in range(m.i, m.j))


def _stranger(tokens: Tokens, m: Mention, people: dict[str, Person], relevant: Callable[[str], bool]) -> Suspect | None:
    """A known family name with a given name that is nearly that of one of the family."""
    at = m.value.family - 1
    if at < m.i:
        return None
    fits = [(id_, word) for id_ in m.value.ids if relevant(id_) for word in people[id_].given.split() if near(tokens.stem[at], fold(word))]
    if len({id_ for id_, _ in fits}) != 1:
        return None
    return Suspect(m, fits[0][0], (at, at + 1), fits[0][1])


def _unknown(
    tokens: Tokens,
    m: Mention,
    reach: dict[str, list[str]],
    owners: dict[str, set[str]],
    people: dict[str, Person],
    relevant: Callable[[str], bool],
    rank: Callable[[str], tuple[bool, bool, str]],
) -> Suspect | None:
    """A family name that nearly is one on record, of somebody whose given name or presence here fits."""
    found: dict[str, tuple[int, str]] = {}
    for t in range(m.i, m.j):
        word = tokens.stem[t]
        for other in reach.get(word, ()):
            if not near(word, other) or (m.kind == "person" and t == m.i):
                continue
            for id_ in owners.get(other, ()):
                if relevant(id_) and _introduced(tokens, m, t, people[id_]):
                    found[id_] = (t, _part(people[id_], other))
    if len(set(found.values())) != 1:
        return None
    t, right = next(iter(found.values()))
    return Suspect(m, min(found, key=rank), (t, t + 1), right)


def _introduced(tokens: Tokens, m: Mention, t: int, person: Person) -> bool:
    """Whether the word before fits the person's given name; a bare family name must be long."""
    given = {fold(w) for w in person.given.replace("-", " ").split()}
    if t > m.i:
        before = tokens.stem[t - 1]
        return before in given or any(g.startswith(before) or near(before, g) for g in given)
    if m.i and tokens.raw[m.i - 1][0].isupper() and tokens.gap(m.i) == " " and m.i not in tokens.first:
        return tokens.stem[m.i - 1] in given
    return m.j == t + 1 and len(tokens.stem[t]) >= 6


def _part(person: Person, folded: str) -> str:
    """The word of a person's name that folds to a form."""
    return next((w for w in person.name.replace("-", " ").split() if fold(w) == folded), person.family)


def span(tokens: Tokens, suspect: Suspect) -> Span:
    """The wrong words in the text."""
    return tokens.span(*suspect.at)

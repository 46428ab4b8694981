"""Querying: what the words of a query mean, by the packs and by the names in the store."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.entity import Alias
from kerrcheck.lexicon import Lexicon
from kerrcheck.naming import words
from kerrcheck.stack import Stack
from kerrcheck.store import Store
from kerrcheck.text import Document
from kerrcheck.words import Tokens

Facts = Store | Stack
SEXES = ("men", "women", "mixed")


class Query(NamedTuple):
    """What a query is about: ids of each kind of thing it names, each a narrowing of the others."""

    people: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    record: bool = False
    words: tuple[str, ...] = ()


def understood(store: Facts, text: str) -> Query:
    """What a query means."""
    cues = list(_cues(store, text))
    whole = words(text)
    years = tuple(word for word in whole if word.isdigit() and len(word) == 4 and ("event", word) not in cues)
    named = _longest(whole, store.aliases(set(whole)))

    def ids(*kinds: str) -> tuple[str, ...]:
        return tuple(sorted({alias.id for alias in named if alias.kind in kinds}))

    def values(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for found, value in cues if found == kind))

    record = any(kind == "record" for kind, _ in cues)
    sexes = tuple(word for word in whole if word in SEXES) or values("sex")
    series = sorted({*ids("series"), *values("series")})
    editions = ids("edition") or tuple(e.id for s in series for e in store.editions(s) if str(e.year) in years)
    things = (ids("person"), () if record else editions, ids("nation"))
    return Query(*things, values("event"), sexes, values("round"), values("scope"), years, record, whole)


def _cues(store: Facts, text: str) -> Iterator[tuple[str, str]]:
    """Kinds and values of the packs' words in a query, the longest at each place."""
    packs = store.lexicon()
    low = Tokens(Document("", text)).stem
    lexicon, i = Lexicon(packs) if packs else None, 0
    while lexicon and i < len(low):
        entry = lexicon.cues(low, i)
        yield from entry[1] if entry else ()
        yield from (cue for phrase, found in lexicon.trie.get(low[i], ()) for cue in found if not phrase and cue[0] == "scope")
        i += 1 + len(entry[0]) if entry else 1


def _longest(whole: Sequence[str], aliases: Sequence[Alias]) -> list[Alias]:
    """The aliases that stand in a query, those left out that lie within a longer one."""
    places: dict[tuple[int, int], list[Alias]] = {}
    for alias in aliases:
        for start in range(len(whole) - len(alias.words) + 1):
            if tuple(whole[start : start + len(alias.words)]) == alias.words:
                places.setdefault((start, start + len(alias.words)), []).append(alias)
    return [alias for place, found in places.items() if not any(_within(place, other) for other in places) for alias in found]


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]

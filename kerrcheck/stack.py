"""Stores laid over each other: the last one that knows an answer gives it, what lies below is shown against it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import reduce
from typing import Any

from kerrcheck.entity import Alias, Contest, Edition, Listing, Person, Place, Series
from kerrcheck.fact import Fact, Source
from kerrcheck.link import Recalled, kept
from kerrcheck.overlay import ended, laid_over, over
from kerrcheck.store import Store


class Stack:
    """Several stores that answer as one; the lowest comes first. `packs` gives the words and no facts."""

    def __init__(self, stores: Sequence[Store], packs: Store | None = None) -> None:
        self.stores, self._packs = tuple(stores), packs
        self.path = ", ".join(store.path for store in stores)
        self.id = "+".join(store.id for store in stores)
        self.complete_to = max((store.complete_to for store in stores), default="")
        self.facts, self.sources = sum(store.facts for store in stores), sum(store.sources for store in stores)
        self._known, self._called, self._about = Recalled(self._people), Recalled(self._aliases), Recalled(self._facts)
        self.answers: dict[str, dict[Any, Any]] = {}

    def lexicon(self) -> dict[str, Any] | None:
        """The language and sport packs of the lowest store that has any."""
        stores = (self._packs, *self.stores) if self._packs else self.stores
        return next((packs for store in stores if (packs := store.lexicon())), None)

    def aliases(self, keys: Collection[str]) -> list[Alias]:
        """All aliases whose key word is among folded words."""
        return list(dict.fromkeys(alias for store in self.stores for alias in store.aliases(keys)))

    def called(self, keys: Collection[str]) -> dict[str, list[Alias]]:
        """The aliases of each of some key words, those of the lowest layer first."""
        return self._called.of(keys)

    def _aliases(self, keys: Collection[str]) -> dict[str, list[Alias]]:
        layers = [store.called(keys) for store in self.stores]
        return {key: list(dict.fromkeys(alias for layer in layers for alias in layer[key])) for key in keys}

    def near(self, words: Collection[str]) -> dict[str, list[str]]:
        """For each folded word, the words of people's names within reach of a slip."""
        found: dict[str, set[str]] = {}
        for store in self.stores:
            for word, near in store.near(words).items():
                found.setdefault(word, set()).update(near)
        return {word: sorted(near) for word, near in sorted(found.items())}

    def worn(self, words: Collection[str]) -> set[str]:
        """The folded words that stand in somebody's name."""
        return {word for store in self.stores for word in store.worn(words)}

    def people(self, ids: Collection[str]) -> dict[str, Person]:
        """The people among ids, what one layer leaves blank filled from below."""
        return self._known.of(sorted(ids))

    def _people(self, ids: Collection[str]) -> dict[str, Person]:
        found: dict[str, Person] = {}
        for store in self.stores:
            found.update((key, over(person, found.get(key)) or person) for key, person in store.people(ids).items())
        return found

    @kept
    def edition(self, key: str) -> Edition | None:
        """The edition of an id."""
        return reduce(lambda lower, store: over(store.edition(key), lower), self.stores, None)

    def editions(self, series: str) -> tuple[Edition, ...]:
        """The editions of a series, by year."""
        return self.held((series,))[series]

    def held(self, series: Collection[str]) -> dict[str, tuple[Edition, ...]]:
        """The editions of each of some series, by year."""
        layers = [store.held(series) for store in self.stores]
        held: dict[str, tuple[Edition, ...]] = {}
        for key in series:
            found: dict[str, Edition] = {}
            for layer in layers:
                found.update((e.id, over(e, found.get(e.id)) or e) for e in layer[key])
            held[key] = tuple(sorted(found.values(), key=lambda edition: (edition.year, edition.id)))
        return held

    def editions_at(self, cities: Collection[str], first: str, last: str) -> tuple[Edition, ...]:
        """The editions in cities that began between two days, by year."""
        found: dict[str, Edition] = {}
        for store in self.stores:
            found.update((e.id, over(e, found.get(e.id)) or e) for e in store.editions_at(cities, first, last))
        return tuple(sorted(found.values(), key=lambda edition: (edition.year, edition.id)))

    @kept
    def series(self, key: str) -> Series | None:
        """The series of an id."""
        return reduce(lambda lower, store: over(store.series(key), lower), self.stores, None)

    @property
    def all_series(self) -> tuple[Series, ...]:
        """Every series, by id."""
        found: dict[str, Series] = {}
        for store in self.stores:
            found.update((s.id, over(s, found.get(s.id)) or s) for s in store.all_series)
        return tuple(found[key] for key in sorted(found))

    @kept
    def place(self, key: str, kind: str | None = None) -> Place | None:
        """The city, venue, nation or organisation of an id."""
        return reduce(lambda lower, store: over(store.place(key, kind), lower), self.stores, None)

    @kept
    def contest(self, key: str) -> Contest | None:
        """The contest of a key."""
        return reduce(lambda lower, store: over(store.contest(key), lower), self.stores, None)

    @kept
    def contests(self, competition: str) -> tuple[Contest, ...]:
        """The contests of an edition, by key."""
        found: dict[str, Contest] = {}
        for store in self.stores:
            found.update((c.key, over(c, found.get(c.key)) or c) for c in store.contests(competition))
        return tuple(found[key] for key in sorted(found))

    def facts_about(self, subject: str) -> tuple[Fact, ...]:
        """Everything with that subject."""
        return self._about.one(subject)

    def about(self, subjects: Collection[str]) -> dict[str, tuple[Fact, ...]]:
        """Everything with those subjects, in one statement a layer."""
        return self._about.of(subjects)

    def _facts(self, subjects: Collection[str]) -> dict[str, tuple[Fact, ...]]:
        layers = [store.about(subjects) for store in self.stores]
        return {subject: _as_one([layer[subject] for layer in layers]) for subject in subjects}

    @kept
    def facts_in(self, contest: str) -> tuple[Fact, ...]:
        """All facts of a contest."""
        return self._asked(lambda store: store.facts_in(contest))

    @kept
    def records(self, event: str, sex: str, scopes: tuple[str, ...] = ()) -> tuple[Fact, ...]:  # noqa: ARG002 (layers are told apart whole)
        """The records of an event in every scope, oldest first."""
        return self._asked(lambda store: store.records(event, sex))

    @kept
    def holders(self, of: str) -> tuple[Fact, ...]:
        """Who held an office of an organisation, or coached somebody, oldest first."""
        return self._asked(lambda store: store.holders(of))

    def quotations(self, words: Collection[str]) -> tuple[Fact, ...]:
        """Quotations that share rare words with a text, those of the uppermost layer first."""
        return tuple(dict.fromkeys(fact for store in reversed(self.stores) for fact in store.quotations(words)))

    def found(self, where: str, values: Iterable[Any] = ()) -> tuple[Fact, ...]:
        """The facts that an SQL condition leaves."""
        values = tuple(values)
        return self._asked(lambda store: store.found(where, values))

    def _asked(self, question: Callable[[Store], tuple[Fact, ...]]) -> tuple[Fact, ...]:
        return _as_one([question(store) for store in self.stores])

    @kept
    def listing(self, predicate: str, event: str, sex: str) -> Listing | None:
        """How complete the list of an event's records or bests is: the one that reaches furthest."""
        lists = [found for store in self.stores if (found := store.listing(predicate, event, sex))]
        return max(lists, key=lambda found: found.complete_to or "", default=None)

    @kept
    def source(self, key: str) -> Source | None:
        """The source of an id, by the uppermost layer that knows it."""
        return next((source for store in reversed(self.stores) if (source := store.source(key))), None)


def _as_one(layers: Sequence[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Facts of several layers as one layer; as they are where only one has any."""
    some = [layer for layer in layers if layer]
    return ended(reduce(laid_over, some)) if len(some) > 1 else some[0] if some else ()

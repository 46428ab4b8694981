"""Read-only questions put to the compiled facts: each is one indexed look-up, none depends on how much is stored."""

import marshal
import os
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kerrcheck import packing
from kerrcheck.entity import FLAVOURS, KINDS, Alias, Contest, Edition, Listing, Person, Place, Series
from kerrcheck.errors import StoreError
from kerrcheck.fact import Evidence, Fact, Source
from kerrcheck.link import Link, Recalled, connect, kept
from kerrcheck.nearness import neighbours
from kerrcheck.packing import Witness
from kerrcheck.statement import Setting

__all__ = ["Alias", "Contest", "Edition", "Listing", "Person", "Place", "Series", "Store", "open_store"]


def open_store(path: str | os.PathLike[str], *, immutable: bool = False) -> "Store":
    """The compiled store at a path, read-only; StoreError says what to run where it is missing, broken, stale or newer."""
    return Store(connect(path, immutable=immutable))


class Store:
    """One compiled store: `id` is the digest of its facts, `complete_to` the day to which any of its sources knows."""

    def __init__(self, link: Link) -> None:
        self.link, self.path = link, link.path
        self._witnesses: dict[int, Witness] = {}
        self._held: dict[str, Edition | None] = {}
        self._evidence: dict[str, tuple[Evidence, ...]] = {}
        self._known, self._called, self._about = Recalled(self._people), Recalled(self._aliases), Recalled(self._facts)
        self._reach = Recalled(lambda words: neighbours(words, link.rows))
        self.answers: dict[str, dict[Any, Any]] = {}
        meta = dict(link.rows("SELECT key, value FROM meta WHERE key != 'lexicon'"))
        self.id, self.complete_to, self.inputs = (str(meta.get(key) or "") for key in ("id", "complete_to", "inputs"))
        self.facts, self.sources = int(meta.get("facts", 0)), int(meta.get("sources", 0))

    def lexicon(self) -> dict[str, Any] | None:
        """The compiled language and sport packs, None where the store has none."""
        packed = next((row[0] for row in self.link.rows("SELECT value FROM meta WHERE key = 'lexicon'")), None)
        try:
            return marshal.loads(packed) if packed else None  # noqa: S302 - compiled by us
        except (EOFError, ValueError, TypeError) as error:
            raise StoreError(f"{self.path}: broken store ({error}); build it again") from error

    def aliases(self, keys: Collection[str]) -> list[Alias]:
        """All aliases whose key word is among folded words."""
        return [alias for found in self.called(sorted(keys)).values() for alias in found]

    def called(self, keys: Collection[str]) -> dict[str, list[Alias]]:
        """The aliases of each of some key words."""
        return self._called.of(keys)

    def _aliases(self, keys: Collection[str]) -> dict[str, list[Alias]]:
        found: dict[str, list[Alias]] = {key: [] for key in keys}
        for key, words, at, kind, who, flavour in self.link.among(packing.ALIASES, keys):
            found[key].append(Alias(tuple(words.split()) if words else (key,), at, KINDS[kind], who, FLAVOURS[flavour]))
        return found

    def near(self, words: Collection[str]) -> dict[str, list[str]]:
        """For each folded word, the words of people's names within reach of a slip; words without any are left out."""
        return {word: near for word, near in self._reach.of(sorted(words)).items() if near}

    def worn(self, words: Collection[str]) -> set[str]:
        """The folded words that stand in somebody's name."""
        return {row[0] for row in self.link.among("SELECT word FROM word WHERE word IN ({})", words)}

    def people(self, ids: Collection[str]) -> dict[str, Person]:
        """The people among ids."""
        return self._known.of(sorted(ids))

    def _people(self, ids: Collection[str]) -> dict[str, Person]:
        return {row[0]: packing.unpack_person(row) for row in self.link.among(packing.PERSON, ids)}

    def edition(self, key: str) -> Edition | None:
        """The edition of an id."""
        if key not in self._held:
            self._held[key] = next(self._taken(self.link.rows("SELECT * FROM edition WHERE id = ?", (key,))), None)
        return self._held[key]

    def editions(self, series: str) -> tuple[Edition, ...]:
        """The editions of a series, by year."""
        return self.held((series,))[series]

    def held(self, series: Collection[str]) -> dict[str, tuple[Edition, ...]]:
        """The editions of each of some series, by year."""
        found: dict[str, list[Edition]] = {key: [] for key in series}
        for edition in self._taken(self.link.among("SELECT * FROM edition WHERE series IN ({}) ORDER BY year, id", series)):
            found[edition.series or ""].append(edition)
        return {key: tuple(editions) for key, editions in found.items()}

    def editions_at(self, cities: Collection[str], first: str, last: str) -> tuple[Edition, ...]:
        """The editions in cities that began between two days, by year."""
        query = f"SELECT * FROM edition WHERE city IN ({','.join('?' * len(cities))}) AND start BETWEEN ? AND ? ORDER BY year, id"
        return tuple(self._taken(self.link.rows(query, (*sorted(cities), first, last))))

    def _taken(self, rows: Iterable[Any]) -> Iterator[Edition]:
        for row in rows:
            self._held[row[0]] = edition = Edition._make((*row[:10], bool(row[10]), packing.unpack_list(row[11])))
            yield edition

    def series(self, key: str) -> Series | None:
        """The series of an id."""
        return next(self._series("WHERE id = ?", key), None)

    @property
    def all_series(self) -> tuple[Series, ...]:
        """Every series, by id."""
        return tuple(self._series("ORDER BY id"))

    def _series(self, where: str, *values: str) -> Iterator[Series]:
        for key, name, names, *rest in self.link.rows(f"SELECT * FROM series {where}", values):
            yield Series(key, name, packing.unpack_list(names), *rest)

    @kept
    def place(self, key: str, kind: str | None = None) -> Place | None:
        """The city, venue, nation or organisation of an id."""
        query = "SELECT * FROM place WHERE id = ? AND kind = ifnull(?, kind) ORDER BY kind"
        return next(map(packing.unpack_place, self.link.rows(query, (key, kind))), None)

    def contest(self, key: str) -> Contest | None:
        """The contest of a key."""
        return next(self._contests("key = ?", key), None)

    @kept
    def contests(self, competition: str) -> tuple[Contest, ...]:
        """The contests of an edition, by key."""
        return tuple(self._contests("key >= ? AND key < ? ORDER BY key", f"{competition}/", f"{competition}0"))

    def _contests(self, where: str, *values: str) -> Iterator[Contest]:
        for key, day, venue, whole, wind in self.link.rows(f"SELECT key, day, venue, whole, wind FROM contest WHERE {where}", values):
            yield Contest(key, Setting.from_key(key), day, venue, bool(whole), wind)

    def facts_about(self, subject: str) -> tuple[Fact, ...]:
        """Everything with that subject."""
        return self._about.one(subject)

    def about(self, subjects: Collection[str]) -> dict[str, tuple[Fact, ...]]:
        """Everything with those subjects, in one statement."""
        return self._about.of(subjects)

    def _facts(self, subjects: Collection[str]) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {subject: [] for subject in subjects}
        for row in self.link.among(f"{packing.FACT} WHERE s.key IN ({{}}) ORDER BY s.key, f.n", found):
            found[row[0]].append(packing.unpack_fact(row, self._unpacked))
        return {subject: tuple(facts) for subject, facts in found.items()}

    @kept
    def facts_in(self, contest: str) -> tuple[Fact, ...]:
        """All facts of a contest."""
        return self.found("WHERE f.contest = (SELECT id FROM contest WHERE key = ?) ORDER BY p.key, s.key, f.n", (contest,))

    @kept
    def records(self, event: str, sex: str, scopes: tuple[str, ...] = ("",)) -> tuple[Fact, ...]:
        """The records of an event, oldest first; those in scopes that begin so, and perhaps others."""
        some = (Setting(event=event, sex=sex).key(), *(f"record:{scope}{end}" for scope in scopes for end in ("", "\x7f")))
        return self.found(packing.RECORDS.format(" OR ".join(["key >= ? AND key < ?"] * len(scopes))), some)

    def holders(self, of: str) -> tuple[Fact, ...]:
        """Who held an office of an organisation, or coached somebody, oldest first."""
        return self.found("JOIN held h ON h.subject = f.subject AND h.n = f.n WHERE h.of_whom = ? ORDER BY f.valid_from, s.key", (of,))

    def quotations(self, words: Collection[str]) -> tuple[Fact, ...]:
        """Quotations that share rare words with a text, those that share most first."""
        some = sorted(set(words), key=lambda word: (-len(word), word))[:500]
        return self.found(packing.QUOTED.format(",".join("?" * len(some))), some)

    def found(self, where: str, values: Iterable[Any] = ()) -> tuple[Fact, ...]:
        """The facts that an SQL condition on `fact f`, `subject s`, `predicate p`, `contest c` leaves."""
        return tuple(packing.unpack_fact(row, self._unpacked) for row in self.link.rows(packing.FACT + where, values))

    def _unpacked(self, column: str) -> tuple[Evidence, ...]:
        """The evidence of a column; facts of one row share it."""
        if column not in self._evidence:
            self._evidence[column] = packing.unpack_evidence(column, self._witness)
        return self._evidence[column]

    def _witness(self, number: int) -> Witness:
        """Source and file of a witness."""
        if not self._witnesses:
            rows = self.link.rows("SELECT w.id, s.key, w.file FROM witness w JOIN source s ON s.id = w.source")
            self._witnesses = {row[0]: (row[1], row[2]) for row in rows}
        return self._witnesses.get(number, ("", ""))

    def listing(self, predicate: str, event: str, sex: str) -> Listing | None:
        """How complete the list of an event's records or bests is: the one that reaches furthest."""
        query = """SELECT predicate, contest, since, complete_to, source FROM listing WHERE contest = ? AND predicate = ?
            ORDER BY complete_to DESC, since IS NULL, since, source"""
        return next((Listing(*row) for row in self.link.rows(query, (Setting(event=event, sex=sex).key(), predicate))), None)

    @kept
    def source(self, key: str) -> Source | None:
        """The source of an id."""
        query = "SELECT key, title, publisher, date, complete_to, tier, origin FROM source WHERE key = ?"
        return next((Source(*row) for row in self.link.rows(query, (key,))), None)

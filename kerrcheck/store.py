"""Read-only questions put to the compiled facts: each is one indexed look-up, none depends on how much is stored."""

import marshal
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from kerrcheck.entity import FLAVOURS, KINDS, Alias, Contest, Edition, Listing, Person, Place, Series
from kerrcheck.errors import StoreError
from kerrcheck.fact import Evidence, Fact, Source
from kerrcheck.link import Link, connect
from kerrcheck.nearness import forms
from kerrcheck.packing import Witness, unpack_evidence, unpack_fact, unpack_list, unpack_person, unpack_place
from kerrcheck.statement import Setting

__all__ = ["Alias", "Contest", "Edition", "Listing", "Person", "Place", "Series", "Store", "open_store"]

_FACT = """SELECT s.key, p.key, f.value, c.key, c.day, f.valid_from, f.valid_to, f.known_from, f.flags, c.whole, f.detail,
    f.evidence, f.against FROM fact f JOIN subject s ON s.id = f.subject JOIN predicate p ON p.id = f.predicate
    LEFT JOIN contest c ON c.id = f.contest """
_PERSON = """SELECT s.key, p.name, p.family, p.given, p.sex, p.born, p.nations, p.places, p.parts, p.titles
    FROM subject s JOIN person p ON p.id = s.id WHERE s.key IN ({})"""
_RECORDS = """WHERE f.contest = (SELECT id FROM contest WHERE key = ?)
    AND f.predicate IN (SELECT id FROM predicate WHERE key >= 'record:' AND key < 'record;')
    ORDER BY f.valid_from, p.key, s.key"""
_QUOTED = """JOIN (SELECT subject, n, count(*) AS shared FROM quoted WHERE word IN ({}) GROUP BY subject, n
    ORDER BY shared DESC, subject, n LIMIT 30) q ON q.subject = f.subject AND q.n = f.n ORDER BY shared DESC, s.key, f.n"""
_MOST_WORDS = 500


def open_store(path: str | Path, *, immutable: bool = False) -> "Store":
    """The compiled store at a path, read-only; StoreError says what to run where it is missing, broken, stale or newer."""
    return Store(connect(path, immutable=immutable))


class Store:
    """One compiled store: `id` is the digest of its facts, `complete_to` the day to which any of its sources knows."""

    def __init__(self, link: Link) -> None:
        self.link, self.path = link, link.path
        self._witnesses: dict[int, Witness] = {}
        self._held: dict[str, Edition | None] = {}
        self._evidence: dict[str, tuple[Evidence, ...]] = {}
        self._about: dict[str, tuple[Fact, ...]] = {}
        self._in: dict[str, tuple[Fact, ...]] = {}
        meta = dict(link.rows("SELECT key, value FROM meta WHERE key != 'lexicon'"))
        self.id, self.complete_to, self.inputs = (str(meta.get(key) or "") for key in ("id", "complete_to", "inputs"))
        self.facts, self.sources = int(meta.get("facts", 0)), int(meta.get("sources", 0))

    def lexicon(self) -> dict[str, Any] | None:
        """The compiled language and sport packs, None where the store has none."""
        rows = self.link.rows("SELECT value FROM meta WHERE key = 'lexicon'")
        try:
            return marshal.loads(rows[0][0]) if rows and rows[0][0] else None  # noqa: S302 - compiled by us
        except (EOFError, ValueError, TypeError) as error:
            raise StoreError(f"{self.path}: broken store ({error}); build it again") from error

    def aliases(self, keys: Collection[str]) -> list[Alias]:
        """All aliases whose key word is among folded words."""
        query = """SELECT a.key, a.words, a.at, a.kind, s.key, a.flavour FROM alias a JOIN subject s ON s.id = a.subject
            WHERE a.key IN ({})"""
        return [
            Alias(tuple(words.split()) if words else (key,), at, KINDS[kind], who, FLAVOURS[flavour])
            for key, words, at, kind, who, flavour in self.link.among(query, keys)
        ]

    def near(self, words: Collection[str]) -> dict[str, list[str]]:
        """For each folded word, the words of people's names within reach of a slip; words without any are left out."""
        wanted = {word: forms(word) for word in words}
        numbers = ",".join(map(str, sorted({form for found in wanted.values() for form in found})))
        query = f"SELECT n.form, w.word FROM near n JOIN word w ON w.id = n.word WHERE n.form IN ({numbers})"
        found: dict[int, list[str]] = {}
        for form, word in self.link.rows(query):
            found.setdefault(form, []).append(word)
        answers = {word: {x for form in wanted[word] for x in found.get(form, ())} - {word} for word in wanted}
        return {word: sorted(near) for word, near in answers.items() if near}

    def people(self, ids: Collection[str]) -> dict[str, Person]:
        """The people among ids."""
        return {row[0]: unpack_person(row) for row in self.link.among(_PERSON, ids)}

    def edition(self, key: str) -> Edition | None:
        """The edition of an id."""
        if key not in self._held:
            self._held[key] = next(self._editions("id = ?", key), None)
        return self._held[key]

    def editions(self, series: str) -> tuple[Edition, ...]:
        """The editions of a series, by year."""
        return tuple(self._editions("series = ?", series))

    def editions_at(self, cities: Collection[str], first: str, last: str) -> tuple[Edition, ...]:
        """The editions in cities that began between two days, by year."""
        holders = ",".join("?" * len(cities))
        return tuple(self._editions(f"city IN ({holders}) AND start BETWEEN ? AND ?", *sorted(cities), first, last))

    def _editions(self, where: str, *values: str) -> Iterator[Edition]:
        query = f"SELECT * FROM edition WHERE {where} ORDER BY year, id"
        for row in self.link.rows(query, values):
            self._held[row[0]] = edition = Edition._make((*row[:10], bool(row[10]), unpack_list(row[11])))
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
            yield Series(key, name, unpack_list(names), *rest)

    def place(self, key: str, kind: str | None = None) -> Place | None:
        """The city, venue, nation or organisation of an id."""
        query = "SELECT * FROM place WHERE id = ? AND kind = ifnull(?, kind) ORDER BY kind"
        rows = self.link.rows(query, (key, kind))
        return unpack_place(rows[0]) if rows else None

    def contest(self, key: str) -> Contest | None:
        """The contest of a key."""
        return next(self._contests("key = ?", key), None)

    def contests(self, competition: str) -> tuple[Contest, ...]:
        """The contests of an edition, by key."""
        return tuple(self._contests("key >= ? AND key < ? ORDER BY key", f"{competition}/", f"{competition}0"))

    def _contests(self, where: str, *values: str) -> Iterator[Contest]:
        query = f"SELECT key, day, venue, whole, wind FROM contest WHERE {where}"
        for key, day, venue, whole, wind in self.link.rows(query, values):
            yield Contest(key, Setting.from_key(key), day, venue, bool(whole), wind)

    def facts_about(self, subject: str) -> tuple[Fact, ...]:
        """Everything with that subject."""
        return self.about((subject,))[subject]

    def about(self, subjects: Collection[str]) -> dict[str, tuple[Fact, ...]]:
        """Everything with those subjects, in one statement."""
        unknown = {subject for subject in subjects if subject not in self._about}
        found: dict[str, list[Fact]] = {subject: [] for subject in unknown}
        for row in self.link.among(f"{_FACT} WHERE s.key IN ({{}}) ORDER BY s.key, f.n", unknown):
            found[row[0]].append(unpack_fact(row, self._unpacked))
        self._about.update((subject, tuple(facts)) for subject, facts in found.items())
        return {subject: self._about[subject] for subject in subjects}

    def facts_in(self, contest: str) -> tuple[Fact, ...]:
        """All facts of a contest."""
        if contest not in self._in:
            where = "WHERE f.contest = (SELECT id FROM contest WHERE key = ?) ORDER BY p.key, s.key, f.n"
            self._in[contest] = self.found(where, (contest,))
        return self._in[contest]

    def records(self, event: str, sex: str) -> tuple[Fact, ...]:
        """The records of an event in every scope, oldest first."""
        return self.found(_RECORDS, (Setting(event=event, sex=sex).key(),))

    def holders(self, of: str) -> tuple[Fact, ...]:
        """Who held an office of an organisation, or coached somebody, oldest first."""
        where = "JOIN held h ON h.subject = f.subject AND h.n = f.n WHERE h.of_whom = ? ORDER BY f.valid_from, s.key"
        return self.found(where, (of,))

    def quotations(self, words: Collection[str]) -> tuple[Fact, ...]:
        """Quotations that share rare words with a text, those that share most first."""
        some = sorted(set(words), key=lambda word: (-len(word), word))[:_MOST_WORDS]
        return self.found(_QUOTED.format(",".join("?" * len(some))), some)

    def found(self, where: str, values: Iterable[Any] = ()) -> tuple[Fact, ...]:
        """The facts that an SQL condition on `fact f`, `subject s`, `predicate p`, `contest c` leaves."""
        return tuple(unpack_fact(row, self._unpacked) for row in self.link.rows(_FACT + where, values))

    def _unpacked(self, column: str) -> tuple[Evidence, ...]:
        """The evidence of a column; facts of one row share it."""
        if column not in self._evidence:
            self._evidence[column] = unpack_evidence(column, self._witness)
        return self._evidence[column]

    def _witness(self, number: int) -> Witness:
        """Source and file of a witness."""
        if not self._witnesses:
            query = "SELECT w.id, s.key, w.file FROM witness w JOIN source s ON s.id = w.source"
            self._witnesses = {row[0]: (row[1], row[2]) for row in self.link.rows(query)}
        return self._witnesses.get(number, ("", ""))

    def listing(self, predicate: str, event: str, sex: str) -> Listing | None:
        """How complete the list of an event's records or bests is: the one that reaches furthest."""
        query = """SELECT predicate, contest, since, complete_to, source FROM listing WHERE contest = ? AND predicate = ?
            ORDER BY complete_to DESC, since IS NULL, since, source"""
        rows = self.link.rows(query, (Setting(event=event, sex=sex).key(), predicate))
        return Listing(*rows[0]) if rows else None

    def source(self, key: str) -> Source | None:
        """The source of an id."""
        query = "SELECT key, title, publisher, date, complete_to, tier, origin FROM source WHERE key = ?"
        rows = self.link.rows(query, (key,))
        return Source(*rows[0]) if rows else None

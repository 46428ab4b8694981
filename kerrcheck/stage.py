"""The stage: items laid down as they come, on disk where there is one, until they are compiled in order."""

import marshal
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kerrcheck.entity import Contest, Edition, Listing, Name, Person, Place, Series
from kerrcheck.errors import DataError
from kerrcheck.fact import Assertion, Ruling, Source
from kerrcheck.packing import split_locator
from kerrcheck.sources import Item, Trouble, Wording

_TABLES = """
CREATE TABLE assertion (
    subject, predicate, contest, valid_from, value, source, file, row, valid_to, known_from, detail, derived
);
CREATE TABLE entity (kind, id, rank, item BLOB);
CREATE TABLE contest (key, rank, day, venue, whole, wind);
CREATE TABLE name (kind, id, text, flavour);
CREATE TABLE listing (predicate, contest, source, since, complete_to);
"""
_NUMBERED = """
CREATE TABLE subject_no (id INTEGER PRIMARY KEY, key TEXT UNIQUE);
INSERT INTO subject_no (key) SELECT subject FROM assertion UNION SELECT id FROM entity ORDER BY 1;
CREATE TABLE predicate_no (id INTEGER PRIMARY KEY, key TEXT UNIQUE);
INSERT INTO predicate_no (key) SELECT DISTINCT predicate FROM assertion ORDER BY 1;
CREATE TABLE contest_no (id INTEGER PRIMARY KEY, key TEXT UNIQUE);
INSERT INTO contest_no (key) SELECT contest FROM assertion WHERE contest IS NOT NULL UNION SELECT key FROM contest ORDER BY 1;
CREATE TABLE witness_no (id INTEGER PRIMARY KEY, source TEXT, file TEXT);
INSERT INTO witness_no (source, file) SELECT DISTINCT source, file FROM assertion ORDER BY 1, 2;
"""
_IN_ORDER = """
SELECT s.id, p.id, c.id, a.subject, a.predicate, a.contest, a.valid_from, a.value, a.source, a.file, a.row, a.valid_to,
    a.known_from, a.detail, a.derived
FROM assertion a JOIN subject_no s ON s.key = a.subject JOIN predicate_no p ON p.key = a.predicate
LEFT JOIN contest_no c ON c.key = a.contest
ORDER BY s.id, p.id, c.id
"""
_HELD_BACK = 5000
_ENTITIES = {Person: "person", Series: "series", Edition: "edition", Place: "place"}


class Stage:
    """Everything the sources said, not yet settled. `strict`: a row that cannot be read stops the build."""

    def __init__(self, strict: bool = False) -> None:
        self.strict, self.files = strict, 0
        self.sources: dict[str, Source] = {}
        self.rulings: list[Ruling] = []
        self.troubles: list[str] = []
        self.unread: list[str] = []
        self.wordings: dict[str, str] = {}
        self.link = sqlite3.connect("", isolation_level=None)
        self.link.executescript(_TABLES + "PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536; BEGIN;")
        self._rank = 1
        self._held: dict[str, list[tuple[Any, ...]]] = {}
        self._take: dict[type, Callable[[Any], None]] = {
            Assertion: self._assertion,
            Contest: self._contest,
            Listing: self._listing,
            Name: self._name,
            Ruling: self._ruling,
            Source: self._source,
            Trouble: self._trouble,
            Wording: self._wording,
            **dict.fromkeys(_ENTITIES, self._entity),
        }

    def __del__(self) -> None:
        self.link.close()

    def take(self, item: Item, rank: int = 1) -> None:
        """Lay an item down; of two descriptions of one thing that with the lower rank is preferred."""
        self._rank = rank
        self._take[type(item)](item)

    def _assertion(self, a: Assertion) -> None:
        place = split_locator(a.evidence.locator)
        start = (a.subject, a.predicate, a.contest, a.valid_from, a.value, a.evidence.source, *place)
        self._hold("assertion", (*start, a.valid_to, a.known_from, a.detail, int(a.derived)))

    def _contest(self, c: Contest) -> None:
        self._hold("contest", (c.key, self._rank, c.day, c.venue, int(c.whole), c.wind))

    def _listing(self, item: Listing) -> None:
        self._hold("listing", (item.predicate, item.contest, item.source, item.since, item.complete_to))

    def _name(self, name: Name) -> None:
        self._hold("name", tuple(name))

    def _entity(self, item: Person | Series | Edition | Place) -> None:
        fields: Iterable[Any] = item
        plain = [dict(field) if isinstance(field, Mapping) else field for field in fields]
        self._hold("entity", (_ENTITIES[type(item)], item.id, self._rank, marshal.dumps(plain, 2)))

    def _ruling(self, ruling: Ruling) -> None:
        self.rulings.append(ruling)
        self._source(ruling.source())
        self._assertion(ruling.assertion())

    def _source(self, source: Source) -> None:
        known = self.sources.get(source.id)
        self.sources[source.id] = source if known is None else min(known, source, key=repr)

    def _trouble(self, trouble: Trouble) -> None:
        if self.strict:
            raise DataError(trouble.message)
        self.troubles.append(trouble.message)

    def _wording(self, wording: Wording) -> None:
        self.wordings[wording.source] = wording.text

    def _hold(self, table: str, row: tuple[Any, ...]) -> None:
        held = self._held.setdefault(table, [])
        held.append(row)
        if len(held) >= _HELD_BACK:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows = self._held.pop(table, [])
        if rows:
            self.link.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)

    def number(self) -> None:
        """Give subjects, predicates, contests and witnesses their numbers, in order of their keys."""
        for table in tuple(self._held):
            self._flush(table)
        for table in ("subject_no", "predicate_no", "contest_no", "witness_no"):
            self.link.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _NUMBERED.split(";"):
            self.link.execute(statement)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Rows of a staged table, as many as there are."""
        yield from self.link.execute(query)

    def assertions(self) -> Iterator[tuple[Any, ...]]:
        """Every assertion with the numbers of its subject, predicate and contest, in their order and no other."""
        yield from self.link.execute(_IN_ORDER)

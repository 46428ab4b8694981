"""Merging: several descriptions of one thing into one row, the curated ones first, what is settled above all."""

import marshal
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from kerrcheck.entity import Edition, Name, Person, Place, Series
from kerrcheck.packing import pack_extra, pack_list, pack_tuples
from kerrcheck.stage import Stage

_PLACES = ("home", "birthplace", "lives")
_CONTEST = """SELECT n.id, n.key, c.day, c.venue, c.whole, c.wind FROM contest_no n LEFT JOIN contest c ON c.key = n.key
    ORDER BY n.id, c.rank, c.day, c.venue, c.wind"""
_CORRECT = """UPDATE {table} SET {column} = f.value FROM fact f JOIN subject s ON s.id = f.subject
    JOIN predicate p ON p.id = f.predicate WHERE s.key = {table}.{key} AND p.key = ? AND f.contest IS NULL"""
_SETTLED = """SELECT s.key, p.key, f.value, f.valid_from, f.valid_to FROM fact f JOIN subject s ON s.id = f.subject
    JOIN predicate p ON p.id = f.predicate JOIN person ON person.id = f.subject WHERE f.contest IS NULL
    AND p.key IN ('born', 'sex', 'nation', 'part', 'home', 'birthplace', 'lives') ORDER BY f.subject, f.n"""
_OF_PEOPLE = ("born", "sex", "nation", "part", *_PLACES)


def _merged(descriptions: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The first description, its blanks filled from the others and its lists with what they add."""
    first = list(descriptions[0])
    for other in descriptions[1:]:
        for i, value in enumerate(other):
            if isinstance(first[i], tuple):
                first[i] = (*first[i], *(x for x in value if x not in first[i]))
            elif first[i] is None:
                first[i] = value
            elif isinstance(first[i], dict):
                first[i] = {**value, **first[i]}
    return tuple(first)


def entities(stage: Stage, kind: str) -> Iterator[tuple[Any, ...]]:
    """Everything of a kind, merged, by id."""
    query = f"SELECT id, item FROM entity WHERE kind = '{kind}' ORDER BY id, rank, item"
    for _, rows in groupby(stage.rows(query), key=lambda row: row[0]):
        yield _merged([marshal.loads(item) for _, item in rows])  # noqa: S302 - staged by us


def other_names(stage: Stage) -> Iterator[Name]:
    """Full names of people by which only a further description calls them."""
    for _, rows in groupby(stage.rows("SELECT id, item FROM entity WHERE kind = 'person' ORDER BY id, rank, item"), key=lambda row: row[0]):
        first, *others = (Person(*marshal.loads(item)) for _, item in rows)  # noqa: S302 - staged by us
        for name in sorted({other.name for other in others} - {first.name}):
            yield Name("person", first.id, name, "variant")


def write_contests(stage: Stage, link: sqlite3.Connection) -> None:
    """Contests with what is said of them, and how complete lists are."""
    merged = (_contest(list(rows)) for _, rows in groupby(stage.rows(_CONTEST), key=lambda row: row[0]))
    link.executemany("INSERT INTO contest VALUES (?, ?, ?, ?, ?, ?)", merged)
    lists = stage.rows("SELECT predicate, contest, source, min(since), max(complete_to) FROM listing GROUP BY 1, 2, 3")
    link.executemany("INSERT INTO listing VALUES (?, ?, ?, ?, ?)", lists)


def _contest(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """One contest; it is whole where any list of it is."""
    number, key, day, venue, whole, wind = _merged(rows)
    return number, key, day, venue, max(whole or 0, *(row[4] or 0 for row in rows)), wind


def write_things(stage: Stage, link: sqlite3.Connection, digest: Any) -> None:
    """Series, editions and places."""
    for row in entities(stage, "series"):
        s = Series(*row)
        digest.update(repr(s).encode())
        link.execute("INSERT INTO series VALUES (?, ?, ?, ?, ?, ?)", (s.id, s.name, pack_list(s.names), *s[3:]))
    for row in entities(stage, "edition"):
        e = Edition(*row)
        digest.update(repr(e).encode())
        values = (*e[:-2], int(e.awarded), pack_list(e.names))
        link.execute("INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    for row in entities(stage, "place"):
        p = Place(*row)
        digest.update(repr(sorted(p.extra.items())).encode() + repr(p[:-1]).encode())
        columns = (*p[:-2], " ".join(p.near), pack_extra(p.extra))
        link.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns)


def correct(link: sqlite3.Connection) -> None:
    """What is settled about contests and editions takes the place of what one source said."""
    for table, key, columns in (
        ("contest", "key", ("day", "venue", "wind")),
        ("edition", "id", ("start", "end", "city", "country", "stadium")),
    ):
        for column in columns:
            link.execute(_CORRECT.format(table=table, column=f'"{column}"', key=key), (column,))


def write_people(stage: Stage, link: sqlite3.Connection, digest: Any) -> None:
    """People: as they are described, then what is settled about them."""
    numbers = dict(stage.rows("SELECT key, id FROM subject_no WHERE key IN (SELECT id FROM entity WHERE kind = 'person')"))
    for row in entities(stage, "person"):
        p = Person(*row)
        digest.update(repr(p).encode())
        link.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (numbers[p.id], *_columns(p)))
    numbers |= _write_ruled(stage, link, numbers)
    for key, rows in groupby(link.execute(_SETTLED).fetchall(), key=lambda row: row[0]):
        changed = _settled(list(rows))
        names = ", ".join(f"{name} = ?" for name in changed)
        link.execute(f"UPDATE person SET {names} WHERE id = ?", (*changed.values(), numbers[key]))


def _write_ruled(stage: Stage, link: sqlite3.Connection, described: Collection[str]) -> dict[str, int]:
    """People whom only a ruling is about: a row to take what it decides, laid over the description in a layer below."""
    subjects = dict(stage.rows("SELECT key, id FROM subject_no")) if stage.rulings else {}
    ruled = {r.subject for r in stage.rulings if r.contest is None and r.predicate in _OF_PEOPLE}
    found = {key: subjects[key] for key in sorted(ruled) if key not in described}
    for key, number in found.items():
        link.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *_columns(Person(key, "", "", ""))))
    return found


def _columns(p: Person) -> tuple[Any, ...]:
    lists = (pack_tuples(p.nations), pack_tuples(p.places), " ".join(p.parts) or None, pack_list(p.titles))
    return (p.name, p.family, p.given, p.sex, p.born, *lists)


def _settled(rows: list[tuple[Any, ...]]) -> dict[str, str | None]:
    """The columns of a person that facts decide."""
    said: defaultdict[str, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for _, predicate, value, start, end in rows:
        said[str(predicate)].append((value, start, end))
    found: dict[str, str | None] = {name: said[name][0][0] for name in ("born", "sex") if name in said}
    if "nation" in said:
        periods = sorted(said["nation"], key=lambda row: (row[1] or "", row[0]))
        found["nations"] = pack_tuples(periods)
    if "part" in said:
        found["parts"] = " ".join(value for value, _, _ in said["part"])
    places = [(value, name) for name in _PLACES for value, _, _ in said.get(name, ())]
    return {**found, "places": pack_tuples(places)} if places else found

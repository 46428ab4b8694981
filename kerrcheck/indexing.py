"""Indexing: the tables by which names, misspelt names, holders of offices and quotations are found."""

import sqlite3
from array import array
from collections import Counter, defaultdict

from kerrcheck.entity import FLAVOURS, KINDS, Alias, Name, Person
from kerrcheck.merging import entities, other_names
from kerrcheck.naming import name_words, person_aliases, thing_aliases, words
from kerrcheck.nearness import forms
from kerrcheck.stage import Stage

_INDEXED = 12
_SHORTEST = 4
# The neighbourhood is sorted in parts, so that it never lies in memory as objects.
_PARTS = 64


def index_names(stage: Stage, link: sqlite3.Connection) -> None:
    """Write the aliases of everything, and the deletion neighbourhood of people's names."""
    numbers = {key: number for number, key in stage.rows("SELECT id, key FROM subject_no")}
    names: defaultdict[str, list[Name]] = defaultdict(list)
    things: list[Name] = []
    for row in stage.rows("SELECT DISTINCT kind, id, text, flavour FROM name ORDER BY 1, 2, 3, 4"):
        name = Name(*row)
        (names[name.id] if name.kind == "person" else things).append(name)
    for name in other_names(stage):
        names[name.id].append(name)
    known: set[str] = set()
    for row in entities(stage, "person"):
        person = Person(*row)
        known |= name_words(person, names[person.id])
        _write_aliases(link, person_aliases(person, names[person.id]), numbers)
    _write_aliases(link, thing_aliases(things), numbers)
    _write_near(link, sorted(known))


def _write_aliases(link: sqlite3.Connection, aliases: list[Alias], numbers: dict[str, int]) -> None:
    """Write aliases; of two that are written alike the one whose flavour comes first stays."""
    found = sorted(aliases, key=lambda alias: FLAVOURS.index(alias.flavour))
    rows = (
        (a.words[a.at], numbers[a.id], " ".join(a.words) if len(a.words) > 1 else "", a.at, KINDS.index(a.kind), FLAVOURS.index(a.flavour))
        for a in found
    )  # fmt: skip
    link.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?, ?, ?)", rows)


def _write_near(link: sqlite3.Connection, known: list[str]) -> None:
    """Write each word with the forms by which a misspelt one finds it."""
    link.executemany("INSERT INTO word VALUES (?, ?)", enumerate(known, 1))
    parts = [array("Q") for _ in range(_PARTS)]
    for number, word in enumerate(known, 1):
        for form in forms(word):
            parts[form * _PARTS >> 32].append(form << 32 | number)
    rows = ((pair >> 32, pair & 0xFFFFFFFF) for part in parts for pair in sorted(part))
    link.executemany("INSERT INTO near VALUES (?, ?)", rows)


def index_quotations(link: sqlite3.Connection) -> None:
    """Write who held what, and the rarest words of quotations."""
    query = "SELECT f.subject, f.n, f.value, p.key FROM fact f JOIN predicate p ON p.id = f.predicate WHERE p.key IN ({})"
    offices = link.execute(query.format("'role', 'coach'"))
    held = [(value.partition(":")[2] if key == "role" else value, who, n) for who, n, value, key in offices]
    link.executemany("INSERT OR IGNORE INTO held VALUES (?, ?, ?)", held)
    said = {(who, n): set(words(value)) for who, n, value, _ in link.execute(query.format("'said'"))}
    count = Counter(word for found in said.values() for word in found)
    for (who, n), found in said.items():
        rare = sorted((word for word in found if len(word) >= _SHORTEST), key=lambda word: (count[word], word))[:_INDEXED]
        link.executemany("INSERT INTO quoted VALUES (?, ?, ?)", ((word, who, n) for word in rare or found))

"""The fact table: assertions settled subject by subject, numbered in the order of their keys, and when marks ended."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kerrcheck.fact import Assertion, Evidence, Fact, Source
from kerrcheck.packing import STANDINGS, WHOLE, pack_against, pack_evidence
from kerrcheck.settle import ruled, settle_about
from kerrcheck.stage import Stage
from kerrcheck.succession import Step, ends

_Row = tuple[Any, ...]
_HISTORIES = """SELECT {history}, f.subject, f.n, f.valid_from, f.value, f.valid_to FROM fact f
    JOIN predicate p ON p.id = f.predicate WHERE {which} AND f.valid_from IS NOT NULL ORDER BY 1, 2, f.valid_from, 3, 4"""


def write_facts(stage: Stage, link: sqlite3.Connection, sources: dict[str, Source], digest: Any) -> int:
    """Settle what is staged and write it; how many facts there are."""
    witness = {(source, file): number for number, source, file in stage.rows("SELECT * FROM witness_no")}
    whole = {(p, c): since for p, c, since in link.execute("SELECT predicate, contest, min(since) FROM listing GROUP BY 1, 2")}
    count = 0

    def columns() -> Iterator[_Row]:
        nonlocal count
        for keys, fact in _settled(stage, sources):
            digest.update(_canonical(fact))
            count += 1
            yield (*keys, *_columns(fact, whole, witness))

    link.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns())
    return count


def _canonical(fact: Fact) -> bytes:
    """What counts of a fact for the digest: not where in a file it stands."""
    said = (fact.id, fact.value, fact.valid_to, fact.known_from, fact.standing, fact.detail)
    sources = (e.source for e in fact.evidence)
    lost = (f"{value} {e.source}" for value, e in fact.against)
    return "\x1f".join((*(part or "" for part in said), *sources, *lost)).encode()


def _settled(stage: Stage, sources: dict[str, Source]) -> Iterator[tuple[_Row, Fact]]:
    """Facts with the numbers of subject, fact of the subject, predicate and contest."""
    rulings = ruled(stage.rulings)
    for subject, of_subject in groupby(stage.assertions(), key=lambda row: row[0]):
        n = 0
        for (predicate, contest), group in groupby(of_subject, key=lambda row: row[1:3]):
            for fact in settle_about([_assertion(row) for row in group], sources, rulings):
                yield (subject, n, predicate, contest), fact
                n += 1


def _assertion(row: _Row) -> Assertion:
    subject, predicate, contest, start, value, source, file, line, end, known, detail, derived = row[3:]
    evidence = Evidence(source, f"{file}:{line}" if file else line)
    return Assertion(subject, predicate, value, contest, start, end, known, evidence, detail, bool(derived))


def _columns(fact: Fact, whole: dict[tuple[str, str], str | None], witness: dict[tuple[str, str], int]) -> _Row:
    """A fact's own columns."""
    since = whole.get((fact.predicate, fact.setting.key())) if fact.setting else None
    flags = STANDINGS.index(fact.standing) + (WHOLE if since and (fact.valid_from or "") >= since else 0)

    def number(source: str, file: str) -> int:
        return witness[source, file]

    evidence, against = pack_evidence(fact.evidence, number), pack_against(fact.against, number)
    return (fact.value, fact.valid_from, fact.valid_to, fact.known_from, flags, fact.detail, evidence, against)


def end_marks(link: sqlite3.Connection) -> None:
    """Let each record and best end when the next one was set."""
    for history, which in (
        ("f.predicate, f.contest", "p.key >= 'record:' AND p.key < 'record;'"),
        ("f.subject, f.contest", "p.key = 'best'"),
    ):
        rows = link.execute(_HISTORIES.format(history=history, which=which))
        changes = (change for _, steps in groupby(rows, key=lambda row: row[:2]) for change in _changes(list(steps)))
        link.executemany("UPDATE fact SET valid_to = ? WHERE subject = ? AND n = ?", list(changes))


def _changes(rows: list[_Row]) -> Iterator[_Row]:
    """End, subject and number of each mark of a history that was replaced."""
    found = ends([Step(start, value, end) for _, _, _, _, start, value, end in rows])
    return ((end, row[2], row[3]) for row, end in zip(rows, found, strict=True) if end != row[6])

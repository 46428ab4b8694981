"""Counting: how much a store knows, by part, by kind of fact and by source, with the years it spans."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.querying import Facts
from kerrcheck.stack import Stack
from kerrcheck.store import Store

_PARTS = {
    "placings with marks": """SELECT count(*) FROM fact f JOIN predicate p ON p.id = f.predicate AND p.key = 'placing' WHERE EXISTS
        (SELECT 1 FROM fact m JOIN predicate q ON q.id = m.predicate AND q.key = 'mark'
        WHERE m.subject = f.subject AND m.contest = f.contest)""",
    "people": "SELECT count(*) FROM person",
    "people with birth dates": "SELECT count(*) FROM person WHERE length(born) = 10",
    "record entries": """SELECT count(*) FROM fact f JOIN predicate p ON p.id = f.predicate
        WHERE p.key >= 'record:' AND p.key < 'record;'""",
    "competitions": "SELECT count(DISTINCT series) FROM edition",
    "competitions with dates": "SELECT count(*) FROM edition WHERE start IS NOT NULL",
    "contests": "SELECT count(*) FROM contest WHERE key NOT LIKE '/%'",
    "disputed": "SELECT count(*) FROM fact WHERE against IS NOT NULL",
}
_DATED = """SELECT p.key, f.evidence, substr(ifnull(c.day, f.valid_from), 1, 4) FROM fact f
    JOIN predicate p ON p.id = f.predicate LEFT JOIN contest c ON c.id = f.contest"""


class Count(NamedTuple):
    """How many facts there are of a part, a predicate or a source, and from which year to which."""

    part: str
    name: str
    facts: int
    first: str = ""
    last: str = ""


def stats(store: Facts) -> list[Count]:
    """How much there is; of a stack the sum over its layers."""
    stores = store.stores if isinstance(store, Stack) else (store,)
    parts: Counter[str] = Counter()
    years: dict[tuple[str, str], Counter[str]] = {}
    for one in stores:
        parts.update({name: one.link.rows(query)[0][0] for name, query in _PARTS.items()})
        for name, year in _years(one):
            years.setdefault(name, Counter())[year] += 1
    return [Count("part", name, parts[name]) for name in _PARTS] + [_count(*name, years[name]) for name in sorted(years)]


def _years(store: Store) -> Iterator[tuple[tuple[str, str], str]]:
    """The year of each fact under its predicate and under each of its sources."""
    sources = dict(store.link.rows("SELECT w.id, s.key FROM witness w JOIN source s ON s.id = w.source"))
    for predicate, evidence, year in store.link.rows(_DATED):
        yield ("predicate", predicate.partition(":")[0]), year or ""
        for number in {line.partition(":")[0] for line in evidence.split("\n") if line}:
            yield ("source", sources[int(number)]), year or ""


def _count(part: str, name: str, years: Counter[str]) -> Count:
    known = [year for year in years if year]
    return Count(part, name, sum(years.values()), min(known, default=""), max(known, default=""))

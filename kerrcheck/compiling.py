"""Compiling: what was staged into the tables of a store, settled, in order, and with its indexes."""

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kerrcheck.fact import Source
from kerrcheck.fact_table import end_marks, write_facts
from kerrcheck.indexing import index_names, index_quotations
from kerrcheck.merging import correct, write_contests, write_people, write_things
from kerrcheck.origins import with_origins
from kerrcheck.stage import Stage

_SCHEMA = Path(__file__).with_name("schema.sql")
_LATER = "-- After the rows:"


def compile_into(stage: Stage, link: sqlite3.Connection, meta: dict[str, Any]) -> None:
    """Fill an empty database with the store's tables; `meta` adds entries to its table of that name."""
    before, _, after = _SCHEMA.read_text("utf-8").partition(_LATER)
    link.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + before)
    link.execute("BEGIN")
    stage.number()
    sources = with_origins(_all_sources(stage), stage.wordings)
    digest = blake2b(digest_size=16)
    _write_keys(stage, link, sources)
    write_contests(stage, link)
    count = write_facts(stage, link, sources, digest)
    end_marks(link)
    write_things(stage, link, digest)
    correct(link)
    write_people(stage, link, digest)
    index_names(stage, link)
    index_quotations(link)
    complete = max((s.complete_to for s in sources.values() if s.complete_to), default=None)
    told = {"id": digest.hexdigest(), "facts": count, "sources": len(sources), "complete_to": complete, **meta}
    link.executemany("INSERT INTO meta VALUES (?, ?)", sorted(told.items()))
    link.execute("COMMIT")
    link.executescript(after)


def _all_sources(stage: Stage) -> dict[str, Source]:
    """The sources that were described, and those only named."""
    named = {str(row[0]) for row in stage.rows("SELECT DISTINCT source FROM witness_no")} - {""}
    return {**{key: Source(key, key) for key in named}, **stage.sources}


def _write_keys(stage: Stage, link: sqlite3.Connection, sources: dict[str, Source]) -> None:
    """Sources, witnesses, and the numbered keys."""
    numbers = {key: number for number, key in enumerate(sorted(sources), 1)}
    rows = ((numbers[s.id], s.id, s.title, s.publisher, s.date, s.complete_to, s.tier, s.origin) for s in sources.values())
    link.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    witnesses = stage.rows("SELECT id, source, file FROM witness_no WHERE source != '' ORDER BY id")
    link.executemany("INSERT INTO witness VALUES (?, ?, ?)", ((number, numbers[name], file) for number, name, file in witnesses))
    for table in ("subject", "predicate"):
        keys = stage.rows(f"SELECT id, key FROM {table}_no ORDER BY id")
        link.executemany(f"INSERT INTO {table} VALUES (?, ?)", keys)

"""Rows of the facts on standard output: for people, or one JSON object a line."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from kerrcheck.asking import Change, Count, Found, Row
from kerrcheck.commands import _asked, _writing
from kerrcheck.visible import escaped, in_json

R = TypeVar("R", Row, Found, Count, Change)


def put(rows: Iterable[R], format: str, lines: Callable[[R], Iterator[str]], nothing: str) -> int:  # noqa: A002
    """Print rows in a format, or what to say where there are none; the exit status."""
    _asked.one_of(format, ("text", "json"), "--format")
    pieces = map(_object, rows) if format == "json" else (f"{escaped(line)}\n" for one in rows for line in lines(one))
    first = next(pieces, None) if format == "text" else ""
    _writing.to_stdout([f"{nothing}\n"] if first is None else chain([first], pieces))
    return 0


def fact(row: Row) -> Iterator[str]:
    """A fact: whose, what, where and when; then who says so, and what was outvoted."""
    days = row.day or " to ".join(filter(None, (row.valid_from, row.valid_to)))
    yield "  ".join(filter(None, (row.subject, row.predicate, row.value, row.contest, days)))
    yield f"    {row.standing}: {row.sources}"
    if row.against:
        yield f"    against: {row.against}"


def found(row: Found) -> Iterator[str]:
    """Somebody or something that a search came upon."""
    yield f"{row.kind:<12}  {row.id:<32}  {row.name} ({row.flavour})"


def count(row: Count) -> Iterator[str]:
    """How many there are of something."""
    years = f"  {row.first} to {row.last}" if row.first else ""
    yield f"{row.facts:>8,}  {row.part}: {row.name}{years}"


def change(row: Change) -> Iterator[str]:
    """What a new build changed."""
    yield f"{row.what:<8}  {row.id}: {' → '.join(filter(None, (row.old, row.new)))}"


def _object(row: R) -> str:
    """A row as a JSON object on a line of its own."""
    import json

    return in_json(json.dumps(row._asdict(), ensure_ascii=False)) + "\n"

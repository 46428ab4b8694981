"""Rows of the facts on standard output: a table on a terminal, lines in a pipe, a table of commas, or one JSON object a line."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, TypeVar

from kerrcheck.asking import Change, Count, Found, Row
from kerrcheck.commands import _asked, _writing
from kerrcheck.visible import escaped, in_json

R = TypeVar("R", Row, Found, Count, Change)
FORMATS = ("rich", "text", "csv", "json")


def put(rows: Iterable[R], format: str | None, lines: Callable[[R], Iterator[str]], nothing: str) -> int:  # noqa: A002
    """Print rows in a format, or what to say where there are none; the exit status."""
    chosen = _asked.one_of(format or ("rich" if _writing.on_terminal() else "text"), FORMATS, "--format")
    if chosen in {"csv", "json"}:
        _writing.to_stdout(_commas(rows) if chosen == "csv" else map(_object, rows))
        return 0
    first = next(iter(rows := iter(rows)), None)
    if first is None:
        _writing.to_stdout([f"{nothing}\n"])
    elif chosen == "rich":
        from kerrcheck.commands._grid import grid

        _writing.to_stdout(grid(chain([first], rows), _writing.page("rich")))
    else:
        _writing.to_stdout(f"{escaped(line)}\n" for one in chain([first], rows) for line in lines(one))
    return 0


def fact(row: Row) -> Iterator[str]:
    """A fact: whose, what, where and when; then who says so, and what was outvoted."""
    yield "  ".join(filter(None, (row.subject, row.predicate, row.value, row.contest, days(row))))
    yield f"    {row.standing}: {row.sources}"
    if row.against:
        yield f"    against: {row.against}"


def days(row: Row) -> str:
    """When a fact was, and from when to when it holds where that is not for good."""
    held = " to ".join(filter(None, (row.valid_from, row.valid_to)))
    if not row.day:
        return held
    changed = row.valid_to or (row.valid_from if row.valid_from > row.day else "")
    return f"{row.day} (stood {'until ' if row.valid_to else 'from '}{changed})" if changed else row.day


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


def _commas(rows: Iterable[R]) -> Iterator[str]:
    """Rows as text with commas, below the names of their columns."""
    import csv
    from io import StringIO

    def line(cells: Iterable[Any]) -> str:
        out = StringIO()
        csv.writer(out, lineterminator="\n").writerow(cells)
        return out.getvalue()

    for number, row in enumerate(rows):
        if not number:
            yield line(row._fields)
        yield line(row)

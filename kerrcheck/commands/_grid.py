"""Rows of the facts as a table for a terminal: sources without their rows; no mark-up in them is obeyed."""

from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kerrcheck.asking import Change, Count, Found, Row
from kerrcheck.reports import Page
from kerrcheck.visible import visible

_AT_ONCE = 1000
_FACT = ("whose", "what", "value", "where", "when", "sources")
_STYLES = {"contested": "bold color(130)", "ruled": "color(31)", "removed": "color(196)", "added": "color(28)"}


def grid(rows: Iterable[Any], page: Page) -> Iterator[str]:
    """Tables of so many rows each, so that a whole store needs no more memory than a page of it."""
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        out = StringIO()
        console = Console(file=out, width=max(page.width, 40), force_terminal=page.colour, no_color=not page.colour, legacy_windows=False)
        console.print(_table(some))
        yield out.getvalue()


def _table(some: list[Any]) -> Table:
    """The rows of one kind as a table."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in _FACT if isinstance(some[0], Row) else some[0]._fields:
        table.add_column(name, justify="right" if name == "facts" else "left", overflow="fold")
    for row in some:
        table.add_row(*(Text(visible(cell), style) for cell, style in _cells(row)))
    return table


def _cells(row: Row | Found | Count | Change) -> Iterator[tuple[str, str]]:
    """The cells of a row with their styles."""
    if isinstance(row, Row):
        from kerrcheck.commands._rows import days

        against = f"; against: {row.against}" if row.against else ""
        sources = dict.fromkeys(source.partition(" ")[0] for source in row.sources.split(", "))
        told = f"{row.standing}: {', '.join(sources)}{against}"
        yield from ((cell, "") for cell in (row.subject, row.predicate, row.value, row.contest, days(row)))
        yield told, _STYLES.get(row.standing, "color(244)")
        return
    for cell in row:
        yield f"{cell:,}" if isinstance(cell, int) else str(cell), _STYLES.get(str(cell), "")

"""Layout: a fact file in its one canonical form, tables sorted and rows aligned, comments kept.

A file is a head (comments, keys of the file) and tables. Tables by name (`[josh-kerr]`) are sorted by it; lists
(`[[edition]]`, `[[contest]]`, `[[list]]`, `[[ruling]]`) keep their order, which means something. In blocks of rows the cells
are padded to the width of their column.
"""

import re
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from kerrcheck.errors import DataError

_HEADER = re.compile(r"^\[(\[?)([^\[\]]+)\]\]?\s*$")
_FENCE = '"""'


class _Table(NamedTuple):
    """A table as it stands in the file, with the comments above it."""

    name: str
    listed: bool
    lines: list[str]


def tidy(text: str, path: Path | str) -> str:
    """A fact file in canonical layout; DataError where it is no TOML, or where tidying would change what it says."""
    before = _decoded(text, path)
    head, tables = _tables(_lines(text))
    if tables and not any(table.listed for table in tables):
        tables = sorted(tables, key=lambda table: table.name)
    parts = [part for part in (_closed(head), *(_closed(table.lines) for table in tables)) if part]
    tidied = "\n\n".join(parts) + "\n" if parts else ""
    if _meant(_decoded(tidied, path)) != _meant(before):
        raise DataError(f"{path}: cannot be brought into canonical layout without changing what it says; mend it by hand")
    return tidied


def _decoded(text: str, path: Path | str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: not valid TOML: {error}") from error


def _meant(value: object) -> object:
    """What is said, whatever the blanks in blocks of rows."""
    if isinstance(value, dict):
        return {key: _meant(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_meant(inner) for inner in value]
    return [_cells(line) for line in value.split("\n") if line.strip()] if isinstance(value, str) and "\n" in value else value


def _cells(line: str) -> list[str]:
    """The cells of a row; empty ones at its end say nothing."""
    cells = [" ".join(cell.split()) for cell in line.split("|")]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _lines(text: str) -> Iterator[str]:
    """The lines of a file, those of each block of rows aligned."""
    block: list[str] | None = None
    for line in text.replace("\r\n", "\n").split("\n"):
        if block is None:
            yield line.rstrip()
            if line.count(_FENCE) % 2:
                block = []
        elif _FENCE in line:
            yield from _aligned(block)
            yield line.rstrip()
            block = None
        else:
            block.append(line)


def _aligned(rows: list[str]) -> Iterator[str]:
    """Rows with their cells padded to the width of the column; empty rows are left out."""
    cells = [_cells(row) for row in rows if row.strip()]
    most = max((len(row) for row in cells), default=0)
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue="")]
    for row in cells:
        filled = [*row, *[""] * (most - len(row))]
        yield " | ".join(cell.ljust(width) for cell, width in zip(filled, widths, strict=True)).rstrip()


def _tables(lines: Iterator[str]) -> tuple[list[str], list[_Table]]:
    """The head of a file and its tables; comments and blanks right above a header go with it."""
    head: list[str] = []
    tables: list[_Table] = []
    here, inside = head, False
    for line in lines:
        header = None if inside else _HEADER.match(line)
        inside ^= line.count(_FENCE) % 2 == 1
        if header:
            above = _comments_above(here) if here is not head or tables else _own_comments(here)
            tables.append(_Table(header[2].strip(), bool(header[1]), [*above, line]))
            here = tables[-1].lines
        else:
            here.append(line)
    return head, tables


def _comments_above(lines: list[str]) -> list[str]:
    """Take the comments off the end of a table that belong to the next one."""
    at = len(lines)
    while at and (not lines[at - 1] or lines[at - 1].startswith("#")):
        at -= 1
    taken = [line for line in lines[at:] if line]
    del lines[at:]
    return taken


def _own_comments(head: list[str]) -> list[str]:
    """Take the comments off the end of the head that follow a blank: the first ones are about the file."""
    at = len(head)
    while at and head[at - 1].startswith("#"):
        at -= 1
    if not any(not line for line in head[:at]):
        return []
    taken = head[at:]
    del head[at:]
    return taken


def _closed(lines: list[str]) -> str:
    """Lines without blanks at either end, and never two of them together."""
    text = "\n".join(lines).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text)

"""Rows of any table as dictionaries: delimited text, JSON lines, Parquet, a table of a database."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from kerrcheck.errors import DataError
from kerrcheck.sources import Trouble
from kerrcheck.sources._table import LONGEST, Row, bare_suffix, heading, lines, rows, told

_DATABASE = (".sqlite", ".sqlite3", ".db")
_LINES = (".jsonl", ".ndjson")
_AT_ONCE = 4096
_GROUP = 256 * 2**20
SUFFIXES = (".csv", ".tsv", *_LINES, ".parquet", *_DATABASE)


class Record(NamedTuple):
    """A row by its columns' names, and the number of its line."""

    line: int
    cells: dict[str, str]


def records(path: Path, table: str | None, delimiter: str | None) -> Iterator[Record | Trouble]:
    """The rows of a table, one at a time."""
    suffix = bare_suffix(path)
    if suffix in _LINES:
        return _json_lines(path)
    if suffix == ".parquet":
        return _parquet(path)
    return _database(path, table) if suffix in _DATABASE else _delimited(path, delimiter or ("\t" if suffix == ".tsv" else ","))


def _delimited(path: Path, delimiter: str) -> Iterator[Record | Trouble]:
    head = heading(path, delimiter)
    if not head:
        raise DataError(f"{path}:1: expected the names of columns in UTF-8")
    for row in rows(path, [(name,) for name in head], delimiter):
        yield Record(row.line, dict(zip(head, row.cells, strict=True))) if isinstance(row, Row) else row


def _json_lines(path: Path) -> Iterator[Record | Trouble]:
    found: list[Trouble] = []
    for number, line in enumerate(lines(path, found), 1):
        yield from told(found)
        yield from _object(path, number, line)
    yield from told(found)


def _object(path: Path, number: int, line: str) -> Iterator[Record | Trouble]:
    if not line.strip():
        return
    try:
        yield Record(number, _texts(msgspec.json.decode(line, type=dict[str, Any])))
    except (msgspec.DecodeError, RecursionError) as error:
        yield Trouble(f"{path}:{number}:1: expected a JSON object on a line of its own, found {error}")


def _parquet(path: Path) -> Iterator[Record]:
    try:
        from pyarrow import parquet  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as error:
        raise DataError(f"{path}: Parquet needs the package pyarrow; run `pip install kerrcheck[parquet]`") from error
    try:
        file, number = parquet.ParquetFile(path), 0
        _fits(path, file.metadata)
        for batch in file.iter_batches(batch_size=_AT_ONCE):
            for row in batch.to_pylist():
                number += 1
                yield Record(number, _texts(row))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: not a Parquet file that can be read: {error}") from error


def _fits(path: Path, told: Any) -> None:
    """Nothing, where each group of rows fits into memory unpacked; DataError where one does not."""
    groups = (told.row_group(number) for number in range(told.num_row_groups))
    largest = max((sum(group.column(k).total_uncompressed_size for k in range(group.num_columns)) for group in groups), default=0)
    if largest > _GROUP:
        raise DataError(
            f"{path}: a group of rows takes {largest // 2**20} MB unpacked; write it with groups of less than {_GROUP // 2**20} MB"
        )


def _database(path: Path, table: str | None) -> Iterator[Record]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as link:
            link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST * 16)
            name = table or _only_table(link, path)
            found = link.execute(f'SELECT * FROM "{name.replace(chr(34), chr(34) * 2)}"')
            head = [column[0].lower() for column in found.description]
            for number, row in enumerate(found, 1):
                yield Record(number, _texts(dict(zip(head, row, strict=True))))
    except sqlite3.Error as error:
        raise DataError(f"{path}: not an SQLite table that can be read: {error}") from error


def _only_table(link: sqlite3.Connection, path: Path) -> str:
    names = [row[0] for row in link.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY 1")]
    if len(names) != 1:
        raise DataError(f"{path}: expected `table = ...` in the mapping, one of {', '.join(names)}")
    return str(names[0])


def _texts(row: dict[str, Any]) -> dict[str, str]:
    """Values as text, names in small letters; whole numbers without a point."""
    said: Callable[[Any], str] = lambda v: "" if v is None else str(int(v)) if isinstance(v, float) and v.is_integer() else str(v)  # noqa: E731
    return {name.strip().lower(): said(value) for name, value in row.items()}

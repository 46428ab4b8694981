"""A sheet: one fact file, decoded, with the lines its tables and rows lie on, and errors that say where."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from kerrcheck.errors import DataError
from kerrcheck.fact import Evidence

T = TypeVar("T")
Day = date | int | None
_HEADER = re.compile(r"^\[(\[?)\s*([^\]]+?)\s*\]")
_BLOCK = re.compile(r'^(\w+)\s*=\s*"""')
_FENCE = '"""'
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


class Row(NamedTuple):
    """A line of a block of rows: the line's number in the file and its cells."""

    line: int
    cells: list[str]


class Sheet:
    """A fact file."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, f"{path.parent.name}/{path.name}"
        try:
            self.text = path.read_text("utf-8")
            self.tables: dict[str, Any] = tomllib.loads(self.text)
        except OSError as error:
            raise DataError(f"{path}: cannot be read ({error.strerror})") from error
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DataError(f"{path}: not valid TOML in UTF-8: {error}") from error
        self._lines = _lines(self.text)

    def line(self, *place: str | int) -> int:
        """The line of a table (`name`), of a table in a list (`name`, index), or where a block of rows in it begins."""
        return self._lines.get(place, 1)

    def evidence(self, source: str, line: int) -> Evidence:
        """What a source says on a line of this file."""
        return Evidence(source, f"{self.name}:{line}")

    def convert(self, value: Any, kind: type[T], place: str, line: int) -> T:
        """A table as a typed record; the error names the field and what was expected."""
        try:
            return msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            told, _, field = str(error).partition(" - at `$")
            where = f"{place}{field.rstrip('`')}".lstrip(".")
            raise DataError(f"{self.path}:{line}: {where + ': ' if where else ''}{told}") from error

    def rows(self, block: str, line: int, least: int, most: int) -> Iterator[Row]:
        """The rows of a block, each with as many cells as it may have."""
        for number, text in enumerate(block.split("\n"), line):
            cells = [cell.strip() for cell in text.split("|")]
            if not text.strip():
                continue
            if len(cells) > most and not any(cells[most:]):
                cells = cells[:most]
            if not least <= len(cells) <= most:
                raise DataError(f"{self.path}:{number}: expected {least} to {most} cells between bars, found {len(cells)}")
            yield Row(number, cells + [""] * (most - len(cells)))

    def fail(self, line: int, told: str) -> DataError:
        """An error on a line of this file."""
        return DataError(f"{self.path}:{line}: {told}")

    def day(self, cell: str, line: int) -> str | None:
        """An ISO day, month or year, None for a dash."""
        if cell in ("", "-"):
            return None
        if not _DAY.match(cell):
            raise self.fail(line, f"expected a day such as 2024-08-06, found {cell!r}")
        return cell


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Where tables and blocks of rows begin."""
    found: dict[tuple[str | int, ...], int] = {}
    counts: dict[str, int] = {}
    here: tuple[str | int, ...] = ()
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        block, header = _BLOCK.match(line), _HEADER.match(line)
        if block and not inside:
            found[(*here, block[1])] = number + line.rstrip().endswith(_FENCE)
            inside = line.count(_FENCE) % 2 == 1
        elif _FENCE in line and line.count(_FENCE) % 2 == 1:
            inside = not inside
        elif header and not inside:
            listed, name = header[1], header[2].strip("\"'")
            here = (name, counts.get(name, 0)) if listed else (name,)
            counts[name] = counts.get(name, 0) + 1
            found[here] = number
    return found


def iso(day: Day) -> str | None:
    """A day or a year as text."""
    return None if day is None else f"{day:04d}" if isinstance(day, int) else day.isoformat()


def after(day: Day) -> str | None:
    """The day or year that follows the last one of a period, at which the period is over."""
    return iso(day + 1 if isinstance(day, int) else day + timedelta(days=1)) if day is not None else None


def listed(sources: str | list[str]) -> list[str]:
    """One source or several, as several."""
    return [sources] if isinstance(sources, str) else sources

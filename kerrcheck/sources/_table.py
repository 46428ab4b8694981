"""Tables: rows of delimited text as they lie on disk, plain or compressed, one at a time, with what is wrong with them."""

import csv
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from kerrcheck.errors import DataError
from kerrcheck.sources import Trouble

_PACKED: dict[str, Callable[[Path, str], Any]] = {".xz": lzma.open, ".gz": gzip.open}
DAMAGED = (EOFError, lzma.LZMAError, zlib.error, OSError)
LONGEST = 65536
_MARK = b"\xef\xbb\xbf"


class Row(NamedTuple):
    """A row: the line it starts on and the cells of the wanted columns, blank where it has none."""

    line: int
    cells: tuple[str, ...]


def bare_suffix(path: Path) -> str:
    """What a file's name ends in, without the ending of its compression."""
    return Path(path.stem).suffix if path.suffix in _PACKED else path.suffix


def stem(path: Path) -> str:
    """A file's name without its endings."""
    return Path(path.stem).stem if path.suffix in _PACKED else path.stem


def opened(path: Path) -> IO[bytes]:
    """A file's bytes, unpacked."""
    try:
        if path.suffix in _PACKED:
            return cast("IO[bytes]", _PACKED[path.suffix](path, "rb"))
        return path.open("rb")
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error


@lru_cache(maxsize=256)
def heading(path: Path, delimiter: str = ",") -> tuple[str, ...]:
    """The names of a table's columns, in small letters; nothing where the file cannot be read."""
    try:
        with opened(path) as file:
            first = file.readline(LONGEST).removeprefix(_MARK).decode("utf-8")
        return tuple(name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), ()))
    except (*DAMAGED, DataError, UnicodeDecodeError, csv.Error):
        return ()


def is_table(path: Path, columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether a file is a table that has each of the columns under one of its names."""
    if bare_suffix(path) != ".csv":
        return False
    found = set(heading(path))
    return all(found & {name, *others} for name, others in columns.items())


def rows(path: Path, columns: Sequence[Sequence[str]], delimiter: str = ",", needed: int = 0) -> Iterator[Row | Trouble]:
    """The rows of a table: of each the cells of the columns, each given by the names it may have; the first `needed` must be there."""
    found: list[Trouble] = []
    reader = csv.reader(lines(path, found), delimiter=delimiter, strict=False)
    width, places = _places(path, [name.strip().lower() for name in next(reader, ())], columns, needed)
    line = reader.line_num + 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells = []
            yield Trouble(f"{path}:{line}:1: expected a row of {width} cells, found {error} (to line {reader.line_num})")
        yield from told(found)
        if cells is None:
            return
        if cells and len(cells) != width:
            yield Trouble(f"{path}:{line}:{min(len(cells), width)}: expected {width} cells, found {len(cells)}")
        elif cells:
            yield Row(line, tuple([cells[place] if place >= 0 else "" for place in places]))
        line = reader.line_num + 1


def _places(path: Path, head: Sequence[str], columns: Sequence[Sequence[str]], needed: int) -> tuple[int, list[int]]:
    """How many columns a table has, and where the wanted ones are; -1 for one that it lacks."""
    places = [next((head.index(name) for name in names if name in head), -1) for names in columns]
    for names, place in zip(columns[:needed], places, strict=False):
        if place < 0:
            raise DataError(f"{path}:1: expected a column named {' or '.join(names)}, found {', '.join(head)[:200] or 'nothing'}")
    return len(head), places


def told(found: list[Trouble]) -> list[Trouble]:
    """Troubles found, which are told once."""
    told = found[:]
    found.clear()
    return told


def lines(path: Path, found: list[Trouble]) -> Iterator[str]:
    """The lines of a file as text; what cannot be read of them goes to `found`, and an empty line stands for it."""
    number = 0
    try:
        with opened(path) as file:
            for number, line in enumerate(iter(lambda: file.readline(LONGEST), b""), 1):
                yield _text(file, line, f"{path}:{number}", found)
    except DAMAGED as error:
        found.append(Trouble(f"{path}:{number + 1}:1: expected more rows, found the file damaged or cut short ({error})"))


def _text(file: IO[bytes], line: bytes, place: str, found: list[Trouble]) -> str:
    """One line as text, blank where it is too long or not UTF-8."""
    if len(line) >= LONGEST and not line.endswith(b"\n"):
        for rest in iter(lambda: file.readline(LONGEST), b""):
            if rest.endswith(b"\n"):
                break
        found.append(Trouble(f"{place}:{LONGEST}: expected a line of less than {LONGEST} bytes; it was left out"))
        return "\n"
    try:
        return line.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        found.append(Trouble(f"{place}:{error.start + 1}: expected UTF-8, found the byte {line[error.start]:#04x}; the line was left out"))
        return "\n"

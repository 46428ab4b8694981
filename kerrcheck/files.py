"""Which files a run is about, and their bytes: folders walked in order, links and hidden files left out."""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from types import ModuleType

from kerrcheck.errors import InputError, KerrcheckError
from kerrcheck.members import member, names
from kerrcheck.text import Document

LIMIT = 64 * 1024 * 1024
STDIN = "-"

Found = tuple[str, KerrcheckError | None]


def find(paths: list[str]) -> Iterator[Found]:
    """Each file that the paths name, as it was given or below a folder that was, with what stands in its way."""
    for path in dict.fromkeys(paths):
        if path != STDIN and os.path.isdir(path):
            yield from _below(path)
        else:
            yield path, None


def read(path: str) -> Document:
    """The document at a path; raises InputError where it cannot be read."""
    return _reader(path).read(path, _content(path))  # type: ignore[no-any-return]


def _below(folder: str) -> Iterator[Found]:
    """The articles below a folder, sorted, each folder's files before its folders."""
    suffixes, waiting, seen = _suffixes(), [folder], False
    while waiting:
        here = waiting.pop()
        try:
            listed = _listed(here)
        except OSError as error:
            seen = True
            yield here, InputError(f"{here}: {_why(error)}; the folder was left out")
            continue
        for entry in listed:
            if entry.is_file() and entry.name.lower().endswith(suffixes):
                seen = True
                yield entry.path, None
        waiting += [entry.path for entry in reversed(listed) if entry.is_dir()]
    if not seen:
        yield folder, InputError(f"{folder}: no article is in this folder; an article's name ends in {', '.join(suffixes)}")


def _listed(folder: str) -> list["os.DirEntry[str]"]:
    """What lies in a folder, sorted; without links, which could lead in circles, and hidden files."""
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if not e.name.startswith(".") and not e.is_symlink()), key=lambda e: e.name)


def _suffixes() -> tuple[str, ...]:
    """The endings that some reader answers for."""
    return tuple(suffix for name in names("readers") for suffix in member("readers", name).SUFFIXES)


def _reader(path: str) -> ModuleType:
    """The reader that answers for a path's ending; plain text for any other."""
    suffix = os.path.splitext(path)[1].lower()
    known = (member("readers", name) for name in names("readers") if name != "plain")
    return next((reader for reader in known if suffix in reader.SUFFIXES), None) or member("readers", "plain")


def _content(path: str) -> bytes:
    """The bytes of a file or of standard input; no more than the limit is ever held."""
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else open(path, "rb") as file:
            content: bytes = file.read(LIMIT + 1)
    except OSError as error:
        raise InputError(f"{path}: {_why(error)}") from error
    except ValueError as error:
        raise InputError(f"{path}: {error}; give the path of a file") from error
    if len(content) > LIMIT:
        raise InputError(f"{path}: too large; a file may have {LIMIT // 2**20} MB, so divide it")
    return content


def _why(error: OSError) -> str:
    """The system's own words for what went wrong, and what to do."""
    advice = {
        FileNotFoundError: "check the path",
        PermissionError: "check its permissions",
        IsADirectoryError: "name a file",
    }
    return f"{(error.strerror or str(error)).lower()}; {advice.get(type(error), 'check the file')}"

"""Which files a run is about, and their bytes: folders walked in order, links and hidden files left out."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import cache
from types import ModuleType

from kerrcheck.decoding import Decoded
from kerrcheck.decoding import decoded as decode
from kerrcheck.errors import InputError, KerrcheckError
from kerrcheck.members import member, members
from kerrcheck.text import Document, Span

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


def read(path: str, stdin: str | None = None) -> Document:
    """The document at a path, standard input by its name where it is given one; raises InputError where it cannot be read."""
    return document(stdin if path == STDIN and stdin else path, _content(path))


def document(path: str, content: bytes) -> Document:
    """The document that the bytes of a file of this name are; raises InputError where they are none."""
    return _reader(path).read(path, content)  # type: ignore[no-any-return]


def decoded(path: str, content: bytes) -> Decoded:
    """The text of a file as it lies on disk, in the encoding that its reader takes it for; raises InputError for what has no text there."""
    reader = _reader(path)
    return decode(path, content, reader.declared(content) if hasattr(reader, "declared") else None)


def rewritten(path: str, content: bytes, changes: Sequence[tuple[Span, str]]) -> bytes | None:
    """The bytes of a packed file with words in place of stretches of its text; None for a file whose text lies on the disk."""
    return _reader(path).rewritten(path, content, changes) if packed(path) else None


def packed(path: str) -> bool:
    """Whether a file's text is not that on the disk, so that it has no lines there."""
    return hasattr(_reader(path), "rewritten")


def _below(folder: str) -> Iterator[Found]:
    """The articles below a folder, sorted, each folder's files before its folders."""
    waiting, seen = [folder], False
    while waiting:
        here = waiting.pop()
        try:
            listed = _listed(here)
        except OSError as error:
            seen = True
            yield here, InputError(f"{here}: {_why(error)}; the folder was left out")
            continue
        for entry in listed:
            if entry.is_file() and _is_article(entry.path):
                seen = True
                yield entry.path, None
        waiting += [entry.path for entry in reversed(listed) if entry.is_dir()]
    if not seen:
        yield folder, InputError(f"{folder}: no article is in this folder; an article's name ends in {', '.join(endings())}")


def _is_article(path: str) -> bool:
    """Whether a file of a folder is an article: by its ending or, where others use it too, by what the file holds."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in endings():
        return True
    reader = _sharing().get(suffix)
    try:
        return reader is not None and os.path.getsize(path) <= LIMIT and reader.knows(_content(path))
    except (InputError, OSError):
        return True


def _listed(folder: str) -> list["os.DirEntry[str]"]:
    """What lies in a folder, sorted; without links, which could lead in circles, and hidden files."""
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if not e.name.startswith(".") and not e.is_symlink()), key=lambda e: e.name)


@cache
def endings() -> tuple[str, ...]:
    """The endings that some reader answers for."""
    return tuple(suffix for reader in members("readers") for suffix in reader.SUFFIXES)


@cache
def _sharing() -> dict[str, ModuleType]:
    """The endings that files of many kinds have, and the reader that knows some of them by what they hold."""
    return {suffix: reader for reader in members("readers") for suffix in getattr(reader, "SHARED", ())}


def _reader(path: str) -> ModuleType:
    """The reader that answers for a path's ending; plain text for any other. No reader is imported that is not needed."""
    suffix = os.path.splitext(path)[1].lower()
    plain = member("readers", "plain")
    if suffix in plain.SUFFIXES or suffix == "":
        return plain
    return next((reader for reader in members("readers") if suffix in reader.SUFFIXES), _sharing().get(suffix, plain))


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

"""Build: sources to a compiled store, whole or not at all.

Sources that can be read on their own come first; those that need to know who and what there is (articles) are read
against a store of what the others said, twice: for the entities they name, then for their claims; last comes what
follows from them.
"""

import marshal
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from kerrcheck.compiling import compile_into
from kerrcheck.errors import DataError, StoreError
from kerrcheck.late import read_late
from kerrcheck.members import members
from kerrcheck.memory import in_memory
from kerrcheck.stage import Stage
from kerrcheck.store import Store

_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)

_PLAIN, _SURVEYED, _ARTICLES, _BULK = range(4)

Progress = Callable[[str, int, int], None]


class Built(NamedTuple):
    """What a build did: files read, facts settled, the rows that could not be read, the files of folders that nothing reads."""

    files: int
    facts: int
    troubles: tuple[str, ...]
    unread: tuple[str, ...] = ()


def build(
    paths: Iterable[Path],
    target: Path,
    *,
    strict: bool = False,
    meta: dict[str, Any] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Compile files and folders into a store at a path; nothing is left there when it fails."""
    stage = gather(paths, strict=strict, progress=progress)
    try:
        facts = _write(stage, Path(target), meta or {})
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_FULL) & 0xFF not in _NO_ROOM:
            raise
        raise StoreError(f"{target}: cannot be written ({error}); make room or choose another place with -o") from error
    return Built(stage.files, facts, tuple(stage.troubles), tuple(stage.unread))


def _write(stage: Stage, target: Path, meta: dict[str, Any]) -> int:
    """Compile beside the target and put the whole file in its place; how many facts it has."""
    number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    os.close(number)
    try:
        with closing(sqlite3.connect(name, isolation_level=None)) as link:
            compile_into(stage, link, meta)
            facts = int(link.execute("SELECT value FROM meta WHERE key = 'facts'").fetchone()[0])
        os.chmod(name, 0o644)
        os.replace(name, target)
    finally:
        Path(name).unlink(missing_ok=True)
    return facts


def build_in_memory(paths: Iterable[Path], *, meta: dict[str, Any] | None = None) -> Store:
    """A store of files and folders that is nowhere on disk."""
    return in_memory(gather(paths), meta or {})


def gather(paths: Iterable[Path], *, strict: bool = False, progress: Progress | None = None) -> Stage:
    """Everything that files and folders say, not yet settled."""
    stage = Stage(strict)
    work = list(_work(paths, stage.unread))
    stage.files = len(work)
    done = 0
    for kind in (_PLAIN, _SURVEYED, _ARTICLES, _BULK):
        some = [(path, member) for path, member in work if _kind(member) == kind]
        told = _counted(progress, done, len(work))
        if kind == _PLAIN:
            _read_plain(stage, some, told)
        elif some and kind == _ARTICLES:
            read_late(stage, some, told)
        elif some:
            read_surveyed(stage, some, told)
        done += len(some)
    return stage


def _kind(member: ModuleType) -> int:
    """When a member's files are read."""
    if hasattr(member, "survey"):
        return _BULK if getattr(member, "BULK", False) else _SURVEYED
    return _ARTICLES if hasattr(member, "discover") else _PLAIN


def _counted(progress: Progress | None, done: int, total: int) -> Callable[[Path], None]:
    """What tells of each file that it is being read."""
    at = iter(range(done, total + 1))
    return lambda path: progress(str(path), next(at), total) if progress else None


def _read_plain(stage: Stage, files: Sequence[tuple[Path, ModuleType]], told: Callable[[Path], None]) -> None:
    for path, member in files:
        told(path)
        for item in member.read(path):
            stage.take(item, 0 if getattr(member, "CURATED", False) else 1)


def read_surveyed(stage: Stage, files: Sequence[tuple[Path, ModuleType]], told: Callable[[Path], None]) -> None:
    """Read data sets: first whom and what they name, so that the register can tell who is who, then what they say."""
    register = files[0][1].register(in_memory(stage, {}))
    for path, member in files:
        register.survey(member.survey(path, register))
    register.settle()
    for item in register.fresh():
        stage.take(item)
    for path, member in files:
        told(path)
        for item in member.read(path, register):
            stage.take(item)
        for item in register.fresh():
            stage.take(item)


def _work(paths: Iterable[Path], unread: list[str]) -> Iterator[tuple[Path, ModuleType]]:
    """Each file once, with the importer that reads it; what nothing reads in a folder is told, unless it is a mapping."""
    importers = list(members("sources"))
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in _files(path):
            member = next((m for m in importers if m.accepts(file)), None)
            if member is None and not path.is_dir():
                kinds = ", ".join(sorted(m.__name__.rpartition(".")[2].replace("_", " ") for m in importers))
                raise DataError(f"{path}: no importer reads this; expected one of: {kinds}")
            if member is None and file.suffix != ".toml":
                unread.append(f"{file}: no importer reads this; it was left out")
            if member and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, member


def _files(path: Path) -> list[Path]:
    """The files of a folder, sorted, hidden ones left out; or the file."""
    if not path.exists():
        raise DataError(f"{path}: no such file or folder")
    if not path.is_dir():
        return [path]
    found = (Path(top, name) for top, _, names in os.walk(path) for name in names)
    return sorted(file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts))


def lexicon_blob(data: Path) -> bytes:
    """The language and sport packs of a data folder, compiled; marshal's second form is the same bytes every time."""
    from kerrcheck.packs import compile_packs

    return marshal.dumps(compile_packs(data), 2)

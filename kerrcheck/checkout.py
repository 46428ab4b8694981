"""The canon of a checkout: compiled from its `data/` on first use into a cache, and again when an input has changed.

Where nothing can be written it is compiled in memory. Two processes that start at once do not disturb each other: one
compiles beside the cache and puts the whole file in place, the other waits for it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from kerrcheck.errors import StoreError
from kerrcheck.store import Store, open_store

_INPUTS = ("facts", "languages", "sports", "sources.toml", "rulings.toml")
_MAKERS = (
    "build.py", "compiling.py", "entity.py", "fact.py", "fact_table.py", "indexing.py", "lexicon.py", "merging.py",
    "naming.py", "nearness.py", "origins.py", "packing.py", "packs.py", "schema.sql", "settle.py", "sources", "stage.py",
    "succession.py", "text.py", "weighing.py", "words.py",
)  # fmt: skip


def fact_paths(data: Path) -> list[Path]:
    """The fact files and folders of a data folder."""
    names = ("facts", "sources.toml", "rulings.toml")
    return [data / name for name in names if (data / name).exists()]


def compiled(data: Path, cache: Path) -> Store:
    """The store of a data folder, from the cache where that is fresh."""
    inputs = fingerprint(data)
    target = cache / f"canon-{crc32(str(data.resolve()).encode()):08x}.sqlite"
    if store := _fresh(target, inputs):
        return store
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(target.with_suffix(".lock")):
            return _fresh(target, inputs) or compile_canon(data, target, inputs)
    except (OSError, StoreError):
        return _compile_in_memory(data)


def _fresh(target: Path, inputs: str) -> Store | None:
    """The cached store, None where it is absent, broken or made from something else."""
    try:
        store = open_store(target, immutable=True)
    except StoreError:
        return None
    return store if store.inputs == inputs else None


def compile_canon(data: Path, target: Path, inputs: str = "") -> Store:
    """The store of a data folder, with its language and sport packs, compiled into a file."""
    from kerrcheck.build import build, lexicon_blob

    build(fact_paths(data), target, meta={"inputs": inputs, "lexicon": lexicon_blob(data)})
    return open_store(target, immutable=True)


def _compile_in_memory(data: Path) -> Store:
    """The store of a data folder where nothing can be written."""
    from kerrcheck.build import build_in_memory, lexicon_blob

    return build_in_memory(fact_paths(data), meta={"lexicon": lexicon_blob(data)})


def fingerprint(data: Path) -> str:
    """What a store is made from: path, size and time of each input and of each module that compiles it."""
    found: list[str] = []
    for root, names in ((data, _INPUTS), (Path(__file__).parent, _MAKERS)):
        for name in names:
            found += stamps(os.path.join(root, name), name)
    return "\n".join(sorted(found))


def program() -> str:
    """What tells one state of the program from another, beside its version: nothing where it is installed, else each module's stamp."""
    package = Path(__file__).parent
    return "" if (package / "canon.sqlite").exists() else "\n".join(sorted(s for s in stamps(str(package), "") if ".py " in s))


def stamps(path: str, name: str) -> Iterator[str]:
    """The stamps of a file, or of all files under a folder: name, size and time."""
    try:
        with os.scandir(path) as entries:
            inside = [(entry.path, f"{name}/{entry.name}", entry) for entry in entries if entry.name != "__pycache__"]
    except NotADirectoryError:
        yield _stamp(name, os.stat(path))
        return
    except FileNotFoundError:
        return
    for where, inner, entry in inside:
        if entry.is_dir():
            yield from stamps(where, inner)
        else:
            yield _stamp(inner, entry.stat())


def _stamp(name: str, found: os.stat_result) -> str:
    """A file's name, size and time."""
    return f"{name} {found.st_size} {found.st_mtime_ns}"


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Nobody else compiles meanwhile, where the system can lock files."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with open(lock, "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield

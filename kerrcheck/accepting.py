"""Names that a desk lets stand, listed in `kerrcheck-accepted.toml` beside the configuration, each with a scope and a reason."""

import os
from typing import NamedTuple

from kerrcheck import tables
from kerrcheck.errors import ConfigError
from kerrcheck.globs import fits, obstacle
from kerrcheck.keys import Accepted

LIST = "kerrcheck-accepted.toml"
_HEAD = """# Names that kerrcheck lets stand. `in` is a folder or a pattern of paths, relative to this file; without it a name
# holds everywhere below. `kerrcheck accept NAME --in FOLDER --reason WHY` adds to this list.
"""
_KEYS = ("name", "in", "reason", "until")


class Entry(NamedTuple):
    """One accepted name; `scope` is a pattern, empty for everywhere."""

    name: str
    scope: str = ""
    reason: str = ""
    until: str | None = None


def accepted(folder: str) -> tuple[Accepted, ...]:
    """The names that the list in a folder accepts; none where there is no list."""
    path = os.path.join(folder, LIST)
    return tuple(_entries(tables.decoded(path), path)) if os.path.isfile(path) else ()


def accepted_for(names: tuple[Accepted, ...], inside: str) -> tuple[Accepted, ...]:
    """Those that hold for one file, by its path relative to the list."""
    return tuple(name for name in names if not name.scope or fits(inside, (name.scope,)))


def with_entry(path: str, entry: Entry) -> str:
    """The text of a list with one entry more; raises ConfigError where it would be no list, or has the entry already."""
    before = _text(path)
    rows = {"name": entry.name, "in": entry.scope, "reason": entry.reason}
    lines = [f"{key} = {quoted(value)}\n" for key, value in rows.items() if value]
    lines += [f"until = {entry.until}\n"] if entry.until else []
    after = f"{before.rstrip()}\n\n[[accept]]\n{''.join(lines)}"
    if any((one.name, one.scope) == (entry.name, entry.scope) for one in _entries(tables.parsed(before, path), path)):
        raise ConfigError(f"{path}: '{entry.name}' is accepted there already{f' in {entry.scope}' if entry.scope else ''}")
    _entries(tables.parsed(after, path), path)
    return after


def quoted(value: str) -> str:
    """A text as TOML writes it, on one line."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _text(path: str) -> str:
    """The text of a list, its head where there is none yet."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read().replace("\r\n", "\n")
    except FileNotFoundError:
        return _HEAD
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read ({error}); check the file") from error


def _entries(found: dict[str, object], path: str) -> list[Accepted]:
    """The entries of a list, checked."""
    tables.known(found, ("accept",), f"{path}: ")
    rows = tables.tables(found.get("accept", []), f"{path}: accept")
    return [_entry(row, f"{path}: accept[{number}]") for number, row in enumerate(rows)]


def _entry(row: dict[str, object], place: str) -> Accepted:
    """One entry, checked."""
    tables.known(row, _KEYS, f"{place}.")
    if "name" not in row:
        raise ConfigError(f"{place}: lacks name, the name that is accepted")
    said = {key: tables.text(row[key], f"{place}.{key}") for key in ("name", "in", "reason") if key in row}
    scope = said.get("in", "")
    if scope and (told := obstacle(scope)):
        raise ConfigError(f"{place}.in: {told}")
    until = tables.day(row["until"], f"{place}.until") if "until" in row else None
    return Accepted(said["name"], scope, said.get("reason", ""), until, place)

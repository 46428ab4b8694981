"""A configuration file: what it says for all files below it, what for some of them, and the names it accepts."""

import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from kerrcheck import tables
from kerrcheck.errors import ConfigError
from kerrcheck.globs import fits, lacks_fields, obstacle
from kerrcheck.keys import GRADES, KEYS
from kerrcheck.members import names
from kerrcheck.selection import advice, check_names, checks_named, families, one_of
from kerrcheck.settings import LEVELS

Said = dict[str, tuple[Any, str]]


class Override(NamedTuple):
    """What holds for the paths that fit some patterns; `place` says where it stands."""

    files: tuple[str, ...]
    said: Mapping[str, Any]
    place: str


class Configuration(NamedTuple):
    """A configuration file, checked: the values of its keys, and its overrides in their order."""

    path: str
    said: Mapping[str, Any]
    overrides: tuple[Override, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that its paths and patterns are relative to."""
        return os.path.dirname(self.path)

    def inside(self, path: str) -> str:
        """A path as patterns see it."""
        try:
            return os.path.relpath(path, self.folder).replace(os.sep, "/")
        except ValueError:
            return os.path.abspath(path).replace(os.sep, "/")

    def holding(self, path: str) -> Said:
        """What it says of one file, each value with where it stands; of several overrides the last one counts."""
        found: Said = {key: (value, self.path) for key, value in self.said.items()}
        inside = self.inside(path)
        for override in self.overrides:
            if fits(inside, override.files):
                found.update({key: (_over(key, found, value), override.place) for key, value in override.said.items()})
        return found


def configuration(path: str) -> Configuration:
    """The configuration in a file; raises ConfigError where it says what it cannot say."""
    path = os.path.abspath(path)
    table, place = _table(path)
    folder = os.path.dirname(path)
    rows = tables.tables(table.pop("overrides", []), f"{place}overrides")
    said = _checked(table, place, folder, KEYS)
    local = [key for key in KEYS if not KEYS[key].whole]
    return Configuration(path, said, tuple(_override(row, f"{place}overrides[{n}]", folder, local) for n, row in enumerate(rows)))


def _table(path: str) -> tuple[dict[str, Any], str]:
    """The table of ours in a file, and how places in it are called."""
    found = tables.decoded(path)
    if os.path.basename(path) != "pyproject.toml":
        if "tool" in found:
            raise ConfigError(f"{path}: tool: in this file keys stand at the top; leave [tool.kerrcheck] out")
        return found, f"{path}: "
    shared = found.get("tool")
    table = shared.get("kerrcheck") if isinstance(shared, dict) else None
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: there is no table [tool.kerrcheck] in it; write one, or name another file")
    return table, f"{path}: tool.kerrcheck."


def _override(row: dict[str, Any], place: str, folder: str, keys: list[str]) -> Override:
    """One override, checked."""
    if "files" not in row:
        raise ConfigError(f"{place}: lacks files, the patterns of the paths that it holds for")
    files = _globs(row.pop("files"), f"{place}.files", folder)
    if whole := next((key for key in row if key in KEYS and KEYS[key].whole), None):
        raise ConfigError(f"{place}.{whole}: is about the whole run; write it outside the overrides")
    return Override(files, _checked(row, f"{place}.", folder, keys), place)


def _checked(table: Mapping[str, Any], place: str, folder: str, keys: Any) -> dict[str, Any]:
    """The values of known keys."""
    tables.known(table, (*keys, "overrides") if keys is KEYS else keys, place)
    return {key: _READ[KEYS[key].kind](value, f"{place}{key}", folder) for key, value in table.items()}


def _over(key: str, found: Said, value: Any) -> Any:
    """An override's value; severities are laid over those that hold already."""
    return {**found[key][0], **value} if key == "severity" and key in found else value


def _checks(value: Any, place: str, _: str) -> frozenset[str]:
    """Names of checks and families, as checks."""
    return checks_named(tables.texts(value, place), f"{place}: the check", ConfigError)


def _grades(value: Any, place: str, _: str) -> dict[str, str]:
    """Severities by check; a family's hold for its checks, a check's own before its family's."""
    if not isinstance(value, dict):
        raise ConfigError(f"{place}: expected a table of checks and severities, found {tables.called(value)}")
    found: dict[str, str] = {}
    for name in sorted(value, key=lambda name: name not in families()):
        if name not in families() and name not in check_names():
            raise ConfigError(f"{place}.{name}: unknown check; {advice(name, [*check_names(), *families()])}")
        grade = one_of(tables.text(value[name], f"{place}.{name}"), GRADES, f"{place}.{name}: the severity", ConfigError)
        found.update(dict.fromkeys(families().get(name, (name,)), grade))
    return found


def _globs(value: Any, place: str, _: str) -> tuple[str, ...]:
    """Patterns of paths."""
    patterns = tables.texts(value, place)
    if told := next(filter(None, map(obstacle, patterns)), None):
        raise ConfigError(f"{place}: {told}")
    return patterns


def _pattern(value: Any, place: str, _: str) -> str:
    """A pattern with the fields of a day."""
    pattern = tables.text(value, place)
    if lacks_fields(pattern):
        raise ConfigError(f"{place}: expected {{year}}, {{month}} and {{day}}, each once, such as news/{{year}}/{{month}}/{{day}}/*")
    return pattern


def _among(allowed: Callable[[], Any], what: str) -> Callable[[Any, str, str], str]:
    """What reads a value that is one of some."""
    return lambda value, place, _: one_of(tables.text(value, place), allowed(), f"{place}: the {what}", ConfigError)


_READ: dict[str, Callable[[Any, str, str], Any]] = {
    "text": lambda value, place, _: tables.text(value, place),
    "path": lambda value, place, folder: os.path.join(folder, tables.text(value, place)),
    "paths": lambda value, place, folder: tuple(os.path.join(folder, one) for one in tables.texts(value, place)),
    "flag": lambda value, place, _: tables.flag(value, place),
    "day": lambda value, place, _: tables.day(value, place),
    "level": _among(lambda: LEVELS, "level"),
    "format": _among(lambda: [name.replace("_", "-") for name in names("reports")], "format"),
    "checks": _checks,
    "grades": _grades,
    "globs": _globs,
    "pattern": _pattern,
}

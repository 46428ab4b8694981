"""Mappings: which columns of a table of results hold what, as a small TOML file beside the data (or shipped) tells it."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kerrcheck.errors import DataError
from kerrcheck.sources._table import heading, stem

FIELDS = frozenset((
    "name", "given", "family", "born", "nation", "team", "sex", "event", "round", "heat", "place", "mark", "status", "wind", "day", "city",
    "country", "stadium", "venue", "competition", "series", "year", "flags",
))  # fmt: skip
_BESIDE = "results.toml"


class Outing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns and constants of one of several outings in a row."""

    columns: dict[str, str] = {}
    constants: dict[str, str] = {}


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping file. `signs`: the columns by which a shipped one knows its tables; `table` the one in a database."""

    columns: dict[str, str]
    constants: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    outing: list[Outing] = []
    signs: list[str] = []
    source: str | None = None
    title: str | None = None
    publisher: str | None = None
    complete_to: Any = None
    tier: int = 2
    table: str | None = None
    delimiter: str | None = None
    whole: bool = False
    derived: bool = False

    def outings(self) -> list[Outing]:
        """What each row holds."""
        several = self.outing or [Outing()]
        return [Outing({**self.columns, **one.columns}, {**self.constants, **one.constants}) for one in several]


@cache
def loaded(path: Path) -> Mapping:
    """The mapping in a file; DataError says what is wrong with it."""
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Mapping)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{path}: not a mapping of results: {error}") from error
    for one in found.outings():
        if unknown := sorted({*one.columns, *one.constants} - FIELDS):
            raise DataError(f"{path}: expected fields among {' '.join(sorted(FIELDS))}, found {unknown[0]!r}")
    return found


def beside(path: Path) -> Path | None:
    """The mapping file of a table: `NAME.results.toml`, or `results.toml` in its folder."""
    own = (path.with_name(f"{stem(path)}.{_BESIDE}"), path.with_name(_BESIDE))
    return next((file for file in own if file.is_file()), None)


def shipped(path: Path, mappings: Sequence[Path]) -> Path | None:
    """The shipped mapping whose columns a table has."""
    columns = set(heading(path))
    return next((file for file in mappings if (signs := loaded(file).signs) and {sign.lower() for sign in signs} <= columns), None)

"""Tables of results of any make, whose columns a small TOML file maps: text with commas or tabs, JSON lines, Parquet, SQLite."""

import re
from collections.abc import Iterator
from pathlib import Path

from kerrcheck.errors import DataError
from kerrcheck.fact import Source
from kerrcheck.sources import Athlete, Item, Occasion, Register, Sighting, Trouble, _cells
from kerrcheck.sources._days import iso
from kerrcheck.sources._events import event_and_sex
from kerrcheck.sources._mapped import Cells
from kerrcheck.sources._mapping import Mapping, Outing, beside, loaded, shipped
from kerrcheck.sources._outing import contest
from kerrcheck.sources._records_of import SUFFIXES, Record, records
from kerrcheck.sources._register import register
from kerrcheck.sources._starts import Start, items, surveyed
from kerrcheck.sources._table import bare_suffix
from kerrcheck.sources._venues import place_of
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

__all__ = ["accepts", "read", "register", "survey"]

_MAPPINGS = "datasets"
_STATUS = ("DNF", "DNS", "DQ", "NM")
_EXPECTED = {
    "mark": "a mark such as 3:27.79", "place": "a place such as 2", "nation": "a nation's code or name",
    "status": f"one of {' '.join(_STATUS)}", "wind": "a wind such as +0.9",
}  # fmt: skip
_PREDICATES = {"place": "placing"}
_EDITION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_LOOSE = re.compile(r"(?:(\d+)[h-])?(\d+)[-:](\d\d?(?:\.\d+)?)(?![:\d])")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", re.ASCII)


def accepts(path: Path) -> bool:
    """Whether this is a table that a mapping beside it or a shipped one fits."""
    return bare_suffix(path) in SUFFIXES and _mapping_file(path) is not None


def _mapping_file(path: Path) -> Path | None:
    return beside(path) or shipped(path, sorted((_data() / _MAPPINGS).glob("*.toml")))


def _data() -> Path:
    """The folder of the shipped data: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    return next((place for place in (package / "data", package.parent / "data") if place.is_dir()), package)


def survey(path: Path, register: Register) -> Iterator[Sighting]:
    """Whom the table names."""
    mapping = _mapping(path)
    source = mapping.source or register.source(path)
    told = Source(source, mapping.title or path.name, mapping.publisher, None, iso(str(mapping.complete_to or "")), mapping.tier)
    yield from surveyed(_starts(path, mapping, register), told, path.name)


def read(path: Path, register: Register) -> Iterator[Item]:
    """Every row of the table."""
    mapping = _mapping(path)
    yield from items(_starts(path, mapping, register), register, mapping.source or register.source(path), path)


def _mapping(path: Path) -> Mapping:
    file = _mapping_file(path)
    if file is None:
        raise DataError(f"{path}: expected a results.toml beside it that says which column holds what")
    return loaded(file)


def _starts(path: Path, mapping: Mapping, register: Register) -> Iterator[Start | Trouble]:
    """The starts of each row; the names of columns are looked at once."""
    outings, checked = mapping.outings(), False
    for record in records(path, mapping.table, mapping.delimiter):
        if isinstance(record, Trouble):
            yield record
            continue
        if not checked:
            _check(path, outings, record)
            checked = True
        for outing in outings:
            yield _start(path, record, Cells(path, record, outing, mapping), mapping, register)


def _check(path: Path, outings: list[Outing], record: Record) -> None:
    """Whether all columns that the mapping names are there."""
    for outing in outings:
        for field, column in outing.columns.items():
            if column.lower() not in record.cells:
                found = ", ".join(record.cells)[:200]
                raise DataError(f"{path}:1: expected a column named {column} for {field}, found {found}")


def _start(path: Path, record: Record, cells: Cells, mapping: Mapping, register: Register) -> Start | Trouble:
    """One start of a row."""
    event, told = event_and_sex(cells("event"), register)
    sex, day = register.sex(cells("sex")) or told, iso(cells("day"))
    if not event or not sex:
        return cells.trouble("event" if not event else "sex", "an event on record, and a sex")
    edition, venue = _edition(path, cells, day, register)
    if not edition:
        return cells.trouble("day", "a competition on record, or a day and a town")
    said = _said(cells, register.unit(event), register.code_of(cells("nation")))
    if isinstance(said, Trouble):
        return said
    kind, number = register.round(cells("round")), _cells.part(cells("heat"))
    if not kind or (cells("heat") and not number):
        return cells.trouble("heat" if kind else "round", "a round such as final or heat, and the heat's number or letter")
    setting = Setting(edition, event, sex, f"{kind}-{number}" if number else kind)
    athlete = _athlete(cells, setting, day or f"{edition[:4]}", said["nation"])
    team = cells("team") or (athlete.name or athlete.nation or "" if event[:2].endswith("x") else "")
    if not athlete.name and not team:
        return cells.trouble("name", "somebody's name")
    where = contest(setting.key(), _cells.whole_day(day), venue, whole=mapping.whole)
    return Start(athlete, where, said, record.line, team, tuple(cells("flags").split()))


def _edition(path: Path, cells: Cells, day: str | None, register: Register) -> tuple[str | None, str | None]:
    """The edition of a row and the venue: as named, by series and year, or by day and town."""
    if named := cells("competition"):
        return (named if _EDITION.match(named) else None), None
    if cells("series"):
        year = _YEAR.search(cells("year")) or _YEAR.search(path.name)
        return register.edition(cells("series"), int(year[1])) if year else None, None
    spot = place_of(cells("venue"))
    town, country, stadium = (spot.town, spot.country, spot.stadium) if spot else (cells("city"), cells("country"), cells("stadium"))
    if not _cells.whole_day(day) or not day or not town:
        return None, None
    meeting = register.meeting(Occasion(day, town, register.nation(country) or country, stadium))
    return meeting.edition, meeting.venue


def _said(cells: Cells, unit: str, nation: str | None) -> dict[str, str | None] | Trouble:
    """Mark, place, nation, wind and status of a row."""
    mark, status = _mark(cells("mark"), unit), cells("status").upper()
    if mark.upper() in _STATUS:
        mark, status = "", mark.upper()
    place, wind = _cells.place(cells("place")), _cells.wind(cells("wind"))
    told = (
        ("mark", mark, mark if parse(_cells.plain(mark)) else None), ("place", cells("place"), place), ("nation", cells("nation"), nation),
        ("status", status, status if status in _STATUS else None), ("wind", cells("wind"), wind),
    )  # fmt: skip
    wrong = next((field for field, written, found in told if written and not found), None)
    if wrong:
        return cells.trouble(wrong, _EXPECTED[wrong])
    return {_PREDICATES.get(field, field): found for field, _, found in told}


def _mark(text: str, unit: str) -> str:
    """A mark without what stands behind it, lengths with two decimals."""
    first = text.partition(" ")[0].rstrip("h")
    if m := _LOOSE.fullmatch(first):
        first = f"{m[1]}:{int(m[2]):02d}:{m[3]}" if m[1] else f"{m[2]}:{m[3]}"
    if unit == "m" and parse(first):
        return _cells.two_decimals(first)
    return first.removesuffix(".0") if unit == "pts" else first


def _athlete(cells: Cells, setting: Setting, day: str, nation: str | None) -> Athlete:
    """Whom a row names."""
    given, family = cells("given"), cells("family")
    name = cells("name") or f"{given} {family}".strip()
    sex = None if setting.sex == "mixed" else setting.sex
    return Athlete(name, family, given, iso(cells("born")), nation, sex, day, setting.event)

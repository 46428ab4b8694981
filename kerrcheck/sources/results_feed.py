"""Results feeds of Games: every round of every event, one row for each starter, with rank, result and what went wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

from kerrcheck.fact import Evidence, Source
from kerrcheck.sources import Athlete, Item, Register, Sighting, Trouble, _cells
from kerrcheck.sources._days import day as whole_day
from kerrcheck.sources._events import event_and_sex
from kerrcheck.sources._outing import contest, outing
from kerrcheck.sources._register import register
from kerrcheck.sources._table import Row, heading, is_table, rows
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

__all__ = ["accepts", "read", "register", "survey"]

_COLUMNS = (
    ("date",), ("event_name",), ("stage",), ("gender",), ("participant_name",), ("participant_country_code",), ("participant_type",),
    ("rank",), ("result",), ("result_irm",), ("participant_country",),
)  # fmt: skip
_NEEDED = 9
_STAGE = re.compile(r"(?P<kind>.*?)(?: - \w+ (?P<group>[A-Za-z0-9]+)| (?P<number>[0-9]+))?$")
_CODE, _YEAR = re.compile(r"[A-Z]{3}"), re.compile(r"[0-9]{4}")
_STATUS = ("DNF", "DNS", "DQ", "NM")
_PERSON = "person"


def accepts(path: Path) -> bool:
    """Whether this is such a feed, by its columns."""
    return is_table(path, {name: () for (name,) in _COLUMNS[:_NEEDED]})


def survey(path: Path, register: Register) -> Iterator[Sighting]:
    """Whom the feed names."""
    source, newest = register.source(path), ""
    for row in rows(path, _COLUMNS, needed=_NEEDED):
        if isinstance(row, Row) and (day := whole_day(row.cells[0])):
            newest = max(newest, day)
            if row.cells[6].lower() == _PERSON:
                yield _athlete(row, register, day)._replace(source=source, file=path.name)
    yield Source(source, path.name, None, newest or None, newest or None)


def _athlete(row: Row, register: Register, day: str) -> Athlete:
    """The athlete of a row."""
    name, nation = row.cells[4:6]
    return Athlete(" ".join(name.split()), "", "", None, nation, register.sex(row.cells[3]), day, event_and_sex(row.cells[1], register)[0])


def read(path: Path, register: Register) -> Iterator[Item]:
    """Every start of the feed."""
    source, told = register.source(path), set[str]()
    for row in rows(path, _COLUMNS, needed=_NEEDED):
        if isinstance(row, Trouble):
            yield row
            continue
        day, setting = whole_day(row.cells[0]), _setting(row, register)
        bad = _bad(row, day, setting)
        who = None if bad or not day else _who(row, register, day)
        if bad or not day or not setting or not who:
            column, expected = bad or (4, "somebody of whom there is one (two people of that name may be meant)")
            yield _trouble(path, row, column, expected)
            continue
        if setting.key() not in told:
            told.add(setting.key())
            yield contest(setting.key(), day, None, whole=True)
        yield from outing(who, setting.key(), Evidence(source, f"{path.name}:{row.line}"), _said(row))
        yield from register.fresh()


def _said(row: Row) -> dict[str, str | None]:
    """Mark, place, nation or what went wrong."""
    rank, result, status = _cells.place(row.cells[7]), row.cells[8].strip(), row.cells[9].strip()
    return {"mark": result or None, "placing": rank, "nation": row.cells[5], "status": status or None}


def _bad(row: Row, day: str | None, setting: Setting | None) -> tuple[int, str] | None:
    """The column that cannot be read and what was expected there, if there is one."""
    rank, result, status = row.cells[7:10]
    checks = (
        (0, bool(day), "a day such as 2024-08-06"),
        (1, bool(setting), "the name of an event on record, of a competition on record, with its round"),
        (5, bool(_CODE.fullmatch(row.cells[5])), "a nation's code such as KEN"),
        (7, not rank or bool(_cells.place(rank)), "a rank such as 2"),
        (8, not result.strip() or parse(_cells.plain(result.strip())) is not None, "a mark such as 3:27.79"),
        (9, not status.strip() or status.strip() in _STATUS, f"one of {' '.join(_STATUS)}"),
    )
    return next(((column, expected) for column, good, expected in checks if not good), None)


def _who(row: Row, register: Register, day: str) -> str | None:
    """The id of who started: an athlete or a team."""
    if row.cells[6].lower() != _PERSON:
        return register.team(row.cells[10] or row.cells[4], row.cells[5])
    return register.person(_athlete(row, register, day))


def _trouble(path: Path, row: Row, column: int, expected: str) -> Trouble:
    place = heading(path).index(_COLUMNS[column][0]) + 1
    return Trouble(f"{path}:{row.line}:{place}: expected {expected}, found {row.cells[column][:80]!r}")


def _setting(row: Row, register: Register) -> Setting | None:
    """The contest of a row."""
    return _contest(row.cells[1], row.cells[2], row.cells[3], row.cells[0][:4], register)


def _contest(event: str, stage: str, gender: str, year: str, register: Register) -> Setting | None:
    """The contest that a feed's words name; part of a combined event is a contest of its own, of that event."""
    m, sex = _STAGE.match(stage), register.sex(gender)
    edition = register.edition(register.series("feed"), int(year)) if _YEAR.fullmatch(year) else None
    if not m or not sex or not edition:
        return None
    kind, number = register.round(m["kind"]) or register.round(stage), (m["group"] or m["number"] or "").lower()
    of = event_and_sex(event, register)[0]
    if not kind and (part := register.event(m["kind"])):
        of, kind = part, register.round("ce")
    if not of or not kind:
        return None
    return Setting(edition, of, sex, f"{kind}-{number}" if number and kind != "final" else kind)

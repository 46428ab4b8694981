"""Result sheets of a whole competition in one JSON file: a sheet for each heat, with its starters, attempts and winds."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from kerrcheck.errors import DataError
from kerrcheck.fact import Source
from kerrcheck.sources import Athlete, Item, Occasion, Register, Sighting, Trouble, _cells
from kerrcheck.sources._days import day as whole_day
from kerrcheck.sources._events import event_and_sex
from kerrcheck.sources._outing import contest
from kerrcheck.sources._register import register
from kerrcheck.sources._starts import Start, items, surveyed
from kerrcheck.sources._table import DAMAGED, bare_suffix, opened
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

__all__ = ["accepts", "read", "register", "survey"]

_LIMIT = 256 * 2**20
_KEYS = (b'"events"', b'"city"')
_PRINTED = re.compile(r"(?P<mark>[\d:.]*\d)?\s*(?P<status>DNF|DNS|DQ|NM|NH)?", re.ASCII)
_NO_MARK = {"NH": "NM"}
_NUMBER = re.compile(r"((?<!\d)\d+|\b[A-Z])$", re.ASCII)


def accepts(path: Path) -> bool:
    """Whether this is such a file, by its ending and its first keys."""
    if bare_suffix(path) != ".json":
        return False
    try:
        with opened(path) as file:
            first = file.read(4096)
    except (*DAMAGED, DataError, ValueError):
        return False
    return all(key in first for key in _KEYS)


def survey(path: Path, register: Register) -> Iterator[Sighting]:
    """Whom the sheets name."""
    yield from surveyed(_starts(path, register), Source(register.source(path), path.name), path.name)


def read(path: Path, register: Register) -> Iterator[Item]:
    """Every start of every sheet."""
    yield from items(_starts(path, register), register, register.source(path), path)


@lru_cache(maxsize=2)
def _decoded(path: Path) -> dict[str, Any]:
    """The file as it is, checked for its size."""
    try:
        with opened(path) as file:
            content = file.read(_LIMIT + 1)
        if len(content) > _LIMIT:
            raise DataError(f"{path}: larger than {_LIMIT // 2**20} MB; divide it")
        found = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (*DAMAGED, ValueError, RecursionError) as error:
        raise DataError(f"{path}: expected JSON in UTF-8, whole: {error}") from error
    if not isinstance(found, dict) or not isinstance(found.get("events"), list):
        raise DataError(f"{path}: expected an object with a list of `events`")
    return found


def _starts(path: Path, register: Register) -> Iterator[Start | Trouble]:
    """All starts; the number of a sheet in the list stands for its line, that of a result for the column."""
    whole = _decoded(path)
    for number, sheet in enumerate(whole["events"], 1):
        found = (sheet.get("result") or sheet.get("results") or []) if isinstance(sheet, dict) else sheet
        if not isinstance(found, list) or not isinstance(sheet, dict):
            yield Trouble(f"{path}:{number}:1: expected a sheet with a list of results, found {str(found)[:80]!r}")
            continue
        setting = _setting(whole, sheet, register) if found else None
        if found and setting is None:
            yield Trouble(f"{path}:{number}:1: expected an event, a day and a round that are known, found {_called(sheet)!r}")
        for column, row in enumerate(found, 1):
            if setting:
                yield _start(sheet, row, setting, f"{path}:{number}:{column}", register)


def _called(sheet: dict[str, Any]) -> str:
    names = (sheet.get(key) for key in ("name", "eventName", "round", "roundName", "date"))
    return " ".join(str(name) for name in names if name)[:100]


def _setting(whole: dict[str, Any], sheet: dict[str, Any], register: Register) -> Setting | None:
    """The contest of a sheet."""
    event, told = event_and_sex(str(sheet.get("name") or sheet.get("eventName") or ""), register)
    sex, day = told or register.sex(str(sheet.get("gender") or "")), whole_day(str(sheet.get("date") or ""))
    kind = _round(sheet, register)
    if not event or not sex or not day or not kind:
        return None
    meeting = register.meeting(Occasion(day, str(whole.get("city") or ""), str(whole.get("country") or ""), str(whole.get("arena") or "")))
    return Setting(meeting.edition, event, sex, kind)


def _round(sheet: dict[str, Any], register: Register) -> str | None:
    """The round of a sheet with its number; a part of a combined event has one of its own."""
    first, name = str(sheet.get("round") or sheet.get("roundName") or ""), str(sheet.get("roundName") or "")
    kind = register.round(re.sub(r"\W*\d+$", "", name)) or register.round(first)
    number = _NUMBER.search(str(sheet.get("heatNumber") or "") if "heatNumber" in sheet else name)
    if sheet.get("combinedEvent") or sheet.get("athlon"):
        kind = register.round("ce")
    return f"{kind}-{number[1].lower()}" if kind and number and number[1] else kind


def _start(sheet: dict[str, Any], row: Any, setting: Setting, place: str, register: Register) -> Start | Trouble:
    """One start of a sheet."""
    if not isinstance(row, dict):
        return Trouble(f"{place}: expected an object, found {str(row)[:80]!r}")
    printed = str(row.get("performance") or row.get("bestPerformance") or "")
    m = _PRINTED.match(printed)
    mark, status = (m["mark"], m["status"]) if m else (None, None)
    written, rank = str(row.get("country") or row.get("nation") or ""), str(row.get("rank") or "")
    nation = register.code_of(written)
    if (mark and not parse(mark)) or (rank and not _cells.place(rank)) or not nation or (printed and not mark and not status):
        told = " and ".join(repr(text[:40]) for text in (rank, written, printed))
        return Trouble(f"{place}: expected a rank, a nation and a mark such as 3:27.79, found {told}")
    day, setting = whole_day(str(sheet["date"])), _in_group(setting, str(row.get("group") or ""))
    runners = _listed(row.get("runners")) or _listed(row.get("relayParticipants"))
    athletes = tuple(_athlete(runner, nation, setting, day) for runner in runners if isinstance(runner, dict))
    team = nation if runners or row.get("teamCode") or not any(_name(row)) else ""
    said = {
        "mark": mark if not status else None, "placing": _cells.place(rank) if not status else None, "nation": nation,
        "status": _NO_MARK.get(status, status) if status else None, "wind": str(row.get("wind") or "") or None,
    }  # fmt: skip
    venue = contest(setting.key(), day, None, whole=True, wind=str(sheet.get("wind") or "") or None)
    return Start(_athlete(row, nation, setting, day), venue, said, int(place.split(":")[-2]), team, _flags(row), athletes)


def _in_group(setting: Setting, group: str) -> Setting:
    """The setting of a start whose sheet is of several groups."""
    part = _cells.part(group)
    return setting._replace(round=f"{setting.round}-{part}") if part and setting.round and "-" not in setting.round else setting


def _listed(found: Any) -> list[Any]:
    """A list as it is; nothing of what is none."""
    return found if isinstance(found, list) else []


def _flags(row: dict[str, Any]) -> tuple[str, ...]:
    """What a sheet marks a result with: SB, PB, NR ..."""
    found = row.get("recordFlags") or row.get("recordflag") or []
    texts = [found] if isinstance(found, str) else _listed(found)
    return tuple(str(flag) for flag in (*texts, row.get("personalFlags")) if flag and str(flag).isascii() and str(flag).isalpha())


def _name(row: dict[str, Any]) -> tuple[str, str]:
    """Given and family name."""
    return str(row.get("givenName") or row.get("firstname") or ""), str(row.get("familyName") or row.get("lastname") or "")


def _athlete(row: dict[str, Any], nation: str, setting: Setting, day: str | None) -> Athlete:
    """Whom a row names."""
    given, family = _name(row)
    sex = None if setting.sex == "mixed" else setting.sex
    return Athlete(f"{given} {family}".strip(), family, given, whole_day(str(row.get("DOB") or "")), nation, sex, day, setting.event)

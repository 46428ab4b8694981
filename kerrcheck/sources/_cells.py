"""Cells: what a cell of a table may hold where it goes into an id, a key or a column; None where it holds something else."""

import re

_WIND = re.compile(r"([-+]?)([0-9]{1,2}(?:\.[0-9]{1,2})?)$")
_PLACE = re.compile(r"([0-9]{1,5})(?:\.0)?$")
_PART = re.compile(r"[a-z0-9]{1,8}$")


def wind(text: str) -> str | None:
    """A wind in metres a second as it is written here, with its sign: +0.9, -1.2."""
    m = _WIND.match(text.strip())
    return f"{m[1] or '+'}{m[2]}" if m else None


def place(text: str) -> str | None:
    """A place or rank: 2, of `2` or `2.0`."""
    m = _PLACE.match(text.strip())
    return m[1] if m else None


def part(text: str) -> str | None:
    """The number or letter of a heat or group, in small letters."""
    low = text.strip().lower()
    return low if _PART.match(low) else None


def two_decimals(length: str) -> str:
    """A length in metres as it is written here: 8.90 of 8.9."""
    whole, _, rest = length.partition(".")
    return f"{whole}.{rest.ljust(2, '0')}"


def whole_day(day: str | None) -> str | None:
    """An ISO day, not one of which only the month or the year is known."""
    return day if day and len(day) == len("0000-00-00") else None


def plain(mark: str) -> str:
    """A mark's text; blank where it has letters or digits of other scripts, which no mark is written in."""
    return mark if mark.isascii() else ""

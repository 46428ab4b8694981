"""Days: weekdays, dates in figures and words, day numbers of a meeting."""

import re
from datetime import date as calendar_day
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.wording._figures import backwards, leading, ordinal, spelled
from kerrcheck.wording._letters import alike, differing

_TOKEN = re.compile(r"[^\W\d_]+\.?|\d+(?:[^\W\d_]{2})?(?![^\W\d_])")
_NUMERIC = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})$")
_SHORT = 3


class Day(NamedTuple):
    """A day as far as it is on record."""

    year: int
    month: int | None
    day: int | None


def weekday(raw: str, day: int, lexicon: Lexicon) -> str | None:
    """The weekday (0 is Monday) in place of the one in a text, in full or in three letters; what surrounds it is kept."""
    full = backwards(lexicon.weekdays)
    found = [(m, _is_weekday(m.group(), lexicon)) for m in _TOKEN.finditer(raw)]
    places = [(m, kind) for m, kind in found if kind]
    if len(places) != 1 or day not in full:
        return None
    m, length = places[0]
    return differing(raw, raw[: m.start()] + alike(m.group(), full[day][:length]) + raw[m.start() + len(m.group().rstrip(".")) :])


def _is_weekday(token: str, lexicon: Lexicon) -> int:
    """The letters of a weekday that a word writes; 0 where it is none."""
    low = fold(token.rstrip("."))
    if low in lexicon.weekdays:
        return 99
    return _SHORT if len(low) == _SHORT and token[0].isupper() and any(name.startswith(low) for name in lexicon.weekdays) else 0


def day_number(raw: str, n: int, lexicon: Lexicon) -> str | None:
    """The number in `day eleven`, `Day 11`, `11` or `the eleventh day`."""
    said = ordinal(raw, n, lexicon)
    if said:
        return differing(raw, said)
    m = re.match(r"(\D*[\s-])?([\d]+|[^\W\d_]+(?:-[^\W\d_]+)?)$", raw)
    found = leading(m[2], lexicon) if m else None
    if not m or not found or found[1] != len(m[2]) or n < 1:
        return None
    figures = str(n) if m[2][0].isdigit() else spelled(n, lexicon)
    return differing(raw, (m[1] or "") + alike(m[2], figures)) if figures else None


def date(raw: str, iso: str, lexicon: Lexicon) -> str | None:
    """The right day with as much of it as the text writes; None where it writes what is not on record or says it twice."""
    day = _day(iso)
    if day is None:
        return None
    if m := _NUMERIC.match(raw):
        return differing(raw, _numeric(m, day))
    out, at, seen = [], 0, set()
    for m in _TOKEN.finditer(raw):
        found = _part(m.group(), day, lexicon)
        if found is None:
            continue
        kind, said = found
        if said is None or kind in seen:
            return None
        seen.add(kind)
        out += [raw[at : m.start()], said]
        at = m.end()
    return differing(raw, "".join(out) + raw[at:]) if out else None


def _day(iso: str) -> Day | None:
    m = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$", iso)
    return Day(int(m[1]), int(m[2]) if m[2] else None, int(m[3]) if m[3] else None) if m else None


def _numeric(m: re.Match[str], day: Day) -> str | None:
    """`07.08.2024`, day first; `2024-08-07`; with slashes only where the order is plain."""
    if day.month is None or day.day is None:
        return None
    first, sign, second, last = m.groups()
    if len(first) == 4:
        return sign.join((f"{day.year}", f"{day.month:02d}", f"{day.day:02d}"))
    year = str(day.year)[-len(last) :]
    order = [(day.day, first), (day.month, second)]
    if sign != ".":
        if (int(first) > 12) == (int(second) > 12):
            return None
        order = order if int(first) > 12 else [(day.month, first), (day.day, second)]
    padded = all(len(like) > 1 for _, like in order)
    return sign.join([*(f"{value:02d}" if padded else f"{value}" for value, _ in order), year])


def _part(token: str, day: Day, lexicon: Lexicon) -> tuple[str, str | None] | None:
    """What a word of a date writes, with the right word; None for a word that writes no part of it."""
    kind = _kind(token, lexicon)
    if kind == "year":
        return kind, str(day.year)
    says = {"month": _month, "weekday": _weekday, "day": _number}.get(kind or "")
    return (kind, says(token, day, lexicon)) if kind and says else None


def _kind(token: str, lexicon: Lexicon) -> str | None:
    """Which part of a date a word writes."""
    low = fold(token.rstrip("."))
    if token[0].isdigit():
        return "year" if len(token) == 4 and token.isdigit() else "day"
    if low in lexicon.months and token[0].isupper():
        return "month"
    if _is_weekday(token, lexicon):
        return "weekday"
    return "day" if low in lexicon.ordinals else None


def _number(token: str, day: Day, lexicon: Lexicon) -> str | None:
    """The day of the month: `6`, `06`, `6th`, `sixth`."""
    if day.day is None:
        return None
    if token.isdigit():
        return f"{day.day:02d}" if token.startswith("0") else str(day.day)
    return ordinal(token, day.day, lexicon)


def _weekday(token: str, day: Day, lexicon: Lexicon) -> str | None:
    if day.month is None or day.day is None:
        return None
    number = calendar_day(day.year, day.month, day.day).weekday()
    return weekday(token, number, lexicon) or token


def _month(token: str, day: Day, lexicon: Lexicon) -> str | None:
    """A month in full or short, as the one written; its stop goes where nothing is cut off."""
    if day.month is None:
        return None
    low = fold(token.rstrip("."))
    names = _names(day.month, lexicon)
    if low == _names(lexicon.months[low], lexicon)[0] and (len(low) > _SHORT or not token.endswith(".")):
        return alike(token, names[0])
    short = next((name for name in names[1:] if len(name) == len(low)), names[-1])
    return alike(token, short) + ("." if token.endswith(".") and short != names[0] else "")


def _names(month: int, lexicon: Lexicon) -> list[str]:
    return [name for name, value in lexicon.months.items() if value == month]

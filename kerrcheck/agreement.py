"""Agreement: whether a mark or a day as it is written is the one on record."""

from datetime import date, timedelta
from typing import Any

from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.mentions.dates import When
from kerrcheck.values.mark import Mark

_INCH = 13
_LENGTHS = {"days": 1.0, "weeks": 7.0, "months": 30.4}
_YEAR, _THIRD = 365.25, 0.34
_THIS_WEEK, _LATELY = range(8), 10


def mark_agrees(value: Quantity, right: Mark) -> bool:
    """Whether a quantity as written agrees with a mark on record, at the precision written and as hedged."""
    unit = right.unit if value.unit == "?" else value.unit
    if unit != right.unit:
        return False
    if value.bound == ">":
        return right.milli >= value.milli
    if value.bound in "<-":
        return right.milli <= value.milli
    if value.shape == "feet":
        return abs(value.milli - right.milli) <= _INCH
    if value.bound == "~":
        step: int = 10 ** (3 - value.precision)
        return abs(value.milli - right.milli) <= max(step, right.milli // 200)
    return Mark(value.milli, unit, value.precision).agrees(right)


def day_agrees(discourse: Discourse, m: Mention, day: str | None) -> bool | None:
    """Whether a day word fits a day on record, in the venue's zone or the newsroom's; None where it does not say."""
    if not day or len(day) < 10:
        return None
    if m.kind == "date":
        return _date_agrees(m.value, day)
    if m.kind == "year":
        return bool(m.value == int(day[:4]))
    return _counted_back(m, date.fromisoformat(discourse.published), date.fromisoformat(day)) if discourse.published else None


def _date_agrees(value: When, day: str) -> bool:
    """Whether year, month and day as far as written are those of a day, one day either way allowed for time zones."""
    days = (date.fromisoformat(day) + timedelta(shift) for shift in (0, 1))
    return any(value.year in (None, d.year) and value.month in (None, d.month) and value.day in (None, d.day) for d in days)


def _counted_back(m: Mention, published: date, day: date) -> bool | None:
    """Whether a word that counts from the day of the text (a weekday, `yesterday`, `two years ago`) fits a day."""
    gap = (published - day).days
    if m.kind == "weekday":
        return bool(m.value == day.weekday()) if gap in _THIS_WEEK else None
    if m.kind == "today":
        return abs(gap - int(m.value)) <= 1 if gap <= _LATELY else None
    return _ago(m.value, gap, published.year - day.year) if m.kind == "ago" else None


def _ago(value: Any, days: int, years: int) -> bool | None:
    """Whether a count of years (or days, weeks, months) back fits."""
    if isinstance(value, str):
        return years == int(value) if value in ("0", "1") else None
    count, unit, _ = value
    if unit in _LENGTHS:
        return bool(abs(days - count * _LENGTHS[unit]) <= _LENGTHS[unit])
    return bool(years == count or abs(days / _YEAR - count) < _THIRD)

"""Weekdays: whether one that stands right beside a date is that date's, by the calendar alone."""

from datetime import date

from kerrcheck.checks import Case
from kerrcheck.competitions import later
from kerrcheck.dating import dated
from kerrcheck.mentions import Mention

_SOON = 40


def weekday(case: Case, m: Mention) -> tuple[bool, date | None]:
    """Whether a weekday is that of a date beside it, else the one such date that no other weekday beside it goes with."""
    discourse, sentence = case.discourse, case.discourse.parts[case.claim.part].sentence
    on = {x: _day(case, x) for x in dated(discourse, sentence, m.i, m.j)}
    if any(day and day.weekday() == m.value for day in on.values()):
        return True, None
    taken = {
        x for w in sentence.kind("weekday") for x in dated(discourse, sentence, w.i, w.j) if (d := _day(case, x)) and d.weekday() == w.value
    }
    left = [day for x, day in on.items() if day and x not in taken]
    owned = discourse.tokens.low[m.i] != discourse.tokens.stem[m.i]  # `Saturday's winner`
    return False, left[0] if len(left) == 1 and not owned else None


def _day(case: Case, x: Mention) -> date | None:
    """A day of a month, in the year that it must be of where none is written."""
    year = x.value.year or _year_of(case, x)
    try:
        return date(year, x.value.month or 1, x.value.day) if year else None
    except ValueError:
        return None


def _year_of(case: Case, x: Mention) -> int | None:
    """The year of a date written without one: the one that brings it nearest before the article's day."""
    if not case.discourse.published:
        return None
    now = int(case.discourse.published[:4])
    last = date.fromisoformat(later(case.discourse.published, _SOON))
    for year in (now, now - 1):
        try:
            if date(year, x.value.month or 1, x.value.day) <= last:
                return year
        except ValueError:
            return None
    return None

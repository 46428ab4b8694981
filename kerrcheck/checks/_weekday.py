"""Weekdays: whether one that stands right beside a date is that date's, by the calendar alone."""

from datetime import date
from itertools import islice

from kerrcheck.checks import Case
from kerrcheck.competitions import later
from kerrcheck.dating import dated
from kerrcheck.mentions import Mention

_SOON, _FEW = 40, 8


def weekday(case: Case, m: Mention) -> tuple[bool, date | None]:
    """Whether a weekday is that of a date beside it, else the one such date that no other weekday beside it goes with.

    Where no year is written it may be of any year that the text speaks of.
    """
    discourse, sentence = case.discourse, case.discourse.parts[case.claim.part].sentence
    on = {x: _days(case, x) for x in dated(discourse, sentence, m.i, m.j)}
    if any(day.weekday() == m.value for days in on.values() for day in days):
        return True, None
    beside = ((w.value, x) for w in sentence.kind("weekday") for x in dated(discourse, sentence, w.i, w.j))
    taken = {x for value, x in beside if any(day.weekday() == value for day in _days(case, x))}
    left = [days[0] for x, days in on.items() if days and x not in taken]
    owned = discourse.tokens.low[m.i] != discourse.tokens.stem[m.i]  # `Saturday's winner`
    return False, left[0] if len(left) == 1 and not owned else None


def _days(case: Case, x: Mention) -> list[date]:
    """A day of a month in the year written, else in that which brings it nearest before the article's day, and in those told of."""
    published = case.discourse.published
    if x.value.year or not published:
        return [day for day in (_day(x, x.value.year),) if day]
    last = date.fromisoformat(later(published, _SOON))
    nearest = (day for year in (last.year, last.year - 1) if (day := _day(x, year)) and day <= last)
    years = sorted(case.discourse.once("years told of", lambda: _told(case)))
    return [*islice(nearest, 1), *(day for year in years if (day := _day(x, year)))]


def _day(x: Mention, year: int | None) -> date | None:
    """A day of a month in a year, None where that has none."""
    try:
        return date(year, x.value.month, x.value.day) if year and x.value.month else None
    except ValueError:
        return None


def _told(case: Case) -> set[int]:
    """The years that a text names, counts back to, or tells of by an edition."""
    discourse, now = case.discourse, int((case.discourse.published or "0")[:4])
    found = {m.value for part in discourse.parts for m in part.sentence.kind("year")}
    spans = (m.value for part in discourse.parts for m in part.sentence.kind("ago"))
    found |= {now - (int(v) if isinstance(v, str) else v[0]) for v in spans if not isinstance(v, str) or v.lstrip("-").isdigit()}
    refs = [{*r.editions} & {*discourse.focus} or {*r.editions} for part in discourse.parts for r in part.refs]
    held = {e for editions in refs if len(editions) <= _FEW for e in editions}
    return found | {int((discourse.calendar.editions[e].start or "0")[:4]) for e in held}

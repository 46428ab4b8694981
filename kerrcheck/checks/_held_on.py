"""Held on: the days between which a sentence says that an event or a competition `took place`, against those of its edition."""

from datetime import date, timedelta

from kerrcheck.checks import Case
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention

_REACH, _SLACK, _ZONE = 10, 21, 1


def off(case: Case, m: Mention) -> str | None:
    """The day that is right for a date outside of the edition in which its sentence says something was held; `` where it is not known."""
    discourse = case.discourse
    part = discourse.parts[case.claim.part]
    edition = _held(discourse, part, m) if m.kind == "date" and m.value.day and m.value.month else None
    if edition is None or not edition.start or not edition.end:
        return None
    event = next((x for x in part.sentence.kind("event") if x.i < m.i), None)
    slack = timedelta(_ZONE if event else _SLACK)
    first, last = date.fromisoformat(edition.start) - slack, date.fromisoformat(edition.end) + slack
    said = _day(m, first.year)
    if said and first <= said <= last:
        return None
    return _last_day(discourse, part, edition, event) if event else ""


def _held(discourse: Discourse, part: Part, m: Mention) -> Edition | None:
    """The one edition that a sentence names before it says, right before a date, when something was held."""
    tokens, sets, a = discourse.tokens, discourse.lexicon.sets, part.sentence.a
    near = range(m.i - 1, max(a, m.i - _REACH), -1)
    verb = next((t for t in near if tokens.low[t] in sets["held_words"] and tokens.low[t - 1] in sets["held_leads"]), None)
    if verb is None or {*tokens.low[a : m.i]} & sets["not_the_contest"]:
        return None
    named = {r.editions for r in part.refs if r.i <= verb and len(r.editions) == 1}
    return discourse.calendar.editions.get(named.pop()[0]) if len(named) == 1 else None


def _day(m: Mention, year: int) -> date | None:
    """The day that a date writes, in its edition's year where it has none; None where there is no such day."""
    try:
        return date(m.value.year or year, m.value.month, m.value.day)
    except ValueError:
        return None


def _last_day(discourse: Discourse, part: Part, edition: Edition, event: Mention) -> str:
    """The day of the final of an event, `` where it is not on record or not told for which sex."""
    sexes = {x.value for x in part.sentence.kind("sex")}
    days = {
        c.day
        for c in discourse.store.contests(edition.id)
        if c.day and c.setting.event in event.value and c.setting.round == "final" and c.setting.sex in sexes
    }
    return str(days.pop()) if len(days) == 1 else ""

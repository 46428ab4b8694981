"""Bearing: whether a word for a day, a place or an event is right for a performance, and what would be."""

from collections.abc import Iterable

from kerrcheck.discourse import Discourse
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.performances import Performance

_FAR = 10


def fits(discourse: Discourse, p: Performance, m: Mention) -> bool | None:
    """Whether a word is right for a performance; None where the record does not say."""
    if m.kind == "city":
        return _city(discourse, p, m)
    if m.kind == "year":
        return m.value in (p.year, int(p.day[:4])) if p.day else None
    known = {"series": p.series, "edition": p.edition, "event": p.event, "round": p.round}
    if m.kind not in known:
        return day_agrees(discourse, m, p.day)
    value = known[m.kind]
    vague = m.kind == "round" and value in discourse.lexicon.sets["vague_rounds"]
    return None if value is None or vague else value in (m.value if m.kind == "event" else _ids(m))


def _ids(m: Mention) -> set[str]:
    return {m.value} if isinstance(m.value, str) else {id_ for id_, _ in m.value}


def _city(discourse: Discourse, p: Performance, m: Mention) -> bool | None:
    if not p.city:
        return None
    place = discourse.store.place(p.city, "city")
    return bool(_ids(m) & {p.city, *(place.near if place else ())})


def right(p: Performance, m: Mention) -> str | None:
    """What a word would have to be for a performance."""
    by = {"city": p.city, "series": p.series, "edition": p.edition, "year": p.day and p.day[:4], "event": p.event, "round": p.round}
    return by.get(m.kind, p.day)


def sized(discourse: Discourse, performances: Iterable[Performance], m: Mention) -> bool:
    """Whether marks may be some of an event at all, though they are none: a 100m is not run in two hours. True of any other word."""
    events = [e for x in m.value if (e := discourse.lexicon.events.get(x))] if m.kind == "event" else []
    return not events or any(e.low / _FAR <= p.mark.milli <= e.high * _FAR for e in events for p in performances)

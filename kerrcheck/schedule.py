"""Schedule: the days on which the contests that a weekday or a day number may be about were held."""

from datetime import date, timedelta
from typing import NamedTuple

from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Contest
from kerrcheck.mentions import Mention

_WON = ("medal", "record")
_WON_AT = ("take", "title", "champion")
# No margin is longer than this, in thousandths, where no mark of a race is shorter.
_GAPS = 5_000
_DAYS = ("weekday", "date", "ago", "offset", "today", "day-number")


class Schedule(NamedTuple):
    """The days that fit, and whether they are all there are: the one contest meant, or every round of an event."""

    days: frozenset[str]
    sure: bool


def schedule(discourse: Discourse, number: int, m: Mention) -> Schedule:
    """The days of the contests that a sentence tells of around a mention, at the editions reported."""
    part = discourse.parts[number]
    events, named = _events(part, m)
    events = events if named else tuple(e for e in events if _can_be(discourse, part, e))
    found = [
        c
        for id_ in discourse.focus
        for c in discourse.store.contests(id_)
        if c.day and c.setting.event in events and _sexes(discourse, part, c)
    ]
    rounds = _rounds(part, m, named)
    chosen = [c for c in found if not rounds or (c.setting.round or "").startswith(rounds)]
    days = {d for c in chosen for d in _span(discourse, c)}
    whole = {(c.setting.round or "").split("-")[0] for c in found} > {"final"} and len(events) == 1
    said = any(part.sentence.segment(x.i) == part.sentence.segment(m.i) for x in part.sentence.kind("round"))
    return Schedule(frozenset(days), bool(days) and (said or ((bool(rounds) or whole) and _raced(discourse, part, m, found))))


def follows(part: Part, m: Mention) -> int | None:
    """The number of the segment after a day's that a comma joins to it (`on Tuesday, winning ...`), if it has no day of its own."""
    sentence, after = part.sentence, part.sentence.segment(m.i) + 1
    if after >= len(sentence.opens) or sentence.opens[after] != ",":
        return None
    return None if any(x.kind in _DAYS for x in sentence.within(after)) else after


def _events(part: Part, m: Mention) -> tuple[tuple[str, ...], bool]:
    """The event that a mention stands nearest to in its segment, else the one of the sentence or of the text before."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    here = [x for x in sentence.kind("event") if sentence.segment(x.i) in (mine, mine - 1, follows(part, m))]
    close = min(here, key=lambda x: (sentence.segment(x.i) != mine, x.i > m.i, abs(x.i - m.i)), default=None)
    if close:
        return tuple(close.value), True
    return (part.carried, False) if not any(True for _ in sentence.kind("event")) else ((), False)


def _can_be(discourse: Discourse, part: Part, event: str) -> bool:
    """Whether the marks of a sentence can be of an event carried on to it."""
    known = discourse.lexicon.events.get(event)
    marks = (x.value for x in part.sentence.kind("quantity") if x.value.precision and x.value.unit in ("?", known.unit if known else "?"))
    return known is None or all(known.low <= mark.milli <= known.high for mark in marks if mark.milli > _GAPS)


def _sexes(discourse: Discourse, part: Part, c: Contest) -> bool:
    """Whether a contest is for the sex of the sentence: named, that of its people, or carried on."""
    said = {x.value for x in part.sentence.kind("sex")} or {discourse.cast.sex(a.ids) for a in part.actors if a.ids} or {part.sex}
    said = discourse.once("sexes", lambda: {discourse.cast.sex((x,)) for x in discourse.cast.full}) if said == {None} else said
    return c.setting.sex in said or said <= {None}


def _rounds(part: Part, m: Mention, named: bool) -> str:
    """The round that the words around a mention name, the final where a medal or a title was won."""
    sentence = part.sentence
    near = [x for x in sentence.mentions if abs(sentence.segment(x.i) - sentence.segment(m.i)) <= 1]
    rounds = [x for x in near if x.kind == "round" and sentence.segment(x.i) == sentence.segment(m.i)]
    if rounds:
        return str(rounds[0].value)
    if part.round and any(x.kind in ("gap", "order") for x in near):
        return part.round
    won = any(x.kind in _WON for x in near) or (named and any(x.kind in _WON_AT and x.i < m.i for x in near))
    return "final" if won and not any(x.kind == "round" for x in near) else ""


def _span(discourse: Discourse, c: Contest) -> set[str]:
    """The day of a contest, the day before too in a combined event, and the newsroom's where the clocks are far apart."""
    day = date.fromisoformat(c.day or "")
    event = discourse.lexicon.events.get(c.setting.event or "")
    days = {day} | ({day - timedelta(1)} if event and event.family == "combined" else set())
    shift = _shift(discourse, c)
    return {(d + timedelta(s)).isoformat() for d in days for s in {0, shift}}


def _shift(discourse: Discourse, c: Contest) -> int:
    """How many days a far newsroom may be off: one ahead of the Americas, one behind Asia and Oceania."""
    edition = discourse.calendar.editions.get(c.setting.competition or "")
    place = discourse.store.place(edition.city, "city") if edition and edition.city else None
    hours = place.offset if place and place.offset is not None else 0
    return 1 if hours <= -3 else -1 if hours >= 7 else 0


def _raced(discourse: Discourse, part: Part, m: Mention, found: list[Contest]) -> bool:
    """Whether somebody who was in one of the contests is named beside a mention."""
    mine = part.sentence.segment(m.i)
    people = {x for a in part.actors if abs(part.sentence.segment(a.i) - mine) <= (a.role != "owner") for x in a.ids}
    return any(o.person in people for c in found for o in discourse.outings.within(c.key))

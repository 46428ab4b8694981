"""Performances: marks on record with their day and place, from results, records and bests alike."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from kerrcheck.competitions import Calendar
from kerrcheck.fact import Fact, is_dated_mark
from kerrcheck.outings import Outing, Outings, State
from kerrcheck.values.mark import Mark, parse

_KEPT: WeakKeyDictionary[Outings, dict[str, "Known"]] = WeakKeyDictionary()
_NEAR, _MOST = 1000, 4096


class Performance(NamedTuple):
    """One mark of somebody: when, where, in which event and at which edition, as far as is on record."""

    person: str
    event: str
    sex: str | None
    mark: Mark
    day: str | None
    city: str | None
    edition: str | None
    series: str | None
    year: int | None
    round: str | None
    place: int | None
    facts: tuple[Fact, ...]


class Known(NamedTuple):
    """The performances of somebody, and their places in that list by the whole second, metre or point of the mark."""

    all: tuple[Performance, ...]
    places: dict[int, list[int]]


def performances(outings: Outings, calendar: Calendar, person: str) -> tuple[Performance, ...]:
    """Everything on record of a person, or of a nation's teams, that has a mark; put together once."""
    return _known(outings, calendar, person).all


def alike(outings: Outings, calendar: Calendar, person: str, milli: int) -> list[Performance]:
    """Those of a person's performances whose mark can be what is written, however it is rounded."""
    known, whole = _known(outings, calendar, person), milli // _NEAR
    return [known.all[k] for k in sorted(k for n in (whole - 1, whole, whole + 1) for k in known.places.get(n, ()))]


def _known(outings: Outings, calendar: Calendar, person: str) -> Known:
    """The performances of somebody, put together once."""
    mine = _KEPT.get(outings)
    if mine is None:
        mine = _KEPT[outings] = {}
    if person not in mine:
        mine[person] = _recalled(outings, calendar, person)
    return mine[person]


def _recalled(outings: Outings, calendar: Calendar, person: str) -> Known:
    """The performances of somebody as they stand on the text's day; the store keeps them for other texts."""
    kept: dict[State, Known] = outings.store.answers.setdefault("performances", {})
    state = outings.state(person)
    if state not in kept:
        if len(kept) >= _MOST:
            kept.clear()
        kept[state] = known = Known(_put_together(outings, calendar, person), {})
        for k, p in enumerate(known.all):
            known.places.setdefault(p.mark.milli // _NEAR, []).append(k)
    return kept[state]


def _put_together(outings: Outings, calendar: Calendar, person: str) -> tuple[Performance, ...]:
    run = [_of_outing(o) for o in outings.of(person) if o.mark and o.setting.event]
    held = [p for fact in outings.store.facts_about(person) if is_dated_mark(fact.predicate) and (p := _of_record(outings, calendar, fact))]
    return tuple(_once([p for p in run if p], held))


def _of_outing(o: Outing) -> Performance | None:
    """A result as a performance."""
    if o.mark is None:
        return None
    facts = tuple(o.facts[key] for key in ("mark",) if key in o.facts)
    return Performance(
        o.person,
        o.setting.event or "",
        o.setting.sex,
        o.mark,
        o.day,
        o.city,
        o.setting.competition,
        o.series,
        o.year,
        o.round,
        o.place,
        facts,
    )


def _of_record(outings: Outings, calendar: Calendar, fact: Fact) -> Performance | None:
    """A record or a best as a performance."""
    event = fact.setting.event if fact.setting else None
    mark = parse(fact.value, outings.units.get(event or "", "s"))
    if not mark or not event or not fact.setting:
        return None
    told: dict[str, Any] = json.loads(fact.detail) if fact.detail else {}
    edition = calendar.editions.get(told.get("competition", ""))
    city = told.get("city") or (edition.city if edition else None)
    made = Performance(fact.subject, event, fact.setting.sex, mark, fact.valid_from, city, None, None, None, None, None, (fact,))
    return made._replace(edition=edition.id, series=edition.series, year=edition.year) if edition else made


def _once(run: Iterable[Performance], held: Iterable[Performance]) -> Iterator[Performance]:
    """Each performance once: a record set in a contest on record is that contest's."""
    kept: dict[tuple[str, int, str | None], Performance] = {}
    for p in (*run, *held):
        key = (p.event, p.mark.milli, p.day)
        have = kept.get(key)
        kept[key] = p if have is None else _both(have, p)
    yield from kept.values()


def _both(have: Performance, p: Performance) -> Performance:
    """Two accounts of one performance as one, the first preferred."""
    facts = (*have.facts, *p.facts)
    both = have._replace(city=have.city or p.city, edition=have.edition or p.edition, facts=facts)
    return both._replace(series=have.series or p.series, year=have.year or p.year)

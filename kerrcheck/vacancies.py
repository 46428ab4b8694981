"""Vacancies: a town and a year in which no competition was held there (`Rio 2018`), and the edition that must be meant."""

from collections.abc import Iterable

from kerrcheck.actors import NAMED
from kerrcheck.competitions import CompetitionRef, years
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import detail

_FAR, _NEAR, _MISSED, _BESIDE, _SENTENCE, _TWO = 6, 4, 2, 8, 20, 2
_MEDALS = (1, 2, 3)
_SEXES = ("men", "women")


def vacant(discourse: Discourse, part: Part, ref: CompetitionRef) -> tuple[tuple[Mention, Edition], ...]:
    """A town and a year (`Rio 2018`) in which nothing was held there, where the text is about what was, or about somebody who was in it.

    Of one still to come, both the town and the year may be what is wrong.
    """
    found = _vacant(discourse, part, ref)
    return (found,) if found else _to_come(discourse, ref)


def _to_come(discourse: Discourse, ref: CompetitionRef) -> tuple[tuple[Mention, Edition], ...]:
    """A town that has been given an edition, right before the year of another edition of that series, given to another town."""
    if ref.city is None or ref.year is None or ref.series or ref.named or ref.city.j != ref.year.i or not discourse.day:
        return ()
    calendar, year = discourse.calendar, ref.year.value
    held = [calendar.editions[e] for id_, _ in ref.city.value for e in calendar.at(id_)]
    major = [e for e in held if e.series in discourse.lexicon.sets["major_series"] and e.year > int(discourse.day[:4])]
    if year <= int(discourse.day[:4]) or any(e.year == year for e in held):
        return ()
    pairs = [(e, x) for e in major for x in calendar.by_series.get(e.series, ()) if x.year == year]
    return ((ref.city, pairs[0][1]), (ref.year, pairs[0][0])) if len(pairs) == 1 else ()


def _vacant(discourse: Discourse, part: Part, ref: CompetitionRef) -> tuple[Mention, Edition] | None:
    """A town and a year in which nothing was held there, with the part that is wrong and the edition meant."""
    if ref.city is None or ref.year is None or ref.series or ref.named or (ref.clash != "year" and not _of_the_road(discourse, part, ref)):
        return None
    ids = [id_ for id_, _ in ref.city.value]
    calendar, year = discourse.calendar, ref.year.value
    between = discourse.tokens.low[ref.city.j : ref.year.i]
    if not {*between} <= discourse.lexicon.sets["held_in"] or len(between) > 1:
        return None
    if calendar.meetings(ids, year) or _of_a_record(discourse, part, ids, year):
        return None
    held = [calendar.editions[e] for id_ in ids for e in calendar.at(id_)]
    near = [e for e in held if e.series in discourse.lexicon.sets["major_series"] and abs(e.year - year) <= _FAR]
    meant = _meant(discourse, part, ref, near) if not between else [e for e in near if _champion(discourse, part, ref, e)]
    met = _told_of_elsewhere(discourse, part, ref, near) if between else None
    if met or (between and not meant and (met := _met_elsewhere(discourse, part, ref, near))):
        return ref.city, met
    if len(meant) != 1:
        return None
    same = [e for e in calendar.by_series.get(meant[0].series, ()) if e.year == year]
    theirs = len(same) == 1 and peopled(discourse, part, same[0].id) and not peopled(discourse, part, meant[0].id)
    return (ref.city, same[0]) if theirs else (ref.year, meant[0])


def _of_the_road(discourse: Discourse, part: Part, ref: CompetitionRef) -> bool:
    """Whether all that was held in a town in a year is on the road, and neither the text nor anybody named in the sentence is of it."""
    calendar, events = discourse.calendar, discourse.lexicon.events
    held = [calendar.series.get(calendar.editions[e].series) for e in ref.editions]
    if not held or not all(x is not None and x.level in discourse.lexicon.sets["road_levels"] for x in held):
        return False
    named = {e for m in part.sentence.kind("event") for e in m.value} or {*part.carried}
    run = {o.setting.event for a in part.actors for x in a.ids[:2] for o in discourse.outings.of(x)}
    return bool(run) and not any((e := events.get(x or "")) and e.family == "road" for x in named | run)


def _told_of_elsewhere(discourse: Discourse, part: Part, ref: CompetitionRef, near: list[Edition]) -> Edition | None:
    """The edition of a year at which somebody named before has the mark printed, or, with none in the town named, the place told."""
    year, sentence = ref.year.value if ref.year else 0, part.sentence
    people = {x for a in part.actors if a.j <= ref.i and a.how in (*NAMED, "pronoun") and len(a.ids) == 1 for x in a.ids}
    prized = any(0 <= ref.i - m.j <= _NEAR for m in sentence.kind("title", "medal")) and not at_home(discourse, ref.city, people)
    series = discourse.lexicon.sets["major_series"] if prized else {e.series for e in near}
    same = {x.id: x for s in sorted(series) for x in discourse.calendar.by_series.get(s, ()) if str(year) in years(x)}
    marks = {m.value.milli for m in sentence.kind("quantity") if m.value.precision}
    places = {str(m.value) for m in sentence.kind("placing", "medal", "ordinal") if m.j <= ref.i}
    there: set[str | None] = set()
    for x in sorted(people):
        finals = [o for o in discourse.outings.of(x) if o.round == "final"]
        placed = {o.setting.competition for o in finals if str(o.place) in places}
        there |= {o.setting.competition for o in finals if o.mark and o.mark.milli in marks}
        there |= placed if not placed & {e.id for e in near} else set()
    found = [e for id_, e in same.items() if id_ in there]
    return found[0] if len(found) == 1 else None


def at_home(discourse: Discourse, city: Mention | None, people: Iterable[str]) -> bool:
    """Whether a town lies in the country of somebody, where a title may be the national one."""
    places = [discourse.store.place(id_, "city") for id_, _ in (city.value if city else ())]
    homes = {code for x in people if x in discourse.cast.people for code in discourse.cast.nations(x, None)}
    return any(p is not None and p.country in homes for p in places)


def _met_elsewhere(discourse: Discourse, part: Part, ref: CompetitionRef, near: list[Edition]) -> Edition | None:
    """The Games of a year at which those named next to it all were, where not all of them were at those in the town named.

    A town that gave Games is told for them; one that gave championships may have had a meeting in that year too.
    """
    calendar, games = discourse.calendar, discourse.lexicon.sets["any_games"]
    near = [e for e in near if (series := calendar.series.get(e.series)) and series.level in games]
    named = [a for a in part.actors if a.how in NAMED and len(a.ids) == 1]
    people = {a.ids[0] for a in (*[a for a in named if a.j <= ref.i][-_TWO:], *[a for a in named if a.i >= ref.j][:1])}
    year = ref.year.value if ref.year else 0
    went = {x: {o.setting.competition for o in discourse.outings.of(x)} for x in people}
    same = {x.id: x for e in near for x in discourse.calendar.by_series.get(e.series, ()) if x.year == year}
    found = [x for x in same.values() if len(people) > 1 and all(x.id in all_ for all_ in went.values())]
    return found[0] if len(found) == 1 and not any(all(e.id in all_ for all_ in went.values()) for e in near) else None


def _of_a_record(discourse: Discourse, part: Part, cities: list[str], year: int) -> bool:
    """Whether a world record of the event told of was set in a town that year."""
    events = {e for m in part.sentence.kind("event") for e in m.value} or {*part.carried}
    some = (f for event in events for sex in _SEXES for f in discourse.store.records(event, sex, ("world",)))
    return any((f.valid_from or "")[:4] == str(year) and detail(f).get("city") in cities for f in some)


def peopled(discourse: Discourse, part: Part, edition: str) -> bool:
    """Whether somebody named in a sentence was in an edition."""
    people = {a.ids[0] for a in part.actors if len(a.ids) == 1}
    return any(o.setting.competition == edition for x in people for o in discourse.outings.of(x))


def placed(discourse: Discourse, part: Part, edition: str) -> bool:
    """Whether somebody named in a sentence had a place that it tells in a final of an edition."""
    told = {str(m.value) for m in part.sentence.kind("placing", "medal", "ordinal")}
    people = {a.ids[0] for a in part.actors if len(a.ids) == 1}
    some = (o for x in people for o in discourse.outings.of(x) if o.setting.competition == edition)
    return any(o.round == "final" and str(o.place) in told for o in some)


def _meant(discourse: Discourse, part: Part, ref: CompetitionRef, near: list[Edition]) -> list[Edition]:
    """Of the editions in a town those that somebody named went to, that are reported, or that are of a series the text is about."""
    told = {
        *discourse.focus,
        *(r.editions[0] for r in part.refs if len(r.editions) == 1),
        *(part.editions if len(part.editions) == 1 else ()),
    }
    series = {discourse.calendar.editions[e].series for e in told}
    return (
        [e for e in near if _went(discourse, part, ref, e)]
        or [e for e in near if e.id in discourse.focus]
        or [e for e in near if e.series in series and ref.year and abs(e.year - ref.year.value) <= _MISSED]
    )


def _champion(discourse: Discourse, part: Part, ref: CompetitionRef, edition: Edition) -> bool:
    """Whether a title or a medal stands before `in Rome in 1985`, and somebody named before it won one there a few years off.

    Games are told of by a win alone; championships are not, since there may have been a meeting.
    """
    series = discourse.calendar.series.get(edition.series)
    games = series is not None and series.level in discourse.lexicon.sets["any_games"]
    people = {x for a in part.actors if a.j <= ref.i and len(a.ids) == 1 for x in a.ids}
    same = any(ref.year and x.year == ref.year.value for x in discourse.calendar.by_series.get(edition.series, ()))
    home = not same and at_home(discourse, ref.city, people)
    prizes = [m for m in part.sentence.kind("title", "medal", "placing") if m.kind != "placing" or (games and m.value == "1" and not home)]
    national = {x.j for x in part.sentence.kind("nation", "scope")} if home else set()
    prizes = [m for m in prizes if m.i not in national]
    prize = any(0 <= ref.i - m.j <= (_SENTENCE if games else _BESIDE) for m in prizes)
    won = (o for x in people for o in discourse.outings.of(x) if o.setting.competition == edition.id and o.place in _MEDALS)
    return prize and ref.year is not None and abs(edition.year - ref.year.value) <= _NEAR and any(won)


def _went(discourse: Discourse, part: Part, ref: CompetitionRef, edition: Edition) -> bool:
    """Whether somebody named shortly before a reference took part in an edition."""
    beside = (a for a in part.actors if 0 <= ref.i - a.j <= _BESIDE and len(a.ids) == 1)
    return any(o.setting.competition == edition.id for a in beside for o in discourse.outings.of(a.ids[0]))

"""Champions: whether a title as written is one that somebody held, by any plausible way of reading it."""

from typing import NamedTuple

from kerrcheck.checks import Case
from kerrcheck.checks._ahead import ahead
from kerrcheck.checks._honours import Honour, distance, events, honours, latest, listed, medallists, relays_known, reported
from kerrcheck.claims._title_phrase import Title, adjectives
from kerrcheck.competitions import later
from kerrcheck.discourse import Discourse


class Bearer(NamedTuple):
    """Somebody who is given a title: sex, titles to the day, the events that the text is about, and the days it may speak of."""

    discourse: Discourse
    person: str
    sex: str | None
    day: str
    titles: tuple[Honour, ...]
    mine: tuple[str, ...]
    main: tuple[str, ...]
    moments: tuple[tuple[str, bool], ...]


def bearer(case: Case, person: str, title: Title) -> Bearer:
    """The person of a claim with all that decides it; a final of the evening may be dated a day later where it was held."""
    discourse, day = case.discourse, case.discourse.day or ""
    mine = events(discourse, person)
    here = tuple(
        dict.fromkeys(
            o.setting.event for o in discourse.outings.of(person) if o.setting.event and discourse.in_focus(o.setting.competition, o.day)
        )
    )
    carried = tuple(e for e in case.claim.context.carried if e in mine)
    won = tuple(h for h in honours(discourse, person, later(day, 1)) if 1 in h.places)
    return Bearer(
        discourse, person, discourse.cast.sex((person,)), day, won, mine, title.events or carried or here, _moments(case, title, day)
    )


def strict(case: Case) -> bool:
    """Whether the words say that a title is defended, and not only held."""
    status, part = case.claim.detail.status, case.discourse.parts[case.claim.part]
    return status is not None and any(m.kind == "defence" and m.i == status[0] for m in part.sentence.mentions)


def _moments(case: Case, title: Title, day: str) -> tuple[tuple[str, bool], ...]:
    """The days on which a holder may be meant, and whether what was won on them counts.

    Who defends held the title before the edition reported; who reigns held it then or holds it now.
    """
    editions = case.discourse.calendar.editions
    kin = wide(case.discourse, title.series)
    told = [ref for ref in case.claim.context.refs if ref.city or ref.year or ref.named]
    spoken = {e for ref in told for e in ref.editions if editions[e].series in kin} | set(reported(case.discourse))
    starts = [(start, False) for e in sorted(spoken) if (start := editions[e].start) and start <= day]
    if case.claim.trace == ("defence", "planned"):
        return ((day, True),)
    if strict(case) and not _coming(case) and any(editions[e].series in title.series for e in spoken if (editions[e].start or "9") <= day):
        return tuple(starts)
    return ((day, True), *starts)


def _coming(case: Case) -> bool:
    """Whether a title is one to be defended at a time to come: `in Los Angeles she defends her title`."""
    verb: str = case.discourse.tokens.low[case.claim.detail.status[1] - 1]
    return not verb.endswith(case.discourse.lexicon.phrases["past"]) and ahead(case)


def wide(discourse: Discourse, series: tuple[str, ...]) -> set[str]:
    """Series that one word may stand for: indoors, juniors and the like along with the series itself."""
    stems = {s.split("-")[0] for s in series}
    return {s for s in discourse.calendar.series if s.split("-")[0] in stems}


def fits(b: Bearer, title: Title) -> bool:
    """Whether some reading of a title is true."""
    if title.status == "defending":
        return any(reigns(b, s, title, moment) for s in wide(b.discourse, title.series) for moment in b.moments)
    won = matching(b, title)
    if not won or (title.times is not None and title.times not in counts(b, won, title)):
        return False
    if any(not any(year in years_of(b.discourse, h) for h in won) for year in title.years):
        return False
    return not (title.status == "former" and _still(b, won, title))


def matching(b: Bearer, title: Title) -> list[Honour]:
    """The titles of a bearer that a title may mean."""
    series = wide(b.discourse, title.series)
    where = {e for city in title.cities for e in b.discourse.calendar.at(city)} | set(title.editions)
    return [
        h for h in b.titles
        if (not title.series or h.series in series) and (not title.events or h.event in title.events) and (not where or h.edition in where)
        and (not title.years or any(year in years_of(b.discourse, h) for year in title.years))
    ]  # fmt: skip


def years_of(discourse: Discourse, h: Honour) -> set[int]:
    """The years by which a title may be called: that of its edition, and that of its day."""
    return {discourse.calendar.editions[h.edition].year, int(h.day[:4] or 0)}


def counts(b: Bearer, won: list[Honour], title: Title) -> set[int]:
    """In how many ways titles can be counted: with and without today's, relays, indoor ones, by event."""
    found: set[int] = set()
    pools = [won, [h for h in won if h.series in title.series], *([h for h in won if h.event == event] for event in {h.event for h in won})]
    for pool in pools:
        for kept in (pool, [h for h in pool if not h.relay]):
            found |= {len(kept), len([h for h in kept if h.edition not in reported(b.discourse)]), len({h.edition for h in kept})}
    return found


def reigns(b: Bearer, series: str, title: Title, moment: tuple[str, bool]) -> bool:
    """Whether the bearer held a title of a series on a day, in an event named or in any."""
    day, inclusive = moment
    for event in title.events or tuple({h.event for h in b.titles if h.series == series}):
        last = latest(b.discourse, series, event, b.sex, day, inclusive=inclusive)
        if last is not None and b.person in last:
            return True
        if last is not None and any(h.event == event and h.relay and h.series == series for h in b.titles):
            return True
    return False


def _still(b: Bearer, won: list[Honour], title: Title) -> bool:
    """Whether a so-called former champion is the champion, today and before the contest reported, and takes part in it."""
    here = any(b.discourse.in_focus(o.setting.competition, o.day) for o in b.discourse.outings.of(b.person))
    held = [h for h in won if reigns(b, h.series, title._replace(events=(h.event,)), (b.day, True))]
    return here and len(held) == len(won) and not any(h.edition in reported(b.discourse) for h in won)


def unsure(b: Bearer, title: Title) -> str | None:
    """Why the record does not rule a title out, None where it does."""
    if b.day > b.discourse.store.complete_to:
        return "later than the record reaches"
    if not title.series or not b.mine:
        return "of which competition is not said" if b.mine else "no result of theirs is on record"
    if title.status == "defending":
        return None if all(_decided(b, s) for s in title.series) else "who held the title is not on record"
    if title.years or title.cities or title.editions:
        return None if _edition_known(b, title) else "the winners of that edition are not all on record"
    return None if all(_whole(b, s, title) for s in title.series) else "the list of champions is not whole"


def _whole(b: Bearer, series: str, title: Title) -> bool:
    """Whether every title of a series that the bearer can have won is on record, relays and championships of like name included."""
    if not listed(b.discourse, b.person, series, b.day) or not (title.events or relays_known(b.discourse, b.person, series, b.day)):
        return False
    kin = [s for s in wide(b.discourse, (series,)) if not b.discourse.calendar.by_series.get(s)]
    return not kin or bool(title.events) or not distance(b.discourse, b.person) or bool(series_words(b, title))


def _decided(b: Bearer, series: str) -> bool:
    """Whether the holders in the events that the text is about are on record for every day it may mean."""
    return bool(b.main) and all(
        latest(b.discourse, series, event, b.sex, day, inclusive=inclusive) is not None for event in b.main for day, inclusive in b.moments
    )


def _edition_known(b: Bearer, title: Title) -> bool:
    """Whether the winners of the editions named are on record, in the event named or those of the bearer."""
    calendar = b.discourse.calendar
    where = {e for city in title.cities for e in calendar.at(city)} | set(title.editions)
    named = [
        e
        for s in title.series
        for e in calendar.by_series.get(s, ())
        if (not where or e.id in where) and (not title.years or e.year in title.years or int((e.start or "0")[:4]) in title.years)
    ]
    some = title.events or tuple(e for e in b.mine if e in b.main) or b.mine[:1]
    if not named:
        return bool(series_words(b, title))
    return all(medallists(b.discourse, e.id, event, b.sex) for e in named for event in some)


def series_words(b: Bearer, title: Title) -> list[tuple[str, str]]:
    """Other series for which the title would be true, with the words that say so; the plainest of each kind."""
    options = sorted(adjectives(b.discourse.lexicon).items(), key=lambda item: (len(item[0]), item[1]))
    found: dict[str, tuple[str, str]] = {}
    for words, series in options:
        if series not in wide(b.discourse, title.series) and series in _exact(b, title._replace(series=(series,))):
            found.setdefault(series.split("-")[0], (series, " ".join(words)))
    focus = {b.discourse.calendar.editions[e].series for e in reported(b.discourse)}
    return [x for x in found.values() if x[0] in focus] or list(found.values())


def _exact(b: Bearer, title: Title) -> set[str]:
    """The series of a title if the bearer has it there, and not only in a series of like name."""
    own = {h.series for h in b.titles}
    return set(title.series) & own if fits(b, title) else set()

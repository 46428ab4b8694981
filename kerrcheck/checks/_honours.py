"""Honours: the titles and medals of a person on record, who held which title when, and whether nothing is missing."""

from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.checks import Case
from kerrcheck.claims._title_phrase import adjectives
from kerrcheck.discourse import Discourse
from kerrcheck.entity import Edition
from kerrcheck.fact import Fact
from kerrcheck.statement import Setting

FINAL = "final"
_YOUNGEST = 15
_SPRINT = 70_000
_JUST, _FEW = 14, 12
_FEWEST, _SHARE = 12, 0.75
_LONG, _SMALL = 700_000, 3


class Honour(NamedTuple):
    """A place among the first three of a final: of which series, edition and event, with all places ever given.

    `day` is its day, or where that is not on record the first of the edition.
    """

    series: str
    edition: str
    event: str
    day: str
    places: tuple[int, ...]
    relay: bool
    facts: tuple[Fact, ...]


def titled(discourse: Discourse) -> set[str]:
    """The series that people are called champions of: those that the packs name with a title."""
    return set(adjectives(discourse.lexicon).values())


def reported(discourse: Discourse) -> tuple[str, ...]:
    """The editions that a text reports; where none stands out, a championship just past in which its people took part."""
    if discourse.focus or not discourse.day:
        return discourse.focus
    took = {o.setting.competition for x in list(discourse.cast.full)[:_FEW] for o in discourse.outings.of(x)}
    return tuple(e.id for e in discourse.calendar.near(discourse.day, _JUST) if e.id in took and e.series in titled(discourse))


def honours(discourse: Discourse, person: str, until: str) -> tuple[Honour, ...]:
    """The medals of a person up to and with a day, relays included, oldest first."""
    found = [*_single(discourse, person), *_relays(discourse, person)]
    return tuple(sorted((h for h in found if h.day <= until), key=lambda h: (h.day, h.edition, h.event)))


def _single(discourse: Discourse, person: str) -> list[Honour]:
    """Medals of a person's own."""
    found = []
    for o in discourse.outings.of(person):
        edition = discourse.calendar.editions.get(o.setting.competition or "")
        if edition and o.round == FINAL and any(p <= 3 for p in o.places) and o.setting.event:
            day = o.day or edition.start or ""
            facts = tuple(f for f in o.facts.values() if f.predicate == "placing")
            found.append(Honour(edition.series, edition.id, o.setting.event, day, o.places, False, facts))
    return found


def _relays(discourse: Discourse, person: str) -> list[Honour]:
    """Medals won in a team."""
    found = []
    for fact in discourse.store.facts_about(person):
        if fact.predicate != "team" or not fact.setting:
            continue
        key = Setting(fact.setting.competition, fact.setting.event, fact.setting.sex, FINAL).key()
        edition = discourse.calendar.editions.get(fact.setting.competition or "")
        team = next((o for o in discourse.outings.within(key) if o.person == fact.value), None)
        if edition and team and any(p <= 3 for p in team.places) and fact.setting.event:
            day = team.day or edition.start or ""
            found.append(Honour(edition.series, edition.id, fact.setting.event, day, team.places, True, (fact,)))
    return found


def events(discourse: Discourse, person: str) -> tuple[str, ...]:
    """The events a person is on record in, the one most often first."""
    seen: dict[str, int] = {}
    for o in discourse.outings.of(person):
        if o.setting.event:
            seen[o.setting.event] = seen.get(o.setting.event, 0) + 1
    return tuple(sorted(seen, key=lambda event: (-seen[event], event)))


def medallists(discourse: Discourse, edition: str, event: str, sex: str | None, best: int = 1) -> frozenset[str]:
    """Who was placed first (or up to third) in a final, by any record of it; empty where it is not on record."""
    key = Setting(edition, event, sex, FINAL).key()
    return frozenset(o.person for o in discourse.outings.within(key) if any(p <= best for p in o.places))


def latest(discourse: Discourse, series: str, event: str, sex: str | None, before: str, *, inclusive: bool) -> frozenset[str] | None:
    """Who held a title on a day: the winners of the last edition before it; None where they are not on record."""
    held = [e for e in discourse.calendar.by_series.get(series, ()) if e.start and (e.start < before or (inclusive and e.start <= before))]
    for edition in sorted(held, key=lambda e: e.start or "", reverse=True):
        day = _day(discourse, edition.id, event, sex) or edition.end or ""
        if day > before or (day == before and not inclusive):
            continue
        return medallists(discourse, edition.id, event, sex) or None
    return None


def _day(discourse: Discourse, edition: str, event: str, sex: str | None) -> str | None:
    contest = discourse.store.contest(Setting(edition, event, sex, FINAL).key())
    return contest.day if contest else None


def listed(discourse: Discourse, person: str, series: str, until: str, best: int = 1) -> bool:
    """Whether every medal of a series that a person can have won is on record: all editions of a career, in all its events."""
    sex, mine = _sex(discourse, person), events(discourse, person)
    editions = [
        e for e in discourse.calendar.by_series.get(series, ()) if e.end and (e.start or "") <= until and e.end >= _begin(discourse, person)
    ]
    known = [[len(medallists(discourse, e.id, event, sex, best)) >= best for e in editions] for event in mine]
    held = [row for row in known if any(row)]
    return bool(held) and all(_full(discourse, e) for e in editions) and all(all(row[row.index(True) :]) for row in held)


def _full(discourse: Discourse, edition: Edition) -> bool:
    """Whether about as many finals of an edition are on record as of those around it, or it was one of a few events only."""
    if 0 < _finals(discourse, edition.id) <= _SMALL:
        return True
    editions = list(discourse.calendar.by_series[edition.series])
    at = editions.index(edition)
    around = [_finals(discourse, e.id) for e in editions[max(at - 2, 0) : at + 3]]
    return _finals(discourse, edition.id) >= max(_FEWEST, _SHARE * max(around))


def _finals(discourse: Discourse, edition: str) -> int:
    return sum(contest.setting.round == FINAL for contest in discourse.store.contests(edition))


def distance(discourse: Discourse, person: str) -> bool:
    """Whether a person runs so far that cross-country and road championships count as well, which are not on record."""
    found = [discourse.lexicon.events[e] for e in events(discourse, person) if e in discourse.lexicon.events]
    return any(e.unit == "s" and e.low >= _LONG for e in found)


def meant(case: Case, actor: Actor | None, named: tuple[str, ...] = ()) -> list[str]:
    """Who of several namesakes may be meant: those in the contest reported, in the events that the text is about."""
    discourse = case.discourse
    ids = [x for x in (actor.ids if actor else ()) if x in discourse.cast.people]
    for wanted in (named, tuple(case.claim.context.carried)):
        some = [x for x in ids if len(ids) > 1 and set(wanted) & set(events(discourse, x))]
        ids = some or ids
    here = [x for x in ids if len(ids) > 1 and any(discourse.in_focus(o.setting.competition, o.day) for o in discourse.outings.of(x))]
    return (here or ids)[:8]


def sprints(discourse: Discourse, person: str) -> bool:
    """Whether a person runs distances that a relay team is made of."""
    found = [discourse.lexicon.events[e] for e in events(discourse, person) if e in discourse.lexicon.events]
    return any(e.unit == "s" and e.high <= _SPRINT for e in found)


def relays_known(discourse: Discourse, person: str, series: str, until: str) -> bool:
    """Whether the teams of the relays that a sprinter may have run in are on record."""
    if not sprints(discourse, person):
        return True
    nations, sex = discourse.cast.nations(person, None), _sex(discourse, person)
    for edition in discourse.calendar.by_series.get(series, ()):
        if not edition.end or not _begin(discourse, person) <= edition.end or (edition.start or "") > until:
            continue
        for contest in discourse.store.contests(edition.id):
            if contest.setting.round == FINAL and contest.setting.sex in (sex, "mixed") and not _team_told(discourse, contest.key, nations):
                return False
    return True


def _team_told(discourse: Discourse, key: str, nations: set[str]) -> bool:
    """Whether a final is no relay, or says who ran for some nations where they won a medal."""
    facts = discourse.store.facts_in(key)
    teams = {o.person for o in discourse.outings.within(key) if o.person in nations and any(p <= 3 for p in o.places)}
    return all(any(f.predicate == "legs" and f.subject == team for f in facts) for team in teams)


def _begin(discourse: Discourse, person: str) -> str:
    """The day from which somebody can have taken part: at an age, else some years before the first outing."""
    born = discourse.cast.people[person].born if person in discourse.cast.people else None
    if born:
        return str(int(born[:4]) + _YOUNGEST)
    first = next((o.day for o in discourse.outings.of(person) if o.day), None)
    return str(int(first[:4]) - 6) if first else ""


def _sex(discourse: Discourse, person: str) -> str | None:
    return discourse.cast.sex((person,))

"""The wrong stadium or city for a contest.

A stadium is held against the edition told of; a town against the results and records told beside it.

Flags::

    The 1500m final at the Paris 2024 Olympic Games, in which Cole Hocker beat Josh Kerr, was run at the Stade «Charléty → de France».

Allows::

    The 1500m final at the Paris 2024 Olympic Games, in which Cole Hocker beat Josh Kerr, was run at the Stade de France.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._told import told
from kerrcheck.discourse import Part
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import detail
from kerrcheck.using import missed

FAMILY = "context"
SEVERITY = "error"
READS = ("venue",)


def weigh(case: Case) -> Verdict | None:
    """Whether the place is that of the contest that is told of beside it."""
    m: Mention = case.claim.detail
    if m.kind == "venue":
        return _stadium(case, m)
    agrees, against = told(case, m)
    if agrees:
        return agrees
    if _unvetted(case, m):
        return unverified("a town of that name is known from lists of results alone")
    if against:
        return _place(case, str(detail(against).get("city", "")), "city")
    found = missed(case, m)
    if not found or case.claim.modality != "asserted":
        return unverified("no result in the text shows it")
    return _place(case, found.right, "city")


def _unvetted(case: Case, m: Mention) -> bool:
    """Whether a town has no time zone on record: it was read out of a list of results, and may be a state or a stadium."""
    places = [case.discourse.store.place(id_, "city") for id_, _ in m.value]
    return all(place is not None and place.offset is None for place in places)


def _stadium(case: Case, m: Mention) -> Verdict:
    """A stadium against that of the edition named in its sentence, else of the one reported."""
    discourse = case.discourse
    part = discourse.parts[case.claim.part]
    named = {e for r in part.refs if not any(p.kind == "city" and p.i >= m.j for p in r.parts) for e in r.editions}
    editions = [discourse.calendar.editions[e] for e in (named or set(discourse.focus)) if e in discourse.calendar.editions]
    main = {e.stadium for e in editions if e.stadium}
    if main & set(case.claim.value) or any(c.venue in case.claim.value for e in editions for c in discourse.store.contests(e.id)):
        return supported()
    if _elsewhere(case, m, editions):
        return unverified("another contest is told of")
    told = {x.kind for x in part.sentence.mentions}
    if (
        len(main) != 1
        or case.claim.modality != "asserted"
        or (not told & {"round", "event", "medal", "placing", "order", "quantity"} and not _here(case, m))
    ):
        return unverified("which contest was held there is not clear")
    if len(editions) != 1 or len(part.refs) > 1 or _dated(part) or _common_name(case, editions[0]):
        return unverified("which contest was held there is not clear")
    return _place(case, next(iter(main)) or "", "venue")


def _common_name(case: Case, edition: Edition) -> bool:
    """Whether several stadiums have the name (`the Olympic Stadium`), and one more may: the town has held another competition."""
    towns = case.discourse.calendar.by_city.get(edition.city or "", ())
    return len(case.claim.value) > 1 and any(e.series != edition.series for e in towns)


def _dated(part: Part) -> bool:
    """Whether a sentence tells a year that is not part of an edition's name."""
    names = [(x.i, x.j) for x in part.sentence.kind("edition")]
    return any(not any(i <= x.i < j for i, j in names) for x in part.sentence.kind("year", "ago"))


def _elsewhere(case: Case, m: Mention, editions: list[Edition]) -> bool:
    """Whether the words around a stadium tell of another day or town, or of an event that leaves the stadium."""
    discourse = case.discourse
    part = discourse.parts[case.claim.part]
    towns = {x for e in editions if e.city for x in _around(case, e.city)}
    if any(x.i > m.j - 1 and not {id_ for id_, _ in x.value} & towns for x in part.sentence.kind("city")):
        return True
    if any(not any(_during(x, e) for e in editions) for x in part.sentence.kind("date")):
        return True
    if set(discourse.tokens.stem[part.sentence.a : part.sentence.b]) & discourse.lexicon.sets["road_words"]:
        return True
    events = [id_ for x in part.sentence.kind("event") for id_ in x.value] or list(part.carried)
    return any((e := discourse.lexicon.events.get(x)) and e.family in ("road", "walk") for x in events)


def _during(x: Mention, e: Edition) -> bool:
    """Whether a date, as far as it is written, may be of an edition's days."""
    when, first, last = x.value, e.start or f"{e.year}-01-01", e.end or f"{e.year}-12-31"
    if when.year and when.year not in (e.year, int(first[:4])):
        return False
    if not when.month:
        return True
    low, high = (int(day[5:7]) * 100 + (int(day[8:10]) if when.day else 0) for day in (first, last))
    return low - 1 <= when.month * 100 + (when.day or 0) <= high + 1 or low > high


def _around(case: Case, city: str) -> set[str]:
    """A town and those that are named for it."""
    place = case.discourse.store.place(city, "city")
    return {city, *(place.near if place else ())}


def _here(case: Case, m: Mention) -> bool:
    """Whether the stadium is where the text is filed from, or people watched."""
    low = case.discourse.tokens.low
    return low[m.i - 1] in case.discourse.lexicon.sets["determiners"] and any(
        x.kind == "weekday" for x in case.discourse.parts[case.claim.part].sentence.mentions
    )


def _place(case: Case, right: str, kind: str) -> Verdict:
    """The contradiction, with the name of the right place."""
    place = case.discourse.store.place(right, kind)
    name = place.name if place else right
    raw = case.raw(case.span())
    return Verdict("contradicted", None, (), case.span(), (right,), name if place else None, message=f"it was held at {name}, not {raw}")

"""Asking the facts: plain rows that answer a query, list conflicts, export and compare; commands print them."""

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kerrcheck.counting import Count, stats
from kerrcheck.fact import Fact
from kerrcheck.naming import words
from kerrcheck.querying import SEXES, Facts, Query, understood
from kerrcheck.stack import Stack
from kerrcheck.statement import Setting

__all__ = ["Change", "Count", "Found", "Row", "as_of", "conflicts", "diff", "every", "export", "row", "search", "show", "stats"]

_PAGE = 500
_WHO = ("born", "nation", "home", "role")


class Row(NamedTuple):
    """One fact as it is shown; `against` holds what was outvoted, with its source."""

    id: str
    subject: str
    predicate: str
    value: str
    contest: str
    day: str
    valid_from: str
    valid_to: str
    standing: str
    sources: str
    against: str
    detail: str


class Found(NamedTuple):
    """Somebody or something a search came upon."""

    kind: str
    id: str
    name: str
    flavour: str


class Change(NamedTuple):
    """What a new build changed: a fact `added`, `removed` or `changed`."""

    what: str
    id: str
    old: str
    new: str


def row(fact: Fact) -> Row:
    """A fact as it is shown."""
    said = ", ".join(dict.fromkeys(f"{e.source} {e.locator}".strip() for e in fact.evidence))
    lost = "; ".join(f"{value} ({e.source} {e.locator})" for value, e in fact.against)
    contest = fact.setting.key() if fact.setting else ""
    days = (fact.day or "", fact.valid_from or "", fact.valid_to or "")
    return Row(fact.id, fact.subject, fact.predicate, fact.value, contest, *days, fact.standing, said, lost, fact.detail or "")


def as_of(facts: Iterable[Fact], day: str | None) -> Iterator[Fact]:
    """The facts that held, and were known, on a day; all of them without one."""
    for fact in facts:
        begun = not day or max(fact.valid_from or "", fact.known_from or "", fact.day or "") <= day
        if begun and not (day and fact.valid_to and fact.valid_to <= day):
            yield fact


def show(store: Facts, text: str, day: str | None = None) -> list[Row]:
    """The facts that a query is about: somebody (of several, who each is), a contest, or the records of an event."""
    query = understood(store, text)
    found = _people(store, query) if query.people else []
    if not found and query.record and query.events:
        found = _records(store, query)
    elif not query.people:
        found = [fact for edition in query.editions for fact in _contests(store, query, edition)]
    return [row(fact) for fact in as_of(found, day)]


def _people(store: Facts, query: Query) -> list[Fact]:
    """Everything about one person; of several only who each is."""
    people = store.people(query.people)
    wanted = [key for key in sorted(people) if not query.nations or {code for code, *_ in people[key].nations} & {*query.nations}]
    facts = store.about(wanted)
    narrow = query._replace(people=(), nations=(), words=())
    fitting = {key: [fact for fact in facts[key] if _fits(fact, narrow)] for key in wanted}
    some = [key for key in wanted if fitting[key]]
    if len(some) > 1 and narrow == Query():
        return [fact for key in some for fact in facts[key] if fact.predicate in _WHO and not fact.setting]
    return [fact for key in some for fact in fitting[key]]


def _fits(fact: Fact, query: Query) -> bool:
    """Whether a fact is about what a query asks; what the query leaves open fits."""
    setting = fact.setting or Setting()
    asked = (
        (query.events, setting.event),
        (query.sexes, setting.sex),
        (query.editions, setting.competition),
        (query.rounds, (setting.round or "").rstrip("-0123456789") or None),
        (() if query.editions else query.years, (fact.day or fact.valid_from or "")[:4] or None),
    )
    return (not query.record or fact.predicate.startswith("record:")) and all(not want or got in want for want, got in asked)


def _contests(store: Facts, query: Query, edition: str) -> list[Fact]:
    """The facts of an edition's contests that a query asks for."""
    fitting = [c for c in store.contests(edition) if _fits(Fact("", "", "", c.setting), query)]
    return [fact for contest in fitting for fact in store.facts_in(contest.key)]


def _records(store: Facts, query: Query) -> list[Fact]:
    """The records of an event in the scopes that a query names, or in all."""
    found = [f for event in query.events for sex in query.sexes or SEXES for f in store.records(event, sex)]
    wanted = [f"record:national:{code}" for code in query.nations] + [f"record:{scope}" for scope in query.scopes]
    return [f for f in found if not wanted or any(_in_scope(f.predicate, scope, query.words) for scope in wanted)]


def _in_scope(predicate: str, scope: str, low: tuple[str, ...]) -> bool:
    """Whether a record is of a scope; one of a further kind (indoors, of an age) only where the query says so."""
    further = predicate.removeprefix(scope)
    return further == "" or (further != predicate and further[0] == ":" and set(words(further)) <= set(low))


def search(store: Facts, text: str) -> list[Found]:
    """Who and what is called by any of some words, or by one that is a slip away."""
    low = set(words(text))
    near = {word for words in store.near(low).values() for word in words}
    aliases = sorted(store.aliases(low | near), key=lambda a: (not low & set(a.words), a.kind, a.id))
    first = {(alias.kind, alias.id): alias for alias in reversed(aliases)}
    return [Found(a.kind, a.id, " ".join(a.words), a.flavour) for a in aliases if first[a.kind, a.id] is a]


def conflicts(store: Facts) -> list[Row]:
    """The facts on which sources disagree, those that nothing decides first."""
    found = store.found("WHERE f.against IS NOT NULL ORDER BY s.key, f.n")
    return [row(fact) for fact in sorted(found, key=lambda fact: fact.standing != "contested")]


def every(store: Facts) -> Iterator[tuple[str, list[Fact]]]:
    """All subjects with their facts, in order."""
    stores = store.stores if isinstance(store, Stack) else (store,)
    keys = sorted({key for one in stores for (key,) in one.link.rows("SELECT key FROM subject")})
    for at in range(0, len(keys), _PAGE):
        some = keys[at : at + _PAGE]
        facts: dict[str, list[Fact]] = {key: [] for key in some}
        for fact in store.found("WHERE s.key BETWEEN ? AND ? ORDER BY f.subject, f.n", (some[0], some[-1])):
            facts[fact.subject].append(fact)
        yield from facts.items()


def export(store: Facts) -> Iterator[Row]:
    """Every fact as a row, by subject."""
    return (row(fact) for _, facts in every(store) for fact in facts)


def diff(old: Facts, new: Facts) -> Iterator[Change]:
    """What a new build changed, by the natural keys of facts."""
    for _, before, after in _side_by_side(every(old), every(new)):
        was, now = ({fact.id: f"{fact.value} ({fact.standing})" for fact in facts} for facts in (before, after))
        for key in sorted(was.keys() | now.keys()):
            if was.get(key) != now.get(key):
                what = "changed" if key in was and key in now else "added" if key in now else "removed"
                yield Change(what, key, was.get(key, ""), now.get(key, ""))


_Facts = tuple[str, list[Fact]]


def _side_by_side(old: Iterator[_Facts], new: Iterator[_Facts]) -> Iterator[tuple[str, list[Fact], list[Fact]]]:
    """Subjects of either store, with the facts of both."""
    both = merge(((key, 0, facts) for key, facts in old), ((key, 1, facts) for key, facts in new), key=itemgetter(0, 1))
    for key, sides in groupby(both, key=itemgetter(0)):
        found = {side: facts for _, side, facts in sides}
        yield key, found.get(0, []), found.get(1, [])

"""The pool: the records on file that a citation may mean, to be tried on it."""

from functools import lru_cache

from kerrcheck.citations import Citation
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.link import kept
from kerrcheck.recordbook import Book, book, read, within
from kerrcheck.store import Store
from kerrcheck.values.mark import Mark, parse

BEST = "best"
_MINUTE = 60_000
Key = tuple[object, ...]


def candidates(discourse: Discourse, part: Part, citation: Citation) -> list[tuple[Fact, bool]]:
    """Records of the events meant, all of the holder's, and those whose mark it is; whether they stand aside, being of another event."""
    records = book(discourse)
    people = _known(discourse, citation.who.ids if citation.who else ())
    others = tuple(x for a in part.actors for x in _known(discourse, a.ids) if x not in people)
    named = people if citation.reading == "new" else others or people
    events = (
        _broken(records, citation, others)
        or records.events(citation.phrase.events, part, named)
        or records.events(citation.phrase.events, part, people)
    )
    day, store = discourse.day, discourse.store
    known = [_once(store, *pair) for pair in dict.fromkeys(events) if records.all(*pair)]
    aside: dict[Key, Fact] = {}
    for f in [
        *(f for p in people for f in records.by(p, day)),
        *_bests(discourse, citation, people),
        *_marked(discourse, records, citation, part),
    ]:
        key = _key(f)
        if not any(key in some for some in known):
            aside.setdefault(key, f)
    of_events = [(f, False) for some in known for f in some.values() if not day or (f.valid_from or "") <= day]
    return of_events + [(f, True) for f in aside.values()]


@kept
def _once(store: Store, event: str, sex: str) -> dict[Key, Fact]:
    """The records of an event, each once."""
    return {_key(f): f for f in store.records(event, sex)}


def _key(fact: Fact) -> Key:
    """What tells a record from every other."""
    return fact.subject, fact.predicate, fact.value, fact.setting, fact.valid_from


def _known(discourse: Discourse, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some people who are on record, a few of them."""
    return tuple(x for x in ids[:4] if x in discourse.cast.people)


def _broken(records: Book, citation: Citation, others: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The events in which somebody else set a record of that scope in the contests reported, where the words say that it was broken."""
    if not (citation.breaker and citation.reading == "old" and citation.phrase.scopes) or citation.phrase.events:
        return ()
    fresh = [f for p in others for f in records.by(p, records.discourse.day) if records.fresh(f) and within(f, citation.phrase.scopes)]
    return tuple(sorted({(f.setting.event or "", f.setting.sex or "") for f in fresh if f.setting}))


def _bests(discourse: Discourse, citation: Citation, people: tuple[str, ...]) -> list[Fact]:
    """Bests of the holder, where a mark stands by itself."""
    if citation.reading != "bare":
        return []
    return [
        f
        for p in people
        for f in discourse.store.facts_about(p)
        if f.predicate == BEST and (not discourse.day or (f.valid_from or "") <= discourse.day)
    ]


def _marked(discourse: Discourse, records: Book, citation: Citation, part: Part) -> list[Fact]:
    """Records of the scope written, in any event, that have the very mark; of any scope where it is said to have stood."""
    mark = citation.mark
    stood = citation.reading == "bare" and mark is not None and mark.value.milli >= _MINUTE and any(part.sentence.kind("stood"))
    if mark is None or not (citation.phrase.scopes or stood) or citation.phrase.events or not mark.value.precision:
        return []
    events = [
        (e.id, s)
        for e in discourse.lexicon.events.values()
        if e.low <= mark.value.milli <= e.high
        for s in ({part.sex} if part.sex else {"men", "women"})
    ]
    return [f for f in records.of(tuple(events), citation.phrase.scopes, discourse.day) if bears(records, citation, f)]


def bears(records: Book, citation: Citation, fact: Fact) -> bool | None:
    """Whether a record's mark, or the electronic time noted beside it, is the one written."""
    if citation.mark is None:
        return None
    written = citation.mark.value
    return any(mark_agrees(written, right) for right in _rights(fact.value, fact.detail, records.unit(fact)))


@lru_cache(maxsize=8192)
def _rights(value: str, told: str | None, unit: str) -> tuple[Mark, ...]:
    """A record's mark, and the electronic time noted beside it."""
    noted = [str(read(told).get("note", ""))] if told and '"note"' in told else []
    return tuple(right for text in (value, *noted) if (right := parse(text, unit)))

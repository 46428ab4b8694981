"""Records said: every citation of a text with the record it means, and what that shows of the days and places beside it."""

from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple
from weakref import WeakKeyDictionary

from kerrcheck.actors import Actor
from kerrcheck.citations import Citation, citations
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book, within
from kerrcheck.recordfit import Found, at_place, found
from kerrcheck.recordpool import bears
from kerrcheck.recordtail import tail
from kerrcheck.recordwords import Phrase


class Cited(NamedTuple):
    """A citation, the number of its sentence, and what became of it."""

    part: int
    citation: Citation
    found: Found


_CITED: WeakKeyDictionary[Discourse, tuple[Cited, ...]] = WeakKeyDictionary()


def cited(discourse: Discourse) -> tuple[Cited, ...]:
    """Every citation of a text, fitted once."""
    if discourse not in _CITED:
        read: list[tuple[int, Part, Citation]] = []
        for n, part in enumerate(discourse.parts):
            read += [(n, part, c._replace(who=meant(discourse, part, c.who))) for c in citations(discourse, part)]
            near = takewhile(_since(n - 1), reversed(read))
            last = next((c for _, _, c in near if c.reading != "bare"), None)
            read += [(n, part, c) for c in _resumed(discourse, part, last)]
        _CITED[discourse] = tuple(Cited(n, c, found(discourse, part, c)) for n, part, c in read)
    return _CITED[discourse]


def _since(first: int) -> Callable[[tuple[int, Part, Citation]], bool]:
    """Whether a citation stands in a sentence or behind it."""
    return lambda one: one[0] >= first


def witness(discourse: Discourse, number: int, m: Mention) -> tuple[bool, Fact] | None:
    """Whether a day, place or event that a record is cited with is that record's, and the record; None where none shows it."""
    for c in discourse.once("citations by sentence", lambda: _by_part(discourse)).get(number, ()):
        fact = c.found.fact
        if fact is None or c.found.reason or m not in (*c.citation.days, *c.citation.places, c.citation.phrase.event):
            continue
        if c.found.field is None:
            agreed = c.found.trials[0].agreed
            said = m == c.citation.phrase.event or ("place" if m in c.citation.places else "day") in agreed
            return (True, fact) if said and {"mark", "holder", "scope"} & agreed else None
        if c.found.at == m and _shown(c.citation, c.found) and not (theirs(discourse, c) or _of_the_fall(discourse, c.citation, m)):
            return False, fact
    return None


def _by_part(discourse: Discourse) -> dict[int, list[Cited]]:
    by: dict[int, list[Cited]] = {}
    for c in cited(discourse):
        by.setdefault(c.part, []).append(c)
    return by


def of(discourse: Discourse, citation: Citation) -> Found:
    """What became of a citation."""
    return discourse.once("of citations", lambda: {id(c.citation): c.found for c in cited(discourse)})[id(citation)]


def theirs(discourse: Discourse, c: Cited) -> bool:
    """Whether the holder has had a record of that scope and event all the same, that fits what is told with it."""
    phrase, who, mark = c.citation.phrase, c.citation.who, c.citation.mark
    events = {*phrase.events} or {e for m in discourse.parts[c.part].sentence.kind("event") for e in m.value}
    events = events or {t.fact.setting.event for t in c.found.trials[:1] if t.fact.setting and t.fact.setting.event}
    mine = (f for x in (who.ids if who and phrase.scopes else ()) for f in book(discourse).by(x, discourse.day) if within(f, phrase.scopes))
    days = [m for m in c.citation.days if m.kind in ("date", "year")]
    return any(
        f.setting is not None
        and f.setting.event in events
        and all(day_agrees(discourse, m, f.valid_from) is not False for m in days)
        and all(at_place(discourse, m, f) is not False for m in c.citation.places)
        and (mark is None or bears(book(discourse), c.citation, f) is True)
        for f in mine
    )


def _of_the_fall(discourse: Discourse, citation: Citation, m: Mention) -> bool:
    """Whether a day or place right behind a record that is broken may be those of its fall: `who broke X's record in 1998`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    told = {*low[citation.phrase.end : m.i]} & (sets["record_done"] | sets["record_since"] | sets["record_that"] | sets["record_is"])
    return citation.breaks and citation.mark is None and m in (*citation.days, *citation.places) and not told


def _shown(citation: Citation, right: Found) -> bool:
    """Whether enough else agrees to show which record is meant."""
    agreed = right.trials[0].agreed
    values = {t.fact.valid_from for t in right.trials}
    if len(values) > 1 or right.trials[0].fact.standing == "contested":
        return False
    return (
        len(agreed & {"mark", "holder", "scope", "place"}) > 1
        or ("mark" in agreed and citation.firm and citation.who is None)
        or ("holder" in agreed and citation.lasting)
    )


def _resumed(discourse: Discourse, part: Part, last: Citation | None) -> list[Citation]:
    """A record spoken of again as `it`: `He set it in Rome in 1998`, `it was set in Rome`."""
    if last is None:
        return []
    low, sets, again = discourse.tokens.low, discourse.lexicon.sets, list[Citation]()
    for t in range(part.sentence.a + 1, part.sentence.b - 2):
        if low[t] in sets["record_it"] and (
            low[t - 1] in sets["record_done"] or (low[t + 1] in sets["record_is"] and low[t + 2] in sets["record_done"])
        ):
            behind = tail(discourse, part, t + 1, None)
            who = _setter(part, t - 1) or behind.who or last.who
            phrase = Phrase(t, t + 1, Mention("record", t, t + 1, ""), last.phrase.scopes, None, None, None, last.phrase.vague)
            mark = None if last.breaks or last.reading == "new" else last.mark
            again.append(Citation(phrase, "old", who, False, mark, False, behind.days, behind.places))
    return again if len(again) == 1 and again[0].days + again[0].places else []


def _setter(part: Part, done: int) -> Actor | None:
    """Who did what a verb at a token says: the last subject before it in its clause."""
    sentence = part.sentence
    before = (a for a in reversed(part.actors) if a.j <= done and a.role == "subject" and sentence.segment(a.i) == sentence.segment(done))
    return next(before, None)


def meant(discourse: Discourse, part: Part, who: Actor | None) -> Actor | None:
    """An actor narrowed, of several of one name, to those in the events and contests spoken of."""
    if who is None or len(who.ids) < 2:
        return who
    events = {e for m in part.sentence.kind("event") for e in m.value} or set(part.carried)
    here = tuple(
        x
        for x in who.ids
        if any(o.setting.event in events and discourse.in_focus(o.setting.competition, o.day) for o in discourse.outings.of(x))
    )
    return who._replace(ids=here) if here else who

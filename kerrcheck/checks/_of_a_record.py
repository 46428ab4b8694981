"""Record marks under the wrong name: what somebody is said to have done is, with its town or its year, the record of another."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case, Verdict
from kerrcheck.fact import Fact
from kerrcheck.fitting import day_agrees, mark_agrees
from kerrcheck.likenesses import borne
from kerrcheck.performances import alike
from kerrcheck.recordbook import book, detail, within
from kerrcheck.recordwords import phrases

_LIKE, _WIDE = 2, ("record:world", "record:olympic")


def of_a_record(case: Case) -> Verdict | None:
    """Whether a mark given to somebody is a record that another, whom the sentence does not name, set there or then."""
    claim, discourse = case.claim, case.discourse
    who = _named(case)
    if who is None or claim.modality != "asserted" or claim.value.bound != "=" or claim.value.precision < _LIKE:
        return None
    if any(mark_agrees(claim.value, p.mark) for x in who.ids for p in alike(discourse.outings, discourse.calendar, x, claim.value.milli)):
        return None
    here = {x for a in discourse.parts[claim.part].actors for x in a.ids}
    found = {f.subject: f for f in _records(case, who) if _then(case, f)}
    if len(found) != 1 or found.keys() & here:
        return None
    ((id_, fact),) = found.items()
    person = discourse.store.people([id_]).get(id_)
    if person is None or borne(discourse, who, person):
        return None
    at = discourse.tokens.span(who.i, who.j)
    right = person.name if who.how == "full" else person.family
    return Verdict(
        "contradicted", None, (fact,), at, (id_,), right, message=f"{case.raw(case.span())} was {person.name}'s, not {case.raw(at)}'s"
    )


def _named(case: Case) -> Actor | None:
    """The owner of a mark, by the name that a relative takes up; None where it is none."""
    who, part = case.claim.owner, case.discourse.parts[case.claim.part]
    sentence, before = part.sentence, case.discourse.tokens.low[case.claim.i - 1]
    if who is None or who.role == "owner" or len(who.ids) != 1 or before in case.discourse.lexicon.sets["taken_from"]:
        return None
    if any(sentence.opens[k][:1] == ";" for k in range(sentence.segment(who.i) + 1, sentence.segment(case.claim.i) + 1)):
        return None  # `1:44.65 was the winning mark for Quill; 1:40.91 was that of London`
    if any(who.j <= m.i < case.claim.i for m in sentence.kind("record", "order", "ordinal")):
        return None
    named = (a for a in reversed(part.actors) if a.i < who.i and a.ids == who.ids and a.how in NAMED)
    return who if who.how in NAMED else next(named, None) if who.how == "relative" else None


def _records(case: Case, who: Actor) -> Iterator[Fact]:
    """The world and Olympic records of a mark, and those of a scope that is told, in the events of whoever is named and of the text."""
    discourse, records = case.discourse, book(case.discourse)
    told = [p.scopes for p in phrases(discourse, discourse.parts[case.claim.part]) if p.scopes]
    sex = discourse.cast.sex(who.ids) or ""
    mine = {(o.setting.event or "", sex) for o in discourse.outings.of(who.ids[0])} | {(e, sex) for e in discourse.cast.events}
    known = discourse.lexicon.events
    fitting = (pair for pair in sorted(mine) if pair[0] in known and known[pair[0]].low <= case.claim.value.milli <= known[pair[0]].high)
    for pair in fitting:
        for f in records.of((pair,), (), discourse.day):
            mark = records.mark(f) if f.predicate in _WIDE or any(within(f, said) for said in told) else None
            if mark is not None and mark.milli == case.claim.value.milli and mark.precision == case.claim.value.precision:
                yield f


def _then(case: Case, fact: Fact) -> bool:
    """Whether a record was set in a town, or in a year, that stands near the mark, and on no other day told there."""
    sentence, claim = case.discourse.parts[case.claim.part].sentence, case.claim
    here = [m for m in sentence.mentions if abs(sentence.segment(m.i) - sentence.segment(claim.i)) <= 1]
    days = [day_agrees(case.discourse, m, fact.valid_from) for m in here if m.kind == "year" or (m.kind == "date" and m.value.year)]
    city = detail(fact).get("city")
    town = any(city in {id_ for id_, _ in m.value} for m in here if m.kind == "city")
    return (town or True in days) and False not in days

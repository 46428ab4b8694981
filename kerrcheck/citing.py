"""Citing: the records and bests on record that a quantity may be quoting."""

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.recordbook import Book
from kerrcheck.values.mark import parse


def cited(discourse: Discourse, claim: Claim) -> tuple[Fact, ...]:
    """Facts that a mark agrees with: bests and records of its owner, or any record of its events where one is spoken of."""
    part = discourse.parts[claim.part]
    people = claim.owner.ids if claim.owner else ()
    book = Book(discourse)
    found: list[Fact] = []
    for person in people[:6]:
        for fact in discourse.store.facts_about(person):
            if fact.predicate == "best" or fact.predicate.startswith("record:"):
                mark = parse(fact.value, discourse.outings.units.get((fact.setting.event if fact.setting else None) or "", "s"))
                if mark and mark_agrees(claim.value, mark):
                    found.append(fact)
    if found or not any(part.sentence.kind("record", "best", "holder", "title", "stood")):
        return tuple(found[:2])
    events = book.events((), part, people)
    for fact in book.of(events, (), discourse.day):
        mark = book.mark(fact)
        if mark and mark_agrees(claim.value, mark):
            found.append(fact)
    return tuple(found[:2])

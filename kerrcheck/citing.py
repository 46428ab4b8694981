"""Citing: the records and bests on record that a quantity may be quoting."""

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.recordbook import at_hand, book, rank, within
from kerrcheck.recordwords import phrases
from kerrcheck.values.mark import Mark, parse


def cited(discourse: Discourse, claim: Claim) -> tuple[Fact, ...]:
    """Facts that a mark agrees with: bests and records of its owner, or any record of its events where one is spoken of."""
    part = discourse.parts[claim.part]
    people = claim.owner.ids if claim.owner else ()
    records = book(discourse)
    known = (f for person in people[:6] for f in discourse.store.facts_about(person) if _cited(f))
    held = [f for f in known if (f.valid_from or "") <= (discourse.day or "9")]
    found = [f for f in held if (mark := _mark(discourse, f)) and mark_agrees(claim.value, mark)]
    if found or not any(part.sentence.kind("record", "best", "holder", "title", "stood")):
        return tuple(sorted(found, key=rank)[:2])
    scopes = tuple(s for p in phrases(discourse, part) for s in p.scopes)
    standing = records.of(records.events((), part, people), (), discourse.day)
    spoken = (f for f in standing if at_hand(discourse, f) or (scopes and within(f, scopes)))
    return tuple(f for f in spoken if (mark := records.mark(f)) and mark_agrees(claim.value, mark))[:2]


def _cited(fact: Fact) -> bool:
    """Whether a fact is a record or a best."""
    return fact.predicate == "best" or fact.predicate.startswith("record:")


def _mark(discourse: Discourse, fact: Fact) -> Mark | None:
    """The mark of a record or a best."""
    event = fact.setting.event if fact.setting else None
    return parse(fact.value, discourse.outings.units.get(event or "", "s"))

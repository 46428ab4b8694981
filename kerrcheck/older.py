"""Older marks: what a margin may be measured from that was there before: records, bests, other outings, marks made in a place named."""

from collections.abc import Iterable, Iterator

from kerrcheck.apart import Difference, apart, outings_apart
from kerrcheck.cast import nations
from kerrcheck.claims import Claim
from kerrcheck.claims.margin import Gap
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.performances import Performance, performances
from kerrcheck.printed import beside, own
from kerrcheck.recordbook import book, indoor, within
from kerrcheck.recordwords import phrases
from kerrcheck.values.mark import Mark

_SPOKEN, _VAGUE, _CODE = 3, 7, 3
_NATIONAL = "national"


def from_older(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """Differences between the owner's mark and whatever stood before."""
    gap: Gap = claim.detail
    marks = own(discourse, claim, mine)
    found = [d for one in mine for d in _earlier(discourse, claim, one, mine)]
    facts = _standing(discourse, claim, mine, marks)
    theirs = [f for f in facts if claim.other and f.subject in claim.other.ids and _named_by(discourse, claim, f)]
    held = claim.other is not None and claim.other.role == "owner" and not gap.best
    for fact in facts:
        right = book(discourse).mark(fact)
        rank = _SPOKEN if (fact in theirs if theirs or held else _spoken(discourse, claim, fact)) else _VAGUE
        if rank == _VAGUE and fact.subject not in discourse.cast.people and len(fact.subject) > _CODE:
            continue
        found += [d for mark in marks if right for d in apart(mark, right, rank, (fact,))]
    found += _own_records(discourse, claim, facts)
    others = [m for m in gap.marks if not _new(discourse, claim, m)]
    found += [d for printed in others for mark in marks for d in beside(claim, printed, mark)]
    elsewhere = ((p, 4 if p.round in (None, "final") else 6) for p in _in_town(discourse, claim))
    return found + [d for p, rank in elsewhere for mark in marks for d in apart(mark, p.mark, rank, p.facts)]


def _new(discourse: Discourse, claim: Claim, printed: Mention) -> bool:
    """Whether a mark behind a margin is what came of it: `improved it by one centimetre, to 2.10m`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    return printed.i > claim.j and low[claim.i - 1] in sets["doers"] and low[printed.i - 1] in sets["receiving"]


def _named_by(discourse: Discourse, claim: Claim, fact: Fact) -> bool:
    """Whether a record may be meant by its holder's name: of the kind that is spoken of, or none is (`than Quill had run in Lima`)."""
    after = discourse.tokens.low[claim.other.j : claim.other.j + 1] if claim.other else []
    had = not discourse.lexicon.sets["inversions"].isdisjoint(after)
    return _spoken(discourse, claim, fact) or (had and not (claim.detail.record or claim.detail.best or indoor(fact)))


def _spoken(discourse: Discourse, claim: Claim, fact: Fact) -> bool:
    """Whether a record or a best is of the kind that the sentence speaks of."""
    gap: Gap = claim.detail
    scopes = tuple(s for p in phrases(discourse, discourse.parts[claim.part]) for s in p.scopes)
    if fact.predicate == "best":
        return gap.best or (gap.record and not scopes)
    if not gap.record or indoor(fact) or not within(fact, scopes):
        return False
    scope, _, code = fact.predicate.removeprefix("record:").partition(":")
    unsaid = not code or fact.subject in {id_ for a in discourse.parts[claim.part].actors for id_ in a.ids}
    return unsaid or any(code in said for said in scopes) or (scope == _NATIONAL and code in _codes(discourse, claim))


def _codes(discourse: Discourse, claim: Claim) -> set[str]:
    """The nations of a margin's owner."""
    people = discourse.cast.people
    return {code for x in (claim.owner.ids if claim.owner else ()) if x in people for code in nations(people[x], discourse.day)}


def _standing(discourse: Discourse, claim: Claim, mine: list[Outing], marks: list[Mark]) -> list[Fact]:
    """The records and bests, the last of each, as they stood on the days of the contest reported, and before a new one."""
    records, people = book(discourse), claim.owner.ids if claim.owner else ()
    events = records.events((), discourse.parts[claim.part], people)
    bests = [f for p in people[:2] for f in discourse.store.facts_about(p) if f.predicate == "best"]
    facts = [*records.of(events, (), discourse.day), *bests]
    days = [o.day for o in mine if o.day and discourse.in_focus(o.setting.competition, o.day)]
    days += [f.valid_from for f in facts if f.subject in people and f.valid_from and records.mark(f) in marks]
    return list(dict.fromkeys(f for day in sorted({*days, discourse.day or "9"}) for f in _last(facts, day)))


def _own_records(discourse: Discourse, claim: Claim, facts: list[Fact]) -> list[Difference]:
    """By how much the owner bettered each of the records that stood."""
    records, people = book(discourse), claim.owner.ids if claim.owner else ()
    found = []
    for fact in (f for f in facts if f.subject in people and f.setting):
        mark, old = records.mark(fact), replaced(discourse, fact)
        found += apart(mark, old_mark, _VAGUE, (fact,)) if mark and old and (old_mark := records.mark(old)) else []
    return found


def replaced(discourse: Discourse, fact: Fact) -> Fact | None:
    """The record that one took the place of."""
    setting = fact.setting
    if setting is None or not setting.event or not setting.sex or fact.predicate == "best":
        return None
    older = (f for f in book(discourse).all(setting.event, setting.sex) if f.predicate == fact.predicate and f.valid_to == fact.valid_from)
    return next((f for f in older if f.setting == setting), None)


def _last(facts: Iterable[Fact], before: str) -> list[Fact]:
    """Of records, the last of each scope before a day."""
    last: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if (fact.valid_from or "") < before:
            last[fact.predicate, fact.setting.key() if fact.setting else ""] = fact
    return list(last.values())


def _earlier(discourse: Discourse, claim: Claim, one: Outing, all_: list[Outing]) -> list[Difference]:
    """Differences to the athlete's own other outings in the event."""
    if not discourse.in_focus(one.setting.competition, one.day):
        return []
    named = {e for r in (*claim.context.refs, *claim.context.near) for e in r.editions} | {*claim.context.carried_editions}
    found = []
    for two in all_:
        other = two.setting.event == one.setting.event and two.setting.key() != one.setting.key()
        if other and two.setting.competition in named:
            found += outings_apart(one, two, 2 if two.round == one.round == "final" else 6)
    return found


def _in_town(discourse: Discourse, claim: Claim) -> Iterator[Performance]:
    """What the owner did in a town named behind the margin (`faster than he had run in Lima`)."""
    part = discourse.parts[claim.part]
    towns = {id_ for m in part.sentence.kind("city") if m.i >= claim.j for id_, _ in m.value}
    for person in claim.owner.ids[:2] if claim.owner and towns else ():
        for p in performances(discourse.outings, discourse.calendar, person):
            if (
                p.city in towns
                and p.edition not in discourse.focus
                and (not part.carried or p.event in part.carried)
                and (p.day or "") < (discourse.day or "9")
            ):
                yield p

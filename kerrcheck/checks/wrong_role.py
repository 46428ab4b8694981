"""An office, a coach or an agent that somebody is not.

The president of another federation, a coach called an agent, one athlete's coach given to another. Held against the offices
and coaches on record for the day; nobody is accused of an office that the record does not fill with somebody else.

Flags::

    Sebastian Coe, president of «the IOC → World Athletics», watched the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Sebastian Coe, president of World Athletics, watched the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.claims.role import Office, Told
from kerrcheck.fact import Fact
from kerrcheck.text import Span
from kerrcheck.wording.letters import alike

FAMILY = "people"
SEVERITY = "error"
READS = ("role",)
_SERVED, _BACK = frozenset(("full", "family", "given", "pronoun", "relative")), 2


def weigh(case: Case) -> Verdict | None:
    """Whether the person has the office, or serves that person, on the article's day."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or len(claim.owner.ids) != 1 or claim.owner.ids[0] not in discourse.cast.people:
        return unverified("who has the office is not clear")
    if claim.modality == "negated" or not discourse.day or discourse.day > discourse.store.complete_to:
        return unverified("denied, or on a day that the record does not reach")
    id_ = claim.owner.ids[0]
    return _office(case, id_) if claim.detail.organisation else _service(case, id_)


def _facts(case: Case, id_: str, predicate: str) -> list[Fact]:
    """What a person is on record as, by one predicate."""
    return [f for f in case.discourse.store.facts_about(id_) if f.predicate == predicate]


def _now(case: Case, fact: Fact) -> bool:
    day = case.discourse.day or ""
    return (not fact.valid_from or fact.valid_from <= day) and (not fact.valid_to or day < fact.valid_to)


def _duty(case: Case, fact: Fact, duty: str) -> bool:
    """Whether a role on record is what a duty word says."""
    return fact.value.partition(":")[0] in case.discourse.lexicon.words.get(f"duty-fit:{duty}", ())


def _body(fact: Fact) -> str:
    return fact.value.partition(":")[2]


def _office(case: Case, id_: str) -> Verdict:
    """The verdict on an office of an organisation."""
    office: Office = case.claim.value
    held = _facts(case, id_, "role")
    fitting = [f for f in held if _duty(case, f, office.duty) and _body(f) in office.of]
    if any(_now(case, f) for f in fitting):
        return supported(tuple(fitting))
    if fitting or case.claim.detail.former:
        return unverified("an office of another time")
    others = [
        f
        for of in office.of
        for f in case.discourse.store.holders(of)
        if f.predicate == "role" and _duty(case, f, office.duty) and _now(case, f) and f.subject != id_
    ]
    return _misplaced(case, [f for f in held if _now(case, f)], others)


def _misplaced(case: Case, held: list[Fact], others: list[Fact]) -> Verdict:
    """An office that another person has: the organisation is wrong, or the duty, or the name."""
    office: Office = case.claim.value
    told: Told = case.claim.detail
    if not others:
        return unverified("who has that office is not on record")
    elsewhere = [f for f in held if _duty(case, f, office.duty) and _body(f) not in office.of]
    otherwise = [f for f in held if _body(f) in office.of]
    assert told.organisation is not None
    facts = (*elsewhere, *otherwise, *others)
    if elsewhere:
        place = case.discourse.store.place(_body(elsewhere[0]), "organisation")
        at = _with_article(case, told.organisation.i, told.organisation.j)
        return _said(facts, at, place.name if place and len(elsewhere) == 1 else None)
    if otherwise:
        at = case.span(told.duty.i, told.duty.j)
        return _said(facts, at, alike(case.raw(at), otherwise[0].value.partition(":")[0]) if len(otherwise) == 1 else None)
    owner = case.claim.owner
    if owner is None or owner.how not in ("full", "family") or office.duty == "head":
        return unverified("another person has that office on record")
    return _said(facts, case.span(owner.i, owner.j), _name(case, others[0].subject, owner) if len(others) == 1 else None)


def _with_article(case: Case, i: int, j: int) -> Span:
    """A name with the article before it, which the right one does not take."""
    return case.span(i - 1 if case.discourse.tokens.low[i - 1] in case.discourse.lexicon.words["definite:"] else i, j)


def _name(case: Case, id_: str, actor: Actor) -> str | None:
    """A person's name, in full or not, as another's was written."""
    person = case.discourse.store.people([id_]).get(id_)
    return (person.name if actor.how == "full" and actor.j - actor.i > 1 else person.family) if person else None


def _said(facts: tuple[Fact, ...], at: Span, instead: str | None) -> Verdict:
    told = "; ".join(
        sorted(
            {f"{f.subject} is {f.value.replace(':', ' of ')}" if f.predicate == "role" else f"{f.subject} coaches {f.value}" for f in facts}
        )
    )
    return Verdict("contradicted", None, facts, at, (instead,) if instead else (), instead, message=f"not the office on record: {told}")


def _service(case: Case, id_: str) -> Verdict:
    """The verdict on a coach or another person in an athlete's service."""
    office: Office = case.claim.value
    pupils = [f for f in _facts(case, id_, "coach") if _now(case, f)]
    discourse = case.discourse
    spoken = discourse.once("spoken", lambda: {x for part in discourse.parts for actor in part.actors for x in actor.ids})
    clear = office.of and case.claim.other is not None and case.claim.other.how != "pronoun"
    named = [f for f in pupils if f.value in (office.of if clear else spoken)]
    if office.duty == "agent":
        return _mistaken(case, named)
    if office.duty not in ("coach", "coaches", "coached"):
        return unverified("an office of nobody on record")
    if named or not office.of:
        return supported(tuple(named)) if named else unverified("whose coach is not said")
    served = case.claim.other
    coaches = [f for f in case.discourse.store.holders(office.of[0]) if f.predicate == "coach" and _now(case, f) and f.subject != id_]
    if served is None or len(office.of) != 1 or not coaches or not pupils or case.claim.detail.former:
        return unverified("who the coach is, is not on record")
    return _swapped(case, served, pupils, coaches)


def _mistaken(case: Case, named: list[Fact]) -> Verdict:
    """A coach who is called something else."""
    if not named:
        return unverified("not on record")
    at = case.span(case.claim.detail.duty.i, case.claim.detail.duty.j)
    word = case.discourse.lexicon.words["duty-fit:coach"][0]
    return _said(tuple(named), at, alike(case.raw(at), word))


def _swapped(case: Case, served: Actor, pupils: list[Fact], coaches: list[Fact]) -> Verdict:
    """The coach of one athlete given to another: the athlete is wrong beside the coach's name, else the coach."""
    owner = case.claim.owner
    discourse = case.discourse
    spoken = discourse.once("spoken", lambda: {x for part in discourse.parts for actor in part.actors for x in actor.ids})
    here = [f.value for f in pupils if f.value in spoken]
    facts = (*pupils, *coaches)
    near = {x for part in discourse.parts[max(0, case.claim.part - _BACK) : case.claim.part + 1] for a in part.actors for x in a.ids}
    unclear = served.how == "pronoun" and not near.isdisjoint(here)
    if owner is None or unclear or served.how not in _SERVED or (served.how == "relative" and owner.j <= served.i):
        return unverified("whose coach is meant is not clear")
    if here and case.claim.trace[0] in ("aside", "verb") and owner.j <= served.i:
        return _said(facts, case.span(served.i, served.j), _name(case, here[0], served) if len(here) == 1 else None)
    return _said(facts, case.span(owner.i, owner.j), _name(case, coaches[0].subject, owner) if len(coaches) == 1 else None)

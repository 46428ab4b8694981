"""A description of the race that conflicts with the one on record: who led when, who came through where, by how much it was won.

Vague words are given every reading that would make them true; a phase by name is as broad as its name.

Flags::

    Cole Hocker came through on the «outside → inside» to win the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker came through on the inside to win the 1500m final at the Paris 2024 Olympic Games.
"""

from collections.abc import Callable

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.claims import Claim
from kerrcheck.fact import Fact
from kerrcheck.margins import spread
from kerrcheck.racing import Lead, Move, Story, meant, story
from kerrcheck.running import fits, stretch
from kerrcheck.wording.gaps import gap

FAMILY = "coherence"
SEVERITY = "warning"
READS = ("race-story",)

_TWO = 2


def weigh(case: Case) -> Verdict | None:
    """Whether what is told of the race goes with what is on record."""
    claim = case.claim
    act = claim.value.act
    if act in ("clear", "close"):
        return _won(case)
    found = meant(case.discourse, claim, told=True)
    told = story(case.discourse.store, found[0]) if found else None
    if found is None or told is None:
        return unverified("how the race went is not on record")
    judge = _JUDGES.get(act, _lead)
    return judge(case, claim, told, found[1]) or unverified("the record does not tell this of the race")


def _lead(case: Case, claim: Claim, told: Story, person: str) -> Verdict | None:
    """Who was in front, and when."""
    answer = fits(told, claim.value, claim.detail, person)
    facts = tuple(lead.fact for lead in told.leads)
    if answer is None:
        return None
    if answer:
        return supported(tuple(lead.fact for lead in told.of(person)) or facts)
    if not told.of(person) or claim.value.act in ("pace", "most"):
        here = {id_ for actor in case.discourse.parts[claim.part].actors for id_ in actor.ids}
        leaders = sorted({lead.person for lead in told.leads} - here)
        others = [p for p in leaders if fits(told, claim.value, claim.detail, p)]
        if others:
            return _somebody_else(case, others, facts)
    return _phase(case, claim, told, person, facts)


def _phase(case: Case, claim: Claim, told: Story, person: str, facts: tuple[Fact, ...]) -> Verdict:
    """The right person at the wrong place: the distance is wrong, or the words as a whole."""
    phase, right = claim.detail, stretch(told, claim.value.act, person)
    if phase is None or phase.figure is None or right is None:
        return Verdict("conflicting", None, facts, case.span(), message=_message(case, told))
    at = case.span(*phase.figure)
    instead = gap(case.raw(at), 1000 * right, "m", case.discourse.lexicon)
    return Verdict("conflicting", None, facts, at, (f"{right} m",), instead, message=_message(case, told))


def _somebody_else(case: Case, others: list[str], facts: tuple[Fact, ...]) -> Verdict:
    """The right words of the wrong person."""
    owner, people = case.claim.owner, case.discourse.store.people(others)
    assert owner is not None
    names = [people[p].name for p in others if p in people]
    message = f"on record this is told of {' or '.join(names)}"
    actors = case.discourse.parts[case.claim.part].actors
    named = [a for a in actors if a.how in ("full", "family", "given") and a.ids == owner.ids and a.i <= owner.i]
    if not named:
        return Verdict("conflicting", None, facts, case.span(), tuple(others), message=message)
    owner = named[-1]
    right = people.get(others[0]) if len(others) == 1 else None
    instead = (right.name if owner.how == "full" else right.family) if right else None
    return Verdict("conflicting", None, facts, case.span(owner.i, owner.j), tuple(others), instead, message=message)


def _message(case: Case, told: Story) -> str:
    """The leads on record, in their order."""
    people = case.discourse.store.people({lead.person for lead in told.leads})
    names = {lead.person: people[lead.person].name if lead.person in people else lead.person for lead in told.leads}
    known = [(lead.start if lead.start is not None else lead.end or 0, lead) for lead in told.leads if lead.sure()]
    ordered = [lead for _, lead in sorted(known, key=lambda pair: (pair[0], pair[1].person))]
    return "on record: " + "; ".join(f"{names[lead.person]} led{_stretch(lead)}" for lead in ordered)


def _stretch(lead: Lead) -> str:
    """From where to where somebody led, as far as it is known."""
    start = f" from {lead.start} m" if lead.start is not None else ""
    return f"{start} to {lead.end} m" if lead.end is not None else start


def _side(case: Case, claim: Claim, told: Story, person: str) -> Verdict | None:
    """On which side somebody came through."""
    passes = [move for move in told.passes if move.person == person and move.side]
    sides = {str(move.side) for move in passes}
    facts = tuple(move.fact for move in passes)
    if len(sides) != 1:
        return None
    if claim.value.side in sides:
        return supported(facts)
    right = sides.pop()
    low = case.discourse.tokens.low
    at = next((k for k in range(claim.i, claim.j) if low[k] == claim.value.side), None)
    where = case.span(at, at + 1) if at is not None else case.span()
    raw = case.raw(where)
    instead = (right.upper() if raw.isupper() else right.capitalize() if raw[0].isupper() else right) if at is not None else None
    return Verdict("conflicting", None, facts, where, (right,), instead, message=f"on record the pass was on the {right}")


def _pass(case: Case, claim: Claim, told: Story, person: str) -> Verdict | None:
    """Who passed whom where."""
    whom = claim.other.ids[0] if claim.other and len(claim.other.ids) == 1 else None
    mine = [move for move in told.passes if move.person == person and whom in (None, move.whom)]
    if mine:
        near = [move for move in mine if _near(told, claim, move)]
        facts = tuple(move.fact for move in near or mine)
        right = told.length - (mine[0].at or 0)
        return supported(facts) if near else _phase(case, claim, told, person, facts) if right else None
    theirs = [move for move in told.passes if move.whom == whom and claim.detail and _near(told, claim, move)]
    places = {o.person: o.place for o in case.discourse.outings.within(told.contest) if o.place}
    # Whoever came in before the one who was passed has passed them somewhere, on record or not.
    before = claim.detail and claim.detail.figure is None and places.get(person, 99) < places.get(whom or "", 0)
    if len(theirs) != 1 or told.of(person) or before:
        return None
    return _somebody_else(case, [theirs[0].person], (theirs[0].fact,))


def _near(told: Story, claim: Claim, move: Move) -> bool:
    """Whether a move on record was made where the text has it, or it is not known where."""
    phase = claim.detail
    if phase is None or move.at is None:
        return True
    left = told.length - move.at
    return bool(phase.near - phase.slack <= left <= phase.far + phase.slack)


def _wide(case: Case, claim: Claim, told: Story, person: str) -> Verdict | None:
    """Who forced whom wide."""
    whom = claim.other.ids[0] if claim.other and len(claim.other.ids) == 1 else None
    facts = tuple(move.fact for move in told.wides)
    if any(move.person == person and whom in (None, move.whom) for move in told.wides):
        return supported(facts)
    forced = [move for move in told.wides if move.whom == whom]
    return _somebody_else(case, [forced[0].person], facts) if len(forced) == 1 else None


def _behind(_: Case, claim: Claim, told: Story, person: str) -> Verdict | None:
    """Who followed whom: whoever led most of the way was not behind."""
    whom = claim.other.ids[0] if claim.other and len(claim.other.ids) == 1 else None
    facts = tuple(lead.fact for lead in told.leads)
    return supported(facts) if whom and _TWO * told.led(whom) > told.length and not _TWO * told.led(person) > told.length else None


def _won(case: Case) -> Verdict:
    """Whether a margin in words is one by the marks."""
    found = spread(case.discourse, case.claim)
    if found is None:
        return unverified("by how much it was won is not on record")
    if found.fits:
        return supported(found.facts)
    return Verdict("conflicting", None, found.facts, case.span(), message=f"the marks are {found.gap} apart", sum=found.sum)


_JUDGES: dict[str, Callable[[Case, Claim, Story, str], Verdict | None]] = {
    "side": _side, "pass": _pass, "wide": _wide, "shoulder": _behind, "rear": _behind,
}  # fmt: skip

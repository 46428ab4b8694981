"""Caveats: what a claim leans on that may be somebody else's: a rival, a compatriot, a clause about another, a word used loosely."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case
from kerrcheck.discourse import Part
from kerrcheck.outings import ROUNDS

_NEAR, _AGE, _REACH, _BACK, _ROW = 2, 6, 10, 4, 3
_LOOSE = frozenset(("pronoun", "epithet", "elided"))
_SETTINGS = frozenset(("date", "venue", "competition", "event"))
_RESULTS = frozenset(("result-mark", "result-placing"))
_FINAL, _RELAY = "final", "relay"
_EARLY = frozenset(ROUNDS[1:])


def caveat(case: Case, part: Part, told: str | None) -> str | None:
    """Why what a claim leans on may not be what it seems; None where nothing speaks for that. `told` is the sum of a margin."""
    claim, who = case.claim, case.claim.owner
    if claim.kind in _SETTINGS:
        return _of_a_setting(case, part)
    if claim.kind == "tally":
        return "somebody else may be meant" if who is not None and _of_two(case, who) else None
    if claim.kind == "margin":
        return "it is set against another mark" if _against_a_mark(case, part, told or "") else None
    if who is None:
        return None
    if claim.kind == "age":
        return "an age of the athlete's best years" if _in_their_day(case, who) else None
    return _of_a_result(case, part, who) if claim.kind in _RESULTS else None


def _of_a_result(case: Case, part: Part, who: Actor) -> str | None:
    """Why a result may be somebody else's."""
    if _in_a_row(case) or _anothers(case, who):
        return "several contests or somebody else may be meant"
    if _of_a_fellow(part, who, case) or _passed_on(case, who):
        return "it may be somebody's who is only described"
    if _rival(case, part, who):
        return "somebody is named whom it was won from"
    line = case.line
    early = line is not None and line.instead is not None and line.instead.round != _FINAL
    return "who was who in a heat is not told so" if early else None


def _of_a_setting(case: Case, part: Part) -> str | None:
    """Why a word for a contest may be of another one, or only loosely used."""
    claim, sentence = case.claim, part.sentence
    mine = sentence.segment(claim.i)
    told = any(m.kind in ("placing", "finish", "take", "medal", "set") for m in sentence.within(mine))
    at_home = {*case.discourse.tokens.low[max(sentence.a, claim.i - _BACK) : claim.i]} & case.discourse.lexicon.sets["homes"]
    if claim.kind == "venue" and at_home:
        return "it is where somebody lives or comes from"
    if sentence.opens_with(mine, "starts_aside") and not told:
        return "it is said of somebody in a clause of its own"
    if claim.kind != "event":
        return None
    known = case.discourse.lexicon.events
    values = claim.value if isinstance(claim.value, tuple) else ()
    if any(known[v].family == _RELAY for v in values if v in known) and any(a.how in NAMED for a in part.actors):
        return "who ran in a relay is not on record"
    loose = (
        claim.i > sentence.a and claim.value in _EARLY and case.discourse.tokens.low[claim.i - 1] in case.discourse.lexicon.sets["singles"]
    )
    return "any early round may be called so" if loose else None


def _against_a_mark(case: Case, part: Part, told: str) -> bool:
    """Whether a margin is told with the mark it is measured from (`slower than the 3:27.83 of Lausanne`), and that is not in the sum."""
    claim, low = case.claim, case.discourse.tokens.low
    behind = (
        m for m in part.sentence.kind("quantity") if 0 < m.i - claim.j <= _REACH and m.value.precision and m.value.milli > claim.value.milli
    )
    named = (m for m in behind if low[m.i - 1] in case.discourse.lexicon.sets["articles"] and m.j < part.sentence.b)
    return any(case.raw(case.span(m.i, m.j)) not in told for m in named)


def _of_two(case: Case, who: Actor) -> bool:
    """Whether a pronoun follows on a sentence in which the one it is taken for is not the first who is named."""
    claim, discourse = case.claim, case.discourse
    before = discourse.parts[max(0, claim.part - 1)].actors if who.how == "pronoun" else []
    named = [a.ids for a in before if a.how in NAMED and a.ids]
    return len({*named}) > 1 and named[0] != who.ids


def _in_a_row(case: Case) -> bool:
    """Whether a place is one of three or more of one person in a sentence (`bronze, fifth, gold, silver`): those of several contests."""
    claim, who = case.claim, case.claim.owner
    same = (
        c for c in case.discourse.claims if c.part == claim.part and c.kind == claim.kind and c.owner and who and c.owner.ids == who.ids
    )
    return claim.kind == "result-placing" and sum(1 for _ in same) >= _ROW


def _anothers(case: Case, who: Actor) -> bool:
    """Whether a mark that a pronoun owns is one of somebody else named just before."""
    claim, discourse = case.claim, case.discourse
    if claim.kind != "result-mark" or who.how not in _LOOSE or not claim.value.precision:
        return False
    near = {x for part in discourse.parts[max(0, claim.part - 2) : claim.part + 1] for a in part.actors for x in a.ids[:2]} - {*who.ids}
    return any(o.mark and o.mark.milli == claim.value.milli for x in near for o in discourse.outings.of(x))


def _of_a_fellow(part: Part, who: Actor, case: Case) -> bool:
    """Whether somebody only owns the one meant: `Hocker's compatriot, 3:27.80`."""
    claim, kin = case.claim, case.discourse.lexicon.sets["kin"]
    if who.role != "owner" or who.j > claim.i:
        return False
    between = range(who.j, claim.i)
    return any(m.kind == "fellow" and m.i in between for m in part.sentence.mentions) or any(
        case.discourse.tokens.low[t] in kin for t in between
    )


def _passed_on(case: Case, who: Actor) -> bool:
    """Whether a medal goes to somebody behind it: `silver going to the Americans`."""
    low, claim = case.discourse.tokens.low, case.claim
    after = low[claim.j : claim.j + 2]
    return claim.detail == "medal" and who.i < claim.i and len(after) > 1 and after[0] in case.discourse.lexicon.sets["passing_on"]


def _rival(case: Case, part: Part, who: Actor) -> bool:
    """Whether somebody is named as one who was beaten: `won by 1.35 seconds from a Belgian, Vermeulen, after he had won ...`."""
    low, sets, claim = case.discourse.tokens.low, case.discourse.lexicon.sets, case.claim
    if who.how not in NAMED or claim.i - who.j <= _NEAR or who.i > claim.i:
        return False
    described = next((a for a in part.actors if a.how == "epithet" and 0 <= who.np - a.j <= 1), who)
    start = min(who.np, described.np)
    start -= start > part.sentence.a and low[start - 1] in sets["articles"]
    beaten = start > part.sentence.a and low[start - 1] in sets["won_from"]
    return beaten and any(a.j <= start and a.ids != who.ids for a in part.actors)


def _in_their_day(case: Case, who: Actor) -> bool:
    """Whether an age far from today's is one at which somebody took part in something on record."""
    claim, discourse = case.claim, case.discourse
    person = discourse.cast.people.get(who.ids[0]) if len(who.ids) == 1 else None
    if person is None or not person.born or not discourse.day:
        return False
    born, now = int(person.born[:4]), int(discourse.day[:4])
    years = {int(o.day[:4]) - born for o in discourse.outings.of(person.id) if o.day}
    return now - born - claim.value >= _AGE and bool({claim.value, claim.value + 1} & years)

"""Caveats: what a claim leans on that may be somebody else's: a compatriot, a clause about another, a home, a word used loosely."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.apart import marks_before
from kerrcheck.checks import Case
from kerrcheck.claims import RESULTS, SETTINGS
from kerrcheck.discourse import Part

_REACH, _BACK, _ROW, _FAR, _AHEAD, _WHAT, _NEAR = 10, 4, 3, 5, 2, 3, 2
_LOOSE = frozenset(("pronoun", "epithet", "elided"))
_FINAL, _RELAY = "final", "relay"


def caveat(case: Case, part: Part, told: str | None) -> str | None:
    """Why what a claim leans on may not be what it seems; None where nothing speaks for that. `told` is the sum of a margin."""
    claim, who = case.claim, case.claim.owner
    if claim.kind in SETTINGS:
        return _of_a_setting(case, part)
    if claim.kind == "margin":
        return (
            "it is set against another mark"
            if _against_a_mark(case, part, told or "") or _of_anothers_mark(case, who, told or "")
            else None
        )
    return _of_a_result(case, part, who) if who is not None and claim.kind in RESULTS else None


def _of_a_result(case: Case, part: Part, who: Actor) -> str | None:
    """Why a result may be somebody else's."""
    if _told_before(case) or _old(case, part, who) or _for_another(case, part) or _of_the_family(case, who):
        return "it is told of another"
    if _in_a_row(case) or _anothers(case, who) or _compared_with(case, part, who) or _of_a_team(case, part):
        return "several contests or somebody else may be meant"
    if _of_a_fellow(part, who, case) or _passed_on(case, who):
        return "it may be somebody's who is only described"
    if _absolute(case, part, who):
        return "the clause has a subject of its own"
    line = case.line
    early = line is not None and line.instead is not None and line.instead.round != _FINAL
    return "who was who in a heat is not told so" if early else None


def _told_before(case: Case) -> bool:
    """Whether a mark is pointed at as one told before, whoever's it was: `within a centimetre of that 15.09`."""
    claim, discourse = case.claim, case.discourse
    return claim.kind == "result-mark" and discourse.tokens.low[claim.i - 1] in discourse.lexicon.sets["points_at"]


def _old(case: Case, part: Part, who: Actor) -> bool:
    """Whether a mark of nobody named is the one that stood before: `The old one, 1:54.68, was from 1983`."""
    claim, low = case.claim, case.discourse.tokens.low
    before = {*low[max(part.sentence.a, claim.i - _WHAT) : claim.i]}
    return claim.kind == "result-mark" and who.how in _LOOSE and bool(before & case.discourse.lexicon.sets["record_old"])


def _for_another(case: Case, part: Part) -> bool:
    """Whether a title of another competition than that of the result on record was won: `0.65 faster in winning the world title`."""
    claim, line = case.claim, case.line
    if claim.kind != "result-placing" or claim.detail == "medal" or line is None or line.best is None:
        return False
    named = (m for m in part.sentence.kind("series") if 0 <= m.i - claim.j <= _NEAR and isinstance(m.value, str))
    return line.best.outing.series is not None and any(m.value != line.best.outing.series for m in named)


def _of_the_family(case: Case, who: Actor) -> bool:
    """Whether somebody is told apart from another of the name: `the younger Cheruiyot`."""
    return who.how in NAMED and case.discourse.tokens.low[who.i - 1] in case.discourse.lexicon.sets["kin_marks"]


def _of_a_setting(case: Case, part: Part) -> str | None:
    """Why a word for a contest may be of another one, or only loosely used."""
    claim, sentence = case.claim, part.sentence
    mine = sentence.segment(claim.i)
    told = any(m.kind in ("placing", "finish", "take", "medal", "set") for m in sentence.within(mine))
    told = told or any(m.kind == "quantity" and claim.i - m.j == 1 for m in sentence.within(mine))
    at_home = {*case.discourse.tokens.low[max(sentence.a, claim.i - _BACK) : claim.i]} & case.discourse.lexicon.sets["homes"]
    if claim.kind == "venue" and at_home:
        return "it is where somebody lives or comes from"
    if sentence.opens_with(mine, "starts_aside") and not told:
        return "it is said of somebody in a clause of its own"
    if claim.kind != "event":
        return None
    known = case.discourse.lexicon.events
    values = claim.value if isinstance(claim.value, tuple) else ()
    relay = any(known[v].family == _RELAY for v in values if v in known)
    return "who ran in a relay is not on record" if relay and any(a.how in NAMED for a in part.actors) else None


def _against_a_mark(case: Case, part: Part, told: str) -> bool:
    """Whether a margin is told with the mark it is measured from (`slower than the 3:27.83 of Lausanne`, `behind what Quill ran`)."""
    claim, low = case.claim, case.discourse.tokens.low
    what = case.discourse.lexicon.sets["free_relatives"]
    if {*low[claim.j : claim.j + _WHAT]} & what and not (claim.other is not None and low[claim.other.np - 1] in what):
        return True
    behind = (
        m for m in part.sentence.kind("quantity") if 0 < m.i - claim.j <= _REACH and m.value.precision and m.value.milli > claim.value.milli
    )
    named = (m for m in behind if low[m.i - 1] in case.discourse.lexicon.sets["articles"] and m.j < part.sentence.b)
    return any(case.raw(case.span(m.i, m.j)) not in told for m in named)


def _absolute(case: Case, part: Part, who: Actor) -> bool:
    """Whether a claim stands in a clause of a noun and a participle, none of whose words is known: `..., the Texan getting silver`."""
    claim, discourse, sentence = case.claim, case.discourse, part.sentence
    low = discourse.tokens.low
    mine = sentence.segment(claim.i)
    start = sentence.begins(mine)
    if sentence.segment(who.i) >= mine or sentence.opens[mine] != "," or any(sentence.segment(a.i) == mine for a in part.actors):
        return False
    ending = discourse.lexicon.phrases["going_on"]
    doing = next((t for t in range(start + 1, claim.i) if low[t].endswith(ending)), None)
    named = low[start] in discourse.lexicon.sets["definite"] or any(x.i == start for x in sentence.kind("nation"))
    return named and doing is not None


def _in_a_row(case: Case) -> bool:
    """Whether a place is one of three or more of one person in a sentence, and names no contest (`bronze, fifth, gold, silver`)."""
    claim, who = case.claim, case.claim.owner
    same = (c for c in case.discourse.said(claim.part) if c.kind == claim.kind and c.owner and who and c.owner.ids == who.ids)
    return claim.kind == "result-placing" and not any(r.city or r.series for r in claim.context.refs) and sum(1 for _ in same) >= _ROW


def _anothers(case: Case, who: Actor) -> bool:
    """Whether a mark that a pronoun owns is one of somebody else named just before."""
    claim = case.claim
    return claim.kind == "result-mark" and who.how in _LOOSE and bool(claim.value.precision) and _theirs(case, who, claim.value.milli)


def _of_anothers_mark(case: Case, who: Actor | None, told: str) -> bool:
    """Whether a margin that a pronoun owns counts from a mark of somebody else: `he ran 3:29.05. He improved it by 1.26`."""
    claim = case.claim
    if who is None or who.how not in _LOOSE:
        return False
    before = marks_before(case.discourse, claim.part) if claim.detail.points and claim.part else []
    both = len(before) > 1 and all(case.raw(case.span(m.i, m.j)) in told for m in before)
    if not both and any(_theirs(case, who, m.value.milli) for m in before):
        return True
    sums = {m.value.milli + way * claim.value.milli for m in claim.detail.marks if m.value.precision for way in (1, -1)}
    return any(_theirs(case, who, milli) for milli in sums)


def _theirs(case: Case, who: Actor, milli: int) -> bool:
    """Whether somebody else named not far off has a mark, in thousandths, on record."""
    outings, parts = case.discourse.outings, case.discourse.parts[max(0, case.claim.part - _FAR) : case.claim.part + _AHEAD]
    near = {x for part in parts for a in part.actors for x in a.ids[:2]} - {*who.ids}
    return any(o.mark and o.mark.milli == milli for x in near for o in outings.of(x))


def _compared_with(case: Case, part: Part, who: Actor) -> bool:
    """Whether somebody is only what another is compared with: `jumped as high as the winner, Quill, and was second`."""
    sets, low = case.discourse.lexicon.sets, case.discourse.tokens.low
    start = next((m.i for m in part.sentence.kind("winner", "placing", "champion") if m.j == who.np), who.np)
    start -= start < who.np and low[start - 1] in sets["definite"]
    at = start - 1 - (low[start - 1] in sets["honorifics"])
    behind = at >= part.sentence.a and low[at] in sets["compared_with"] and who.how in NAMED
    return behind and any(a.j <= who.np and a.ids != who.ids for a in part.actors)


def _of_a_team(case: Case, part: Part) -> bool:
    """Whether a medal is given to the nation right behind it: `silver USA, bronze Philippines`."""
    return case.claim.detail == "medal" and any(m.i == case.claim.j for m in part.sentence.kind("nation"))


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

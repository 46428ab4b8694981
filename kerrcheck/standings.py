"""Standings: whether a place or a medal is how a contest ended: no place on the way, none that is only reached for or spoken of."""

from itertools import pairwise

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case
from kerrcheck.claims import LISTED, Claim
from kerrcheck.discourse import Discourse, Part

_TOLD = ("city", "year", "edition", "date", "weekday", "today", "quantity")
_NEAR, _TAIL, _MEDALS = 4, 6, 3


def of_a_place(case: Case, part: Part) -> str | None:
    """Why a place or a medal may be no result of the contest."""
    claim, discourse = case.claim, case.discourse
    if _reached_for(discourse, part, claim):
        return "the place is only what something is measured from"
    if (_until_now(discourse, part, claim) and not _met_there(case, part)) or (
        LISTED not in claim.trace and _passed_over(discourse, part, claim)
    ):
        return "it may be of any contest until now, or nobody's yet"
    placed = discourse.tokens.low[claim.j - 1] in discourse.lexicon.sets["place_nouns"]
    if (claim.detail == "ordinal" or placed) and _passing(discourse, part, claim) and not _at_the_end(case, part):
        return "it may be a place on the way"
    return "places have moved up since" if _as_run(case) else None


def _reached_for(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is what a distance is from: `60 centimetres adrift of second place`, `23 points off third`."""
    low, at, sets = discourse.tokens.low, claim.i, discourse.lexicon.sets
    at -= at > part.sentence.a and low[at - 1] in sets["articles"]
    if at - 1 <= part.sentence.a:
        return False
    if claim.detail == "medal" and low[at - 1] in sets["receiving"] and at < claim.i:
        return not any(a.j == at - 1 and any(x.j == a.np for x in part.sentence.kind("order")) for a in part.actors)
    if low[at - 1] not in sets["measured_from"]:
        return False
    gap = any(m.kind in ("gap", "quantity") and 0 <= at - 1 - m.j <= 1 for m in part.sentence.mentions)
    return gap or low[at - 2] in sets["short_of"] or low[at - 2] in discourse.lexicon.units


def _until_now(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a medal has been won, or is had, at no time that is told: `has now got Olympic bronze and silver`, `has a bronze at home`."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    here = sentence.within(sentence.segment(claim.i))
    marked = any(0 <= m.i - claim.j <= 2 for m in sentence.kind("quantity"))
    if claim.detail not in ("medal", "placing") or marked or any(m.kind in _TOLD for m in here):
        return False
    if claim.detail == "medal" and {*low[max(sentence.a, claim.i - 2) : claim.i]} & sets["perfect_verbs"]:
        return True
    done = [m.i for m in here if m.kind in ("take", "placing") and m.i <= claim.i and low[m.i] not in sets["perfect_verbs"]]
    return any(sets["perfect_verbs"] & set(low[max(sentence.a, i - _NEAR) : i]) for i in done)


def _met_there(case: Case, part: Part) -> bool:
    """Whether the one behind whom a medal is told was ahead in the contest on record: `had taken bronze in the 400m behind Quill`."""
    outing = case.line.best.outing if case.line and case.line.best else None
    cue = next((x for x in part.sentence.kind("order") if x.i >= case.claim.j), None)
    rival = next((a for a in part.actors if cue and a.np == cue.j and a.how in NAMED), None)
    if outing is None or rival is None or outing.place is None:
        return False
    return any(o.person in rival.ids and o.place and o.place < outing.place for o in case.discourse.outings.within(outing.setting.key()))


def _passed_over(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a medal is one of two for two people, is seen, or was somebody's for a while (`it was Kerr's gold until`)."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    if claim.detail != "medal":
        return False
    medals = [m for m in sentence.kind("medal") if abs(m.i - claim.i) <= _NEAR and m.i != claim.i]
    two = any({*low[min(m.j, claim.j) : max(m.i, claim.i)]} == sets["conjunction"] for m in medals)
    names = {a.ids for a in part.actors if a.how in NAMED and a.j <= claim.i}
    who = claim.owner
    owned = who is not None and who.role == "owner" and who.i - sentence.a >= 1 and low[who.i - 1] in sets["being"]
    return (two and len(names) > 1) or owned or (claim.i > sentence.a and low[claim.i - 1] in sets["seeing"])


def _passing(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is held for a while: `into fifth`, `then fourth`, `third and going backwards`, `eighth at 30 metres`."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    at = claim.i - (low[claim.i - 1] in sets["articles"] if claim.i > sentence.a else 0)
    before = low[at - 1] if at > sentence.a else ""
    finished = any(
        m.kind in ("finish", "take", "placing") and -1 <= at - 1 - m.j <= 1 and low[m.i] not in sets["being"] for m in sentence.mentions
    )
    pushed = claim.owner is not None and claim.owner.j == at - 1
    if (before in sets["moving_into"] and not pushed and not _in_the_end(discourse, part, claim)) or (
        before in sets["lying_in"] and not finished
    ):
        return True
    if {*low[sentence.a : sentence.b]} & sets["mid_race"]:
        return True
    after = low[claim.j : min(claim.j + _TAIL, sentence.b)]
    if before in sets["being"] and any(one in sets["when_words"] and two in sets["they"] for one, two in pairwise(after)):
        return True
    way = len(after) > 2 and after[0] in sets["held_at"] and any(w[:1].isdigit() or w in discourse.lexicon.numbers for w in after[1:3])
    return way and bool({*after[2:]} & (sets["way_units"] | sets["conjunction"]))


def _in_the_end(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether somebody sank to a place with which the sentence, or its last clause but for a mark, ends: `but faded to sixth.`"""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    sank = {*low[max(sentence.a, claim.i - _NEAR) : claim.i]} & sets["sank"]
    end = claim.j + (low[claim.j : claim.j + 1] != [] and low[claim.j] in sets["place_nouns"])
    return bool(sank) and end >= sentence.b


def _at_the_end(case: Case, part: Part) -> bool:
    """Whether the mark with which somebody finished stands right behind a place: `faded to sixth in 47.58`."""
    mark, low = case.line.best.outing.mark if case.line and case.line.best else None, case.discourse.tokens.low
    near = (m for m in part.sentence.kind("quantity") if m.value.precision and 0 <= m.i - case.claim.j <= 1)
    moved = low[case.claim.i - 1] in case.discourse.lexicon.sets["moving_into"]
    return mark is not None and moved and any(m.value.milli == mark.milli for m in near)


def _as_run(case: Case) -> bool:
    """Whether a place is as it was run, before those who were disqualified later were taken out above it.

    A medal that moved up is dated; below the medals the day of a disqualification is often not on record.
    """
    line, claim = case.line, case.claim
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.place is None or not claim.value.isdigit():
        return False
    lower = int(claim.value) - min((*outing.places, outing.place))
    if lower > 0 and " ".join(case.discourse.tokens.low[claim.j : claim.j + 3]) in case.discourse.lexicon.sets["as_run"]:
        return True
    gone = [o for o in case.discourse.outings.within(outing.setting.key()) if o.status == "DQ"]
    since = [
        o
        for o in gone
        if int(claim.value) > _MEDALS or any((f.valid_from or f.known_from or "") > (outing.day or "") for f in o.facts.values())
    ]
    return 0 < lower <= len(since)

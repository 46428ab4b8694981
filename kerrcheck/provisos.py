"""Provisos: words beside a result by which it may be of another contest than the one on record, or no result at all."""

from collections.abc import Sequence
from itertools import pairwise

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case
from kerrcheck.claims import LISTED, Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.statuses import of_status

_TOLD = ("city", "year", "edition", "date", "weekday", "today", "quantity")
_NEAR, _TAIL, _MEDALS = 4, 6, 3


def proviso(case: Case, part: Part) -> str | None:
    """Why a result may be of another contest, or on the way to the one on record."""
    if _set_elsewhere(case, part):
        return "the sentence is set in another contest"
    if _of_that_day(case, part):
        return "it takes up another contest that is told of before"
    if _taken_up(case, part):
        return "it takes up what the sentence before tells of another round"
    if case.claim.kind == "result-mark":
        return "a height on the way to the result" if _on_the_way_up(case, part) else None
    return _of_a_place(case, part)


def _of_a_place(case: Case, part: Part) -> str | None:
    """Why a place or a medal may be no result of the contest."""
    claim, discourse = case.claim, case.discourse
    if _reached_for(discourse, part, claim):
        return "the place is only what something is measured from"
    if _until_now(discourse, part, claim) or (LISTED not in claim.trace and _passed_over(discourse, part, claim)):
        return "it may be of any contest until now, or nobody's yet"
    placed = discourse.tokens.low[claim.j - 1] in discourse.lexicon.sets["place_nouns"]
    if (claim.detail == "ordinal" or placed) and _passing(discourse, part, claim):
        return "it may be a place on the way"
    return "places have moved up since" if _as_run(case) else None


def _set_elsewhere(case: Case, part: Part) -> bool:
    """Whether the main line of a sentence has named another competition, event or month before a claim that names none itself."""
    claim, line, sentence = case.claim, case.line, part.sentence
    best = line.best if line else None
    if best is None or claim.context.refs or best.agreed:
        return False
    outing = best.outing

    mine = sentence.segment(claim.i)

    def told(i: int, m: Mention) -> bool:
        aside = sentence.segment(i) != mine and sentence.opens_with(sentence.segment(i), "asides")
        return i < claim.i and not aside and not of_status(sentence, m)

    if any(outing.setting.competition not in r.editions and told(r.i, r.parts[0]) for r in part.refs):
        return True
    if not claim.context.event and any(outing.setting.event not in m.value and told(m.i, m) for m in sentence.kind("event")):
        return True
    return any(m.value.month and outing.day and m.value.month != int(outing.day[5:7]) and told(m.i, m) for m in sentence.kind("date"))


def _of_that_day(case: Case, part: Part) -> bool:
    """Whether a day that the words point back to may be that of another contest: `seventh in Lima. Quill, who won that day`."""
    discourse, claim, sentence = case.discourse, case.claim, part.sentence
    low, sets, mine = discourse.tokens.low, discourse.lexicon.sets, sentence.segment(claim.i)
    pointed = [
        t
        for t in range(sentence.a + 1, min(claim.j + _NEAR, sentence.b))
        if low[t - 1] in sets["that_time"] and low[t] in sets["time_nouns"]
    ]
    before = discourse.parts[max(0, claim.part - 1) : claim.part + 1]
    if any(t < claim.i or sentence.segment(t) == mine for t in pointed) and _of_another_year(case, before):
        return True
    if not any(t >= claim.j and sentence.segment(t) == mine for t in pointed):
        return False
    refs = (r for p in before for r in p.refs if r.i < claim.i)
    return any(not {*r.editions} & {*discourse.focus} for r in refs)


def _of_another_year(case: Case, parts: Sequence[Part]) -> bool:
    """Whether the years that are told before a claim are none of the contest on record."""
    outing = case.line.best.outing if case.line and case.line.best else None
    years = {y for p in parts for m in p.sentence.kind("year", "date") if m.i < case.claim.i and (y := getattr(m.value, "year", m.value))}
    return outing is not None and bool(years) and not years & {outing.year, int((outing.day or "0")[:4])}


def _taken_up(case: Case, part: Part) -> bool:
    """Whether a clause only takes up the verb of the sentence before, which tells of a round: `He lost his heat. Quill did not, 47.62`."""
    claim, who, low = case.claim, case.claim.owner, case.discourse.tokens.low
    if who is None or who.j >= part.sentence.b or low[who.j] not in case.discourse.lexicon.sets["taking_up"] or claim.context.round:
        return False
    closed = part.sentence.segment(who.j + 1) != part.sentence.segment(who.j)
    before = case.discourse.parts[max(0, claim.part - 1)].sentence
    return closed and any(m.value != "final" for m in before.kind("round"))


def _reached_for(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is what a distance is from: `60 centimetres adrift of second place`, `23 points off third`."""
    low, at, sets = discourse.tokens.low, claim.i, discourse.lexicon.sets
    at -= at > part.sentence.a and low[at - 1] in sets["articles"]
    if at - 1 <= part.sentence.a:
        return False
    if claim.detail == "medal" and low[at - 1] in sets["receiving"] and at < claim.i:
        return True
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
    finished = any(m.kind in ("finish", "take") and 0 <= at - 1 - m.j <= 1 and low[m.i] not in sets["being"] for m in sentence.mentions)
    pushed = claim.owner is not None and claim.owner.j == at - 1
    if (before in sets["moving_into"] and not pushed) or (before in sets["lying_in"] and not finished):
        return True
    if {*low[sentence.a : sentence.b]} & sets["mid_race"]:
        return True
    after = low[claim.j : min(claim.j + _TAIL, sentence.b)]
    if before in sets["being"] and any(one in sets["when_words"] and two in sets["they"] for one, two in pairwise(after)):
        return True
    way = len(after) > 2 and after[0] in sets["held_at"] and any(w[:1].isdigit() or w in discourse.lexicon.numbers for w in after[1:3])
    return way and bool({*after[2:]} & (sets["way_units"] | sets["conjunction"]))


def _as_run(case: Case) -> bool:
    """Whether a place is as it was run, before those who were disqualified later were taken out above it.

    A medal that moved up is dated; below the medals the day of a disqualification is often not on record.
    """
    line, claim = case.line, case.claim
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.place is None or not claim.value.isdigit():
        return False
    lower = int(claim.value) - min((*outing.places, outing.place))
    gone = [o for o in case.discourse.outings.within(outing.setting.key()) if o.status == "DQ"]
    since = [
        o
        for o in gone
        if int(claim.value) > _MEDALS or any((f.valid_from or f.known_from or "") > (outing.day or "") for f in o.facts.values())
    ]
    return 0 < lower <= len(since)


def _on_the_way_up(case: Case, part: Part) -> bool:
    """Whether a height is one that was tried at, below the one that counted, or above it and not told as cleared."""
    claim, discourse, line = case.claim, case.discourse, case.line
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.mark is None or outing.setting.event not in discourse.lexicon.sets["heights"]:
        return False
    if claim.i == part.sentence.a:
        return False
    before, sets = discourse.tokens.low[claim.i - 1], discourse.lexicon.sets
    if claim.value.milli < outing.mark.milli:
        return before not in sets["height_won"]
    owns = claim.owner is not None and claim.owner.j == claim.i
    stands = bool(discourse.tokens.gap(claim.i).strip())
    return not (owns or stands or before in sets["height_won"] | sets["height_cleared"])


def another_owner(discourse: Discourse, part: Part, who: Actor) -> bool:
    """Whether a pronoun may take up somebody else of its sentence, who owns something before it: `in Liz's day ..., and she was third`."""
    sex = discourse.cast.sex(who.ids) if who.how == "pronoun" else None
    low, led = discourse.tokens.low, discourse.lexicon.sets["prepositions"]
    owners = (a for a in part.actors if a.j <= who.i and a.role == "owner" and a.ids != who.ids)
    before = (a for a in owners if a.how in NAMED or (a.how == "unknown" and low[a.i - 1] in led))
    return sex is not None and any(discourse.cast.sex(a.ids) in (None, sex) for a in before)

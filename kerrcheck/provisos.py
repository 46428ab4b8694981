"""Provisos: words beside a result by which it may be of another contest than the one on record, or no result at all."""

from kerrcheck.checks import Case
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_TOLD = ("city", "year", "edition", "date", "weekday", "today", "quantity")
_NEAR, _TAIL = 4, 6


def proviso(case: Case, part: Part) -> str | None:
    """Why a result may be of another contest, or on the way to the one on record."""
    claim, discourse = case.claim, case.discourse
    if _asked(discourse, part, claim):
        return "it is asked, not told"
    if _two_ways_off(case):
        return "the competition that is named is another"
    return _of_a_mark(case, part) if claim.kind == "result-mark" else _of_a_place(case, part)


def _of_a_mark(case: Case, part: Part) -> str | None:
    """Why a mark may be no result of the contest."""
    if _on_the_way_up(case, part):
        return "a height on the way to the result"
    return "it may be a best until now" if _best_until_now(case.discourse, part, case.claim) else None


def _of_a_place(case: Case, part: Part) -> str | None:
    """Why a place or a medal may be no result of the contest."""
    claim, discourse = case.claim, case.discourse
    if _reached_for(discourse, part, claim):
        return "the place is only what something is measured from"
    if _until_now(discourse, part, claim):
        return "it may be of any contest until now"
    if claim.detail == "ordinal" and _passing(discourse, part, claim):
        return "it may be a place on the way"
    return "places have moved up since" if _as_run(case) else None


def _asked(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a sentence is a question."""
    tokens = discourse.tokens
    end = tokens.end[part.sentence.b - 1]
    return "?" in tokens.text[end : end + 2] and claim.modality == "asserted"


def _two_ways_off(case: Case) -> bool:
    """Whether the series or the edition that is named is not that of the outing tried."""
    line = case.line
    best = line.best if line else None
    return best is not None and len(best.misfits) > 1 and any(m.mention and m.mention.kind in ("series", "edition") for m in best.misfits)


def _reached_for(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is what a distance is from: `60 centimetres adrift of second place`, `0.14 seconds from gold`."""
    low, at, sets = discourse.tokens.low, claim.i, discourse.lexicon.sets
    at -= at > part.sentence.a and low[at - 1] in sets["articles"]
    if at - 1 <= part.sentence.a or low[at - 1] not in sets["measured_from"]:
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
    if claim.detail == "medal" and {*low[max(sentence.a, claim.i - 2) : claim.i]} & sets["has"]:
        return True
    done = [m.i for m in here if m.kind in ("take", "placing") and m.i <= claim.i and low[m.i] not in sets["has"]]
    return any(sets["has"] & set(low[max(sentence.a, i - _NEAR) : i]) for i in done)


def _best_until_now(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a mark has been done at no time that is told (`has run 43.80 this year`), or goes on a list of such."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    first = next((m for m in sentence.kind("quantity")), None)
    if first is None or any(m.kind in ("placing", "medal", "ordinal") for m in sentence.within(sentence.segment(claim.i))):
        return False
    return bool(sets["has"] & {*low[max(sentence.a, first.i - _NEAR) : first.i]}) and first.i <= claim.i


def _passing(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is held for a while: `into fifth`, `then fourth`, `third and going backwards`, `eighth at 30 metres`."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    at = claim.i - (low[claim.i - 1] in sets["articles"] if claim.i > sentence.a else 0)
    before = low[at - 1] if at > sentence.a else ""
    finished = any(m.kind in ("finish", "take") and 0 <= at - 1 - m.j <= 1 and m.j - m.i >= 1 for m in sentence.mentions)
    if before in sets["moving_into"] or (before in sets["lying_in"] and not finished):
        return True
    words = {*low[sentence.a : sentence.b]}
    if words & sets["mid_race"] or any(m.kind == "lead" and low[m.i].endswith("s") for m in sentence.mentions):
        return True
    after = low[claim.j : min(claim.j + _TAIL, sentence.b)]
    way = len(after) > 2 and after[0] in sets["held_at"] and any(w[:1].isdigit() or w in discourse.lexicon.numbers for w in after[1:3])
    return way and bool({*after[2:]} & sets["way_units"])


def _as_run(case: Case) -> bool:
    """Whether a place is as it was run, before those who were disqualified later were taken out above it."""
    line, claim = case.line, case.claim
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.place is None or not claim.value.isdigit():
        return False
    out = sum(o.status == "DQ" or any(p != o.place for p in o.places) for o in case.discourse.outings.within(outing.setting.key()))
    return 0 < int(claim.value) - outing.place <= out


def _on_the_way_up(case: Case, part: Part) -> bool:
    """Whether a height is one that was tried at, below the one that counted."""
    claim, discourse, line = case.claim, case.discourse, case.line
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.mark is None or outing.setting.event not in discourse.lexicon.sets["heights"]:
        return False
    sentence = part.sentence
    here: list[Mention] = sentence.within(sentence.segment(claim.i))
    won = any(m.kind in ("finish", "placing", "medal", "ordinal") for m in here)
    return bool(claim.value.milli < outing.mark.milli) and not won

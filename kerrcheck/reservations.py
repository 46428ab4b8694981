"""Reservations: turns of phrase under which what is told may be somebody else's, or of another contest, whatever the record says."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_RESULTS = frozenset(("result-mark", "result-placing"))
_DOING = ("finish", "take", "placing", "medal", "modal", "set", "copula", "lead", "order")
_TOLD = ("city", "year", "edition", "date", "weekday", "today", "quantity")
_NEAR = 4


def reservation(case: Case) -> str | None:
    """Why a claim that the record contradicts may be true all the same; None where nothing speaks for that."""
    claim, discourse = case.claim, case.discourse
    part, who = discourse.parts[claim.part], claim.owner
    if claim.kind == "record-set" and part.sentence.opens_with(part.sentence.segment(claim.i), "times"):
        return "it is told of another time"
    if who is None or claim.kind not in _RESULTS | {"record-stood", "record-set"}:
        return None
    if _inside_aside(part, who, claim):
        return "somebody in a clause of its own may not be meant"
    if claim.kind not in _RESULTS:
        return None
    return _whose(discourse, part, who, claim) or _which(case, part)


def _whose(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> str | None:
    """Why a result may be somebody else's."""
    if _of_the_subject(discourse, part, who, claim):
        return "what is won from somebody is the subject's"
    if who.i > claim.i and _bracketed(part, claim) and any(a.j <= claim.i for a in part.actors):
        return "what stands in brackets is of whoever stands before them"
    if (
        who.how in ("family", "given")
        and who.np == who.i > part.sentence.a
        and discourse.tokens.low[who.i - 1] in discourse.lexicon.sets["held_in"]
    ):
        return "a place may be meant by the name"
    return "the clause has a subject of its own" if _another_subject(part, who, claim) else None


def _which(case: Case, part: Part) -> str | None:
    """Why a result may be of another contest, or on the way to the one on record."""
    claim, discourse = case.claim, case.discourse
    if claim.kind == "result-placing":
        if _reached_for(discourse, part, claim):
            return "the place is only what something is measured from"
        return "it may be of any contest until now" if _until_now(discourse, part, claim) else None
    return "a height on the way to the result" if _on_the_way_up(case, part) else None


def _of_the_subject(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> bool:
    """Whether a medal is won `for` itself behind an object: `Hocker upsets Kerr for gold`, `passed Moraa for silver in 1:57.15`."""
    low, sentence = discourse.tokens.low, part.sentence
    mine = sentence.segment(claim.i)
    medals = (m for m in sentence.kind("medal") if who.j <= m.i <= claim.i and sentence.segment(m.i) == mine)
    if not any(set(low[max(who.j, m.i - _NEAR) : m.i]) & discourse.lexicon.sets["gained"] for m in medals):
        return False
    results = [m.i for m in sentence.kind("quantity", "medal", "ordinal")]
    before = [a for a in part.actors if a.j <= who.i and a.how in NAMED and a.ids != who.ids and not any(a.j <= i < who.i for i in results)]
    doing = any(
        m.kind in ("finish", "take", "placing")
        and who.j <= m.i < claim.i
        and m.j - m.i > 0
        and low[m.i] not in discourse.lexicon.sets["gained"]
        for m in sentence.mentions
    )
    return bool(before) and not doing


def _bracketed(part: Part, claim: Claim) -> bool:
    """Whether a claim stands in brackets."""
    return part.sentence.opens[part.sentence.segment(claim.i)][:1] == "("


def _another_subject(part: Part, who: Actor, claim: Claim) -> bool:
    """Whether a clause that opens with a word of time or contrast has words of its own before its verb, and nobody known among them."""
    sentence = part.sentence
    mine = sentence.segment(claim.i)
    if (
        sentence.segment(who.i) >= mine
        or not sentence.opens_with(mine, "clauses")
        or any(sentence.segment(a.i) == mine for a in part.actors)
    ):
        return False
    start = sentence.begins(mine) + 1
    first = min((m.i for m in sentence.mentions if m.kind in _DOING and start <= m.i), default=claim.i)
    return first - start >= 1 and first <= claim.i


def _inside_aside(part: Part, who: Actor, claim: Claim) -> bool:
    """Whether somebody stands inside a relative clause that has closed before a claim: `X, who advises Y, held the record`."""
    sentence = part.sentence
    inner, mine = sentence.segment(who.i), sentence.segment(claim.i)
    if who.how not in NAMED or inner >= mine or sentence.opens[mine][:1] != ",":
        return False
    opened = next((k for k in range(inner, 0, -1) if sentence.opens[k][:1] == ","), 0)
    return sentence.opens_with(opened, "person_relatives") and any(sentence.segment(a.i) < opened for a in part.actors)


def _reached_for(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is what a distance is from: `60 centimetres adrift of second place`."""
    low, at = discourse.tokens.low, claim.i
    at -= at > part.sentence.a and low[at - 1] in discourse.lexicon.sets["definite"]
    return at - 1 > part.sentence.a and low[at - 1] in discourse.lexicon.sets["of"] and low[at - 2] in discourse.lexicon.sets["short_of"]


def _until_now(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a medal has been won, at no time that is told: `has now got Olympic bronze and silver`."""
    low, sentence = discourse.tokens.low, part.sentence
    here = sentence.within(sentence.segment(claim.i))
    if claim.detail not in ("medal", "placing") or any(m.kind in _TOLD for m in here):
        return False
    done = [m.i for m in here if m.kind in ("take", "placing") and m.i <= claim.i and low[m.i] not in discourse.lexicon.sets["has"]]
    return any(discourse.lexicon.sets["has"] & set(low[max(sentence.a, i - _NEAR) : i]) for i in done)


def _on_the_way_up(case: Case, part: Part) -> bool:
    """Whether a height is one that was tried at, below the one that counted."""
    claim, discourse, line = case.claim, case.discourse, case.line
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.mark is None or outing.setting.event not in discourse.lexicon.sets["heights"]:
        return False
    return bool(claim.value.milli < outing.mark.milli) and not _won_with(part, claim)


def _won_with(part: Part, claim: Claim) -> bool:
    """Whether a result is told in the segment of a mark."""
    sentence = part.sentence
    here: list[Mention] = sentence.within(sentence.segment(claim.i))
    return any(m.kind in ("finish", "placing", "medal", "ordinal") for m in here)

"""Reservations: turns of phrase under which what is told may be somebody else's, or of another contest, whatever the record says."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.allowances import allowance
from kerrcheck.caveats import caveat
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import RESULTS, SETTINGS, Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.leeway import leeway
from kerrcheck.marked_places import of_its_mark
from kerrcheck.provisos import another_owner, proviso
from kerrcheck.settingwords import of_a_setting

_DOING = ("finish", "take", "placing", "medal", "modal", "set", "copula", "lead", "order")
_ASIDE = "somebody in a clause of its own may not be meant"
_RECORDS = frozenset(("record-stood", "record-set"))
_HONOURS = frozenset(("tally", "title"))
_LISTED = frozenset(("city", "year", "edition", "series", "venue"))


def reservation(case: Case, verdict: Verdict | None = None) -> str | None:
    """Why a claim that the record contradicts may be true all the same; None where nothing speaks for that."""
    claim, discourse = case.claim, case.discourse
    part, who = discourse.parts[claim.part], claim.owner
    if claim.kind == "record-set" and part.sentence.opens_with(part.sentence.segment(claim.i), "times"):
        return "it is told of another time"
    if claim.kind in SETTINGS and (reason := of_a_setting(discourse, part, claim)):
        return reason
    told = caveat(case, part, verdict.sum if verdict else None) or (_of_somebody(case, part, who) if who is not None else None)
    return told or leeway(case, part) or allowance(case, part, verdict)


def _of_its_mark(case: Case) -> bool:
    """Whether a place, and nothing else, is wrong beside the mark that shows the contest."""
    line = case.line
    return line is not None and line.best is not None and not line.instead and of_its_mark(case.discourse, line.claims, line.best)


def _of_somebody(case: Case, part: Part, who: Actor) -> str | None:
    """Why what is told of somebody may be somebody else's, or of another contest."""
    claim, discourse = case.claim, case.discourse
    if claim.kind in _HONOURS and _of_the_subject(discourse, part, who, claim):
        return "what is won from somebody is the subject's"
    if claim.kind in RESULTS | _RECORDS and _inside_aside(part, who, claim):
        return _ASIDE
    return ((None if _of_its_mark(case) else whose(discourse, part, who, claim)) or proviso(case, part)) if claim.kind in RESULTS else None


def whose(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> str | None:
    """Why a result may be somebody else's."""
    if _inside_aside(part, who, claim) or another_owner(discourse, part, who):
        return _ASIDE
    beaten = any(claim.j <= x.i < who.np for x in part.sentence.kind("order"))  # `won in 12.57 from Quill`
    if beaten or _of_the_subject(discourse, part, who, claim) or _in_a_participle(discourse, part, who, claim):
        return "what is won from somebody is the subject's"
    if who.i > claim.i and _bracketed(part, claim) and any(a.j <= claim.i for a in part.actors):
        return "what stands in brackets is of whoever stands before them"
    if (
        who.how in ("family", "given")
        and who.np == who.i > part.sentence.a
        and discourse.tokens.low[who.i - 1] in discourse.lexicon.sets["held_in"]
    ):
        return "a place may be meant by the name"
    if _another_named(discourse, part, who, claim):
        return "somebody else is named nearer to it"
    return "the clause has a subject of its own" if _another_subject(part, who, claim) else None


def _of_the_subject(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> bool:
    """Whether something is won from somebody: `Hocker upsets Kerr for gold`, `beat Duguma and Moraa to win`, `passed Moraa for silver`."""
    low, sentence = discourse.tokens.low, part.sentence
    gained = [
        t
        for t in range(who.j, claim.i + 1)
        if low[t - 1 - (low[t - 1] in discourse.lexicon.sets["articles"])] in discourse.lexicon.sets["receiving"]
        and sentence.segment(t) == sentence.segment(claim.i)
    ]
    kinds = ("medal", "take", "placing", "title", "times", "ordinal", "event", "series")
    gained += [t + 1 for t in gained if low[t] in discourse.lexicon.sets["articles"] and t < claim.i]
    if not any(m.i == t and m.kind in kinds for t in gained for m in sentence.mentions):
        return False
    results = [m.i for m in sentence.kind("quantity", "medal", "ordinal")]
    before = (a for a in part.actors if a.j <= who.i and a.role == "subject" and a.how in (*NAMED, "pronoun") and a.ids != who.ids)
    return any(not any(a.j <= i < who.i for i in results) for a in before)


def _in_a_participle(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> bool:
    """Whether somebody is the object of what the subject was doing, and that goes on: `passing Kerr and finishing in 3:27.65`."""
    low, sentence = discourse.tokens.low, part.sentence
    endings, mine = discourse.lexicon.phrases["going_on"], sentence.segment(who.i)
    if who.how not in NAMED or who.i >= claim.i:
        return False
    start = max(sentence.begins(mine), sentence.a)
    opened = any(low[t].endswith(endings) for t in range(start, who.i)) and any(a.j <= start for a in part.actors if a.ids != who.ids)
    joined = discourse.lexicon.sets["conjunction"]
    return opened and any(low[t] in joined and low[t + 1].endswith(endings) for t in range(who.j, claim.i))


def _bracketed(part: Part, claim: Claim) -> bool:
    """Whether a claim stands in brackets."""
    return part.sentence.opens[part.sentence.segment(claim.i)][:1] == "("


def _another_named(discourse: Discourse, part: Part, who: Actor, claim: Claim) -> bool:
    """Whether another name stands between an owner and a claim in another clause, or before a claim whose owner follows it."""
    others = [a for a in part.actors if a.how in NAMED and a.ids != who.ids]
    if who.i > claim.i:
        low, sets = discourse.tokens.low, discourse.lexicon.sets
        if claim.kind == "result-placing" and who.np == claim.j + 1 and low[claim.j] in sets["placed_to"]:
            return claim.detail != "medal" or low[claim.i - 1 - (low[claim.i - 1] in sets["articles"])] not in sets["conjunction"]
        relative = claim.kind == "result-mark" and who.how in NAMED and low[claim.j] in sets["thing_relatives"]
        if relative and low[who.j] not in sets["doing"]:
            return True
        won_from = claim.j < part.sentence.b and low[claim.j] in sets["over_words"] and any(a.j <= claim.i for a in others)
        return won_from or (
            claim.kind == "result-mark"
            and who.np - claim.j > 1
            and any(a.j <= claim.i and part.sentence.segment(a.i) >= part.sentence.segment(claim.i) - 1 for a in others)
        )
    return claim.bond != "strong" and any(who.j <= a.i < claim.i for a in others)


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
    opened = next((k for k in range(inner, 0, -1) if sentence.opens_with(k, "person_relatives")), 0)
    closed = any(sentence.opens[k] == "," and not _listed(part, k) for k in range(opened + 1, inner + 1))
    closed = closed or any(sentence.opens_with(k, "person_relatives") for k in range(inner + 1, mine))
    return opened > 0 and not closed and any(sentence.segment(a.i) < opened for a in part.actors)


def _listed(part: Part, segment: int) -> bool:
    """Whether a segment is one name in the middle of a list: `in Barcelona, Atlanta and Sydney`."""
    sentence, here = part.sentence, part.sentence.within(segment)
    last = segment + 1 == len(sentence.opens)
    return bool(here) and all(m.kind in _LISTED for m in here) and not last and sentence.opens[segment + 1] in ("and", ",and", ",")

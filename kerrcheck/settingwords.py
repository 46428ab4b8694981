"""Setting words: why a place, an event or a day that is named may be of another contest than the one told of, or of none."""

from kerrcheck.actors import NAMED
from kerrcheck.claims import Claim
from kerrcheck.dating import dated
from kerrcheck.discourse import Discourse, Part
from kerrcheck.modality import asks

_TELLING = frozenset(("result-mark", "result-placing", "record-set", "record-stood", "title", "order", "margin", "personal-best"))
_CLAUSES = ",;:–—"
_BACK, _HELD = 8, ("event", "day-number", "round")


def of_a_setting(discourse: Discourse, part: Part, claim: Claim) -> str | None:
    """Why a word for a contest may be of another than the one told of, or of none."""
    low, sentence, sets = discourse.tokens.low, part.sentence, discourse.lexicon.sets
    if _unasserted(discourse, part, claim):
        return "the sentence denies or asks"
    kinds = {m.kind for m in sentence.mentions if m.i == claim.i}
    if "venue" in kinds and (not _told(discourse, claim) or low[claim.i - 1] in sets["of"]):
        return "the place is only spoken of"
    told = _told(discourse, claim) or part.actors or sentence.heading or any(sentence.kind(*_HELD))
    if "weekday" in kinds and not (told or dated(discourse, sentence, claim.i, claim.j)):
        return "nothing is told beside it"
    if claim.kind == "event" and _among_events(part, claim):
        return "several events are named"
    return "it may be of what was before" if claim.kind == "date" and _since_somebody(discourse, part, claim) else None


def _told(discourse: Discourse, claim: Claim) -> bool:
    """Whether a result is told in the sentence of a claim."""
    return any(c.kind in _TELLING for c in discourse.said(claim.part))


def _among_events(part: Part, claim: Claim) -> bool:
    """Whether another event stands in the sentence, and no result beside the one claimed."""
    sentence = part.sentence
    here = sentence.within(sentence.segment(claim.i))
    values = {str(m.value) for m in sentence.kind("event")}
    return len(values) > 1 and not any(m.kind in ("quantity", "medal", "gap", "series", "city") for m in here)


def _since_somebody(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a year is that of somebody who was the last to do a thing (`since Volmari Iso-Hollo in 1936`)."""
    sentence, since = part.sentence, discourse.lexicon.sets["record_since"]
    first = next((t for t in range(max(sentence.a, claim.i - _BACK), claim.i) if discourse.tokens.low[t] in since), None)
    if first is None or any(first < m.i < claim.i for m in sentence.kind("quantity")):
        return False
    return any(first < a.i < claim.i for a in part.actors if a.how in NAMED)


def _unasserted(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a sentence asks, or denies something up to the end of a claim's clause; what it was `since` is told."""
    sentence, low = part.sentence, discourse.tokens.low
    first = next((t for t in range(claim.i - 1, sentence.a - 1, -1) if low[t] in discourse.lexicon.sets["since_words"]), sentence.a)
    after = range(sentence.segment(claim.i) + 1, len(sentence.opens))
    end = next(
        (sentence.begins(k) for k in after if sentence.opens[k][:1] in _CLAUSES and sentence.opens_with(k, "joining_clauses")), sentence.b
    )
    words = {*low[first:end]}
    return asks(discourse.tokens, sentence) or bool(words & discourse.lexicon.sets["denials"])

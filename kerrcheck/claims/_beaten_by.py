"""Beaten by: margins behind `by` that tell of whom somebody beat, or which medal somebody missed."""

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_HEDGED, _ASIDE, _LAST = 4, 2, 3
_PRIZES = ("medal", "title")


def by(discourse: Discourse, part: Part, m: Mention) -> int | None:
    """Where the `by` of a margin stands: right before it, or before words that hedge it (`by no less than 0.41`)."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    for t in range(m.i - 1, max(part.sentence.a, m.i - _HEDGED) - 1, -1):
        if low[t] in sets["doers"]:
            return t
        if low[t] not in sets["hedging"]:
            return None
    return None


def beaten(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor, Actor] | None:
    """Who beat or lost to whom by so much: `beat X by 0.41`, `held off X for the bronze by 0.41`, `denied X the title by 0.41`."""
    at, sentence = by(discourse, part, m), part.sentence
    if at is None:
        return None
    cue = next((x for x in reversed(list(sentence.kind("order"))) if x.j <= at), None)
    other = next((a for a in part.actors if cue and a.i >= cue.j and a.np <= cue.j + 1 and a.j <= at), None)
    if cue is None or other is None or other.role == "owner" or any(other.j <= a.i < m.i for a in part.actors):
        return None
    if sentence.segment(m.i) != sentence.segment(cue.i) or not _only_a_prize(discourse, part, other.j, at):
        return None
    before = (a for a in reversed(part.actors) if a.j <= cue.i and a.role != "object" and not set(a.ids) & set(other.ids))
    first = next(before, None)
    return (first, other) if first is not None else None


def _only_a_prize(discourse: Discourse, part: Part, i: int, j: int) -> bool:
    """Whether nothing but a medal or a title that was won, and joining words, stands between two tokens."""
    said = {t for x in part.sentence.kind(*_PRIZES, "scope", "event", "series") for t in range(x.i, x.j)}
    return all(t in said or discourse.tokens.low[t] in discourse.lexicon.sets["prize_words"] for t in range(i, j))


def loser(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """Who missed a medal by so much: whoever is named right before the verb (`so that Quill, 25, missed gold by 0.41`)."""
    verb = _missing(discourse, part, m)
    return next((a for a in reversed(part.actors) if verb and 0 <= verb[0] - a.j <= _ASIDE), None)


def missed(discourse: Discourse, part: Part, m: Mention) -> tuple[int, ...]:
    """The place that somebody missed by so much: `missed gold by 0.41`, `was denied bronze by 0.41`, `0.41 short of the podium`."""
    verb = _missing(discourse, part, m)
    prize = verb[1] if verb else _short_of(discourse, part, m)
    if prize is None:
        return ()
    return (int(prize.value) or _LAST,) if prize.kind == "medal" and str(prize.value).isdigit() else (1,)


def _short_of(discourse: Discourse, part: Part, m: Mention) -> Mention | None:
    """The medal that somebody was so much short of: `38 centimetres short of a medal`, `0.02 off the podium`."""
    low, sets, at = discourse.tokens.low, discourse.lexicon.sets, m.j
    at += at < part.sentence.b and low[at] in sets["short_of"]
    if at >= part.sentence.b or low[at] not in sets["short_from"]:
        return None
    at += 1 + (at + 1 < part.sentence.b and low[at + 1] in sets["articles"])
    return next((x for x in part.sentence.kind("medal") if x.i == at), None)


def _missing(discourse: Discourse, part: Part, m: Mention) -> tuple[int, Mention] | None:
    """Where the verb of missing stands whose object is a medal or a title right before the margin, with that."""
    at, low, sets = by(discourse, part, m), discourse.tokens.low, discourse.lexicon.sets
    if at is None:
        return None
    prize = next((x for x in part.sentence.kind(*_PRIZES) if x.j == at and x.j - x.i <= 2), None)
    if prize is None:
        return None
    k = prize.i - 1 - (low[prize.i - 1] in sets["articles"])
    return (k, prize) if k >= part.sentence.a and low[k] in sets["missing_out"] else None

"""Positions: whether an ordinal is a place at the line of a contest on record, one on the way, or one in something else.

`third at the bell` and `fifth with 200m left` are no results; `sixth at the Scottish championships`, `fourth in the queue` and `tenth
in his last race` may be true whatever the contest reported says.
"""

from collections.abc import Iterable

from kerrcheck.actors import NAMED
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.phases import phases

_TAIL, _NEAR, _NOUN = 8, 3, 5
_CONTEST = frozenset(
    ("event", "round", "edition", "series", "city", "venue", "year", "date", "weekday", "ago", "today", "quantity", "medal", "gap", "best")
)
_NAMED = ("event", "edition", "title", "round")
_PEOPLE = frozenset(("person", "given", "unknown", "nation", "pronoun", "article", "relative", "number", "fellow"))
_RESULT = ("placing", "medal", "finish")


def on_the_way(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a place is held before the race is over: at the bell, with 200m left, after two laps, down the back straight."""
    sentence, sets = part.sentence, discourse.lexicon.sets
    event = _covered(sentence.kind("event"))
    tail = [discourse.tokens.low[t] for t in range(m.j, min(m.j + _TAIL, sentence.b)) if t not in event]
    if tail and tail[0] in sets["on_the_way"] and sets["way_nouns"] & {*tail}:
        return True
    named = [p for p in phases(discourse, part) if p.far]
    return any(0 <= p.i - m.j <= _NEAR for p in named) or any(_opens(discourse, part, p.i, p.j, m) for p in named)


def _opens(discourse: Discourse, part: Part, i: int, j: int, m: Mention) -> bool:
    """Whether a part of the race opens the sentence and holds for a place after it (`with a lap to go he was third`)."""
    sentence = part.sentence
    if j > m.i or sentence.segment(i) > 1 or sentence.segment(m.i) - sentence.segment(i) not in (0, 1):
        return False
    results = [x for x in sentence.kind(*_RESULT) if j <= x.i < m.i]
    return all(x.kind == "finish" and discourse.lexicon.sets["being"] & {*discourse.tokens.low[x.i : x.j]} for x in results)


def of_something_else(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a place is in a ranking or a queue, first to do something, or spoken of as such (`second is the one that hurts`)."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    before = [t for t in range(max(sentence.a, m.i - _NEAR), m.i) if sentence.segment(t) == sentence.segment(m.i)]
    if any(low[t] in sets["ranking"] for t in before):
        return True
    after = low[m.j] if m.j < sentence.b else ""
    if after in sets["present_being"] and {*low[m.j + 1 : m.j + 2]} & sets["articles"] and not any(a.np == m.j + 1 for a in part.actors):
        return True
    if after in sets["held_in"] and {*low[m.j + 1 : m.j + 2]} & sets["orders"]:
        return True
    return after in sets["pairing"] and not any(x.i == m.j + 1 and x.kind in _PEOPLE for x in sentence.mentions)


def elsewhere(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a place may be of a contest that is not on record: its words name one that no edition is known for."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    if any(x.value == "other" and sentence.segment(x.i) == mine for x in sentence.kind("scope")):
        return True
    known = {t for r in part.refs for t in range(r.i, r.j)} | _covered(sentence.kind(*_NAMED))
    here = [t for t in range(sentence.a, sentence.b) if sentence.segment(t) == mine and t not in known]
    return any(_another(discourse, t) for t in here) or _unknown(discourse, part, m)


def _another(discourse: Discourse, t: int) -> bool:
    """Whether a word names another contest (`trials`, `cup`, `his last race`) and does not point back (`these championships`)."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    before = low[max(0, t - _NEAR) : t]
    if low[t] in sets["selecting"]:
        return True
    if low[t] in sets["competition_nouns"] | sets["other_contests"] and not {*before[-1:]} & (sets["pointing"] | sets["these"]):
        return True
    return low[t] in sets["outings"] and bool(sets["other_outings"] & {*before})


def _unknown(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a place is followed by `in a ...` or `at the ...` and what comes is no contest, day, mark or end of a race."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    noun = range(m.j, min(m.j + _NOUN, part.sentence.b))
    words = [low[t] for t in noun]
    if len(words) < 2 or words[0] not in sets["held_in"] | sets["on"] or words[1] not in sets["not_place"]:
        return False
    told = any(x.i in noun and x.kind in _CONTEST for x in part.sentence.mentions)
    return not told and not (sets["outings"] | sets["ends"]) & {*words}


def _covered(mentions: Iterable[Mention]) -> set[int]:
    """The tokens of some mentions."""
    return {t for m in mentions for t in range(m.i, m.j)}


def compared(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether the winner is only who somebody is set against (`behind the winner`, `less than the winner`)."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    if m.i == part.sentence.a or low[m.i - 1] not in sets["definite"]:
        return False
    than = m.i - 1 > part.sentence.a and low[m.i - 2] in sets["than"]
    return than or any(x.kind in ("order", "gap") and x.j == m.i - 1 for x in part.sentence.mentions)


def no_win(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a word for winning is part of a comparison, of nothing that counts, or not of whoever is named."""
    return compared(discourse, part, m) or _of_nothing(discourse, part, m) or _and_another(discourse, part, m)


def _and_another(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a winner is one, and whoever is named behind another: `only the winner and Quill beat him`."""
    low, joints = discourse.tokens.low, discourse.lexicon.sets["conjunction"]
    noun = low[m.j - 1] in discourse.lexicon.phrases["places_one"] and m.i > part.sentence.a
    joined = noun and low[m.i - 1] in discourse.lexicon.sets["definite"] and m.j < part.sentence.b and low[m.j] in joints
    return joined and any(a.np == m.j + 1 and a.how in NAMED for a in part.actors)


def _of_nothing(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether what was won is little or nothing: `won nothing`, `won him no medal`, `won only respect`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    at = m.j + (m.j < part.sentence.b and low[m.j] in sets["object_pronouns"] | sets["possessives"])
    words = [*low[at : min(at + 2, part.sentence.b)], "", ""]
    return words[0] in sets["won_little"] or (words[0] in sets["won_only"] and words[1] not in sets["prepositions"])


def beaten_to(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether somebody beat another to a medal: `edged Quill for the bronze`, `held off Brekke to silver`."""
    low, sentence = discourse.tokens.low, part.sentence
    at = m.i - 1 - (low[m.i - 1] in discourse.lexicon.sets["articles"])
    if at <= sentence.a or low[at] not in discourse.lexicon.sets["receiving"]:
        return False
    beaten = next((a for a in part.actors if a.j == at and a.role == "object"), None)
    return beaten is not None and any(x.j == beaten.np and x.value == "ahead" for x in sentence.kind("order"))

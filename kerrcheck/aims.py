"""Aims: medals that are only wanted (`his dream of Olympic gold`, `ten metres from gold`), which says nothing of who got them."""

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_BEFORE, _BEHIND, _REACH = 5, 2, 3
_OF_CONTEST = ("series", "scope", "event", "edition", "sex", "city", "article", "year")


def aimed_at(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention) -> bool:
    """Whether a word of wanting stands shortly before a mention, or right behind it, in its segment."""
    near = range(max(sentence.a, m.i - _BEFORE), min(sentence.b, m.j + _BEHIND))
    mine = sentence.segment(m.i)
    wanted = any(tokens.low[t] in lexicon.sets["aims"] for t in near if sentence.segment(t) == mine)
    return wanted or _out_of_reach(tokens, lexicon, sentence, m)


def _out_of_reach(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention) -> bool:
    """Whether somebody was only so far from a mention: `a stride away from the Olympic gold`, `0.14 seconds short of gold`."""
    before = {t for x in sentence.kind(*_OF_CONTEST) for t in range(x.i, x.j)}
    at = m.i - 1
    while at > sentence.a and at in before:
        at -= 1
    if at <= sentence.a or tokens.low[at] not in lexicon.sets["short_from"] or sentence.segment(at - 1) != sentence.segment(m.i):
        return False
    events = {t for x in sentence.kind("event") for t in range(x.i, x.j)}
    words = (tokens.low[t] for t in range(max(sentence.a, at - _REACH), at) if t not in events)
    return any(word in lexicon.sets["within_reach"] or word in lexicon.units for word in words)

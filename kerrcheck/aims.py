"""Aims: medals that are only wanted (`his dream of Olympic gold`, `gold his target`), which says nothing of who got them."""

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_BEFORE, _BEHIND = 5, 2


def aimed_at(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention) -> bool:
    """Whether a word of wanting stands shortly before a mention, or right behind it, in its segment."""
    near = range(max(sentence.a, m.i - _BEFORE), min(sentence.b, m.j + _BEHIND))
    mine = sentence.segment(m.i)
    return any(tokens.low[t] in lexicon.sets["aims"] for t in near if sentence.segment(t) == mine)

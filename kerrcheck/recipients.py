"""Recipients: whoever a clause without a subject of its own gives a medal, a place or a gap to."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_NEAR = 4


def for_whom(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`For Brekke there was a silver medal`, `no medal at all for Brekke`: whoever opens the sentence, or stands behind `no medal`."""
    first, low = part.sentence.a, tokens.low
    if m.kind == "placing" and m.value == ">3":
        mine = part.sentence.segment(m.i)
        after = (a for a in part.actors if a.i >= m.j and part.sentence.segment(a.i) == mine and low[a.np - 1] in lexicon.sets["benefit"])
        return next(after, None)
    before = [a for a in part.actors if a.j <= m.i]
    if m.kind != "medal" or len(before) != 1 or low[first] not in lexicon.sets["benefit"] or before[0].np != first + 1:
        return None
    there = low[before[0].j] in lexicon.sets["existential"] and not tokens.gap(before[0].j).strip()
    return before[0] if there and m.i - before[0].j <= _NEAR else None


def told_behind(part: Part, m: Mention) -> Actor | None:
    """`think of Brekke, third in 3:41.2`: the object of a clause, behind whom a gap or a placing is told."""
    sentence = part.sentence
    start = sentence.begins(sentence.segment(m.i))
    told = m.kind == "ordinal" and m.i == start
    told = told or any(x.i == start and x.kind in ("quantity", "ordinal") and x.i < m.i for x in sentence.mentions)
    return (
        next((a for a in part.actors if a.j == start and a.how in NAMED), None)
        if told and sentence.opens[sentence.segment(m.i)] == ","
        else None
    )

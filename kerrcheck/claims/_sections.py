"""Sections: `won the long jump section` tells of a part of a combined event, whose results are not on record."""

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention


def of_a_section(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether an event of a mention's segment is only a section of another."""
    sentence, low = part.sentence, discourse.tokens.low
    mine = sentence.segment(m.i)
    here = (x for x in sentence.kind("event") if sentence.segment(x.i) == mine and x.j < sentence.b)
    return any(low[x.j] in discourse.lexicon.sets["sections"] for x in here)

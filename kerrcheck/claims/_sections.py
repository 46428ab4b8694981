"""Sections: `won the long jump section` tells of a part of a combined event, whose results are not on record."""

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention


def of_a_section(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether an event of a mention's segment is only a section of another."""
    sentence, low, told = part.sentence, discourse.tokens.low, discourse.lexicon.sets["sections"]
    sections = sentence.once(
        "sections", lambda: {sentence.segment(x.i) for x in sentence.kind("event") if x.j < sentence.b and low[x.j] in told}
    )
    return bool(sections) and sentence.segment(m.i) in sections

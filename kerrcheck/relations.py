"""Relations that lead a clause, and are told of whoever is named behind them: `the runner-up to Quill last time was Brekke`."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens


def leads(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> bool:
    """Whether a relation opens its segment as a noun, an article before it allowed."""
    start = m.i - (tokens.low[m.i - 1] in lexicon.sets["definite"])
    return tokens.low[m.i] in lexicon.sets["relation_nouns"] and start == part.sentence.begins(part.sentence.segment(m.i))


def told_behind(tokens: Tokens, lexicon: Lexicon, part: Part, other: Actor) -> Actor | None:
    """Who stands right behind the verb of being that follows a relation and its object."""
    verb = next((t for t in range(other.j, part.sentence.b) if tokens.low[t] in lexicon.sets["being"]), None)
    return next((a for a in part.actors if verb is not None and 0 <= a.np - verb - 1 <= 1 and a.how in NAMED), None)


def related(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """Whose a place is that says behind whom they were, and leads its clause; None for any other place."""
    if m.kind != "placing" or not any(x.i == m.i for x in part.sentence.kind("order")) or not leads(tokens, lexicon, part, m):
        return None
    other = next((a for a in part.actors if a.i >= m.j), None)
    return told_behind(tokens, lexicon, part, other) if other else None

"""Relations that lead a clause (`the runner-up to Quill last time was Brekke`), and those that go on with one told before."""

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


def repeated(tokens: Tokens, part: Part, m: Mention) -> Mention | None:
    """The relation that one goes on with, told of the same person: `0.08 ahead of A, who is 34, and a tenth ahead of B`."""
    sentence = part.sentence
    order = next((x for x in sentence.kind("order") if x is m or 0 <= x.i - m.j <= 1), None)
    mine = sentence.segment(m.i)
    if order is None or not sentence.opens_with(mine, "conjunction"):
        return None
    start = sentence.begins(mine) + 1
    if not any(x.i == start and x.j in (order.i, order.i - 1) for x in sentence.kind("quantity")):
        return None
    words = tokens.low[order.i : order.j]
    return next((x for x in sentence.kind("order") if x.j <= start and tokens.low[x.i : x.j] == words), None)

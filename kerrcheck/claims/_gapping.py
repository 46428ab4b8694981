"""Gapping: places and medals whose verb stands with the first: `Quill took the gold, Brekke the silver and Lund, of Norway, the bronze`."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_TAKEN = 4


def gapped(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a medal stands right behind a name, or what is said of it between commas, and another was taken before that name."""
    sentence, start = part.sentence, m.i - 1
    if m.kind != "medal" or m.i <= sentence.a or discourse.tokens.low[start] not in discourse.lexicon.sets["definite"]:
        return False
    who = named_before(discourse, part, start)
    if who is None:
        who = next((a for a in reversed(part.actors) if a.j <= start and a.how in NAMED), None)
        if who is None or not _behind_an_aside(part, start, who.j):
            return False
    medals = [x.i for x in sentence.kind("medal") if x.j <= who.i]
    return any(0 < i - x.j <= _TAKEN for x in sentence.kind("take", "finish") for i in medals)


def named_before(discourse: Discourse, part: Part, at: int) -> Actor | None:
    """Whose name stands right before a token, or before the nation that is told of them: `Lund of Norway third`."""
    tokens, sets = discourse.tokens, discourse.lexicon.sets
    nation = next((m for m in part.sentence.kind("nation") if m.j == at and not tokens.gap(at).strip()), None)
    if nation is not None:
        of = nation.i - 1 - (tokens.low[nation.i - 1] in sets["definite"])
        at = of if tokens.low[of] in sets["belonging"] else at
    return next((a for a in part.actors if a.j == at and a.how in NAMED), None)


def _behind_an_aside(part: Part, start: int, end: int) -> bool:
    """Whether only what two commas set apart stands between the end of a name and a token."""
    sentence = part.sentence
    mine, theirs = sentence.segment(start), sentence.segment(end - 1)
    closed = sentence.begins(mine) == start and sentence.opens[mine] == "," and sentence.begins(theirs + 1) == end
    aside = (x for k in range(theirs + 1, mine) for x in sentence.within(k))
    return closed and mine > theirs + 1 and not any(x.kind in ("take", "finish") for x in aside)

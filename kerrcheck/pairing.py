"""Pairing: names and values that are listed apart and belong together by their order."""

from itertools import pairwise

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens


def paired(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """The actor that the order of a list gives a value to."""
    return _respectively(tokens, lexicon, part, m) or _versus(tokens, lexicon, part, m)


def _respectively(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`A, B and C were first, second and third`: names and values of equal number, paired in order."""
    sentence = part.sentence
    values = _run(tokens, lexicon, list(sentence.kind(m.kind)), m)
    if len(values) < 2:
        return None
    names = [a for a in part.actors if a.j <= values[0].i and a.how in NAMED]
    run = names[-len(values) :]
    if len(run) != len(values) or not _listed(tokens, lexicon, [(a.np, a.j) for a in run]):
        return None
    longer = [(a.np, a.j) for a in names[-len(values) - 1 :]] if len(names) > len(values) else []
    said = lexicon.sets["respectively"] & set(tokens.low[sentence.a : sentence.b])
    if longer and not said and _listed(tokens, lexicon, longer):
        return None
    return run[values.index(m)]


def _versus(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`A beat B, 9.81 to 9.89`: the first of two marks is the winner's."""
    low, sets = tokens.low, lexicon.sets
    same = list(part.sentence.kind("quantity")) if m.kind == "quantity" else []
    for one, two in pairwise(same):
        if not _joined(low[one.j : two.i], sets["pairing"]):
            continue
        named = [a for a in part.actors if a.j <= one.i and a.how in NAMED]
        three = next((x for x in same if _joined(low[two.j : x.i], sets["conjunction"])), None)
        if three is not None:
            return _third(tokens, lexicon, m, (two, three), named) or Actor(m.i, m.i, m.i, (), "team", "subject", m)
        if m.i in (one.i, two.i) and len(named) >= 2:
            return named[-2] if m.i == one.i else named[-1]
    return None


def _third(tokens: Tokens, lexicon: Lexicon, m: Mention, last: tuple[Mention, Mention], named: list[Actor]) -> Actor | None:
    """`won from B and C, 9.81 to 9.89 and 9.91`: the second and the third mark are those of the two whom the winner beat."""
    beaten = named[-2:]
    if m.i not in (last[0].i, last[1].i) or len(beaten) < 2 or beaten[0].role != "object":
        return None
    return beaten[m.i == last[1].i] if _listed(tokens, lexicon, [(a.np, a.j) for a in beaten]) else None


def _joined(words: list[str], joints: frozenset[str]) -> bool:
    """Whether one word of a class is all that stands between."""
    return len(words) == 1 and words[0] in joints


def _run(tokens: Tokens, lexicon: Lexicon, same: list[Mention], m: Mention) -> list[Mention]:
    """The mentions of a kind that are listed together with one: joined by commas and `and`."""
    at = next((k for k, x in enumerate(same) if x.i == m.i), None)
    if at is None:
        return []
    low = high = at
    while low > 0 and _listed(tokens, lexicon, [(x.i, x.j) for x in same[low - 1 : low + 1]]):
        low -= 1
    while high + 1 < len(same) and _listed(tokens, lexicon, [(x.i, x.j) for x in same[high : high + 2]]):
        high += 1
    return same[low : high + 1]


def _listed(tokens: Tokens, lexicon: Lexicon, places: list[tuple[int, int]]) -> bool:
    """Whether stretches of tokens follow each other with only commas or `and` between."""
    for (_, end), (start, _) in pairwise(places):
        words = [tokens.low[t] for t in range(end, start) if not _bracketed(tokens, t)]
        if words and not _joined(words, lexicon.sets["listing"]):
            return False
        if any(tokens.gap(k).strip(" ()\n") not in ("", ",") for k in range(end, start + 1)):
            return False
        if not words and tokens.gap(start).strip(" ()\n") != ",":
            return False
    return True


def _bracketed(tokens: Tokens, t: int) -> bool:
    """Whether a token stands alone in brackets."""
    return tokens.gap(t)[-1:] in ("(", "[") and t + 1 < len(tokens) and tokens.gap(t + 1)[:1] in (")", "]")

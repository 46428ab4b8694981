"""A difference of two marks: `0.14 seconds adrift of Hocker`, `by fourteen hundredths`, `took 1.02 off the record`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import NAMED, Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._beaten_by import beaten, loser, missed
from kerrcheck.claims._gap_words import broken_by, listed, of_rivals, opened, paired, places, points, spoken_of, winning
from kerrcheck.claims._quantity_kind import quantity_kind
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import bond, owner
from kerrcheck.relations import repeated

_EITHER, _TWO = "either", 2


class Gap(NamedTuple):
    """What a margin is between: `cue` the comparing word, `marks` other quantities of the sentence, `record` and `best`
    whether one is spoken of, `between` rivals, older marks or either, empty where the words leave both open.

    `places` are two placings it lies between, or the one that its owner missed; `chained` says that it counts on from the one
    before (`another 0.01 back`), `points` that a word points back to a mark, `copula` that the mark before it in the sentence
    is what is so much better, `won` that somebody won by so much.
    """

    cue: str
    marks: tuple[Mention, ...]
    record: bool
    best: bool
    between: str = ""
    way: Mention | None = None
    places: tuple[int, ...] = ()
    chained: bool = False
    points: bool = False
    copula: bool = False
    won: bool = False


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every margin; the value is the quantity, the owner and the other the people it lies between."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("quantity"):
            if quantity_kind(discourse, part, m) == "gap" and not listed(discourse, part, m):
                yield _margin(discourse, number, m)


def _margin(discourse: Discourse, number: int, m: Mention) -> Claim:
    """The claim that a margin makes."""
    part = discourse.parts[number]
    cue = _cue(part, m)
    marks = tuple(x for x in part.sentence.kind("quantity") if x.i != m.i)
    who, other = _pair(discourse, number, m, cue)
    word = discourse.tokens.low[cue.i] if cue else ""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    lost = missed(discourse, part, m)
    between_places, chained = places(discourse, part, m) or lost, m.i > part.sentence.a and low[m.i - 1] in sets["chained"]
    won = (other is None or who is None or who.how == "elided") and winning(discourse, part, m)
    between = "rivals" if between_places or chained or won else _between_two(discourse, part, m, other)
    gap = Gap(
        word, marks, *spoken_of(discourse, part), between, _way(part, m), between_places, chained, points(discourse, part, m),
        any(x.kind == "copula" and x.j <= m.i for x in part.sentence.within(part.sentence.segment(m.i))), won,
    )  # fmt: skip
    how = modality(discourse.tokens, part, m)
    how = "asserted" if lost and how == "negated" else how
    return Claim(
        "margin", m.i, m.j, m.value, who, number, how, context(part, m),
        other=other, detail=gap, trace=("gap",), bond=bond(part, m, who),
    )  # fmt: skip


def _between_two(discourse: Discourse, part: Part, m: Mention, other: Actor | None) -> str:
    """What a margin lies between: rivals where somebody was beaten or is behind `than`, either where they are behind `short of`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    if (other is not None and other.i > m.j and low[other.np - 1] in sets["than"]) or beaten(discourse, part, m):
        return _EITHER if other is not None and {*low[other.j : other.j + 1]} & sets["inversions"] else "rivals"
    between = _between(discourse, part, m)
    short = other is not None and other.role != "owner" and low[other.np - 1] in sets["of"]
    return _EITHER if between == "older" and short else between


def _way(part: Part, m: Mention) -> Mention | None:
    """The word that sets the owner ahead or behind, right after the margin."""
    return next((x for x in part.sentence.kind("way") if 0 <= x.i - m.j <= 1), None)


def _between(discourse: Discourse, part: Part, m: Mention) -> str:
    """Whether the nearest comparing word sets rivals apart or a mark from an older one."""
    over = discourse.lexicon.sets["over_words"]
    if broken_by(discourse, part, m):
        return "older"
    if of_rivals(discourse, part, m):
        return "rivals"
    some = [x for x in part.sentence.kind("between") if (m.i - x.i <= 5 if x.i < m.i else x.i - m.j <= 4)]
    near = min(some, key=lambda x: abs(x.i - m.j) if x.i >= m.j else 4 + m.i - x.j, default=None)
    after = max((x.j for x in part.sentence.kind("between", "order") if 0 <= x.i - m.j <= 4 and (x == near or x.i <= m.j + 1)), default=m.j)
    if any(after <= x.i <= after + 1 for x in part.sentence.kind("city", "edition", "series")):
        return "older"
    if any(0 <= x.i - m.j <= 1 and discourse.tokens.low[x.i] not in over for x in part.sentence.kind("order")):
        return "rivals"
    if near and discourse.tokens.low[near.i] in discourse.lexicon.sets["shortfalls"]:
        return near.value if set(discourse.tokens.low[near.j - 1 : near.j + 1]) & discourse.lexicon.sets["of"] else _EITHER
    return near.value if near else "rivals" if _way(part, m) else ""


def _cue(part: Part, m: Mention) -> Mention | None:
    """The nearest comparing cue."""
    some = [x for x in part.sentence.kind("gap", "order") if -6 <= x.i - m.j <= 4]
    own = [x for x in some if part.sentence.segment(x.i) == part.sentence.segment(m.i)]
    return min(own or some, key=lambda x: abs(x.i - m.j) if x.i >= m.j else 2 + m.i - x.j, default=None)


def _pair(discourse: Discourse, number: int, m: Mention, cue: Mention | None) -> tuple[Actor | None, Actor | None]:
    """The two people a margin lies between, as far as they are named."""
    tokens, part = discourse.tokens, discourse.parts[number]
    separated = _opened(discourse, part, m) or _separated(part, m) or beaten(discourse, part, m) or _both_before(discourse, number, m)
    if separated:
        return separated
    end = max(m.j, cue.j if cue and cue.i >= m.j else m.j)
    other = _other(discourse, part, end)
    said = repeated(tokens, part, m) or m
    first = _pointed_at(discourse, number, m) or loser(discourse, part, m) or owner(tokens, discourse.lexicon, part, said)
    if cue is not None and cue.kind == "order" and cue.i < m.i:
        other = next((a for a in part.actors if cue.j <= a.i < m.i), other)
        first = next((a for a in reversed(part.actors) if a.j <= cue.i and a.role != "object"), first)
    if discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["chained"]:
        first = next((a for a in part.actors if a.j == m.i - 1), first)
    beside = next((a for a in part.actors if a.j == m.i and a.how in NAMED), None)
    if beside is not None and other is not None and other.how == "pronoun" and beside.ids == other.ids:
        return beside, None
    if first is not None and other is not None and set(first.ids) & set(other.ids):
        first = next((a for a in reversed(part.actors) if a.j <= m.i and not set(a.ids) & set(other.ids)), None)
    return first, other


def _other(discourse: Discourse, part: Part, end: int) -> Actor | None:
    """The person right behind the words of a margin; `than` may stand between."""
    than = end < part.sentence.b and bool(discourse.lexicon.sets["than"] & {*discourse.tokens.low[end - 1 : end + 1]})
    here = part.sentence.segment(end - 1)
    end += _of_what(discourse, part, end)
    after = (a for a in part.actors if a.i >= end and a.np <= end + 1 and a.how != "relative")
    return next((a for a in after if part.sentence.segment(a.i) == here or (than and a.how in NAMED and a.role != "owner")), None)


def _of_what(discourse: Discourse, part: Part, end: int) -> int:
    """How many tokens behind a margin lead to whoever did what it is taken from: 2 in `took a second from what Quill had done`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    what = end + 1 < part.sentence.b and low[end] in sets["taken_from"] and low[end + 1] in sets["free_relatives"]
    return 2 if what else 0


def _pointed_at(discourse: Discourse, number: int, m: Mention) -> Actor | None:
    """`That is a metre behind X`: whose mark the sentence before ends with, where nobody is named before the margin."""
    part, before = discourse.parts[number], discourse.parts[number - 1] if number else None
    if before is None or discourse.tokens.low[part.sentence.a] not in discourse.lexicon.sets["points_last"]:
        return None
    if before.sentence.paragraph != part.sentence.paragraph or any(a.j <= m.i for a in part.actors):
        return None
    marks = [x for x in before.sentence.kind("quantity") if quantity_kind(discourse, before, x) != "gap"]
    return owner(discourse.tokens, discourse.lexicon, before, marks[0]) if len(marks) == 1 else None


def _both_before(discourse: Discourse, number: int, m: Mention) -> tuple[Actor, Actor] | None:
    """`Two hundredths in it`, `The gap: 0.14`: the two people of the sentence before, else of the one behind."""
    part = discourse.parts[number]
    if any(a.j <= m.i for a in part.actors) or not paired(discourse, part, m):
        return None
    for there in (
        discourse.parts[number - 1] if number else None,
        discourse.parts[number + 1] if number + 1 < len(discourse.parts) else None,
    ):
        named = [a for a in there.actors if a.how in NAMED] if there is not None and not there.sentence.heading else []
        if named:
            return (named[0], named[1]) if len(named) == _TWO else None
    return None


def _separated(part: Part, m: Mention) -> tuple[Actor, Actor] | None:
    """`separated A and B`, `between A and B`: the two people after the margin, joined."""
    cue = next((x for x in part.sentence.kind("gap") if x.i >= m.j and x.i - m.j <= 3 and x.j < part.sentence.b), None)
    if cue is None:
        return None
    return _joined(part, cue.j)


def _joined(part: Part, at: int) -> tuple[Actor, Actor] | None:
    """The two people right behind a token, where only one word stands between them."""
    after = [a for a in part.actors if a.i >= at and a.how in ("full", "family", "given")][:_TWO]
    joined = len(after) == _TWO and any(x.i == after[0].j for x in part.sentence.kind("joining", "order"))
    return (after[0], after[1]) if joined and after[1].np - after[0].j == 1 and after[0].np - at <= 1 else None


def _opened(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor, Actor] | None:
    """The two people that the sentence of a margin opens with."""
    return _joined(part, part.sentence.a + 1) if opened(discourse, part, m) else None

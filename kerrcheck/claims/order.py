"""Who beat whom: `ahead of`, `behind`, `beat`, `was pipped by`, `gold from Kerr`."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality

_FAR = 8


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every relation of two people; the value is ahead or behind, of the owner before the other."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("order"):
            pair = related(discourse, part, m)
            if pair:
                how = modality(discourse.tokens, part, m)
                yield Claim("order", m.i, m.j, m.value, pair[0], number, how, context(part, m), other=pair[1], trace=(f"order:{m.value}",))


def related(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor, Actor] | None:
    """The two people that a relation stands between."""
    other = _object(discourse, part, m)
    if other is None or _temporary(part, m):
        return None
    first = _subject(part, m, other)
    if first is None or set(first.ids) & set(other.ids) or not first.ids or not other.ids:
        return None
    if discourse.tokens.low[m.i] in discourse.lexicon.sets["held_in"] | discourse.lexicon.sets["over_words"] and not _won(part, m):
        return None
    return first, other


def _object(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """The person right after the relation."""
    after = next((a for a in part.actors if a.i >= m.j), None)
    if after is None or after.np > m.j + 1 or part.sentence.segment(after.i) != part.sentence.segment(m.j - 1):
        return None
    if (after.role == "owner" and after.how != "pronoun") or (
        after.how == "pronoun" and discourse.tokens.low[after.i] in discourse.lexicon.sets["possessives"]
    ):
        return None
    return after


def _subject(part: Part, m: Mention, other: Actor) -> Actor | None:
    """The person the relation is said of: the nearest subject before it."""
    before: list[Actor] = [a for a in part.actors if a.j <= m.i and a is not other]
    segment = part.sentence.segment(m.i)
    for actor in before[::-1]:
        if actor.role == "object" and part.sentence.segment(actor.i) == segment and m.i - actor.j > 1:
            continue
        if actor.role == "owner" and m.i - actor.j > _FAR:
            continue
        if actor.role != "object" or m.i - actor.j <= 1:
            return actor
    if part.topic and not before and not part.sentence.heading:
        return Actor(m.i, m.i, m.i, part.topic, "elided", "subject", m)
    return None


def _temporary(part: Part, m: Mention) -> bool:
    """Whether the relation is one of a moment in the race."""
    segment = part.sentence.segment(m.i)
    return any(x.kind in ("stretch", "split", "lead") for x in part.sentence.within(segment))


def _won(part: Part, m: Mention) -> bool:
    """Whether a result stands shortly before, so that `from` or `over` sets the winner before the rest."""
    segment = part.sentence.segment(m.i)
    return any(x.kind in ("medal", "placing", "quantity") and 0 <= m.i - x.j <= 4 for x in part.sentence.within(segment))

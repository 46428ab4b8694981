"""Who beat whom: `ahead of`, `behind`, `beat`, `was pipped by`, `gold from Kerr`."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._positions import elsewhere
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.relations import leads, repeated, told_behind

_FAR, _NEAR, _REACH = 8, 4, 12
_TELLING = frozenset(("finish", "take", "placing", "ordinal", "quantity", "medal", "modal", "copula", "lead", "order"))


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every relation of two people; the value is ahead or behind, of the owner before the other."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("order"):
            pair = related(discourse, part, m)
            if pair and not elsewhere(discourse, part, m):
                how = modality(discourse.tokens, part, m)
                first, trace = pair[0], (f"order:{m.value}",)
                for other in (pair[1], *_joined(discourse, part, pair[1])):
                    yield Claim("order", m.i, m.j, m.value, first, number, how, context(part, m), other=other, trace=trace)


def related(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor, Actor] | None:
    """The two people that a relation stands between."""
    other = _object(part, m)
    if other is None or _temporary(part, m) or _set_apart(discourse, part, m):
        return None
    led = leads(discourse.tokens, discourse.lexicon, part, m)
    first = (
        told_behind(discourse.tokens, discourse.lexicon, part, other)
        if led
        else _subject(part, repeated(discourse.tokens, part, m) or m, other)
    )
    if first is None or set(first.ids) & set(other.ids) or not all(a.ids or a.how in NAMED for a in (first, other)):
        return None
    if discourse.tokens.low[m.i] in discourse.lexicon.sets["held_in"] | discourse.lexicon.sets["over_words"] and not _won(part, m):
        return None
    return first, other


def _joined(discourse: Discourse, part: Part, other: Actor) -> Iterator[Actor]:
    """Whoever is joined to somebody by `and`, of whom nothing else is told: `behind Quill and Brekke`."""
    low, joints = discourse.tokens.low, discourse.lexicon.sets["conjunction"]
    joined = other.j < part.sentence.b and low[other.j] in joints and not discourse.tokens.gap(other.j).strip()
    after = next((a for a in part.actors if joined and a.np == other.j + 1 and a.how in NAMED), None)
    telling = {x.i for x in part.sentence.mentions if x.kind in _TELLING}
    told = after is None or after.j in telling or (after.j < part.sentence.b and bool(discourse.tokens.gap(after.j).strip()))
    if after is not None and after.ids and not told and not set(after.ids) & set(other.ids) and after.role != "owner":
        yield after


def _object(part: Part, m: Mention) -> Actor | None:
    """The person right after the relation."""
    after = next((a for a in part.actors if a.i >= m.j), None)
    if after is None or after.np > m.j + 1 or part.sentence.segment(after.i) != part.sentence.segment(m.j - 1):
        return None
    if after.role == "owner":
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


def _set_apart(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether two are only said to be apart: `23 centimetres separated him from X`."""
    return bool({*discourse.tokens.low[max(part.sentence.a, m.i - _NEAR) : m.i]} & discourse.lexicon.sets["separate_words"])


def _won(part: Part, m: Mention) -> bool:
    """Whether a result stands shortly before, so that `from` or `over` sets the winner before the rest: `won, in 9.98, from Quill`."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    near = [x for x in sentence.within(mine) if x.j <= m.i]
    if sentence.begins(mine) == m.i and mine:
        before = [x for x in sentence.within(mine - 1) if x.kind in ("placing", "quantity")]
        near += before if any(x.kind == "placing" and x.value == "1" for x in before) else []
    if any(x.kind in ("medal", "placing", "quantity") and m.i - x.j <= _NEAR for x in near):
        return True
    last = max((x.j for x in near if x.kind == "placing" and x.value == "1"), default=None)
    return last is not None and m.i - last <= _REACH and not any(last <= a.i < m.i for a in part.actors)

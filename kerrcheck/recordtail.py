"""What follows a record, word by word, for as long as the words go on describing it: mark, holder, day and place."""

from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

NAMED = ("full", "family", "given")
_DAYS = ("date", "year", "ago")
_PLACES = ("city", "edition", "venue")


class Tail(NamedTuple):
    """What is read behind a record: the token where it ends, and the fields found."""

    end: int
    who: Actor | None
    mark: Mention | None
    days: tuple[Mention, ...]
    places: tuple[Mention, ...]


def whole(m: Mention) -> bool:
    """Whether a quantity may be a mark and no gap: a clock time, or one with its decimals."""
    return m.value.shape in ("clock", "feet") or m.value.unit == "pts" or m.value.milli >= 5000 or m.value.precision == 2 and m.value.milli >= 1500 or m.value.shape == "words" and m.value.milli >= 60_000


def tail(discourse: Discourse, part: Part, at: int, who: Actor | None) -> Tail:
    """What follows a record, word by word, until something else begins."""
    tokens, words, of = discourse.tokens, discourse.lexicon.sets["record_tail"], discourse.lexicon.sets["record_of"]
    mark: Mention | None = None
    days: list[Mention] = []
    places: list[Mention] = []
    holder = who
    while at < part.sentence.b:
        if any(c in tokens.gap(at) for c in ";)…") and at > part.sentence.a:
            break
        here = [m for m in part.sentence.mentions if m.i == at]
        quantity = next((m for m in here if m.kind == "quantity"), None)
        actor = next((a for a in part.actors if (a.i == at or a.np <= at < a.i and a.how in NAMED and tokens.low[at] not in words) and a.how != "relative"), None)
        day = next((m for m in here if m.kind in _DAYS), None)
        place = next((m for m in here if m.kind in _PLACES), None)
        if quantity and whole(quantity) and not mark:
            mark, at = quantity, quantity.j
        elif day:
            days.append(day)
            at = day.j
        elif actor and actor.how in ("pronoun", "elided"):
            at = actor.j
        elif actor and (holder is None and tokens.low[at - 1] in of and actor.role != "owner" or holder is not None and actor.ids == holder.ids or _belongs(discourse, part, actor, at, holder)):
            holder, at = actor, actor.j
        elif place and not actor:
            places.append(place)
            at = place.j
        elif tokens.low[at] in words and not quantity and not actor:
            at += 1
        else:
            break
    return Tail(at, holder if holder is not who else None, mark, tuple(days), tuple(places))


def _belongs(discourse: Discourse, part: Part, actor: Actor, at: int, holder: Actor | None) -> bool:
    """`had been Farah's`, `is El Guerrouj's too`: a possessor behind a verb, with nothing of his after it."""
    if holder is not None or actor.role != "owner" or discourse.tokens.low[at - 1] not in discourse.lexicon.sets["record_is"]:
        return False
    j = actor.j
    return j >= part.sentence.b or bool(discourse.tokens.gap(j).strip()) or discourse.tokens.low[j] in discourse.lexicon.sets["record_tail"] or discourse.tokens.low[j] in ("too", "for", "until")

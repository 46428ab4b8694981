"""Fitting a citation: the record on file that it must mean, as the one for which the fewest of its words must change.

Every record of the events spoken of is tried, and every record of the holder named. A mark weighs most, since figures that
agree to the hundredth are no chance; that a record had fallen by then weighs where the words say that it stood.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.citations import Citation
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import Book, book, detail, indoor, rank, within
from kerrcheck.recordpool import bears, candidates
from kerrcheck.recordtail import NAMED

# One disagreement costs 1; figures more, for they seldom agree by chance; a reading that only sounds less likely, less.
_MARK, _FALLEN, _UNLIKELY, _ASIDE = 1.35, 1.6, 0.15, 0.4
CLEAR = 0.25
# A little more than what is still near, so that no rounding leaves out what is.
_HOPELESS = CLEAR + 1e-6
# Below this no record comes near that has any word against it.
_WRONG = 1 - _HOPELESS


class Trial(NamedTuple):
    """A record tried on a citation: the fields that agree, those that do not, and the cost of it."""

    fact: Fact
    agreed: frozenset[str]
    wrong: tuple[tuple[str, Mention | None], ...]
    cost: float


class Found(NamedTuple):
    """What became of a citation: the best trials, and the one field that is wrong in them, if it is one.

    `reason` says why nothing can be said; where it is None and `field` too, the record bears the citation out.
    """

    trials: tuple[Trial, ...]
    field: str | None = None
    at: Mention | None = None
    reason: str | None = None

    @property
    def fact(self) -> Fact | None:
        """The record that is meant."""
        return self.trials[0].fact if self.trials else None


def found(discourse: Discourse, part: Part, citation: Citation) -> Found:
    """The record that a citation means, and what of it is wrong."""
    tried = _trials(discourse, book(discourse), citation, candidates(discourse, part, citation))
    if not tried:
        return Found((), reason="no such record is on record")
    least = min(t.cost for t in tried)
    near = tuple(sorted((t for t in tried if t.cost - least < CLEAR), key=lambda t: (t.cost, rank(t.fact), t.fact.id)))
    best = near[0]
    if not best.wrong and best.cost < 1:
        return Found(near[:2]) if best.agreed else Found((), reason="which record it was is not clear")
    if len(best.wrong) != 1 or best.cost >= _MARK + 0.9 * CLEAR or citation.phrase.vague:
        return Found(near, reason="which record it was is not clear")
    if len({t.wrong for t in near}) > 1:
        near = _preferred(near)
        if not near:
            return Found((), reason="more than one thing may be wrong")
    field, at = near[0].wrong[0]
    return Found(near, field, at)


def _trials(discourse: Discourse, records: Book, citation: Citation, pool: list[tuple[Fact, bool]]) -> list[Trial]:
    """The records of a pool tried on a citation, in its order; what is further off than the best so far is left out."""
    scopes, ids, people = citation.phrase.scopes, citation.who.ids if citation.who else (), discourse.cast.people
    least = float("inf")
    tried: list[Trial] = []
    # The latest first: the record that is meant is most often one of them, and the others are soon given up.
    for fact, aside in reversed(pool):
        if least < _WRONG:
            who = fact.subject
            if (scopes and not within(fact, scopes)) or (ids and who not in ids and (len(who) != 3 or who in people)):
                continue
        trial = _tried(discourse, records, citation, fact, aside, least + _HOPELESS)
        if trial:
            tried.append(trial)
            least = min(least, trial.cost)
    return tried[::-1]


def _preferred(near: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """Of trials that blame several words: those that leave most of mark, scope and holder, if they blame one thing."""
    most = max(2 * ("mark" in t.agreed) + len(t.agreed & {"scope", "holder"}) for t in near)
    some = tuple(t for t in near if 2 * ("mark" in t.agreed) + len(t.agreed & {"scope", "holder"}) == most)
    return some if len({t.wrong for t in some}) == 1 and some[0].wrong else ()


def _tried(discourse: Discourse, records: Book, citation: Citation, fact: Fact, aside: bool, most: float) -> Trial | None:
    """One record tried on a citation; None as soon as it costs as much as is hopeless."""
    agreed: set[str] = set()
    wrong: list[tuple[str, Mention | None]] = []
    cost: float = 0
    for field, answer, at in _answers(discourse, records, citation, fact):
        if answer:
            agreed.add(field)
        elif answer is False:
            wrong.append((field, at))
            cost += _cost(citation, field)
            if cost >= most:
                return None
    cost += _time(records, citation, fact, agreed)
    if citation.breaks and citation.reading == "old" and records.stands(fact):
        cost += _FALLEN
    if aside and not (citation.reading == "new" and records.fresh(fact)) and not citation.phrase.event:
        cost += _FALLEN if citation.breaker and not agreed & {"mark", "day"} else _ASIDE
    return Trial(fact, frozenset(agreed), tuple(wrong), cost) if cost < most else None


def _answers(discourse: Discourse, records: Book, citation: Citation, fact: Fact) -> Iterator[tuple[str, bool | None, Mention | None]]:
    """Each field of a citation: whether the record agrees, None where one of the two is silent, and where it stands."""
    phrase, who = citation.phrase, citation.who
    yield "scope", _scope(citation, fact), phrase.scope
    if who is not None:
        yield "holder", _holder(discourse, citation, fact), who.mention
    if citation.mark is not None:
        yield "mark", bears(records, citation, fact), citation.mark
    if phrase.indoor:
        yield "indoor", _roof(citation, fact), phrase.indoor
    yield "event", _event(citation, fact), phrase.event
    for m in citation.days:
        yield "day", day_agrees(discourse, m, fact.valid_from), m
    for m in citation.places:
        yield "place", at_place(discourse, m, fact), m


def _cost(citation: Citation, field: str) -> float:
    """What it costs that a field is wrong: who sets a record now is seldom wrong, nor is a pronoun or an epithet."""
    sure = field == "holder" and citation.who is not None and (citation.reading == "new" or citation.who.how not in NAMED)
    return _MARK if field == "mark" or sure else 1


def _event(citation: Citation, fact: Fact) -> bool | None:
    """Whether a record is of the event named with it."""
    return fact.setting.event in citation.phrase.events if citation.phrase.events and fact.setting else None


def _scope(citation: Citation, fact: Fact) -> bool | None:
    """Whether a record is of the scope written."""
    return within(fact, citation.phrase.scopes) if citation.phrase.scopes else None


def _holder(discourse: Discourse, citation: Citation, fact: Fact) -> bool | None:
    """Whether a record is the holder's; a team's is anybody's."""
    if citation.who is None or not citation.who.ids or (fact.subject not in discourse.cast.people and len(fact.subject) == 3):
        return None
    return fact.subject in citation.who.ids


def _roof(citation: Citation, fact: Fact) -> bool | None:
    """Whether a record is one under a roof, where the words say so."""
    return indoor(fact) if citation.phrase.indoor else None


def at_place(discourse: Discourse, m: Mention, fact: Fact) -> bool | None:
    """Whether a record was set in a place; None where the record does not say."""
    city, ids = detail(fact).get("city"), {id_ for id_, _ in m.value} if isinstance(m.value, tuple) else {m.value}
    if m.kind == "edition":
        held = detail(fact).get("competition")
        return held in ids if held else None
    if m.kind != "city" or not city:
        return None
    place = discourse.store.place(str(city), "city")
    return bool(ids & {city, *(place.near if place else ())})


def _time(records: Book, citation: Citation, fact: Fact, agreed: set[str]) -> float:
    """What it costs that a record was not there when the words say so: not set now, or fallen before."""
    if citation.reading == "new":
        return 0 if records.fresh(fact) or agreed & {"mark", "day"} else _FALLEN
    if citation.lasting:
        return 0 if records.stood(fact) or "mark" in agreed else _FALLEN
    if records.fresh(fact) and citation.breaker and citation.reading == "old":
        return _UNLIKELY if "holder" in agreed else 3 * _UNLIKELY
    if indoor(fact) and not citation.phrase.indoor and "mark" not in agreed:
        return 2 * _UNLIKELY
    if records.stood(fact):
        return 0
    return _FALLEN if citation.breaker and citation.reading == "old" and not citation.days and "mark" not in agreed else _UNLIKELY

"""Told order: whether the places and the marks that the text itself gives two of a race fit the word that sets one before the other.

Nothing on record is asked: `fourth in 3:31.23, behind Quill, fifth in 3:31.46` is wrong of any race.
"""

from collections.abc import Iterable

from kerrcheck.actors import Actor
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import RESULTS, Claim
from kerrcheck.discourse import Discourse

_UNITS = {"s": "behind", "m": "ahead", "pts": "ahead"}
_AHEAD, _BEHIND = "ahead", "behind"
_NOWHERE = ((), None, False)
_CITED = ("record", "best")


def against(case: Case) -> Verdict | None:
    """The contradiction of an order by the places or marks told of both, None where they fit it or say nothing."""
    claim = case.claim
    if claim.modality != "asserted" or claim.owner is None:
        return None
    if claim.kind == "order":
        if case.discourse.tokens.low[claim.j - 1] not in case.discourse.lexicon.sets["sides"] | case.discourse.lexicon.sets["of"]:
            return None  # who beat whom is told of by marks that may be anybody's of the three
        told = _between(case, claim.owner, claim.other) if claim.other is not None else None
        return _wrong(case, claim.i, claim.j) if told is not None and told != claim.value else None
    way = claim.detail.way
    if way is None or claim.other is not None or _goes_on(case, way.j):
        return None
    told = _from_the_last(case, claim.owner)
    return _wrong(case, way.i, way.j) if told is not None and told != way.value else None


def _goes_on(case: Case, at: int) -> bool:
    """Whether a word for a side has an object of its own: `ahead of the rest`."""
    sentence, low = case.discourse.parts[case.claim.part].sentence, case.discourse.tokens.low
    return at < sentence.b and low[at] in case.discourse.lexicon.sets["of"]


def _between(case: Case, one: Actor, two: Actor) -> str | None:
    """Where one stands to another by what is told of both in the sentence of a claim, of the other also in the one before."""
    every, theirs = _of(case.discourse, case.claim, one), _of(case.discourse, case.claim, two)
    mine = [c for c in every if c.i < case.claim.i] or every
    # What follows the other's name is theirs where the first has such a result already: `fourth, behind Quill, fifth in 3:31.46`.
    theirs = theirs or [c for c in every if c.i >= two.j and c not in mine and c.kind in {x.kind for x in mine}]
    return _side(
        case.discourse, mine, theirs or [c for c in _before(case) if c.kind == "result-placing" and c.owner and _same(c.owner, two)]
    )


def _of(discourse: Discourse, claim: Claim, who: Actor) -> list[Claim]:
    """The results that the sentence of a claim tells of somebody."""
    some = (c for c in discourse.said(claim.part) if c.kind in RESULTS and c.detail not in _CITED)
    return [c for c in some if c.owner is not None and _same(c.owner, who)]


def _clear(some: list[Claim], others: list[Claim]) -> bool:
    """Whether some results are one of a kind each, asserted, and of no contest, round or time that those before them are not of."""
    shared = [_setting(c) for c in others] or [_setting(c) for c in some]
    apart = any(_setting(c) not in (_NOWHERE, *shared) or c.modality != "asserted" or c.bond == "none" for c in some)
    return len({c.kind for c in some}) == len(some) and not apart


def _setting(claim: Claim) -> tuple[object, ...]:
    """What the clause of a result names of its contest."""
    context = claim.context
    return context.refs, context.round, context.past


def _same(one: Actor, two: Actor) -> bool:
    """Whether two actors are one, by whom they may be or by where they stand."""
    return one.ids == two.ids if one.ids or two.ids else one.i == two.i


def _before(case: Case) -> list[Claim]:
    """The results of people on record that the sentence before tells, in the same paragraph."""
    discourse, number = case.discourse, case.claim.part
    if not number or discourse.parts[number - 1].sentence.paragraph != discourse.parts[number].sentence.paragraph:
        return []
    return [c for c in discourse.said(number - 1) if c.kind in RESULTS and c.owner is not None and c.owner.ids]


def _from_the_last(case: Case, who: Actor) -> str | None:
    """Where somebody stands to whoever's result is told right before theirs; behind a winner of the same sentence, in any case."""
    discourse, claim = case.discourse, case.claim
    mine = _of(discourse, claim, who)
    last = _last([c for c in discourse.said(claim.part) if c.i < who.np], who)
    here = bool(last)
    if not here:
        last = [c for c in _last(_before(case), who) if c.kind == "result-mark"]
    if not last or not (_clear(mine, last) and _clear(last, [])):
        return None
    won = here and any(c.value == "1" for c in last if c.kind == "result-placing")
    return _side(discourse, mine, last) or (_BEHIND if won else None)


def _last(some: Iterable[Claim], who: Actor) -> list[Claim]:
    """The results of whoever is told of last among some, and is somebody else."""
    told = [c for c in some if c.kind in RESULTS and c.detail not in _CITED and c.owner is not None and c.owner.ids]
    if not told or told[-1].owner is None or _same(told[-1].owner, who):
        return []
    return [c for c in told if c.owner and _same(c.owner, told[-1].owner)]


def _side(discourse: Discourse, mine: list[Claim], theirs: list[Claim]) -> str | None:
    """The side that places tell, else marks, where they do not speak against each other."""
    if not (theirs and _clear(mine, theirs) and _clear(theirs, mine)):
        return None
    by_place = _by_place(mine, theirs)
    by_mark = _by_mark(discourse, mine, theirs)
    if by_place and by_mark and by_place != by_mark:
        return None
    return by_place or by_mark


def _by_place(mine: list[Claim], theirs: list[Claim]) -> str | None:
    """The side by two places."""
    one, two = ([int(c.value) for c in some if c.kind == "result-placing" and c.value.isdigit()] for some in (mine, theirs))
    if len(one) != 1 or len(two) != 1 or one == two:
        return None
    return _AHEAD if one < two else _BEHIND


def _by_mark(discourse: Discourse, mine: list[Claim], theirs: list[Claim]) -> str | None:
    """The side by two marks of one unit: less is ahead on the clock, more in the field."""
    one, two = ([c for c in some if c.kind == "result-mark" and (c.value.precision or c.value.unit == "pts")] for some in (mine, theirs))
    if len(one) != 1 or len(two) != 1 or one[0].value.milli == two[0].value.milli:
        return None
    units = {_unit(discourse, c) for c in (one[0], two[0])}
    more = _UNITS.get(units.pop() if len(units) == 1 else "")
    if more is None:
        return None
    less = _BEHIND if more == _AHEAD else _AHEAD
    return more if one[0].value.milli > two[0].value.milli else less


def _unit(discourse: Discourse, claim: Claim) -> str:
    """The unit of a mark: its own, else that of the event told of, else of what its owner does; empty where that is unclear."""
    known, milli = discourse.lexicon.events, claim.value.milli
    done = (o.setting.event for x in (claim.owner.ids if claim.owner else ()) for o in discourse.outings.of(x))
    events = claim.context.event.value if claim.context.event else claim.context.carried or done
    units = {known[e].unit for e in events if e in known and known[e].low <= milli <= known[e].high}
    return claim.value.unit if claim.value.unit != "?" else units.pop() if len(units) == 1 else ""


def _wrong(case: Case, i: int, j: int) -> Verdict:
    """The contradiction of the word at some tokens, with its opposite."""
    span = case.span(i, j)
    raw = case.raw(span)
    opposite = case.discourse.lexicon.opposites.get(raw.lower())
    message = f"not {raw}, by the places or marks told here"
    return Verdict("contradicted", None, (), span, (opposite,) if opposite else (), opposite, message=message)

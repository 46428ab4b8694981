"""Rows: lines that stand beside others of one contest, and what that shows of the one that differs."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kerrcheck.actors import NAMED
from kerrcheck.certainty import result_told
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, fits, slip
from kerrcheck.outings import Outing
from kerrcheck.substitutes import untold_medallist

_POINTS = 3_000_000


class Line(NamedTuple):
    """Claims that share an owner and a setting, and what became of them.

    `best` is the outing with the fewest changes; `sure` whether no other explanation is nearly as good; `instead` another
    athlete's outing that the whole line fits; `reason` why nothing can be said.
    """

    claims: tuple[Claim, ...]
    best: Fit | None
    sure: bool
    instead: Outing | None = None
    reason: str | None = None


def together(discourse: Discourse, first: list[Line], beside: Mapping[int, list[Line]]) -> list[Line]:
    """Lines that were fitted one by one, looked at again beside the others of their sentences (`beside`, by its number)."""
    places = _places(first)
    told = {line.best.outing.setting.key() for line in first if line.best and not line.best.misfits and measured(line)}
    near = [(line, beside[line.claims[0].part]) for line in first]
    again = ((_likened(_elsewhere(discourse, _of_podium(discourse, line, places), some), some), some) for line, some in near)
    return [_slipped(discourse, _in_company(discourse, line, some), told) for line, some in again]


def _places(found: list[Line]) -> dict[str, set[int]]:
    """The places of each contest that lines without fault give."""
    places: dict[str, set[int]] = {}
    for line in found:
        if line.best and not line.best.misfits and line.best.outing.place and any(c.kind == "result-placing" for c in line.claims):
            places.setdefault(line.best.outing.setting.key(), set()).add(line.best.outing.place)
    return places


def _of_podium(discourse: Discourse, line: Line, places: dict[str, set[int]]) -> Line:
    """A line of a wrong medal that the text gives to nobody while it gives others of the contest rightly: its name is wrong."""
    if line.best is None or not line.best.misfits or not line.sure or line.instead:
        return line
    told = places.get(line.best.outing.setting.key(), set())
    return line._replace(instead=untold_medallist(discourse, line.claims, line.best, told))


def measured(line: Line) -> bool:
    """Whether a line holds a mark to the tenth or better, or points."""
    return any(c.kind == "result-mark" and (c.value.precision or c.value.unit == "pts" or c.value.milli >= _POINTS) for c in line.claims)


def _slipped(discourse: Discourse, line: Line, told: set[str]) -> Line:
    """A line whose mark is surely a slip, in a contest that another mark of the text shows to be meant."""
    best = line.best
    if line.sure or best is None or len(line.claims) > 1 or best.outing.setting.key() not in told:
        return line
    return line._replace(sure=True) if _lone_slip(discourse, line.claims[0], best) else line


def _in_company(discourse: Discourse, line: Line, others: list[Line]) -> Line:
    """A line of one mark among others of its sentence, all of one contest."""
    claim = line.claims[0]
    if line.sure or line.best is None or len(line.claims) > 1:
        return line
    fit = _in_row(discourse, claim, [key for other in others if (key := _shown_by(claim, other))])
    return line._replace(best=fit, sure=True) if fit else line


def _shown_by(claim: Claim, other: Line) -> str | None:
    """The contest that a line of the same sentence is surely of, since its mark agrees to the tenth or better."""
    first = other.claims[0]
    mine = first is not claim and first.part == claim.part and first.owner is not None and other.best is not None
    if not mine or other.best is None or other.best.misfits or other.best.outing.person not in (first.owner.ids if first.owner else ()):
        return None
    return other.best.outing.setting.key() if measured(other) else None


def _elsewhere(discourse: Discourse, line: Line, others: list[Line]) -> Line:
    """A line of a wrong place beside which another place of the same athlete is that of the contest: it tells of another contest.

    Not where both are one place, told twice: `completed the podium in second place`.
    """
    if any(c.detail == "medal" or c.kind != "result-placing" for c in line.claims):
        return line
    if any(_twice(discourse, line.claims[0], c) for other in _right_beside(line, others) for c in other.claims):
        return line._replace(sure=True)
    if any(c.kind == "result-placing" and c.detail != "medal" for other in _right_beside(line, others) for c in other.claims):
        return line._replace(sure=False, instead=None, reason="another place beside it is that of the contest")
    return line


def _twice(discourse: Discourse, claim: Claim, other: Claim) -> bool:
    """Whether a place says again, right behind, how somebody finished: `just outside the medals in fifth`."""
    linking = discourse.lexicon.sets["lying_in"] | discourse.lexicon.sets["articles"]
    return other.kind == "result-placing" and other.j < claim.i and {*discourse.tokens.low[other.j : claim.i]} <= linking


def _likened(line: Line, others: list[Line]) -> Line:
    """A line behind which the contest is named with another of the athlete's: `third in 13.14, just as he had been in Lima`."""
    claim, kinds = line.claims[0], {c.kind for c in line.claims}
    firsts = (other.claims[0] for other in _right_beside(line, others))
    if not claim.context.refs and any(c.i > claim.i and c.context.refs and c.kind in kinds for c in firsts):
        return line._replace(sure=False, instead=None, reason="the contest is named with another beside it")
    return line


def _right_beside(line: Line, others: list[Line]) -> Iterator[Line]:
    """The lines without fault of the athlete and the contest of a wrong one, in its sentence."""
    claim = line.claims[0]
    if line.best is None or not line.best.misfits or claim.owner is None:
        return
    for other in others:
        first, fit = other.claims[0], other.best
        mine = first.part == claim.part and first.owner is not None and first.owner.ids == claim.owner.ids
        if mine and fit and not fit.misfits and fit.outing.setting.key() == line.best.outing.setting.key():
            yield other


def _in_row(discourse: Discourse, claim: Claim, keys: list[str]) -> Fit | None:
    """The outing that a mark is of which stands among marks of some contests, if they are one: `X 3:27.79, Y 3:27.08, Z 3:29.45`."""
    owner, context = claim.owner, claim.context
    if not keys or len(set(keys)) > 1 or claim.detail != "mark" or owner is None or len(owner.ids) != 1:
        return None
    if context.refs or context.days or claim.bond != "strong" or owner.how not in NAMED:
        return None
    fit = next((f for f in fits(discourse, [claim], owner.ids) if f.outing.setting.key() == keys[0]), None)
    if fit is None or len(fit.misfits) != 1 or fit.misfits[0].claim is not claim:
        return None
    listed = len(keys) > 1 and owner.j == claim.i
    return fit if listed or slip(fit.misfits[0]) else None


def _lone_slip(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a mark told as a result is a slip of one of its owner's marks, and of no other."""
    context = claim.context
    if len(best.misfits) != 1 or not slip(best.misfits[0]) or claim.bond == "none" or not result_told(discourse, claim):
        return False
    if context.refs or context.days or context.past:
        return False
    others = (f for f in fits(discourse, [claim], claim.owner.ids if claim.owner else ()) if f.outing != best.outing)
    return not any(not f.misfits or slip(f.misfits[0]) for f in others)

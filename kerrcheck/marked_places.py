"""Marked places: a place told right beside a mark that is on record to the hundredth, so that no other contest is meant."""

from collections.abc import Sequence

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, exact

_BEFORE, _BEHIND = 3, 5
_TIMED = "s"


def of_its_mark(discourse: Discourse, claims: Sequence[Claim], fit: Fit) -> bool:
    """Whether all that is wrong of a line is a place right beside the mark of the outing: `fifth in 3:28.24`, `with 17.20, was fifth`."""
    outing = fit.outing
    if [m.field for m in fit.misfits] != ["place"] or fit.misfits[0].claim is None or outing.mark is None:
        return False
    place = fit.misfits[0].claim
    meant = discourse.in_focus(outing.setting.competition, outing.day)
    meant = meant or any(outing.setting.competition in r.editions for r in place.context.refs)
    if not meant or not (outing.round == "final" or outing.mark.unit == _TIMED):
        return False
    marks = [c for c in claims if c.kind == "result-mark" and c.value.bound == "=" and exact(c, outing)]
    return any(_led(discourse, place, c) or _followed(discourse, place, c) for c in marks)


def _led(discourse: Discourse, place: Claim, mark: Claim) -> bool:
    """Whether a place leads to a mark: `fifth in 3:28.24`."""
    sentence = discourse.parts[place.part].sentence
    return 0 < mark.i - place.j < _BEFORE and sentence.segment(mark.i) == sentence.segment(place.i)


def _followed(discourse: Discourse, place: Claim, mark: Claim) -> bool:
    """Whether a mark is followed by a verb and the place, the only one there: `with 17.20, was only fifth`."""
    sentence, low, sets = discourse.parts[place.part].sentence, discourse.tokens.low, discourse.lexicon.sets
    if not 0 < place.i - mark.j < _BEHIND or (place.j < sentence.b and low[place.j] in sets["conjunction"]):
        return False
    if any(mark.j <= a.i < place.i for a in discourse.parts[place.part].actors):
        return False
    return any(mark.j <= x.i <= mark.j + 1 and x.j <= place.i for x in sentence.kind("finish", "take"))

"""Printed: the marks that the text itself gives somebody, and the differences that follow from them with no record at all."""

from itertools import combinations

from kerrcheck.apart import Difference, apart, as_mark, marks_before
from kerrcheck.claims import Claim
from kerrcheck.claims.margin import Gap
from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark

_NEAR, _LIST, _BESIDE, _TWO = 8, 3, 4, 2


def own(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Mark]:
    """The marks a margin's owner may be measured by: those of the contest reported, of its final first, and those printed beside it."""
    here = [o for o in mine if o.mark and discourse.in_focus(o.setting.competition, o.day)]
    finals = [o for o in here if o.round == (claim.context.round.value if claim.context.round else "final")]
    marks = [o.mark for o in finals or here if o.mark]
    return list(dict.fromkeys([*marks, *told(discourse, claim)]))


def told(discourse: Discourse, claim: Claim) -> list[Mark]:
    """The marks printed as the owner's in the margin's sentence or, where a word points back, in the one before."""
    gap: Gap = claim.detail
    ids = set(claim.owner.ids) if claim.owner else set()
    parts = (claim.part, claim.part - 1) if gap.points or (claim.owner and claim.owner.how == "pronoun") else (claim.part,)
    some = [c for c in _results(discourse) if c.part in parts and c.owner and ids and set(c.owner.ids) == ids]
    mine = (c for c in some if not _of_a_record(discourse, c))
    return [as_mark(c.value, _unit(discourse, claim)) for c in mine if not 0 <= c.i - claim.j <= _BESIDE or c.part != claim.part]


def _of_a_record(discourse: Discourse, claim: Claim) -> bool:
    """Whether a mark stands right behind the record or the best that it is: `missed Quill's record, 2:12.18, by a second`."""
    return any(x.j == claim.i for x in discourse.parts[claim.part].sentence.kind("record", "best"))


def _unit(discourse: Discourse, claim: Claim) -> str:
    """The unit of the marks that a margin is between: its own, else that of the event told of."""
    events = claim.context.event.value if claim.context.event else claim.context.carried
    units = {discourse.outings.units.get(event, "s") for event in events}
    return claim.value.unit if claim.value.unit != "?" else units.pop() if len(units) == 1 else "s"


def reckoned(discourse: Discourse, claim: Claim) -> list[Difference]:
    """The difference of the marks that the text gives the two, or the owner and the next of a list, near the margin."""
    if not claim.owner or not claim.owner.ids:
        return []
    near = [c for c in _results(discourse) if c.owner and c.owner.ids and 0 <= claim.part - c.part <= _NEAR]
    mine = [c for c in near if c.owner and set(c.owner.ids) == set(claim.owner.ids)]
    if not mine:
        return []
    theirs = _theirs(claim, near, mine[-1])
    if theirs is None or mine[-1].value.shape != theirs.value.shape:
        return []
    return apart(as_mark(mine[-1].value), as_mark(theirs.value), 2)


def _theirs(claim: Claim, near: list[Claim], mine: Claim) -> Claim | None:
    """The other's mark: of whoever is named, else the next one told with the owner's."""
    if claim.other is not None:
        return next((c for c in reversed(near) if c.owner and set(c.owner.ids) == set(claim.other.ids)), None)
    others = [c for c in near if c.owner and mine.owner and set(c.owner.ids) != set(mine.owner.ids)]
    if claim.detail.chained:
        return next((c for c in reversed(others) if c.part <= mine.part and c.i < mine.i), None)
    beside = next((c for c in others if c.part == mine.part), None)
    return beside or next((c for c in others if 0 < c.part - mine.part < _LIST and c.part < claim.part), None)


def _results(discourse: Discourse) -> list[Claim]:
    """The marks of the text that are told to the tenth or better."""
    return [c for c in discourse.claims if c.kind == "result-mark" and c.value.precision]


def beside(claim: Claim, printed: Mention, mark: Mark) -> list[Difference]:
    """The difference between the owner's mark and one printed in the sentence, of less doubt right behind the margin."""
    if not (printed.value.precision or printed.value.unit == "pts"):
        return []
    rank = 1 if 0 <= printed.i - claim.j <= _BESIDE else 3
    return apart(mark, as_mark(printed.value, mark.unit), rank)


def pointed(discourse: Discourse, claim: Claim, marks: list[Mark]) -> list[Difference]:
    """`Kerr's 3:27.79 is 1.02 quicker`, `he improved it by 2.94`: the one mark printed in the sentence before is the other one."""
    gap: Gap = claim.detail
    if gap.marks and not (len(gap.marks) == 1 and gap.marks[0].j <= claim.i and gap.copula):
        return []
    if not (gap.points or gap.marks) or not claim.part:
        return []
    mine = [as_mark(m.value) for m in gap.marks] or marks
    before = marks_before(discourse, claim.part)
    rank = 2 if len(before) == 1 else 4
    return [d for mark in mine for m in before for d in apart(mark, as_mark(m.value, mark.unit), rank)]


def score_before(discourse: Discourse, claim: Claim) -> list[Difference]:
    """`3:29.38 to 3:29.65. That is 0.27 between them`: the difference of the two marks set against each other right before."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    before = marks_before(discourse, claim.part) if claim.detail.points and claim.part else []
    if len(before) != _TWO or before[1].i - before[0].j != 1 or low[before[0].j] not in sets["pairing"]:
        return []
    unit = _unit(discourse, claim)
    return apart(as_mark(before[0].value, unit), as_mark(before[1].value, unit), 0)


def pairs(discourse: Discourse, claim: Claim) -> list[Difference]:
    """Differences of any two marks printed near the margin."""
    gap: Gap = claim.detail
    here = [m.value for m in gap.marks if m.value.milli > claim.value.milli and m.value.precision]
    near = here + ([m.value for m in marks_before(discourse, claim.part)] if claim.part else [])
    some = ((as_mark(x), as_mark(y)) for x, y in combinations(near, 2) if x.shape == y.shape == "clock" or x.unit == y.unit)
    return [d for a, b in some for d in apart(a, b, 4)]

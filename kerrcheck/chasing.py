"""Chasing: how far the second, or the third, of a race that the text tells was from those before, by the marks that it prints.

Nothing on record is asked: `won in 3:27.83. Quill was second in 3:29.85, 2.02 behind` holds of any race.
"""

from collections.abc import Iterator

from kerrcheck.actors import NAMED
from kerrcheck.apart import Difference, apart, as_mark, like, points
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.values.mark import Mark

_RANK, _BACK, _BESIDE, _PLACED, _BEFORE, _ALIKE = 2, 3, 7, 12, 2, 0.8
_PLACES = ("ordinal", "placing", "medal")
_SECOND, _LAST = 2, 3
_ELSEWHERE = ("event", "edition", "series", "year", "ago", "date", "weekday", "round")


def chased(discourse: Discourse, claim: Claim) -> list[Difference]:
    """The difference from the mark beside a margin, of whoever was second or third, to those of the ones before, told just before."""
    part = discourse.parts[claim.part]
    if claim.detail.between == "older" or _set_elsewhere(part, claim):
        return []
    mine = _beside(discourse, claim, part)
    place = _place(part, claim, mine) if mine else 0
    if mine is None or not _SECOND <= place <= _LAST:
        return []
    own = _as_mark(claim, mine)
    ahead = [_of_place(discourse, claim, mine, n) for n in range(1, place)]
    ordered = [m for m in ahead if m and m.unit == own.unit and _ALIKE * m.milli < own.milli < m.milli / _ALIKE]
    return [d for m in ordered for d in apart(own, m, _RANK)] if len(ordered) == place - 1 else []


def _as_mark(claim: Claim, m: Mention) -> Mark:
    """A printed quantity as a mark of the margin's unit where it has none."""
    return as_mark(m.value, "s" if claim.value.unit == "?" else claim.value.unit)


def _marks(discourse: Discourse, part: Part) -> list[Mention]:
    """The quantities of a sentence, and the numbers that can be points."""
    return sorted((*part.sentence.kind("quantity"), *points(discourse, part)), key=lambda m: m.i)


def _set_elsewhere(part: Part, claim: Claim) -> bool:
    """Whether the clause of a margin names a contest or a day of its own."""
    mine = part.sentence.segment(claim.i)
    return any(part.sentence.segment(x.i) == mine for x in part.sentence.kind(*_ELSEWHERE))


def _beside(discourse: Discourse, claim: Claim, part: Part) -> Mention | None:
    """The one mark that stands close to a margin."""
    near = [m for m in _marks(discourse, part) if like(claim, m) and 0 <= _between(m, claim.i, claim.j) <= _BESIDE]
    return min(near, key=lambda m: _between(m, claim.i, claim.j), default=None)


def _between(m: Mention, i: int, j: int) -> int:
    """How many tokens stand between a mention and a stretch."""
    return i - m.j if m.j <= i else m.i - j


def _place(part: Part, claim: Claim, mine: Mention) -> int:
    """The place that is told right beside a margin or its mark."""
    some = [x for x in part.sentence.kind(*_PLACES) if str(x.value).isdigit() and int(x.value) > 0]
    near = [(min(_between(x, claim.i, claim.j), _between(x, mine.i, mine.j)), x) for x in some]
    found = min((d for d in near if 0 <= d[0] <= _BESIDE), key=lambda d: d[0], default=None)
    return int(found[1].value) if found else 0


def _of_place(discourse: Discourse, claim: Claim, mine: Mention, place: int) -> Mark | None:
    """The one mark told with a place before another, in its sentence or those before it."""
    for number in range(claim.part, max(-1, claim.part - _BACK), -1):
        part = discourse.parts[number]
        told = list(_told(discourse, part, claim, place))
        some = [m for m in told if number < claim.part or _of_somebody_before(part, m, mine)]
        if some:
            return _as_mark(claim, some[0]) if len(some) == 1 else None
        if number < claim.part and any(True for _ in part.sentence.kind("event")):
            return None
    return None


def _of_somebody_before(part: Part, m: Mention, mine: Mention) -> bool:
    """Whether one is named before a mark and another behind, so that they are of two: `Quill won in 4:01.2, Brekke ran 4:02.1`."""
    named = [a for a in part.actors if a.how in NAMED]
    return any(a.j <= m.i for a in named) and any(m.j <= a.np and a.j <= mine.i for a in named)


def _told(discourse: Discourse, part: Part, claim: Claim, place: int) -> Iterator[Mention]:
    """The marks of a sentence that a place stands before, or right behind, nearer than to any other mark."""
    marks = [m for m in _marks(discourse, part) if like(claim, m)]
    for x in part.sentence.kind(*_PLACES):
        if str(x.value) == str(place):
            near = [m for m in marks if 0 <= _between(m, x.i, x.j) <= (_PLACED if m.i >= x.j else _BEFORE)]
            yield from sorted(near, key=lambda m: _between(m, x.i, x.j))[:1]

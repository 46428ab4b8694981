"""Misnaming: a right family name under a given name that nobody of the family has on record."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.pinning import Pin, Pins
from kerrcheck.proving import TWICE, Reading
from kerrcheck.spellings import spelt_out
from kerrcheck.text import fold

_PINNED, _CLEAR = 4, 2
_FEW, _FAMILY = 3, 40
_FORM, _LONG = 85, 6


class Misnaming:
    """Asked of one text: whose given name is wrong. `worn` are the folded words that stand in anybody's name."""

    def __init__(self, reading: Reading, pins: Pins, people: Mapping[str, Person], worn: AbstractSet[str]) -> None:
        self.tokens, self.cast, self.pins, self.people, self.worn = reading.tokens, reading.cast, pins, people, worn
        self.particles = reading.sets["particles"] | reading.sets["nicknaming"]
        self.forms = [frozenset(group.split()) for group in sorted(reading.sets["given_forms"])]

    def meant(self, m: Mention) -> tuple[str, int] | None:
        """The one of the family to whom the text ties a stranger of that name, and the token at which the given name starts."""
        first = self._given(m)
        if first is None:
            return None
        pins = {id_: pin for id_ in m.value.ids if not (pin := self.pins.pin(m, self.people[id_])).against}
        points = {id_: self._points(id_, pin, len(pins), len(m.value.ids)) for id_, pin in pins.items()}
        ranked = sorted(points, key=lambda id_: (-points[id_], id_))
        if not ranked or self._variant(self.tokens.stem[first : m.value.family], self.people[ranked[0]]):
            return None
        lead = points[ranked[0]] - (points[ranked[1]] if len(ranked) > 1 else 0)
        return (ranked[0], first) if points[ranked[0]] >= _PINNED and lead >= _CLEAR else None

    def _given(self, m: Mention) -> int | None:
        """Where the given name starts: words of people's names, in small letters, right before a family name of few."""
        ref, tokens = m.value, self.tokens
        if not ref.given or len(ref.ids) > _FAMILY:
            return None
        first = ref.family
        while first > m.i and tokens.stem[first - 1] in self.worn and not tokens.raw[first - 1].isupper() and tokens.gap(first) == " ":
            first -= 1
        return first if first < ref.family and tokens.low[first] not in self.particles else None

    def _points(self, id_: str, pin: Pin, left: int, family: int) -> int:
        """How firmly a stranger's name is somebody's, by their pin and how many of the family are left, of how many.

        More where nobody else has the family name, less where many do; of those named rightly only where something of few is told.
        """
        if id_ in self.cast.full:
            return pin.points + 1 if pin.own else 0
        if family == 1:
            return pin.points + (1 if pin.alone else TWICE)
        return pin.points + (left == 1 and family <= _FEW) - (left > _FEW and not pin.again)

    def _variant(self, written: Sequence[str], person: Person) -> bool:
        """Whether a given name may be another form of somebody's: a pet name, another spelling, or it has most of its letters."""
        from rapidfuzz.fuzz import partial_ratio

        known = [fold(word) for word in person.given.replace("-", " ").split()]
        known += [spelt_out(word) for word in person.given.replace("-", " ").split()]
        pairs = [(one, two) for one in written for two in known]
        if any(one[:3] == two[:3] or {one, two} <= group for one, two in pairs for group in self.forms):
            return True
        return any(min(len(one), len(two)) >= _LONG and partial_ratio(one, two) >= _FORM for one, two in pairs)

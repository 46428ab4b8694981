"""Vouching: what a sentence says beside a name, held against what is on record of somebody whom the name may mean."""

from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.cast import Cast, nations
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing, Outings
from kerrcheck.sentences import Sentence

_BESIDE = 2
_NEAR = 12
_YEARS = 12
_PODIUM = (1, 2, 3)
_FIRM = frozenset(("age", "quantity", "medal", "placing"))


class Vouch(NamedTuple):
    """How many kinds of words fit a person: nation, age, event, place, mark, medal. `firm`: one of them is nobody else's.

    `against`: a nation or an age right beside the name is not the person's.
    """

    told: int = 0
    firm: bool = False
    against: bool = False


class Voucher:
    """Asked of one text: what speaks for somebody where a name stands."""

    def __init__(self, sentences: Sequence[Sentence], sentence_of: Sequence[int], cast: Cast, outings: Outings, day: str | None) -> None:
        self.sentences, self.sentence_of = sentences, sentence_of
        self.cast, self.outings, self.day = cast, outings, day

    def vouch(self, m: Mention, person: Person) -> Vouch:
        """What the words around a name say for a person, and whether any is against."""
        sentence = self.sentences[self.sentence_of[m.i]]
        near = [x for x in sentence.mentions if (x.j <= m.i or x.i >= m.j) and abs(x.i - m.j) <= _NEAR]
        here = self._meant(person, near)
        fits = {x.kind for x in near if self._fits(x, person, here)}
        against = any(x.kind in ("nation", "age") and _beside(x, m) and self._fits(x, person, here) is False for x in near)
        whole = bool(fits & {"city", "edition"}) and any(o.whole for o in here)
        return Vouch(len(fits), bool(fits & _FIRM) or whole, against)

    def recent(self, person: Person) -> bool:
        """Whether a person took part in anything on record within some years of the text."""
        if not self.day:
            return False
        year = int(self.day[:4])
        return any(o.day and abs(int(o.day[:4]) - year) <= _YEARS for o in self.outings.of(person.id))

    def eminent(self, person: Person) -> bool:
        """Whether a person won a medal of a competition with a name, in an event of the text and before it: a name that readers know."""
        mine = (o for o in self.outings.of(person.id) if o.setting.event in self.cast.events and (o.day or "") <= (self.day or "9"))
        return any(o.round == "final" and o.place in _PODIUM and self.outings.named(o) for o in mine)

    def _meant(self, person: Person, near: Sequence[Mention]) -> list[Outing]:
        """The outings of a person in the contests that the sentence names or the text reports."""
        mine = self.outings.of(person.id)
        said = [o for m in near if m.kind in ("city", "edition") for o in mine if _there(o, m)]
        return said or [o for o in mine if o.setting.competition in self.cast.focus]

    def _fits(self, x: Mention, person: Person, here: Sequence[Outing]) -> bool | None:
        """Whether a mention is true of a person; None where it says nothing of them."""
        if x.kind == "nation":
            return bool({code for code, _ in x.value} & nations(person, self.day))
        if x.kind == "age":
            return self._aged(person, x.value[0])
        return self._ran(x, person, here) or None

    def _ran(self, x: Mention, person: Person, here: Sequence[Outing]) -> bool:
        """Whether a mark, an event, a place or a placing is one of a person's."""
        mine = self.outings.of(person.id)
        if x.kind == "quantity":
            same = (o for o in mine if o.mark and o.mark.milli == x.value.milli)
            return bool(x.value.precision) and any(o in here or self.outings.named(o) for o in same)
        if x.kind == "event":
            return any(o.setting.event in x.value for o in mine)
        if x.kind in ("medal", "placing"):
            return any(str(o.place) == x.value and o.round == "final" for o in here)
        return x.kind in ("city", "edition") and any(_there(o, x) for o in here)

    def _aged(self, person: Person, years: int) -> bool | None:
        """Whether a person had an age on the text's day."""
        born = person.born
        if not born or not self.day or len(born) < 10:
            return None
        return years == int(self.day[:4]) - int(born[:4]) - (self.day[5:] < born[5:])


def _beside(x: Mention, m: Mention) -> bool:
    """Whether a mention stands right before or behind a name."""
    return 0 <= x.i - m.j <= _BESIDE or 0 <= m.i - x.j < _BESIDE


def _there(outing: Outing, m: Mention) -> bool:
    """Whether an outing was in a town or an edition that is named."""
    named = {one for one, _ in m.value}
    return outing.city in named or outing.setting.competition in named

"""Pinning: how firmly a text ties a name to one person on record, whatever given name or letters stand in it.

A right family name under a wrong given name may be a slip or somebody whom no record knows. What is told of the bearer decides:
each kind of words that is true of the person counts, the more the fewer it could be told of, and what is not true of them ends
the matter.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.describing import Bearer
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.proving import TWICE, Proof, Reading, exact

_NEAR, _BESIDE = 20, 12
_YEARS, _NARROW = 4, 3


class Pin(NamedTuple):
    """How firmly somebody is meant: points for what fits; `own`: some of it is of few, and told of the bearer.

    `again`: the family name alone goes on as the person's; `alone`: all that speaks for them is that they were in a contest of the text,
    of which it reports many. `against`: something told is not true of them.
    """

    points: int = 0
    own: bool = False
    again: bool = False
    alone: bool = False
    against: bool = False


class Pins:
    """Asked of one text: how firmly a mention of a name is somebody."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.editions = {*reading.reported, *(e for refs in reading.refs for r in refs if len(r.editions) == 1 for e in r.editions)}
        self.bare = [m for s in reading.sentences for m in s.kind("person") if m.value.how == "family"]

    def pin(self, m: Mention, person: Person) -> Pin:
        """How firmly the name at a mention is a person's."""
        sentence = self.reading.sentences[self.reading.tokens.sentence[m.j - 1]]
        bearer = Bearer(self.reading.tokens, sentence, m, self.reading.sets)
        wide = [x for x in sentence.mentions if (x.j <= m.i or x.i >= m.j) and abs(x.i - m.j) <= _NEAR]
        near = [x for x in wide if abs(x.i - m.j) <= _BESIDE]
        mine = [o for o in self.reading.outings.of(person.id) if not self.reading.day or (o.day or "") <= self.reading.day]
        proof = Proof(self.reading, bearer, near, person, mine, [o for o in mine if self._here(o)])
        told = None if _apart(proof) else proof.told()
        if told is None:
            return Pin(against=True)
        again = self._again(m, proof)
        more = sum(told.values()) + self._company(wide, proof.here or mine) + again
        alone = not more and len(self.reading.cast.events) > _NARROW
        return Pin(more + self._home(proof), any(worth >= TWICE for worth in told.values()), again > 0, alone)

    def _here(self, outing: Outing) -> bool:
        """Whether an outing was in an edition and an event that the text names."""
        events = self.reading.cast.events
        return outing.setting.competition in self.editions and (not events or outing.setting.event in events)

    def _home(self, proof: Proof) -> int:
        """Points for somebody of the contests of the text, or of its events and years."""
        day, events = self.reading.day, self.reading.cast.events
        if proof.here:
            return TWICE if events else 1
        some = (o for o in proof.mine if o.setting.event in events and o.day and day)
        return int(any(abs(int(str(o.day)[:4]) - int(str(day)[:4])) <= _YEARS for o in some))

    def _company(self, wide: Sequence[Mention], mine: Sequence[Outing]) -> int:
        """A point for standing beside somebody whom the person met in a contest."""
        keys = {o.setting.key() for o in mine}
        others = [x for x in wide if x.kind == "person" and x.value.how in ("full", "family")]
        met = (self.reading.cast.resolve(self.reading.tokens, x) for x in others)
        return int(any(len(ids) == 1 and keys & {o.setting.key() for o in self.reading.outings.of(ids[0])} for ids in met))

    def _again(self, m: Mention, proof: Proof) -> int:
        """Points where nobody of the family is named in full and the bare family name goes on as the person's."""
        if proof.person.id in self.reading.cast.full:
            return 0
        tokens, marks = self.reading.tokens, proof.marks()
        bare = [x for x in self.bare if x.i != m.i and self.reading.cast.resolve(tokens, x) == (proof.person.id,)]
        said = [self.reading.sentences[tokens.sentence[x.i]] for x in bare]
        return bool(bare) + any(exact(x, marks) for s in said for x in s.kind("quantity"))


def _apart(proof: Proof) -> bool:
    """Whether the words show somebody else: kin, a byline, somebody new, the person rightly named right beside, another event."""
    bearer, near = proof.bearer, proof.near
    if bearer.of_kin() or bearer.credited() or bearer.introduced():
        return True
    if any(x.kind == "person" and x.value.how == "full" and proof.person.id in x.value.ids for x in near):
        return True
    events = [x for x in near if x.kind == "event" and bearer.sentence.segment(x.i) == bearer.sentence.segment(bearer.name.i)]
    own = proof.events() if events else set()
    return bool(own) and not any(set(x.value) & own for x in events)

"""Proving: what the words told of the bearer of a name are worth for one person on record, kind by kind."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from kerrcheck.cast import Cast
from kerrcheck.competitions import CompetitionRef
from kerrcheck.describing import Bearer, age_told, nation_told
from kerrcheck.entity import Person
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing, Outings
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.values.mark import parse
from kerrcheck.words import Tokens

TWICE, SURE = 2, 3
_CLOSE, _FIGURES = 5, 1000
_YOUNGEST = 12
_MARKED = ("record:", "best")


class Reading(NamedTuple):
    """What is read of a text: its sentences with their competition references, its people, the editions that it reports."""

    tokens: Tokens
    sentences: Sequence[Sentence]
    refs: Sequence[Sequence[CompetitionRef]]
    cast: Cast
    outings: Outings
    store: Store
    reported: Collection[str]
    day: str | None
    sets: Mapping[str, frozenset[str]]


class Proof(NamedTuple):
    """One person held against what stands near a name; `here` are their outings in the contests that the text names."""

    reading: Reading
    bearer: Bearer
    near: Sequence[Mention]
    person: Person
    mine: Sequence[Outing]
    here: Sequence[Outing]

    def told(self) -> dict[str, int] | None:
        """What each kind of words told of the bearer is worth; None where something is not true of the person."""
        found: dict[str, int] = {}
        for x in self.near:
            tried = _WORTH.get(x.kind) if self.bearer.owns(x, self.near) else None
            worth = tried(self, x) if tried else 0
            if worth < 0:
                return None
            found[x.kind] = max(found.get(x.kind, 0), worth)
        return found

    def facts(self) -> Sequence[Fact]:
        """Everything on record of the person."""
        return self.reading.store.facts_about(self.person.id)

    def marks(self) -> set[int]:
        """The marks of the person's records and bests, and of contests that have a name: at meetings most are somebody's by chance."""
        outings = self.reading.outings
        some = (f for f in self.facts() if f.predicate.startswith(_MARKED)) if outings.noted(self.person.id) else ()
        read = (parse(f.value, outings.units.get(f.setting.event or "", "s")) for f in some if f.setting)
        named = (o.mark for o in self.mine if o.series and self.reading.store.series(o.series))
        return {mark.milli for mark in (*read, *named) if mark}

    def events(self) -> set[str]:
        """Every event that the person is on record for."""
        own = {f.value for f in self.facts() if f.predicate == "event"}
        return own | {f.setting.event for f in self.facts() if f.setting and f.setting.event}


def exact(x: Mention, marks: Collection[int]) -> bool:
    """Whether a quantity is one of some marks, to the last figure."""
    return (bool(x.value.precision) or x.value.milli >= _FIGURES * 1000) and x.value.milli in marks


def _nation(proof: Proof, x: Mention) -> int:
    return nation_told(proof.bearer, x, proof.person, proof.reading.cast, proof.reading.store, proof.reading.day)


def _age(proof: Proof, x: Mention) -> int:
    return age_told(proof.bearer, x, proof.person, proof.reading.day)


def _mark(proof: Proof, x: Mention) -> int:
    """Whether a mark is one of the person's; one right behind the name that is not is somebody else's."""
    if exact(x, proof.marks()):
        return SURE
    return -1 if x.value.precision and 0 <= x.i - proof.bearer.name.j <= 1 else 0


def _service(proof: Proof, x: Mention) -> int:
    """Whether an office or a service is the person's; one right beside that is not is somebody else's."""
    reading = proof.reading
    of = {id_ for y in proof.near if y.kind == "organisation" for id_, _ in y.value}
    of |= {id_ for y in proof.near if y.kind == "person" for id_ in reading.cast.resolve(reading.tokens, y)}
    for fact in proof.facts():
        duty, _, whose = fact.value.partition(":") if fact.predicate == "role" else (fact.predicate, "", fact.value)
        if fact.predicate in ("role", "coach") and duty == x.value and whose in of:
            return SURE
    return -1 if x.kind == "role" and abs(x.i - proof.bearer.name.i) <= _CLOSE else 0


def _ordinal(proof: Proof, x: Mention) -> int:
    """A number of order is a place only behind a word for finishing."""
    return _place(proof, x) if any(y.kind == "finish" and y.j == x.i for y in proof.near) else 0


def _place(proof: Proof, x: Mention) -> int:
    """Whether a place is one that the person took: in a final that the sentence names, in one that the text does, or ever."""
    there = [o for o in proof.mine if any(y.kind in ("city", "edition") and _there(o, y) for y in proof.near)]
    if any(_took(o, x) for o in there if o.round == "final"):
        return SURE
    if any(_took(o, x) for o in proof.here if o.round == "final"):
        return TWICE
    if any(_took(o, x) for o in proof.mine):
        return 1
    lone = x.kind != "ordinal" and proof.bearer.close(x) and not any(y.kind == "person" for y in proof.near)
    return -1 if proof.mine and lone and x.value.isdigit() else 0


def _title(proof: Proof, x: Mention) -> int:  # noqa: ARG001 (one shape for all kinds)
    """Whether the person won such a title: more where it is of the text's events."""
    series = {y.value for y in proof.near if y.kind == "series" and isinstance(y.value, str)}
    won = [o for o in proof.mine if o.place == 1 and o.round == "final" and (not series or o.series in series)]
    return TWICE if any(o.setting.event in proof.reading.cast.events for o in won) else int(bool(won))


def _record(proof: Proof, x: Mention) -> int:  # noqa: ARG001 (one shape for all kinds)
    """Whether the person held a record: more where it is of the text's events."""
    held = {f.setting.event for f in proof.facts() if f.predicate.startswith("record:") and f.setting}
    return TWICE if held & set(proof.reading.cast.events) else int(bool(held))


def _town(proof: Proof, x: Mention) -> int:
    return int(any(_there(o, x) for o in proof.mine))


def _year(proof: Proof, x: Mention) -> int:
    """A year right behind the name in which the person was a child is somebody else's."""
    born = proof.person.born
    return -1 if born and proof.bearer.close(x) and int(x.value) - int(born[:4]) < _YOUNGEST else 0


_WORTH: dict[str, Callable[[Proof, Mention], int]] = {
    "nation": _nation, "age": _age, "quantity": _mark, "duty": _service, "role": _service, "medal": _place, "placing": _place,
    "ordinal": _ordinal, "title": _title, "record": _record, "holder": _record, "city": _town, "edition": _town,
    "year": _year,
}  # fmt: skip


def _there(outing: Outing, m: Mention) -> bool:
    """Whether an outing was in a town or an edition that is named."""
    named = {m.value} if isinstance(m.value, str) else {one for one, _ in m.value}
    return outing.city in named or outing.setting.competition in named


def _took(outing: Outing, x: Mention) -> bool:
    """Whether a medal or a place is what an outing brought."""
    taken = str(x.value) in map(str, (outing.place, *outing.places))
    return taken and (outing.round == "final" or x.kind == "placing")

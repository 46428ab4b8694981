"""Describing: which words of a sentence are told of the bearer of one name, and whether nation and age are true of somebody."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kerrcheck.cast import Cast
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.ties import nation_fits
from kerrcheck.words import Tokens

_TWICE, _CLOSE = 2, 4
_AROUND, _LINE = 12, 3
_SHARED = frozenset(("city", "edition", "duty", "role"))


class Bearer(NamedTuple):
    """The bearer of a name in a sentence."""

    tokens: Tokens
    sentence: Sentence
    name: Mention
    sets: Mapping[str, frozenset[str]]

    def owns(self, x: Mention, near: Sequence[Mention]) -> bool:
        """Whether a mention may be told of the bearer: it stands nearer to no other name."""
        if x.kind in _SHARED:
            return True
        return not any(y.kind == "person" and (x.j <= y.i < self.name.i or self.name.j <= y.i < x.i) for y in near)

    def close(self, x: Mention) -> bool:
        """Whether a mention stands in some words behind the name, with no stop between."""
        return 0 <= x.i - self.name.j <= _CLOSE and self.sentence.segment(x.i) == self.sentence.segment(self.name.i)

    def beside(self, x: Mention) -> bool:
        """Whether a nation or an age describes the bearer: right before the name, or joined to it behind."""
        low, m = self.tokens.low, self.name
        if x.i >= m.j:
            return x.i - m.j <= _TWICE and all(low[t] in self.sets["joins_origin"] for t in range(m.j, x.i))
        gaps = "".join(self.tokens.gap(t) for t in range(x.j, m.i + 1)).strip(" -\u00a0")
        stops = gaps and not (gaps == "," and x.kind == "nation" and any(flavour == "demonym" for _, flavour in x.value))
        led = x.i > self.sentence.a and low[x.i - 1] in self.sets["of"]
        return 0 <= m.i - x.j <= 1 and not stops and not led and not any(low[t] in self.sets["not_noun"] for t in range(x.j, m.i))

    def of_kin(self) -> bool:
        """Whether words of kinship stand around the name."""
        m, low = self.name, self.tokens.stem
        words = self.sets["kin"] | self.sets["namesakes"]
        return any(low[t] in words for t in range(max(m.i - _AROUND, 0), min(len(low), m.j + _AROUND, self.sentence.b + _LINE)))

    def introduced(self) -> bool:
        """Whether words behind the name say who that is, as of somebody new to the reader (`Pat Quill, a teacher`)."""
        j = self.name.j
        return j < self.sentence.b and self.tokens.gap(j).strip() == "," and self.tokens.low[j] in self.sets["indefinite_articles"]

    def credited(self) -> bool:
        """Whether the name signs something (`By Pat Quill`), or stands alone."""
        m, a, low = self.name, self.sentence.a, self.tokens.low
        if self.sentence.heading and self.sentence.b - a - (m.j - m.i) < _LINE:
            return True
        return any(low[t] in self.sets["credits"] and (t == a or self.tokens.gap(t).strip()) for t in range(max(a, m.i - 2), m.i))


def nation_told(bearer: Bearer, x: Mention, person: Person, cast: Cast, store: Store, day: str | None) -> int:
    """What a nation beside the name is worth for a person: a point where it is theirs, less than nothing where it is not."""
    if not bearer.beside(x):
        return 0
    cast.people.setdefault(person.id, person)
    return 1 if nation_fits(cast, store, person.id, {code for code, _ in x.value}, day) else -1


def age_told(bearer: Bearer, x: Mention, person: Person, day: str | None) -> int:
    """What an age beside the name is worth for a person; that of a record is nobody's, one of another day is not against them."""
    if not bearer.beside(x) or not person.born or not day or len(person.born) < 10:
        return 0
    if any(y.kind in ("record", "holder") and 0 <= y.i - x.j <= 3 for y in bearer.sentence.mentions):
        return 0
    years = int(day[:4]) - int(person.born[:4]) - (day[5:] < person.born[5:])
    if x.value[0] == years:
        return _TWICE
    return -1 if x.value[1] in ("aside", "old") and x.value[0] not in (years - 1, years + 1) else 0

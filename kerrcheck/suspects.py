"""Suspects: names that are nobody's on record but very near to the name of somebody who is meant here."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.misnaming import Misnaming
from kerrcheck.pinning import Pins
from kerrcheck.positions import Positions
from kerrcheck.proving import SURE, TWICE, Reading
from kerrcheck.spellings import alike, mistyped, near, pets, spelt_out, word_of
from kerrcheck.store import Store
from kerrcheck.text import Span, fold
from kerrcheck.vouching import Voucher
from kerrcheck.words import Tokens

_LONG, _FIRM, _KNOWN = 10, 8, 5
_JOINTS = frozenset(("-", "‑", " "))


class Suspect(NamedTuple):
    """A wrong name: the mention, the one person it must mean, the wrong words and the right ones.

    `given`: another given name altogether stands before the right family name; else the words are misspelt.
    """

    mention: Mention
    person: str
    at: tuple[int, int]
    right: str
    given: bool = False


class Search:
    """The search for wrong names in one text."""

    def __init__(self, reading: Reading, voucher: Voucher, relevant: Callable[[str], bool]) -> None:
        self.tokens, self.cast, self.voucher, self.relevant = reading.tokens, reading.cast, voucher, relevant
        self.reading, self.pins, self.positions = reading, Pins(reading), Positions(reading)
        self.reach: dict[str, list[str]] = {}
        self.owners: dict[str, set[str]] = {}
        self.givens: dict[str, set[str]] = {}
        self.people: Mapping[str, Person] = self.cast.people

    def suspects(self, mentions: list[Mention], store: Store) -> list[Suspect]:
        """The wrong names among mentions of strangers and of unknown people."""
        names = (m for m in mentions if m.kind in ("unknown", "person") and m.value.how in ("stranger", "unknown"))
        doubtful, found = [m for m in names if not self._shouted(m)], []
        self._look_up(doubtful, store)
        before = {m.j: m for m in mentions if m.kind == "person" and m.value.how == "full"}
        for m in doubtful:
            suspect = self._misspelt_given(m) if m.kind == "person" else self._misspelt_tail(m, before.get(m.i))
            suspect = suspect or self._misspelt_family(m) or (self._other_given(m) if m.kind == "person" and not m.value.plain else None)
            if suspect:
                found.append(suspect)
                self.cast.people.setdefault(suspect.person, self.people[suspect.person])
        return [*found, *(s for m in before.values() if (s := self._misspelt_part(m)))]

    def _look_up(self, doubtful: list[Mention], store: Store) -> None:
        """The family names near the words that are in doubt, and whose they are."""
        words = {self.tokens.stem[t] for m in doubtful for t in range(m.i, m.j)}
        self.reach = store.near(sorted(words)) if words else {}
        for alias in store.aliases({w for found in self.reach.values() for w in found}) if self.reach else []:
            if alias.kind == "person" and alias.flavour == "family":
                self.owners.setdefault(alias.words[-1], set()).add(alias.id)
            elif alias.kind == "person":
                self.givens.setdefault(alias.id, set()).update(alias.words[: alias.at])
        self._look_around(doubtful)
        owners = {x for ids in self.owners.values() for x in ids}
        self.people = {**store.people(owners - {*self.cast.people}), **self.cast.people}
        for id_ in owners:
            self.givens.setdefault(id_, set()).update(pets(fold(self.people[id_].given), self.reading.sets["given_forms"]))
        self.misnaming = Misnaming(self.reading, self.pins, self.people, store.worn(sorted(words)) if words else set())

    def _look_around(self, doubtful: list[Mention]) -> None:
        """Those of the finals reported whose given name stands before a word two letters from their family name."""
        tokens = self.tokens
        words = {(tokens.stem[t - 1], tokens.stem[t]) for m in doubtful for t in range(max(m.i, 1), m.j) if tokens.raw[t - 1][0].isupper()}
        people = [self.cast.people[x] for x in sorted(self.cast.field)] if words else []
        for given, written in sorted(words):
            for person in people:
                right = fold(person.family)
                if near(written, right) and given in fold(person.given).split() and right not in self.reach.get(written, ()):
                    self.reach[written] = [*self.reach.get(written, ()), right]
                    self.owners.setdefault(right, set()).add(person.id)

    def _shouted(self, m: Mention) -> bool:
        """Whether a name stands in capitals, where spelling is not judged."""
        return all(self.tokens.raw[t].isupper() for t in range(m.i, m.j))

    def _misspelt_given(self, m: Mention) -> Suspect | None:
        """A known family name with a given name that is nearly that of one of the family."""
        at = m.value.family - 1
        if at < m.i:
            return None
        some = ((id_, word) for id_ in m.value.ids for word in self.people[id_].given.split() if self._slip(at, fold(word), id_))
        fits = [(id_, word) for id_, word in some if self._vouched(m, id_)]
        if len({id_ for id_, _ in fits}) != 1:
            return None
        return Suspect(m, fits[0][0], (at, at + 1), fits[0][1])

    def _misspelt_part(self, m: Mention) -> Suspect | None:
        """A part of a family name, between a given name and another part that are right."""
        if len(m.value.ids) != 1 or m.value.family - m.i < 2:
            return None
        person, stem = self.cast.people[m.value.ids[0]], self.tokens.stem
        parts = [w for w in person.family.replace("-", " ").split() if fold(w) not in stem[m.i : m.j]]
        found = [(t, w) for t in range(m.i + 1, m.value.family) for w in parts if near(stem[t], fold(w))]
        return Suspect(m, person.id, (found[0][0], found[0][0] + 1), found[0][1]) if len(found) == 1 else None

    def _misspelt_tail(self, m: Mention, before: Mention | None) -> Suspect | None:
        """The second part of a double name behind a part on record."""
        if before is None or self.tokens.gap(m.i) not in _JOINTS or len(before.value.ids) != 1:
            return None
        person = self.people[before.value.ids[0]]
        words = person.name.replace("-", " ").split()
        right = next((two for one, two in pairwise(words) if fold(one) == self.tokens.stem[m.i - 1]), "")
        return Suspect(m, person.id, (m.i, m.i + 1), right) if near(self.tokens.stem[m.i], fold(right), least=3) else None

    def _misspelt_family(self, m: Mention) -> Suspect | None:
        """A family name that nearly is one on record, of somebody whose given name, and what is told beside it, fits."""
        found: dict[str, tuple[int, str]] = {}
        for t in range(m.i, m.j):
            for other in self.reach.get(self.tokens.stem[t], ()):
                if (m.kind == "person" and t == m.i) or not near(self.tokens.stem[t], other):
                    continue
                fitting = (id_ for id_ in self.owners.get(other, ()) if self._fits(m, t, id_, other))
                parts = {id_: word_of(self.people[id_].name, other) for id_ in fitting}
                if any(spelt_out(part) == self.tokens.stem[t] for part in parts.values()):
                    return None
                found.update({id_: (t, part) for id_, part in parts.items()})
        if len(set(found.values())) != 1:
            return None
        t, right = next(iter(found.values()))
        person = min(found, key=lambda id_: (id_ not in self.cast.full, id_ not in self.cast.entrants, id_))
        return Suspect(m, person, (t, t + 1), right)

    def _fits(self, m: Mention, t: int, id_: str, right: str) -> bool:
        """Whether a misspelt family name at token t may be a person's."""
        how = self.positions.introduced(m, t, self.people[id_], self.givens.get(id_, set()))
        if how is None or not self._slip(t, right, id_) or (id_ in self.cast.full and self.pins.pin(m, self.people[id_]).against):
            return False
        if how == "alone" and not self._alone(m, t, id_, right):
            return False
        wide, relevant = len(right) < _FIRM and not near(self.tokens.stem[t], right, within=1), self.relevant(id_)
        if (relevant and not wide) or (how == "given" and (relevant or not wide) and self._likely(m, t, id_, right)):
            return True
        return how != "alone" and self.pins.pin(m, self.people[id_]).points >= (TWICE if how == "given" else SURE)

    def _likely(self, m: Mention, t: int, id_: str, right: str) -> bool:
        """Whether a name behind the right given name is likely a slip: something is told of the person, or readers know the name."""
        vouch, typed = self.voucher.vouch(m, self.people[id_]), mistyped(self.tokens.stem[t], right)
        least = 0 if typed or vouch.firm or self.voucher.recent(self.people[id_]) else 1
        return not vouch.against and (vouch.told > least or self._alike(t, id_) or (typed and self._well_known(id_, right)))

    def _slip(self, t: int, right: str, id_: str) -> bool:
        """Whether a word is a slip of a person's name, and no other way to write it."""
        written, person = self.tokens.stem[t], self.people[id_]
        codes = frozenset(code for code, _, _ in person.nations)
        plain = any(spelt_out(word) == written for word in person.name.replace("-", " ").split())
        return near(written, right) and not plain and not alike(written, right, codes, self.reading.sets)

    def _alone(self, m: Mention, t: int, id_: str, right: str) -> bool:
        """Whether a word with no other part of a name beside it stands as a name does, and is a letter away, or is long."""
        tokens, written = self.tokens, self.tokens.stem[t]
        known = id_ in self.cast.full or len(written) >= _LONG
        if t in tokens.first and not (known and self.positions.as_a_name(t)):
            return False
        if self.positions.of_kin(m):
            return False
        if known:
            return len(written) >= _LONG or near(written, right, within=1)
        return near(written, right, within=1) and self.pins.pin(m, self.people[id_]).points >= SURE

    def _alike(self, t: int, id_: str) -> bool:
        """Whether a full given name and a slip in a long family name are enough: in eight letters, of somebody of the text's years."""
        letters = len(self.tokens.stem[t])
        return letters >= _LONG or (letters >= _FIRM and self.voucher.recent(self.people[id_]))

    def _well_known(self, id_: str, right: str) -> bool:
        """Whether a full given name and a mistyped name of five letters or more can only be somebody whom readers know."""
        return len(right) >= _KNOWN and all(asked(self.people[id_]) for asked in (self.voucher.recent, self.voucher.eminent))

    def _vouched(self, m: Mention, id_: str) -> bool:
        """Whether the person is in the text's contests, or two kinds of words around the name fit them, and none is against."""
        vouch = self.voucher.vouch(m, self.people[id_])
        return not vouch.against and (self.relevant(id_) or vouch.told > 1)

    def _other_given(self, m: Mention) -> Suspect | None:
        """A known family name under a given name that nobody of it has, where the text ties the bearer to one of the family."""
        found = self.misnaming.meant(m)
        return Suspect(m, found[0], (found[1], m.value.family), self.people[found[0]].given, given=True) if found else None


def span(tokens: Tokens, suspect: Suspect) -> Span:
    """The wrong words in the text."""
    return tokens.span(*suspect.at)

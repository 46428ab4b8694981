"""The register: names in, ids out, for data sets, which call people, places and events by name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kerrcheck.dialects import Dialects
from kerrcheck.entity import KINDS, Edition, Name, Person, Place
from kerrcheck.fact import Assertion, Evidence, Source
from kerrcheck.fullnames import parted, shown
from kerrcheck.gazetteer import Gazetteer
from kerrcheck.identity import People, slug
from kerrcheck.naming import words
from kerrcheck.sources import Athlete, Item, Meeting, Occasion, Sighting
from kerrcheck.store import Store
from kerrcheck.text import fold

_CODE = re.compile(r"[A-Z]{3}")
_CODES = "SELECT s.key, a.key, a.words FROM alias a JOIN subject s ON s.id = a.subject WHERE a.kind = ?"
_NAMES = f"{_CODES} AND a.words != ''"
_STARTS = """SELECT s.key, c.key, ifnull(c.day, e.year)
    FROM fact f JOIN predicate p ON p.id = f.predicate AND p.key IN ('placing', 'status')
    JOIN subject s ON s.id = f.subject JOIN contest c ON c.id = f.contest
    JOIN edition e ON e.id = substr(c.key, 1, instr(c.key, '/') - 1)"""


class Register(Dialects):
    """The register of a build: what the record knows, and what all surveyed files add."""

    def __init__(self, stores: Sequence[Store], data: Path, packs: dict[str, Any]) -> None:
        super().__init__(data, packs)
        self._stores = stores
        self._places = Gazetteer(stores, self.calendar["without"], self.calendar["road"], self.calendar["others"])
        self._people = People(self._places.kin)
        self._fresh: list[Item] = []
        self._nation_of: dict[str, set[str | None]] = {}
        self._known: dict[str, Person] = {}
        self._nations = dict(_nations(stores))
        self._teams: dict[tuple[str, str], str] = {}
        self._codes_of: dict[str, str | None] = {}
        for store in stores:
            self._know(store)

    def _know(self, store: Store) -> None:
        """Take everybody of a store."""
        names: dict[str, list[str]] = {}
        for who, key, text in store.link.rows(_NAMES, (KINDS.index("person"),)):
            names.setdefault(who, []).append(text or key)
        active = _active(store)
        ids = [row[0] for row in store.link.rows("SELECT s.key FROM person p JOIN subject s ON s.id = p.id")]
        self._known = {**store.people(ids), **self._known}
        for person in store.people(ids).values():
            self._people.know(person, [person.name, *names.get(person.id, ())], active.get(person.id, {}))

    def survey(self, sightings: Iterable[Sighting]) -> None:
        """Take note of whom and what the rows of a file name; nobody is of what is no nation."""
        for seen in sightings:
            if isinstance(seen, Athlete):
                if not seen.nation or self.code_of(seen.nation) == seen.nation:
                    self._people.see(seen)
            elif isinstance(seen, Occasion):
                self._places.see(seen)
            else:
                self._fresh.append(self._described_source(seen))

    def settle(self) -> None:
        """Decide who is who."""
        told: set[tuple[str, str]] = set()
        found = list(self._people.settle())
        for athlete, who in found:
            self._nation_of.setdefault(who, set()).add(athlete.nation)
        for athlete, who in found:
            self._fresh += self._described(athlete, who, told)

    def _described(self, athlete: Athlete, who: str, told: set[tuple[str, str]]) -> Iterator[Item]:
        """A person as a row shows them, and what it says of them."""
        known = self._known.get(who)
        first = self._people.made.get(who)
        given, family = parted(first or athlete)
        yield known or Person(who, shown(first or athlete), family, given, athlete.sex)
        if words(athlete.name) != words((known or first or athlete).name) and (who, fold(athlete.name)) not in told:
            told.add((who, fold(athlete.name)))
            yield Name("person", who, shown(athlete), "variant")
        evidence = Evidence(athlete.source, f"{athlete.file}:1")
        for predicate, value in (("born", athlete.born), ("sex", athlete.sex), ("nation", athlete.nation)):
            if value and (predicate != "nation" or known is None or not self.changed(who)):
                yield Assertion(who, predicate, value, evidence=evidence)

    def _described_source(self, source: Source) -> Source:
        """A source as the record describes it, else as its file does."""
        described = (known for store in self._stores if (known := store.source(source.id)))
        return next(described, source)

    def person(self, athlete: Athlete) -> str | None:
        """The id of an athlete; None where two people may be meant."""
        return self._people.who(athlete)

    def changed(self, who: str) -> bool:
        """Whether somebody competed for several nations, so that each outing must tell for which."""
        known = self._known.get(who)
        return len(self._nation_of.get(who, set()) | {code for code, _, _ in (known.nations if known else ())}) != 1

    def meeting(self, occasion: Occasion) -> Meeting:
        """The edition of an occasion, made where none is on record."""
        return self._places.meeting(occasion)

    def city(self, town: str, country: str) -> str:
        """The id of a town, made where it is not on record."""
        return self._places.city(town, country)

    def kin(self, nation: str, other: str) -> bool:
        """Whether a code is a nation's, or that of one it came from or is part of."""
        return self._places.kin(nation, other)

    def edition(self, series: str, year: int) -> str | None:
        """The edition of a series on record, by the year it is called by or was held in."""
        found: list[Edition] = [edition for store in self._stores for edition in store.editions(series)]
        by_year = [e.id for e in found if e.year == year] or [e.id for e in found if (e.start or "")[:4] == str(year)]
        return by_year[0] if by_year else None

    def nation(self, text: str) -> str | None:
        """The code of a nation called by its code or name."""
        return self._nations.get(words(text)) or self.teams.get(fold(text))

    def code_of(self, text: str) -> str | None:
        """The code that a cell holds: a nation's on record, or what looks like one (`INT`, of a team from several)."""
        if text not in self._codes_of:
            self._codes_of[text] = self.nation(text) or (text if _CODE.fullmatch(text) else None)
        return self._codes_of[text]

    def team(self, name: str, nation: str) -> str:
        """The id of a relay team: its nation's code, or one of its own."""
        key = (name, nation)
        if key not in self._teams:
            self._teams[key] = self.nation(name) or slug(name) or self.code_of(nation) or "unnamed"
            if self._teams[key] == slug(name):
                self._fresh.append(Place(slug(name), "organisation", name))
        return self._teams[key]

    def fresh(self) -> list[Item]:
        """What has been made since it was last asked: people, places, editions."""
        made, self._fresh = [*self._fresh, *filter(self._may_be_called, self._places.fresh())], []
        return made

    def _may_be_called(self, item: Item) -> bool:
        """Whether a text may use a new town's name: not where people are called so."""
        return not isinstance(item, Name) or not self._people.called(words(item.text))


def _active(store: Store) -> dict[str, dict[str, tuple[int, int]]]:
    """The first and the last year in which somebody is on record in an event."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for who, key, day in store.link.rows(_STARTS):
        events, event, year = found.setdefault(who, {}), key.split("/")[2], int(str(day)[:4])
        first, last = events.get(event, (year, year))
        events[event] = (min(first, year), max(last, year))
    return found


def _nations(stores: Sequence[Store]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Codes of nations by their names."""
    for store in stores:
        for who, key, text in store.link.rows(_CODES, (KINDS.index("nation"),)):
            yield tuple(text.split()) if text else (key,), who
        for (who,) in store.link.rows("SELECT id FROM place WHERE kind = 'nation'"):
            yield (fold(who),), who

"""Which editions a text means by a series, a city, a year, or a name of one."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import NamedTuple

from kerrcheck.entity import Edition, Series
from kerrcheck.link import kept
from kerrcheck.mentions import Mention
from kerrcheck.store import Store

WEEKS = 60


def earlier(day: str, days: int) -> str:
    """The day that lies so many days before a day, the first or the last there is at most."""
    return later(day, -days)


def later(day: str, days: int) -> str:
    """The day that comes so many days after a day, the first or the last there is at most; no day stays none."""
    if not day:
        return day
    number = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal())).isoformat()


class CompetitionRef(NamedTuple):
    """Words that point to a competition: what each part says, and the editions that all parts (or most) leave.

    `clash` names the part that fits no edition of the others: city, year or series; `whole` mentions are its parts.
    """

    i: int
    j: int
    editions: tuple[str, ...]
    series: tuple[str, ...]
    city: Mention | None
    year: Mention | None
    named: Mention | None
    clash: str | None
    parts: tuple[Mention, ...]


class Shelf(NamedTuple):
    """The series of a store with their editions, by id, series, city and year; put together once for all texts."""

    series: dict[str, Series]
    editions: dict[str, Edition]
    by_series: dict[str, list[Edition]]
    by_city: dict[str, list[Edition]]
    by_year: dict[str, list[Edition]]


@kept
def shelf(store: Store) -> Shelf:
    """The series and editions of a store."""
    told = Shelf({series.id: series for series in store.all_series}, {}, {}, {}, {})
    for series, held in store.held(told.series).items():
        for edition in held:
            told.editions[edition.id] = edition
            told.by_series.setdefault(series, []).append(edition)
            if edition.city:
                told.by_city.setdefault(edition.city, []).append(edition)
            for year in years(edition):
                told.by_year.setdefault(year, []).append(edition)
    return told


def years(edition: Edition) -> set[str]:
    """The years that an edition is called by: its own, and that of its first day."""
    return {str(edition.year), (edition.start or "")[:4]}


class Editions(Mapping[str, Edition]):
    """Editions by id: those on the shelf and those taken up are there, any other is fetched when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelf = shelf(store)
        self._found: dict[str, Edition] = {}

    def take(self, edition: Edition) -> None:
        """Take up an edition."""
        if edition.id not in self._shelf.editions:
            self._found[edition.id] = edition

    def all(self) -> Iterator[Edition]:
        """All of them, as they come."""
        return chain(self._shelf.editions.values(), self._found.values())

    def of_year(self, year: str) -> set[str]:
        """The ids of the editions of a year."""
        return {e.id for e in (*self._shelf.by_year.get(year, ()), *(e for e in self._found.values() if year in years(e)))}

    def __getitem__(self, key: str) -> Edition:
        held = self._shelf.editions.get(key) or self._found.get(key)
        if held is None:
            held = self._store.edition(key)
            if held is None:
                raise KeyError(key)
            self._found[key] = held
        return held

    def __iter__(self) -> Iterator[str]:
        return chain(self._shelf.editions, self._found)

    def __len__(self) -> int:
        return len(self._shelf.editions) + len(self._found)


class Calendar:
    """The editions of all series, by series, city and year, read once; meetings of no series are sought as they are needed.

    What a run costs does not grow with the meetings that a store knows. `published` is the article's day.
    """

    def __init__(self, store: Store, published: str | None = None) -> None:
        self.editions = Editions(store)
        told = shelf(store)
        self.series, self.by_series, self.by_city = told.series, told.by_series, told.by_city
        self.store, self.published = store, published

    def meetings(self, cities: Collection[str], year: int | None) -> set[str]:
        """Meetings of no series that were held in cities in a year, or else in the weeks before the article."""
        if year is None and self.published is None:
            return set()
        first, last = (f"{year}-01-01", f"{year}-12-31") if year else (earlier(self.published or "", WEEKS), self.published or "")
        found = [e for e in self.store.editions_at(cities, first, last) if e.series not in self.series]
        for edition in found:
            self.editions.take(edition)
        return {edition.id for edition in found}

    def at(self, city: str) -> set[str]:
        """Editions held in a city or one that is near enough to be named for it."""
        place = self.store.place(city, "city")
        cities = {city, *(place.near if place else ())}
        return {edition.id for name in cities for edition in self.by_city.get(name, ())}

    def near(self, day: str, before: int, after: int = 0) -> list[Edition]:
        """Editions whose days lie within `before` days before or `after` days after a day."""
        low, high = earlier(day, before), earlier(day, -after)
        return [e for e in self.editions.all() if e.start and e.end and e.end >= low and e.start <= high]

"""Gazetteer: the cities and venues of the record by name, and the competitions that were held there on a day."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from zlib import crc32

from kerrcheck.entity import KINDS, Edition, Name, Place
from kerrcheck.identity import slug
from kerrcheck.naming import words
from kerrcheck.packing import unpack_place
from kerrcheck.sources import Item, Meeting, Occasion
from kerrcheck.store import Store

_ALIASES = "SELECT a.key, a.words, s.key FROM alias a JOIN subject s ON s.id = a.subject WHERE a.kind = ?"
_ELSEWHERE = "SELECT key, day, venue FROM contest WHERE venue IS NOT NULL AND day IS NOT NULL"


class Gazetteer:
    """Where things are, by the stores of the record.

    `without` are series left aside, `road` levels on the road, `made` is the series of editions of their own.
    """

    def __init__(self, stores: Sequence[Store], without: Collection[str], road: Collection[str], made: str) -> None:
        self._stores, self._without, self._road = stores, frozenset(without), frozenset(road)
        self._series = made
        self._towns: dict[tuple[str, str], str] = {}
        self._meetings: dict[Occasion, Meeting] = {}
        self._seen: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._fresh: dict[str, Place] = {}
        self._made: dict[str, Edition] = {}
        self._told: set[tuple[str, str | None]] = set()

    @cached_property
    def _cities(self) -> dict[tuple[str, ...], list[Place]]:
        return self._named("city")

    @cached_property
    def _venues(self) -> dict[tuple[str, ...], list[Place]]:
        return self._named("venue")

    def _named(self, kind: str) -> dict[tuple[str, ...], list[Place]]:
        """Places of a kind by each of their names."""
        found: dict[tuple[str, ...], list[Place]] = defaultdict(list)
        for store in self._stores:
            places = {place.id: place for place in _places(store, kind)}
            for key, text, who in store.link.rows(_ALIASES, (KINDS.index(kind),)):
                name = tuple(text.split()) if text else (key,)
                if who in places and all(place.id != who for place in found[name]):
                    found[name].append(places[who])
        return found

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        return {place.id: place.near for places in self._cities.values() for place in places}

    @cached_property
    def _kin(self) -> dict[str, set[str]]:
        """For each state those that it became or came from."""
        kin: dict[str, set[str]] = defaultdict(set)
        for place in (place for store in self._stores for place in _places(store, "nation")):
            linked = (place.extra.get(name, ()) for name in ("successor", "predecessor", "parts", "codes"))
            for code in (code for later in linked for code in ((later,) if isinstance(later, str) else later)):
                kin[place.id].add(code)
                kin[code].add(place.id)
        return kin

    @cached_property
    def _held(self) -> dict[str, list[tuple[Edition, str | None]]]:
        """The editions on record with their series' level, by city."""
        held: dict[str, list[tuple[Edition, str | None]]] = defaultdict(list)
        for store in self._stores:
            for series in store.all_series:
                for edition in store.editions(series.id) if series.id not in self._without else ():
                    if edition.city and edition.start and edition.end and not edition.awarded:
                        held[edition.city].append((edition, series.level))
        return held

    @cached_property
    def _elsewhere(self) -> dict[tuple[str, str], str]:
        """Editions by the city and day of contests that were held away from their city."""
        venues = {place.id: place.city for places in self._venues.values() for place in places}
        rows = (row for store in self._stores for row in store.link.rows(_ELSEWHERE))
        return {(venues[venue] or "", day): key.partition("/")[0] for key, day, venue in rows if venue in venues}

    def kin(self, nation: str, other: str) -> bool:
        """Whether two codes are of one nation: itself, one before or after it, a part of it."""
        return nation == other or other in self._kin.get(nation, ()) or bool(self._kin.get(nation, set()) & self._kin.get(other, set()))

    def see(self, occasion: Occasion) -> None:
        """Take note of a day somewhere, and of the stadium."""
        if occasion.stadium:
            self._seen[occasion.day, self.city(occasion.town, occasion.country)].add(occasion.stadium)

    def city(self, town: str, country: str) -> str:
        """The id of a town, made where it is not on record."""
        key = (town, country)
        if key not in self._towns:
            self._towns[key] = self._known_city(town, country) or self._new_city(town, country)
        return self._towns[key]

    def _known_city(self, town: str, country: str) -> str | None:
        found = self._cities.get(words(town), ())
        exact = [place.id for place in found if place.country == country]
        kin = [place.id for place in found if self.kin(country, place.country or "")]
        ids = exact or kin
        return min(ids) if ids else None

    def _new_city(self, town: str, country: str) -> str:
        name = slug(town) or f"town-{crc32(town.encode()):08x}"
        longer = f"{name}-{slug(country) or 'x'}"
        who = longer if any(place.id == name for place in self._cities.get(words(town), ())) else name
        if who in self._fresh and self._fresh[who].country != country:
            who = longer
        self._fresh[who] = Place(who, "city", town, country=country)
        return who

    def meeting(self, occasion: Occasion) -> Meeting:
        """The edition of an occasion: one on record, or one of that day in that city."""
        if occasion not in self._meetings:
            city = self.city(occasion.town, occasion.country)
            venue = self._venue(occasion, city) if occasion.stadium else None
            edition = self._on_record(occasion, city, venue)
            stadium = edition.stadium if edition else None
            made = edition.id if edition else self._make(occasion, city, venue)
            self._meetings[occasion] = Meeting(made, venue if venue != stadium else None, city)
        return self._meetings[occasion]

    def _venue(self, occasion: Occasion, city: str) -> str:
        """The id of a venue, made where it is not on record."""
        near = {city, *self._near.get(city, ())}
        found = [place.id for place in self._venues.get(words(occasion.stadium), ()) if place.city in near]
        if found:
            return min(found)
        name = slug(occasion.stadium) or f"stadium-{crc32(occasion.stadium.encode()):08x}"
        who = f"{name}-{city}" if city not in name else name
        self._fresh.setdefault(who, Place(who, "venue", occasion.stadium, city=city, country=occasion.country))
        return who

    def _on_record(self, occasion: Occasion, city: str, venue: str | None) -> Edition | None:
        """The edition on record that was held there then, the shortest of several."""
        fitting = [e for e, level in self._held.get(city, ()) if _during(e, occasion.day) and (occasion.road or level not in self._road)]
        if not fitting and venue:
            near = (pair for other in self._near.get(city, ()) for pair in self._held.get(other, ()))
            fitting = [e for e, _ in near if e.stadium == venue and _during(e, occasion.day)]
        if not fitting and (elsewhere := self._elsewhere.get((city, occasion.day))):
            found = (store.edition(elsewhere) for store in self._stores)
            fitting = [edition for edition in found if edition]
        return min(fitting, key=lambda e: (_length(e), e.id), default=None)

    def _make(self, occasion: Occasion, city: str, venue: str | None) -> str:
        """An edition of its own for a day in a city."""
        who, day = f"{occasion.day}-{city}", occasion.day
        only = self._seen.get((day, city), set()) == {occasion.stadium}
        stadium = venue if only else None
        if (who, stadium) not in self._told:
            self._told.add((who, stadium))
            name = f"{self._name(city, occasion.town)} {day}"
            self._made[who] = Edition(who, self._series, int(day[:4]), name, day, day, city, occasion.country, stadium)
        return who

    def _name(self, city: str, town: str) -> str:
        """What a city is called here."""
        return next((place.name for place in self._cities.get(words(town), ()) if place.id == city), town)

    def fresh(self) -> Iterator[Item]:
        """The places and editions made since it was last asked."""
        for place in self._fresh.values():
            yield place
            if place.kind == "city":
                yield Name("city", place.id, place.name, "name")
        yield from self._made.values()
        self._fresh, self._made = {}, {}


def _places(store: Store, kind: str) -> Iterator[Place]:
    """All places of a kind."""
    return map(unpack_place, store.link.rows("SELECT * FROM place WHERE kind = ?", (kind,)))


def _length(edition: Edition) -> int:
    """How many days an edition takes."""
    return (date.fromisoformat(edition.end or "") - date.fromisoformat(edition.start or "")).days


def _during(edition: Edition, day: str) -> bool:
    return (edition.start or "9") <= day <= (edition.end or "")

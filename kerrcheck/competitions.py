"""Which editions a text means by a series, a city, a year, or a name of one."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention
from kerrcheck.store import Store
from kerrcheck.words import Tokens


_WEEKS = 60


def earlier(day: str, days: int) -> str:
    """The day that lies so many days before a day."""
    return (date.fromisoformat(day) - timedelta(days)).isoformat()


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


class Editions(Mapping[str, Edition]):
    """Editions by id: those taken up are there, any other is fetched when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, Edition] = {}

    def take(self, edition: Edition) -> None:
        """Take up an edition."""
        self._found[edition.id] = edition

    def __getitem__(self, key: str) -> Edition:
        if key not in self._found:
            edition = self._store.edition(key)
            if edition is None:
                raise KeyError(key)
            self._found[key] = edition
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Calendar:
    """The editions of all series, by series, city and year, read once; meetings of no series are sought as they are needed.

    What a run costs does not grow with the meetings that a store knows. `published` is the article's day.
    """

    def __init__(self, store: Store, published: str | None = None) -> None:
        self.editions = Editions(store)
        self.series = {series.id: series for series in store.all_series}
        self.by_series: dict[str, list[Edition]] = {}
        self.by_city: dict[str, list[Edition]] = {}
        self.store, self.published = store, published
        for series in self.series:
            for edition in store.editions(series):
                self.editions.take(edition)
                self.by_series.setdefault(series, []).append(edition)
                if edition.city:
                    self.by_city.setdefault(edition.city, []).append(edition)

    def meetings(self, cities: Collection[str], year: int | None) -> set[str]:
        """Meetings of no series that were held in cities in a year, or else in the weeks before the article."""
        if year is None and self.published is None:
            return set()
        first, last = (f"{year}-01-01", f"{year}-12-31") if year else (earlier(self.published or "", _WEEKS), self.published or "")
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
        return [e for e in self.editions.values() if e.start and e.end and e.end >= low and e.start <= high]


def references(tokens: Tokens, mentions: list[Mention], calendar: Calendar, fill: frozenset[str], held_in: frozenset[str]) -> list[CompetitionRef]:
    """The competition references among the mentions of one sentence, in order."""
    parts = [m for m in mentions if m.kind in ("series", "edition", "city", "venue", "year") and not _status(m, mentions)]
    groups: list[list[Mention]] = []
    for part in parts:
        if groups and _joins(tokens, mentions, groups[-1], part, fill):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [ref for group in groups if _points(tokens, mentions, group, held_in) and (ref := _resolved(group, calendar))]


def _status(m: Mention, mentions: list[Mention]) -> bool:
    """Whether a series only says which champion, record or holder is meant."""
    return m.kind == "series" and any(x.kind in ("title", "record", "holder", "best") and (x.i == m.j or m.i < x.i < m.j) for x in mentions)


def _points(tokens: Tokens, mentions: list[Mention], group: list[Mention], held_in: frozenset[str]) -> bool:
    """Whether a town by itself points to what was held there: after `in` or `at`, or before a medal, a round, a race."""
    if len(group) > 1 or group[0].kind != "city":
        return True
    m = group[0]
    before = tokens.low[m.i - 1] if m.i and not tokens.gap(m.i).strip() else ""
    if before in held_in:
        return True
    nouns = ("medal", "round", "event", "title", "placing", "record", "runner_up")
    return any(x.i == m.j and x.kind in nouns for x in mentions) and not tokens.gap(m.j).strip(" ’s'") if m.j < len(tokens) else False


def _joins(tokens: Tokens, mentions: list[Mention], group: list[Mention], part: Mention, fill: frozenset[str]) -> bool:
    """Whether a part belongs to the same reference as the group before it."""
    last = max(group, key=lambda m: m.j)
    if part.i < last.j:
        return True
    kinds = {m.kind for m in group if m.kind != part.kind or m.i != part.i}
    if part.kind in kinds and part.kind != "series":
        return False
    if part.i - last.j > 5:
        return False
    between = {t for m in mentions if m.kind in ("event", "round", "sex", "title", "medal") for t in range(m.i, m.j)}
    for k in range(last.j, part.i + 1):
        if tokens.gap(k).strip(" \xa0’'-") not in ("", ","):
            return False
    return all(k in between or tokens.low[k] in fill for k in range(last.j, part.i))


def _ids(mention: Mention) -> tuple[str, ...]:
    """The ids a mention may mean."""
    if isinstance(mention.value, str):
        return (mention.value,)
    return tuple(id_ for id_, _ in mention.value)


def _resolved(group: list[Mention], calendar: Calendar) -> CompetitionRef | None:
    """The editions that a group of parts means, with the part that does not fit."""
    by: dict[str, Mention] = {}
    for part in group:
        by.setdefault(part.kind, part)
    sets: dict[str, set[str]] = {}
    series = tuple(sorted({id_ for part in group if part.kind == "series" for id_ in _ids(part)}))
    if "edition" in by:
        sets["named"] = {id_ for id_ in _ids(by["edition"]) if id_ in calendar.editions}
    if series:
        sets["series"] = {e.id for id_ in series for e in calendar.by_series.get(id_, ())}
    if "city" in by:
        sets["city"] = {e for id_ in _ids(by["city"]) for e in calendar.at(id_)}
    if "year" in by:
        year = by["year"].value
        sets["year"] = {e.id for e in calendar.editions.values() if year == e.year or (e.start or "")[:4] == str(year)}
    if not sets:
        return None
    both, clash = _meet(sets)
    if "city" in by and not series and not sets.get("named"):
        both, clash = _with_meetings(by, both, clash, calendar)
    if set(sets) == {"year"} or ("venue" in by and len(sets) == 0):
        both = set()
    i, j = min(p.i for p in group), max(p.j for p in group)
    return CompetitionRef(i, j, tuple(sorted(both)), series, by.get("city"), by.get("year"), by.get("edition"), clash, tuple(group))


def _with_meetings(by: dict[str, Mention], both: set[str], clash: str | None, calendar: Calendar) -> tuple[set[str], str | None]:
    """The editions of a town, and where none of a series is meant, its meetings of the year or of the last weeks."""
    year = by["year"].value if "year" in by else None
    if year and both and not clash:
        return both, clash
    low = earlier(calendar.published, _WEEKS) if calendar.published else "9"
    if not year and any(low <= (calendar.editions[e].end or "") <= (calendar.published or "") for e in both):
        return both, clash
    meetings = calendar.meetings(_ids(by["city"]), year)
    return (both | meetings, clash) if not year or not meetings else (meetings, None)


def _meet(sets: dict[str, set[str]]) -> tuple[set[str], str | None]:
    """The editions that all parts allow; else those that all but one allow, and that one's name."""
    full = set.intersection(*sets.values())
    if full or len(sets) == 1:
        return full, None
    if not sets.get("city", {""}) and len(sets) > 1:
        rest = [s for name, s in sets.items() if name != "city"]
        return set.intersection(*rest), None if "series" not in sets and "named" not in sets else "city"
    for name in ("year", "city", "series", "named"):
        rest = [s for other, s in sets.items() if other != name]
        if name in sets and rest and (left := set.intersection(*rest)):
            return left, name
    return set(), "all"

"""The record book: who held which record when, as far as the lists on record reach."""

from functools import lru_cache

from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.values.mark import Mark, parse

# By how much is made of them; those of the codes given are seldom spoken of where the nation's is another.
_RANK = ("world", "olympic", "area", "championship", "national")
_SELDOM = ("area:NAC", "area:OCE")
_INDOOR = ":indoor"
_WIDE = frozenset(("area", "national"))


class Book:
    """The record book of a discourse; the store keeps what it has answered."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._whole: set[tuple[str, str]] = set()
        held = [discourse.calendar.editions[e] for e in discourse.focus]
        self._start = min((e.start for e in held if e.start), default=discourse.day)
        self._end = max((e.end or self._start or "" for e in held), default="")

    def all(self, event: str, sex: str) -> tuple[Fact, ...]:
        """Every record of an event, oldest first."""
        self._whole.add((event, sex))
        return self.discourse.store.records(event, sex)

    def some(self, event: str, sex: str, scopes: tuple[str, ...]) -> tuple[Fact, ...]:
        """Those of an event's records that can be in some scopes, and perhaps others."""
        if not scopes or (event, sex) in self._whole:
            return self.all(event, sex)
        begun = {s.removesuffix(_INDOOR) for s in scopes}
        return self.discourse.store.records(event, sex, tuple(sorted(begun | ({"world"} if begun & _WIDE else set()))))

    def of(self, events: tuple[tuple[str, str], ...], scopes: tuple[str, ...], until: str | None) -> list[Fact]:
        """Records of some events in some scopes (any where none is given) up to a day."""
        return [
            f
            for event, sex in events
            for f in self.some(event, sex, scopes)
            if (not scopes or within(f, scopes)) and (not until or (f.valid_from or "") <= until)
        ]

    def by(self, person: str, until: str | None) -> list[Fact]:
        """Every record that a person set, in any event, up to a day."""
        return [
            f
            for f in self.discourse.store.facts_about(person)
            if f.predicate.startswith("record:") and (not until or (f.valid_from or "") <= until)
        ]

    def mark(self, fact: Fact) -> Mark | None:
        """A record's mark."""
        return parse(fact.value, self.unit(fact))

    def unit(self, fact: Fact) -> str:
        """The unit of a record's mark."""
        event = fact.setting.event if fact.setting else None
        return self.discourse.outings.units.get(event or "", "s")

    def better(self, fact: Fact, mark: Mark) -> bool:
        """Whether a record is better than a mark."""
        right = self.mark(fact)
        return (
            right is not None and right.unit == mark.unit and (right.milli < mark.milli if mark.unit == "s" else right.milli > mark.milli)
        )

    def start(self) -> str | None:
        """The first day of the contests reported, else the article's."""
        return self._start

    def stood(self, fact: Fact) -> bool:
        """Whether a record stood when the contests reported began, or was set since."""
        return not self._start or not fact.valid_to or fact.valid_to >= self._start

    def stands(self, fact: Fact) -> bool:
        """Whether a record outlived the contests reported, so that nobody broke it there."""
        return bool(self.discourse.focus) and not self.fresh(fact) and (not fact.valid_to or fact.valid_to > self._end)

    def fell(self, fact: Fact) -> bool:
        """Whether a record fell in the contests reported."""
        return bool(self._start and fact.valid_to and self._start <= fact.valid_to <= self._end)

    def fresh(self, fact: Fact) -> bool:
        """Whether a record was set in the contests reported."""
        start, day = self._start, fact.valid_from
        if day and start and self.discourse.focus and day < start:
            return False
        held = detail(fact).get("competition")
        if held and held in self.discourse.focus:
            return True
        if not day or not start or not self.discourse.day:
            return False
        return start <= day <= self._end if self.discourse.focus else self.discourse.in_focus(None, day)

    def events(self, named: tuple[str, ...], part: Part, people: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The events and sexes that a record may be of: named, else the person's in the contests reported, else carried."""
        discourse = self.discourse
        sexes = (
            {m.value for m in part.sentence.kind("sex")}
            or {s for p in people if (s := discourse.cast.people[p].sex)}
            or ({part.sex} if part.sex else {"men", "women"})
        )
        if named:
            return tuple((e, s) for e in named for s in sorted(sexes))
        here = tuple(e for m in part.sentence.kind("event") for e in m.value)
        mine = {
            (o.setting.event or "", o.setting.sex or "")
            for p in people
            for o in discourse.outings.of(p)
            if discourse.in_focus(o.setting.competition, o.day)
        }
        chosen = {pair for pair in mine if pair[0] in (here or part.carried or (pair[0],))}
        if chosen:
            return tuple(sorted(chosen))
        others = tuple((e, s) for e in (here or part.carried) for s in sorted(sexes))
        return tuple(sorted({*others, *(() if here else mine)}))

    def listed(self, scope: str, event: str, sex: str) -> bool:
        """Whether the list of a scope is on record and reaches the contests reported from well before them."""
        listing = self.discourse.store.listing(f"record:{scope}", event, sex)
        start = self.start()
        return bool(
            listing and start and listing.complete_to and listing.complete_to >= start and (not listing.since or listing.since <= start)
        )


@lru_cache(maxsize=2)
def book(discourse: Discourse) -> Book:
    """The one record book of a discourse; kept for the text at hand only, since a book holds its whole discourse."""
    return Book(discourse)


def detail(fact: Fact) -> dict[str, object]:
    """What else a record's row says: city, competition, note."""
    return read(fact.detail) if fact.detail else {}


@lru_cache(maxsize=4096)
def read(text: str) -> dict[str, object]:
    """A row's details, read once; nobody changes them."""
    import json

    return dict(json.loads(text))


def scope_of(fact: Fact) -> str:
    """The scope code of a record fact."""
    return fact.predicate.removeprefix("record:")


def indoor(fact: Fact) -> bool:
    """Whether a record is one under a roof."""
    return fact.predicate.endswith(_INDOOR)


def at_hand(discourse: Discourse, fact: Fact) -> bool:
    """Whether a record may be meant that no words name: a nation's, of somebody whom the text does not name, fits by chance only."""
    return not scope_of(fact).startswith(_RANK[-1]) or fact.subject in discourse.cast.people


def rank(fact: Fact) -> int:
    """How large the scope of a record is, 0 for the world."""
    kind = scope_of(fact).removesuffix(_INDOOR)
    if kind in _SELDOM:
        return len(_RANK)
    kind = kind.split(":")[0]
    return _RANK.index(kind) if kind in _RANK else len(_RANK)


def within(fact: Fact, scopes: tuple[str, ...]) -> bool:
    """Whether a record fact is of one of some scopes; `national` and `area` stand for any, with a roof or without."""
    return _among(fact.predicate, scopes)


@lru_cache(maxsize=4096)
def _among(predicate: str, scopes: tuple[str, ...]) -> bool:
    """Whether a predicate is that of records in one of some scopes."""
    code = predicate.removeprefix("record:").removesuffix(_INDOOR)
    wanted = {s.removesuffix(_INDOOR) for s in scopes}
    return not wanted or code in wanted or any(code.startswith(f"{s}:") for s in wanted) or (code == "world" and bool(wanted & _WIDE))

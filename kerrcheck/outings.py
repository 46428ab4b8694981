"""Outings: an athlete's appearances on record, one per contest, with mark, placing and circumstances."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kerrcheck.entity import Edition
from kerrcheck.fact import Fact
from kerrcheck.statement import Setting
from kerrcheck.store import Store
from kerrcheck.values.mark import Mark, parse

_MOST = 4096
ROUNDS = ("final", "semi-final", "quarter-final", "heat", "repechage", "qualifying")


class Outing(NamedTuple):
    """What is on record of one athlete in one contest.

    `city`, `stadium`, `country` say where; `places` are all placings that are true by some date (a medal reallocated
    later); `facts` by predicate; `whole`: everybody who took part in the contest is on record.
    """

    person: str
    setting: Setting
    day: str | None
    mark: Mark | None
    place: int | None
    places: tuple[int, ...]
    status: str | None
    nation: str | None
    city: str | None
    stadium: str | None
    country: str | None
    series: str | None
    year: int | None
    whole: bool
    facts: dict[str, Fact]

    @property
    def round(self) -> str:
        """The kind of round, without its number."""
        return _kind(self.setting.round or "")


@lru_cache(maxsize=256)
def _kind(name: str) -> str:
    """The kind of a round, without its number."""
    return next((kind for kind in ROUNDS if name.startswith(kind)), name)


# A person or a contest, with how each of its facts that hold for a time only stands on a text's day.
State = tuple[str, tuple[bool, ...]]


class Outings:
    """Outings of athletes and of contests, put together once; the store keeps those of one state for all texts.

    Contests that are `awaited` in the text are left out.
    """

    def __init__(self, store: Store, units: dict[str, str], day: str | None = None) -> None:
        self.store, self.units, self.day = store, units, day
        self._by_person: dict[str, tuple[Outing, ...]] = {}
        self._by_contest: dict[str, tuple[Outing, ...]] = {}
        self._editions: dict[str, Edition | None] = {}
        self.awaited: frozenset[str] = frozenset()
        self._kept: dict[State, tuple[Outing, ...]] = store.answers.setdefault("outings", {})

    def leave_out(self, contests: frozenset[str]) -> None:
        """Leave out some contests from here on, since a text of their day only looks forward to them."""
        self.awaited = contests
        if contests:
            self._by_person.clear()
            self._by_contest.clear()

    def of(self, person: str) -> tuple[Outing, ...]:
        """A person's outings, oldest first."""
        if person not in self._by_person:
            mine = self._recalled(person, self._ran(person), _by_day)
            self._by_person[person] = tuple(o for o in mine if o.setting.key() not in self.awaited) if self.awaited else mine
        return self._by_person[person]

    def within(self, contest: str) -> tuple[Outing, ...]:
        """The outings of everybody in a contest, by placing."""
        if contest not in self._by_contest:
            known = () if contest in self.awaited else self._recalled(contest, self.store.facts_in(contest), _by_place)
            self._by_contest[contest] = known
        return self._by_contest[contest]

    def noted(self, person: str) -> bool:
        """Whether somebody was in a competition that has a name of its own, or is on record for something else than taking part."""
        mine = self.of(person)
        return not mine or any(self.named(o) for o in mine)

    def named(self, outing: Outing) -> bool:
        """Whether an outing was in a competition with a name of its own: at a mere meeting most marks are somebody's by chance."""
        return bool(outing.series and self.store.series(outing.series))

    def state(self, person: str) -> State:
        """What tells a person's outings of this text from those of a text of another day."""
        return self._state(person, self._ran(person))

    def _ran(self, person: str) -> list[Fact]:
        return [f for f in self.store.facts_about(person) if f.setting and f.setting.competition and f.setting.round]

    def _state(self, key: str, facts: Iterable[Fact]) -> State:
        return key, tuple(self._stands(f) for f in facts if f.valid_from or f.valid_to)

    def _recalled(self, key: str, facts: Sequence[Fact], order: Callable[[Outing], tuple[Any, ...]]) -> tuple[Outing, ...]:
        state = self._state(key, facts)
        if state not in self._kept:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[state] = tuple(sorted(self._put_together(facts), key=order))
        return self._kept[state]

    def _put_together(self, facts: Iterable[Fact]) -> Iterator[Outing]:
        found: dict[tuple[str, Setting | None], list[Fact]] = {}
        for fact in facts:
            found.setdefault((fact.subject, fact.setting), []).append(fact)
        made = (self._made(person, setting or Setting(), some) for (person, setting), some in found.items())
        return (x for x in made if x.mark or x.place or x.status)

    def _edition(self, id_: str) -> Edition | None:
        """An edition, asked for once."""
        if id_ not in self._editions:
            self._editions[id_] = self.store.edition(id_)
        return self._editions[id_]

    def _stands(self, fact: Fact) -> bool:
        """Whether a fact stands on the article's day (today where it has none); those that do come last."""
        if self.day is None:
            return not fact.valid_to
        return (not fact.valid_from or fact.valid_from <= self.day) and (not fact.valid_to or self.day < fact.valid_to)

    def _made(self, person: str, setting: Setting, facts: list[Fact]) -> Outing:
        """One outing from its facts."""
        by = {fact.predicate: fact for fact in sorted(facts, key=self._stands)}
        edition = self._edition(setting.competition or "")
        stadium = edition.stadium if edition else None
        city = edition.city if edition else None
        mark = parse(by["mark"].value, self.units.get(setting.event or "", "s")) if "mark" in by else None
        told = [f for f in facts if f.predicate == "placing"]
        places = [int(v) for f in told for v in (f.value, *(value for value, _ in f.against)) if v.isdigit()]
        place = int(by["placing"].value) if "placing" in by and by["placing"].value.isdigit() else None
        return Outing(
            person, setting, next((f.day for f in facts if f.day), None), mark, place, tuple(places),
            by["status"].value if "status" in by else None, by["nation"].value if "nation" in by else None,
            city, stadium, edition.country if edition else None, edition.series if edition else None,
            edition.year if edition else None, any(f.whole for f in facts), by,
        )  # fmt: skip


def _by_day(outing: Outing) -> tuple[Any, ...]:
    return (outing.day or "",)


def _by_place(outing: Outing) -> tuple[Any, ...]:
    return outing.place or 999, outing.person

"""Outings: an athlete's appearances on record, one per contest, with mark, placing and circumstances."""

from typing import NamedTuple

from kerrcheck.entity import Edition
from kerrcheck.fact import Fact
from kerrcheck.statement import Setting
from kerrcheck.store import Store
from kerrcheck.values.mark import Mark, parse

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
        name = self.setting.round or ""
        return next((kind for kind in ROUNDS if name.startswith(kind)), name)


class Outings:
    """Outings of athletes and of contests, put together once and kept."""

    def __init__(self, store: Store, units: dict[str, str], day: str | None = None) -> None:
        self.store, self.units, self.day = store, units, day
        self._by_person: dict[str, tuple[Outing, ...]] = {}
        self._editions: dict[str, Edition | None] = {}
        self._by_contest: dict[str, tuple[Outing, ...]] = {}

    def of(self, person: str) -> tuple[Outing, ...]:
        """A person's outings, oldest first."""
        if person not in self._by_person:
            found: dict[str, list[Fact]] = {}
            for fact in self.store.facts_about(person):
                if fact.setting and fact.setting.competition and fact.setting.round:
                    found.setdefault(fact.setting.key(), []).append(fact)
            made = (self._made(person, key, facts) for key, facts in found.items())
            self._by_person[person] = tuple(sorted((x for x in made if x.mark or x.place or x.status), key=lambda o: o.day or ""))
        return self._by_person[person]

    def within(self, contest: str) -> tuple[Outing, ...]:
        """The outings of everybody in a contest, by placing."""
        if contest not in self._by_contest:
            found: dict[str, list[Fact]] = {}
            for fact in self.store.facts_in(contest):
                found.setdefault(fact.subject, []).append(fact)
            made = (self._made(person, contest, facts) for person, facts in found.items())
            some = sorted((x for x in made if x.mark or x.place or x.status), key=lambda o: (o.place or 999, o.person))
            self._by_contest[contest] = tuple(some)
        return self._by_contest[contest]

    def noted(self, person: str) -> bool:
        """Whether somebody was in a competition that has a name of its own, or is on record for something else than taking part."""
        mine = self.of(person)
        return not mine or any(o.series and self.store.series(o.series) for o in mine)

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

    def _made(self, person: str, key: str, facts: list[Fact]) -> Outing:
        """One outing from its facts."""
        by = {fact.predicate: fact for fact in sorted(facts, key=self._stands)}
        setting = Setting.from_key(key)
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

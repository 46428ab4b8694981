"""Identity: which rows of which data sets are the same athlete, and who of the record that is.

One name and birth date (or two dates that differ in one part, or a year) are one person, and so are a name, a nation and a sex
where a row has no birth date and only one such person is known. Two birth dates are two people, told apart by the birth year.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from operator import eq
from types import MappingProxyType
from typing import NamedTuple

from kerrcheck.entity import Person
from kerrcheck.naming import words
from kerrcheck.sources import Athlete
from kerrcheck.text import fold

Key = tuple[str, ...]
Kin = Callable[[str, str], bool]
_DAY, _LEAST_AGE, _MOST_AGE, _CAREER = 10, 11, 75, 10


class Known(NamedTuple):
    """Somebody of the record, or whom rows have made, by whom a further row is recognised."""

    id: str
    born: str | None
    nations: frozenset[str]
    sex: str | None
    active: Mapping[str, tuple[int, int]] = MappingProxyType({})


def key_of(name: str) -> Key:
    """A name's words, whatever order they come in."""
    return tuple(sorted(words(name)))


def slug(text: str) -> str:
    """The id that a name makes."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def same_birth(one: str | None, other: str | None) -> bool:
    """Whether two birth dates may be one: a year and a day of it, or two days that differ in one part."""
    if not one or not other:
        return True
    if one == other or (one[:4] == other[:4] and min(len(one), len(other)) < _DAY):
        return True
    parts = [a == b for a, b in zip(one.split("-"), other.split("-"), strict=False)]
    return len(parts) == 3 and sum(parts) == 2


def _fits(known: Known, athlete: Athlete, kin: Kin) -> bool:
    """Whether somebody known may be the athlete of a row with the same name; a row may have the nation that theirs became."""
    if known.sex and athlete.sex and known.sex != athlete.sex:
        return False
    alike = not athlete.nation or not known.nations or any(kin(nation, athlete.nation) for nation in known.nations)
    if known.born and athlete.born:
        return known.born == athlete.born or (same_birth(known.born, athlete.born) and alike)
    return alike and _of_age(known.born, athlete.day)


def _of_age(born: str | None, day: str | None) -> bool:
    """Whether somebody born then may have taken part on a day."""
    return not born or not day or _LEAST_AGE <= int(day[:4]) - int(born[:4]) <= _MOST_AGE


def _likeness(known: Known, athlete: Athlete) -> int:
    """How well somebody fits: the whole date first, then the nation, then the event in the same years."""
    whole = known.born == athlete.born and athlete.born is not None
    return 8 * whole + 4 * (athlete.nation in known.nations) + 2 * bool(known.born and athlete.born) + _in_event(known, athlete)


def _in_event(known: Known, athlete: Athlete) -> bool:
    """Whether somebody is on record in the event of a row, in the same part of a career."""
    years = known.active.get(athlete.event or "")
    if not years or not athlete.day:
        return False
    return years[0] - _CAREER <= int(athlete.day[:4]) <= years[1] + _CAREER


class People:
    """Everybody known by name, and the ids of those whom rows name; `kin` tells whether two codes are of one nation."""

    def __init__(self, kin: Kin = eq) -> None:
        self._kin = kin
        self._by_key: dict[Key, list[Known]] = defaultdict(list)
        self._seen: dict[Athlete, Athlete] = {}
        self._ids: dict[Athlete, str | None] = {}
        self.made: dict[str, Athlete] = {}
        self._taken: set[str] = set()
        self._words: set[str] = set()

    def know(self, person: Person, names: Iterable[str], active: Mapping[str, tuple[int, int]]) -> None:
        """Take somebody of the record; `active` are first and last years by event."""
        nations = frozenset((*(code for code, _, _ in person.nations), *person.parts))
        known = Known(person.id, person.born, nations, person.sex, active)
        self._taken.add(person.id)
        for key in {key_of(name) for name in names}:
            self._by_key[key].append(known)

    def see(self, athlete: Athlete) -> None:
        """Take note of an athlete whom a row names; a blank is nobody."""
        if not words(athlete.name):
            return
        bare = _bare(athlete)
        first = self._seen.get(bare)
        if first is None or (athlete.source, athlete.file, athlete.day or "") < (first.source, first.file, first.day or ""):
            self._seen[bare] = athlete

    def settle(self) -> Iterator[tuple[Athlete, str]]:
        """Give everybody seen an id; yields each with it, the made ones in the order of their ids."""
        waiting: dict[tuple[Key, str | None], list[Athlete]] = defaultdict(list)
        for bare, athlete in self._seen.items():
            self._ids[bare], unknown = self._recognised(athlete)
            if unknown:
                waiting[key_of(athlete.name), athlete.sex].append(athlete)
        self._name([group for found in waiting.values() for group in _groups(found)])
        yield from ((self._seen[bare], who) for bare, who in self._ids.items() if who)
        self._seen = {}

    def _recognised(self, athlete: Athlete) -> tuple[str | None, bool]:
        """Who of the record an athlete is, None with True for nobody, None with False for one of several."""
        fitting = [known for known in self._by_key.get(key_of(athlete.name), ()) if _fits(known, athlete, self._kin)]
        if not fitting:
            return None, True
        best = max(_likeness(known, athlete) for known in fitting)
        ids = {known.id for known in fitting if _likeness(known, athlete) == best}
        return (ids.pop(), False) if len(ids) == 1 else (None, False)

    def _name(self, groups: Sequence[Sequence[Athlete]]) -> None:
        """Make people of groups of rows; where several share a name, each gets the birth year."""
        by_slug: dict[str, list[Sequence[Athlete]]] = defaultdict(list)
        for group in groups:
            by_slug[slug(_best(group).name) or "unnamed"].append(group)
        for text, sharing in sorted(by_slug.items()):
            for group in sorted(sharing, key=lambda found: (_best(found).born or "", _best(found).nation or "")):
                who = self._free(text, _best(group), alone=len(sharing) == 1)
                self.made[who] = _best(group)
                self._ids.update((_bare(athlete), who) for athlete in group)

    def _free(self, text: str, athlete: Athlete, *, alone: bool) -> str:
        """An id that nobody has: the name, then with the birth year, the nation, a number."""
        year = (athlete.born or "")[:4]
        longer = [f"{text}-{year}"] if year else []
        longer += [f"{text}-{(athlete.nation or 'x').lower()}{f'-{year}' if year else ''}"]
        longer += [f"{longer[-1]}-{athlete.born}"] if year else []
        numbered = (f"{longer[-1]}-{number}" for number in count(2))
        who = next(name for name in chain([text] if alone else [], longer, numbered) if name not in self._taken)
        self._taken.add(who)
        return who

    def called(self, name: Sequence[str]) -> bool:
        """Whether somebody has a word as a name."""
        if not self._words:
            self._words = {word for key in self._by_key for word in key} | {word for a in self.made.values() for word in words(a.name)}
        return len(name) == 1 and name[0] in self._words

    def who(self, athlete: Athlete) -> str | None:
        """The id of an athlete who was seen; None for one of several."""
        return self._ids.get(_bare(athlete))


def _bare(athlete: Athlete) -> Athlete:
    """What tells athletes apart, without where they were seen; an age counts only where no birth date does."""
    day = athlete.day[:4] if athlete.day and not athlete.born else None
    event = None if athlete.born else athlete.event
    return Athlete(athlete.name, "", "", athlete.born, athlete.nation, athlete.sex, day, event)


def _best(group: Sequence[Athlete]) -> Athlete:
    """The fullest row of a person."""
    return max(group, key=lambda a: (len(a.born or ""), bool(a.nation), bool(a.family), *(part or "" for part in a)))


def _groups(athletes: Sequence[Athlete]) -> Iterator[list[Athlete]]:
    """Rows of one name and sex by person: each birth date one, those without joined to the one they fit."""
    dated: list[list[Athlete]] = []
    for athlete in sorted((a for a in athletes if a.born), key=lambda a: (-len(a.born or ""), a.born or "", a.nation or "")):
        mine = next((group for group in dated if _together(group[0], athlete)), None)
        if mine is None:
            dated.append([athlete])
        else:
            mine.append(athlete)
    loose: Mapping[str | None, list[Athlete]] = defaultdict(list)
    for athlete in (a for a in athletes if not a.born):
        fitting = [group for group in dated if any(a.nation == athlete.nation for a in group) and _of_age(group[0].born, athlete.day)]
        (fitting[0] if len(fitting) == 1 else loose[athlete.nation]).append(athlete)
    yield from dated
    yield from loose.values()


def _together(one: Athlete, other: Athlete) -> bool:
    return one.born == other.born or (one.nation == other.nation and same_birth(one.born, other.born))

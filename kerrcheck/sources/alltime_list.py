"""All-time lists: the best marks of an event, with who made them, when and where, and the place and round they were made in.

A list holds marks inside a cut, so absence proves nothing and no contest is whole. A mark that is better than all earlier ones of
the same athlete in the list was their best, whatever lies outside the cut.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kerrcheck.fact import Evidence, Source
from kerrcheck.sources import Athlete, Item, Occasion, Register, Sighting, Trouble, _cells
from kerrcheck.sources._bests import Made, bests
from kerrcheck.sources._days import iso
from kerrcheck.sources._outing import contest, outing
from kerrcheck.sources._register import register
from kerrcheck.sources._table import Row, heading, is_table, rows, stem
from kerrcheck.sources._venues import Spot, place_of
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse

__all__ = ["accepts", "read", "register", "survey"]

BULK = True

_COLUMNS = (
    ("mark",), ("competitor",), ("venue",), ("date",), ("pos", "position"), ("dob",), ("nat", "nationality"), ("wind",),
    ("sex",), ("discipline",),
)  # fmt: skip
_SIGNS = {"mark": (), "competitor": (), "venue": (), "date": (), "pos": ("position",), "results score": ("result_score",)}
_PLACE = re.compile(r"(?P<place>[0-9]{1,6})?(?:\.0)?(?P<round>[a-z]*)(?P<number>[0-9]{1,6})?$")
_RELAY = re.compile(r"\dx\d")
_HAND = "h"
_LEGAL = 2.0
# What goes with a mark made indoors, and with one taken by hand.
_DETAILS = {
    (False, False): None,
    (True, False): '{"flags":["indoor"]}',
    (False, True): '{"flags":["hand"]}',
    (True, True): '{"flags":["indoor","hand"]}',
}


def accepts(path: Path) -> bool:
    """Whether this is an all-time list of one event, by its columns."""
    return is_table(path, _SIGNS)


def survey(path: Path, register: Register) -> Iterator[Sighting]:
    """Whom the list names, and where and when their marks were made."""
    source, newest, sexed = register.source(path), "", path.parent.name
    seen: set[tuple[str, ...]] = set()
    for row in rows(path, _COLUMNS, needed=5):
        if isinstance(row, Trouble):
            continue
        _, name, venue, date, _, born, nation, _, sex, discipline = row.cells
        day, spot = iso(date), place_of(venue)
        newest = max(newest, day or "")
        who = (name, born, nation) if born else (name, nation, (day or "")[:4], discipline)
        if who not in seen and (born or not _RELAY.search(discipline or stem(path))):
            seen.add(who)
            told = register.sex(sex or sexed), register.code_of(nation)
            athlete = _athlete(name, born, told[1], told[0], day, register.event(discipline or stem(path)))
            yield athlete._replace(source=source, file=_named(path))
        if spot and day and (venue, date) not in seen:
            seen.add((venue, date))
            yield Occasion(day, spot.town, spot.country, spot.stadium)
    yield Source(source, source.replace("-", " "), None, newest, newest)


def read(path: Path, register: Register) -> Iterator[Item]:
    """Every mark of the list, and the bests that follow from them."""
    return _List(path, register).items()


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@lru_cache(maxsize=100_000)
def _athlete(name: str, born: str, nation: str | None, sex: str | None, day: str | None, event: str | None) -> Athlete:
    """Somebody as a row names them."""
    return Athlete(" ".join(name.split()), "", "", iso(born), nation, sex, day, event)


class _List:
    """One list as it is read."""

    def __init__(self, path: Path, register: Register) -> None:
        self.path, self.file, self.register, self.source = path, _named(path), register, register.source(path)
        self.event: str | None = None
        self.sex = ""
        self._told: set[str] = set()
        self._marks: dict[tuple[str, str], str] = {}
        self._history: dict[str, list[Made]] = defaultdict(list)

    def items(self) -> Iterator[Item]:
        """Everything in the list."""
        for row in rows(self.path, _COLUMNS, needed=5):
            if isinstance(row, Trouble):
                yield row
                continue
            yield from self._row(row)
            yield from self.register.fresh()
        setting = Setting(event=self.event, sex=self.sex)
        yield from bests(self._history, setting, self.register.unit(self.event or ""), self.source, self.file)

    def _trouble(self, row: Row, column: int, expected: str) -> Trouble:
        head = heading(self.path)
        place = next((head.index(name) for name in _COLUMNS[column] if name in head), 0) + 1
        return Trouble(f"{self.path}:{row.line}:{place}: expected {expected}, found {row.cells[column]!r}")

    def _row(self, row: Row) -> Iterator[Item]:
        """One row: the mark of an athlete or a team."""
        mark, name, venue, date, place, born, nation, _, sex, discipline = row.cells
        if self.event is None or sex:
            self.event = self.register.event(discipline or stem(self.path))
            self.sex = self.register.sex(sex or self.path.parent.name) or ""
        spot, day, position = place_of(venue), iso(date), _PLACE.match(place)
        bad = self._bad(row, mark, day, spot, position)
        if bad or not self.event or not spot or not day or not position:
            yield bad or self._trouble(row, 9, "the name of an event that is on record")
            return
        who = self._who(name, born, self.register.code_of(nation), day)
        if not who:
            yield self._trouble(row, 1, "somebody of whom there is one (two people of that name may be meant)")
            return
        yield from self._said(row, who, _canonical(mark, self.register.unit(self.event)), spot, day, position)

    def _bad(self, row: Row, mark: str, day: str | None, spot: Spot | None, position: re.Match[str] | None) -> Trouble | None:
        """What is wrong with a row, if anything is."""
        if not parse(_cells.plain(mark).rstrip(_HAND)):
            return self._trouble(row, 0, "a mark such as 3:27.79")
        if not day or len(day) != 10:
            return self._trouble(row, 3, "a day such as 06 AUG 2024")
        if not spot:
            return self._trouble(row, 2, "a venue such as Stade de France, Paris (FRA)")
        return self._unfit(row) if position else self._trouble(row, 4, "a place such as 1, 3sf2 or 5h3")

    def _unfit(self, row: Row) -> Trouble | None:
        """What cannot be a nation, a wind or a sex, if anything cannot."""
        nation, wind = row.cells[6:8]
        if nation and not self.register.code_of(nation):
            return self._trouble(row, 6, "a nation's code such as KEN")
        if wind and not _cells.wind(wind):
            return self._trouble(row, 7, "a wind such as +0.9")
        return None if self.sex else self._trouble(row, 8, "a sex, here or as the folder's name")

    def _who(self, name: str, born: str, nation: str | None, day: str) -> str | None:
        if not born and self.event and _RELAY.search(self.event):
            return self.register.team(name, nation or "")
        return self.register.person(_athlete(name, born, nation, self.sex, day, self.event))

    def _said(self, row: Row, who: str, mark: str, spot: Spot, day: str, position: re.Match[str]) -> Iterator[Item]:
        """The outing of a row, and its contest where that is new."""
        wind, nation = row.cells[7], self.register.code_of(row.cells[6]) if self.register.changed(who) else None
        meeting = self.register.meeting(Occasion(day, spot.town, spot.country, spot.stadium))
        key = self._contest(meeting.edition, position, who, mark)
        if key not in self._told:
            self._told.add(key)
            yield contest(key, day, meeting.venue)
        evidence = Evidence(self.source, f"{self.file}:{row.line}")
        detail = _DETAILS[spot.indoor, row.cells[0].endswith(_HAND)]
        yield from outing(who, key, evidence, {"mark": mark, "placing": position["place"], "nation": nation, "wind": wind}, detail)
        if not spot.indoor and self._counts(wind):
            measured = parse(mark)
            self._history[who].append(Made(day, measured.milli if measured else 0, mark, meeting.city, row.line))

    def _counts(self, wind: str) -> bool:
        """Whether a mark with this wind counts."""
        try:
            return not wind or float(wind) <= _LEGAL
        except ValueError:
            return False

    def _contest(self, edition: str, position: re.Match[str], who: str, mark: str) -> str:
        """The key of the contest that a place with its round names; a second mark of somebody in it was made in another."""
        kind = self.register.round(position["round"]) if position["place"] or position["round"] else None
        number = position["number"]
        if kind == "qualifying" and number:
            number = chr(ord("a") + int(number) - 1) if 0 < int(number) < 27 else number
        text = f"{kind or 'race'}{f'-{number}' if number else ''}"
        key = Setting(edition, self.event, self.sex, text).key()
        again = 1
        while self._marks.setdefault((key, who), mark) != mark:
            again += 1
            key = Setting(edition, self.event, self.sex, f"race-{again}").key()
        return key


@lru_cache(maxsize=100_000)
def _canonical(mark: str, unit: str) -> str:
    """A mark as it is written here: lengths with two decimals, times by hand with one."""
    text = mark.rstrip(_HAND)
    return _cells.two_decimals(text) if unit == "m" else text

"""Importers: each member reads one kind of source into items, which the build settles into a store.

A member is a module of functions::

    accepts(path: Path) -> bool               whether this is a file of its kind; cheap, by name or first bytes
    read(path: Path) -> Iterator[Item]        everything in it, streamed; raises DataError with file, place and expectation

A member whose rows call people and places by name (data sets) is surveyed before it is read, so that the same athlete of
several files becomes one, whatever order the files come in; `BULK = True` has it read after the articles::

    register(known: Store) -> Register                                 what tells who is who; one is made for all files of a pass
    survey(path: Path, register: Register) -> Iterator[Sighting]       whom and what its rows name; nothing that is wrong is told here
    read(path: Path, register: Register) -> Iterator[Item]             everything in it, with the ids that the register gives

A member that must know who and what exists before it can read (articles) is read after all others and has instead::

    discover(paths: Sequence[Path], store: Store) -> Iterator[Item]    the entities its files name, and their sources
    read(path: Path, store: Store) -> Iterator[Item]                   their claims, with the discovered entities in the store
    derive(path: Path, store: Store) -> Iterator[Item]                 what follows from them and all facts; may be left out
"""

from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from kerrcheck.entity import Contest, Edition, Listing, Name, Person, Place, Series
from kerrcheck.fact import Assertion, Ruling, Source


class Wording(NamedTuple):
    """The text of a source article, by which sources that copy each other are known."""

    source: str
    text: str


class Trouble(NamedTuple):
    """A row that could not be read: `file:line:column: what was expected`; counted, or fatal in a strict build."""

    message: str


Item: TypeAlias = Assertion | Contest | Edition | Listing | Name | Person | Place | Ruling | Series | Source | Trouble | Wording


class Athlete(NamedTuple):
    """Somebody as a row names them; `day` and `event` are when and in what they took part, `source` and `file` who says so."""

    name: str
    family: str = ""
    given: str = ""
    born: str | None = None
    nation: str | None = None
    sex: str | None = None
    day: str | None = None
    event: str | None = None
    source: str = ""
    file: str = ""


class Occasion(NamedTuple):
    """A day in a town, of which a competition is known or made; `road`: what was run there needs no stadium."""

    day: str
    town: str
    country: str
    stadium: str = ""
    road: bool = False


Sighting: TypeAlias = Athlete | Occasion | Source


class Meeting(NamedTuple):
    """The edition that an occasion belongs to, the venue where that is not the edition's own, and the city's id."""

    edition: str
    venue: str | None
    city: str


class Register(Protocol):
    """Who and what the record knows, and what all surveyed files add to it: names in, ids out."""

    def person(self, athlete: Athlete) -> str | None:
        """The id of an athlete; None where two people may be meant."""

    def changed(self, who: str) -> bool:
        """Whether somebody competed for several nations, so that each outing must tell for which."""

    def meeting(self, occasion: Occasion) -> Meeting:
        """The edition of an occasion, made where none is on record."""

    def source(self, path: Path) -> str:
        """The id of the source that a file is."""

    def series(self, kind: str) -> str:
        """The series that a kind of data set is about."""

    def event(self, text: str) -> str | None:
        """The id of an event as a data set calls it."""

    def code(self, text: str) -> str | None:
        """The id of an event by the code of a record list."""

    def short(self, text: str) -> tuple[str, bool]:
        """A name of an event without what says that it is on a short track, and whether it was there."""

    def area(self, text: str) -> str | None:
        """The code of an area by its number in a record list."""

    def scope(self, text: str) -> str | None:
        """The scope of records that words name."""

    def city(self, town: str, country: str) -> str:
        """The id of a town, made where it is not on record."""

    def kin(self, nation: str, other: str) -> bool:
        """Whether a code is a nation's, or that of one it came from or is part of."""

    def sex(self, text: str) -> str | None:
        """One of men, women, mixed."""

    def round(self, text: str) -> str | None:
        """The kind of round that letters or words mean."""

    def unit(self, event: str) -> str:
        """What an event is measured in: s, m or pts."""

    def nation(self, text: str) -> str | None:
        """The code of a nation called by its code or name."""

    def code_of(self, text: str) -> str | None:
        """The code that a cell holds: a nation's on record, or what looks like one (`INT`, of a team from several)."""

    def edition(self, series: str, year: int) -> str | None:
        """The edition of a series on record, by the year it is called by or was held in."""

    def team(self, name: str, nation: str) -> str:
        """The id of a relay team: its nation's code, or one of its own."""

    def fresh(self) -> list[Item]:
        """What has been made since it was last asked: people, places, editions."""

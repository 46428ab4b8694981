"""Alias, Person, Edition, Series, Place, Contest, Listing: who and what facts can be about, and how they are called."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from kerrcheck.statement import Setting

KINDS = ("person", "series", "edition", "city", "venue", "nation", "organisation")
FLAVOURS = (
    "full", "name", "variant", "former", "short", "alias", "adjective", "demonym", "plural", "code", "part", "family",
)  # fmt: skip


class Alias(NamedTuple):
    """A way of naming somebody or something, as folded words; `at` is the index of its key word."""

    words: tuple[str, ...]
    at: int
    kind: str
    id: str
    flavour: str


class Name(NamedTuple):
    """A name as it is written, before it is folded into an alias."""

    kind: str
    id: str
    text: str
    flavour: str = "alias"


class Person(NamedTuple):
    """Somebody, with what is settled about them.

    `born` is an ISO day or a year; `nations` are (code, from, to); `places` are (city id, home | birthplace | lives);
    `parts` are codes of home nations.
    """

    id: str
    name: str
    family: str
    given: str
    sex: str | None = None
    born: str | None = None
    nations: tuple[tuple[str, str | None, str | None], ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class Series(NamedTuple):
    """A competition that comes back, such as a championship or a meeting."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    level: str | None = None
    scope_word: str | None = None
    area: str | None = None


class Edition(NamedTuple):
    """One holding of a series; `year` is the edition's, days are ISO, `day_one` is the day that is counted as the first."""

    id: str
    series: str
    year: int
    name: str
    start: str | None = None
    end: str | None = None
    city: str | None = None
    country: str | None = None
    stadium: str | None = None
    day_one: str | None = None
    awarded: bool = False
    names: tuple[str, ...] = ()


class Place(NamedTuple):
    """A city, venue, nation or organisation; `offset` is the hours by which a city's standard time is ahead of UTC.

    `extra` holds what only its kind has (lists of words, or one text).
    """

    id: str
    kind: str
    name: str
    city: str | None = None
    country: str | None = None
    offset: float | None = None
    near: tuple[str, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})


class Contest(NamedTuple):
    """One contest of an edition; `whole`: everybody who took part is on record. `venue` is None where it is the edition's."""

    key: str
    setting: Setting
    day: str | None = None
    venue: str | None = None
    whole: bool = False
    wind: str | None = None


class Listing(NamedTuple):
    """A list of dated marks: from `since` (None: not whole) to `complete_to` it leaves nothing out."""

    predicate: str
    contest: str
    since: str | None = None
    complete_to: str | None = None
    source: str | None = None

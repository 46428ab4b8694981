"""Venues as lists write them: `Stade de France, Paris (FRA)`, `Hayward Field, Eugene, OR (USA) (i)`."""

import re
from functools import lru_cache
from typing import NamedTuple

_STATE = r"[A-Z]{2}"
_TOWN = rf"(?P<town>(?!{_STATE} \()[^,]{{1,80}}?)"
_VENUE = re.compile(
    rf"(?:(?P<stadium>.{{0,120}}?),? )??{_TOWN}"
    rf"(?:, (?P<state>{_STATE}))? \((?P<country>[A-Z]{{3}})\)(?P<indoor> \(i\))?$"
)


class Spot(NamedTuple):
    """Where something was held."""

    town: str
    country: str
    stadium: str
    indoor: bool


@lru_cache(maxsize=100_000)
def place_of(venue: str) -> Spot | None:
    """Stadium, town and country of a venue; None where that is not told."""
    m = _VENUE.match(" ".join(venue.split()))
    return Spot(m["town"], m["country"], (m["stadium"] or "").strip(" ,"), bool(m["indoor"])) if m else None


def is_state(venue: str) -> bool:
    """Whether a venue is a state alone (`IN`), which is no town."""
    return re.fullmatch(_STATE, venue) is not None

"""Venues as lists write them: `Stade de France, Paris (FRA)`, `Hayward Field, Eugene, OR (USA) (i)`."""

import re
from functools import lru_cache
from typing import NamedTuple

_TOWN = r"(?P<town>(?![A-Z]{2} \()[^,]{1,80}?)"
_VENUE = re.compile(
    rf"(?:(?P<stadium>.{{0,120}}?),? )??{_TOWN}"
    rf"(?:, (?P<state>[A-Z]{{2}}))? \((?P<country>[A-Z]{{3}})\)(?P<indoor> \(i\))?$"
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

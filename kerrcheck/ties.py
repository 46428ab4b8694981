"""Ties: whether a nation or an age is true of a person on a day."""

from kerrcheck.cast import Cast
from kerrcheck.entity import Place
from kerrcheck.store import Store

_AGES = range(200)


def nation_fits(cast: Cast, store: Store, id_: str, codes: set[str], day: str | None) -> bool:
    """Whether a person belongs to one of some nations, home nations and the whole they are part of counted as one."""
    mine = cast.nations(id_, day)
    if mine & codes:
        return True
    for code in codes:
        place = store.place(code, "nation")
        if place and place.extra.get("part_of") in mine and not cast.people[id_].parts:
            return True
    for code in mine:
        place = store.place(code, "nation")
        if place and (place.extra.get("part_of") in codes or _heirs(store, place) & codes):
            return True
    return False


def _heirs(store: Store, place: Place) -> set[str]:
    """The nations that came of one, and those that came of them in turn."""
    found: set[str] = set()
    some = list(place.extra.get("successor", ()))
    while some:
        code = some.pop()
        heir = None if code in found else store.place(code, "nation")
        found.add(code)
        some += heir.extra.get("successor", ()) if heir else ()
    return found


def ages(cast: Cast, id_: str, day: str | None) -> set[int]:
    """The ages that fit a person on a day; a year of birth alone leaves two, an unknown one leaves all."""
    born = cast.people[id_].born if id_ in cast.people else None
    if not born or not day:
        return set(_AGES)
    years = int(day[:4]) - int(born[:4])
    if len(born) < 10:
        return {years, years - 1}
    return {years - (day[5:] < born[5:])}

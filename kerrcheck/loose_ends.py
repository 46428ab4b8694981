"""Loose ends: ids that a store uses and never describes, such as a runner without an entry or a city without a name."""

from typing import NamedTuple

from kerrcheck.store import Store


class LooseEnd(NamedTuple):
    """An id that nothing describes, what it should be, and one fact that uses it."""

    what: str
    id: str
    used_by: str


_USED = """SELECT DISTINCT s.key, p.key, f.value, c.key FROM fact f JOIN subject s ON s.id = f.subject
    JOIN predicate p ON p.id = f.predicate LEFT JOIN contest c ON c.id = f.contest WHERE {} ORDER BY 1, 2, 3, 4"""
_KNOWN = {
    "person": "SELECT s.key FROM person p JOIN subject s ON s.id = p.id",
    "place": "SELECT id FROM place",
    "edition": "SELECT id FROM edition",
}
_PLACES = ("home", "birthplace", "lives", "city", "country", "nation", "part", "stadium", "venue", "team")


def loose_ends(store: Store) -> list[LooseEnd]:
    """What is used and not described, each once, sorted."""
    known = {kind: {key for (key,) in store.link.rows(query)} for kind, query in _KNOWN.items()}
    found = [*_subjects(store, known), *_values(store, known), *_sources(store)]
    once = {(end.what, end.id): end for end in reversed(found)}
    return [once[key] for key in sorted(once)]


def _subjects(store: Store, known: dict[str, set[str]]) -> list[LooseEnd]:
    """Those who took part or held a record and are neither a person nor a team; contests of unknown editions."""
    rows = store.link.rows(_USED.format("f.contest IS NOT NULL"))
    whole = known["person"] | known["place"]
    people = [LooseEnd("person or team", who, f"{predicate} {contest}") for who, predicate, _, contest in rows if who not in whole]
    editions = {contest.partition("/")[0] for *_, contest in rows} - known["edition"] - {""}
    return people + [LooseEnd("edition", edition, "a contest") for edition in sorted(editions)]


def _values(store: Store, known: dict[str, set[str]]) -> list[LooseEnd]:
    """Places and people that a fact's value names."""
    marks = ",".join("?" * len(_PLACES))
    query = _USED.format(f"p.key IN ({marks}) AND s.key != f.value")
    places = [
        LooseEnd("place", value, f"{who} {predicate}")
        for who, predicate, value, _ in store.link.rows(query, _PLACES)
        if value not in known["place"]
    ]
    coached = store.link.rows(_USED.format("p.key = 'coach'"))
    return places + [LooseEnd("person", value, f"{who} coach") for who, _, value, _ in coached if value not in known["person"]]


def _sources(store: Store) -> list[LooseEnd]:
    """Sources that are named and not described."""
    rows = store.link.rows("SELECT key FROM source WHERE title = key ORDER BY key")
    return [LooseEnd("source", key, "evidence") for (key,) in rows]

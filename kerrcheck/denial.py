"""Denial: whether the record shows that somebody did not win a medal where a text says so."""

from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.performances import Performance


def denied(discourse: Discourse, true: Performance, words: tuple[Mention, ...], m: Mention) -> bool:
    """Whether every contest that some words leave, the wrong one `m` among them, had somebody else in that place."""
    if m.kind == "city" and any(w.kind == "series" and true.series in _ids(w) for w in words):
        return not any(discourse.calendar.editions[e].series == true.series for e in _of(discourse, m))
    events = next((w.value for w in words if w.kind == "event"), (true.event,))
    editions = _editions(discourse, true, words, m)
    if not editions:
        return bool(_named(discourse, words))
    asked = [(e, event) for e in editions for event in events]
    return all(_other(discourse, true, edition, event) for edition, event in asked)


def _editions(discourse: Discourse, true: Performance, words: tuple[Mention, ...], m: Mention) -> set[str]:
    """The editions that the words for a competition leave, those before the text; the reported one for a wrong event."""
    sets = [_of(discourse, w) for w in words if w.kind in ("series", "edition", "city", "year")]
    named = [s for s in sets if s]
    if not named:
        return {true.edition} if m.kind in ("event", "round") and true.edition else set()
    left = set.intersection(*named) or (_of(discourse, m) if m.kind in ("series", "edition") else set())
    born = discourse.cast.people[true.person].born if true.person in discourse.cast.people else None
    first = str(int(born[:4]) + 14) if born else "0"
    held = {e: discourse.calendar.editions[e].start or "" for e in left}
    return {e for e, start in held.items() if first <= start <= (discourse.day or "9")}


def _of(discourse: Discourse, w: Mention) -> set[str]:
    """The editions that a word allows."""
    calendar = discourse.calendar
    if w.kind == "year":
        return calendar.editions.of_year(str(w.value))
    ids = _ids(w)
    if w.kind == "city":
        return {e for id_ in ids for e in calendar.at(id_)}
    return (
        {id_ for id_ in ids if id_ in calendar.editions}
        if w.kind == "edition"
        else {e.id for id_ in ids for e in calendar.by_series.get(id_, ())}
    )


def _named(discourse: Discourse, words: tuple[Mention, ...]) -> set[str]:
    """The editions that words name together, whenever they were held."""
    sets = [s for w in words if w.kind in ("series", "edition", "city", "year") and (s := _of(discourse, w))]
    return set.intersection(*sets) if len(sets) > 1 else set()


def _ids(w: Mention) -> list[str]:
    return [w.value] if isinstance(w.value, str) else [id_ for id_, _ in w.value]


def _other(discourse: Discourse, true: Performance, edition: str, event: str) -> bool:
    """Whether a final on record gave the place to somebody else and not to them."""
    there = discourse.outings.within(f"{edition}/{true.sex or ''}/{event}/final")
    mine = [o for o in there if o.person == true.person and true.place in (o.place, *o.places)]
    return not mine and any(o.place == true.place for o in there)

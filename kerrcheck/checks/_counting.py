"""Counting: every plausible number of somebody's medals, titles or wins, and whether the lists behind it are whole."""

from collections.abc import Iterator

from kerrcheck.checks import Case
from kerrcheck.checks._honours import Honour, honours, listed, relays_known
from kerrcheck.claims._title_phrase import adjectives
from kerrcheck.claims.tally import Tally
from kerrcheck.discourse import Discourse


def kin(discourse: Discourse, series: tuple[str, ...]) -> set[str]:
    """Series that one word may stand for, indoors and juniors included."""
    stems = {s.split("-")[0] for s in series}
    return {s for s in discourse.calendar.series if s.split("-")[0] in stems}


def pool(case: Case, person: str, tally: Tally) -> list[Honour]:
    """The medals of a person that a count may be of, with the colour and the competition it names."""
    series = kin(case.discourse, tally.series)
    places = (tally.place,) if tally.place else (1, 2, 3)
    return [h for h in honours(case.discourse, person, case.discourse.day or "") if any(p in places for p in h.places) and (not series or h.series in series) and (not tally.events or h.event in tally.events)]


def understood(case: Case, tally: Tally) -> Tally:
    """A count with the competition that is understood where none is named: the one reported."""
    if tally.series:
        return tally
    calendar = case.discourse.calendar
    titled = set(adjectives(case.discourse.lexicon).values())
    return tally._replace(series=tuple(sorted({calendar.editions[e].series for e in case.discourse.focus} & titled)))


def readings(case: Case, held: list[Honour], tally: Tally) -> set[int]:
    """Every number that some way of counting gives: which series, events, relays, editions, with and without today."""
    counts: set[int] = set()
    for some in _pools(case, held, tally):
        counts |= {len(some), len({h.edition for h in some}), *_streaks(case.discourse, some)}
    if tally.ordinal:
        counts |= {n + 1 for n in counts} if case.claim.modality in ("planned", "hypothetical") else set()
    return counts


def _pools(case: Case, held: list[Honour], tally: Tally) -> Iterator[list[Honour]]:
    """The medals by every limit that a writer may have in mind."""
    focus = set(case.discourse.focus)
    spoken = {e for ref in case.claim.context.refs for e in ref.editions}
    for series in (None, *sorted({h.series for h in held})):
        for event in (None, *sorted({h.event for h in held})):
            for relays in (True, False):
                some = [h for h in held if (series is None or h.series == series) and (event is None or h.event == event) and (relays or not h.relay)]
                yield some
                yield [h for h in some if h.edition in focus]
                yield [h for h in some if h.edition in spoken]
                if not tally.ordinal or spoken - focus:
                    yield [h for h in some if h.edition not in focus]


def _streaks(discourse: Discourse, some: list[Honour]) -> set[int]:
    """How many editions in a row, up to the last, brought a medal."""
    found: set[int] = set()
    for series in {h.series for h in some}:
        held = [e.id for e in discourse.calendar.by_series[series]]
        places = sorted({held.index(h.edition) for h in some if h.series == series})
        run = 0
        for k, at in enumerate(places):
            run = run + 1 if k and at == places[k - 1] + 1 else 1
        found.add(run)
    return found


def whole(case: Case, person: str, tally: Tally) -> bool:
    """Whether everything that a count can include is on record."""
    day = case.discourse.day or ""
    best = 1 if tally.place == 1 else 3
    return bool(tally.series) and all(listed(case.discourse, person, s, day, best) and (bool(tally.events) or relays_known(case.discourse, person, s, day)) for s in tally.series)


def expected(case: Case, held: list[Honour], tally: Tally) -> int | None:
    """The number by the plainest way of counting: all of the series named, today's included; in the editions named, if any."""
    spoken = {e for ref in case.claim.context.refs if ref.city or ref.year or ref.named for e in ref.editions}
    mine = [h for h in held if h.series in tally.series]
    some = [h for h in mine if h.edition in spoken] if spoken & {h.edition for h in mine} and spoken - set(case.discourse.focus) and not tally.ordinal else mine
    return len(some) or None


def colours(held: list[Honour]) -> set[int]:
    """The colours among medals, as places."""
    return {p for h in held for p in h.places if p <= 3}

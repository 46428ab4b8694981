"""Counting: every plausible number of somebody's medals, titles or wins, and whether the lists behind it are whole."""

from collections.abc import Iterator
from itertools import combinations

from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._honours import Honour, honours, listed, relays_known, reported, titled
from kerrcheck.claims.tally import Tally
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.text import Span
from kerrcheck.wording.numbers import count

_MOST, _NEAR = 8, 3


def kin(discourse: Discourse, series: tuple[str, ...]) -> set[str]:
    """Series that one word may stand for, indoors and juniors included."""
    stems = {s.split("-")[0] for s in series}
    return {s for s in discourse.calendar.series if s.split("-")[0] in stems}


def pool(case: Case, person: str, tally: Tally) -> list[Honour]:
    """The medals of a person that a count may be of, with the colour and the competition it names."""
    series = kin(case.discourse, tally.series)
    places = (tally.place,) if tally.place else (1, 2, 3)
    return [
        h
        for h in honours(case.discourse, person, case.discourse.day or "")
        if any(p in places for p in h.places) and (not series or h.series in series) and (not tally.events or h.event in tally.events)
    ]


def understood(case: Case, tally: Tally) -> Tally:
    """A count with the competition that is understood where none is named: the one reported."""
    if tally.series:
        return tally
    calendar = case.discourse.calendar
    champion = titled(case.discourse)
    return tally._replace(series=tuple(sorted({calendar.editions[e].series for e in reported(case.discourse)} & champion)))


def readings(case: Case, held: list[Honour], tally: Tally) -> set[int]:
    """Every number that some way of counting gives: which series, events, relays, editions, with and without today."""
    counts: set[int] = set()
    running = _running(case, held)
    for some in (*_pools(case, held, tally), *([h for h in some if h not in running] for some in _pools(case, held, tally) if running)):
        counts |= {len(some), len({h.edition for h in some}), *_streaks(case.discourse, some)}
    if tally.ordinal:
        counts |= {n + 1 for n in counts} if case.claim.modality in ("planned", "hypothetical") else set()
    return counts


def _running(case: Case, held: list[Honour]) -> list[Honour]:
    """Those of some medals that may still be to come on the text's day: of an edition that goes on, on a day that is not on record."""
    editions, day = case.discourse.calendar.editions, case.discourse.day or ""
    sentence = case.discourse.parts[case.claim.part].sentence
    if any(x.kind in ("take", "placing") and 0 <= case.claim.i - x.j <= _NEAR for x in sentence.mentions):
        return []
    return [h for h in held if h.day == (e := editions[h.edition]).start and h.day <= day <= (e.end or "")]


def _pools(case: Case, held: list[Honour], tally: Tally) -> Iterator[list[Honour]]:
    """The medals by every limit that a writer may have in mind."""
    focus = set(reported(case.discourse))
    spoken = _spoken(case)
    told = kin(case.discourse, understood(case, tally).series)
    if not tally.ordinal and focus & spoken and len({h.edition for h in held if h.edition in spoken}) > 1:
        yield [h for h in held if h.edition in spoken]
        return
    limited = _limited(held, told or kin(case.discourse, tally.series))
    if tally.ordinal and not case.claim.context.past and _of_today(case) and (now := [h for h in held if h.edition in focus]):
        # The one just won is that of the number, or one of a few won there.
        yield from (some[: len(some) - k] for some in limited if any(h in now for h in some) for k in range(len(now)))
        return
    for some in limited:
        yield some
        yield [h for h in some if h.edition in focus]
        yield [h for h in some if h.edition in spoken]
        if not tally.ordinal or spoken - focus:
            yield [h for h in some if h.edition not in focus]


def _of_today(case: Case) -> bool:
    """Whether no town and no edition is named where a number is told, but behind it, as what it is counted from (`his first since Rio`)."""
    discourse, claim = case.discourse, case.claim
    sentence, since = discourse.parts[claim.part].sentence, discourse.lexicon.sets["since_words"]
    told = [x for x in sentence.kind("city", "edition", "year") if {*discourse.tokens.low[x.i - 1 : x.i]}.isdisjoint(since)]
    return all(x.i > claim.j and sentence.segment(x.i) != sentence.segment(claim.i) for x in told)


def _limited(held: list[Honour], told: set[str]) -> Iterator[list[Honour]]:
    """Medals by any choice of series, and by event within those that are meant; with relays and without."""
    series = sorted({h.series for h in held})[:_MOST]
    choices = [[h for h in held if h.series in some] for n in range(len(series) + 1) for some in combinations(series, n)]
    mine = [h for h in held if h.series in told]
    choices += [[h for h in mine if h.event == event] for event in sorted({h.event for h in mine})]
    choices += [[h for h in mine if h.series == one and h.event == event] for one in series for event in sorted({h.event for h in mine})]
    for some in choices:
        yield some
        yield [h for h in some if not h.relay]


def _spoken(case: Case) -> set[str]:
    """The editions that the sentence names by place or year."""
    discourse, part = case.discourse, case.discourse.parts[case.claim.part]
    found = {e for ref in case.claim.context.refs if ref.city or ref.year or ref.named for e in ref.editions}
    cities = [id_ for m in part.sentence.kind("city") for id_, _ in m.value]
    return found | {e for city in cities for e in discourse.calendar.at(city) if discourse.calendar.editions[e].series in titled(discourse)}


def _streaks(discourse: Discourse, some: list[Honour]) -> set[int]:
    """How many editions in a row, up to the last, brought a medal."""
    found: set[int] = set()
    for series in {h.series for h in some}:
        held = [e.id for e in discourse.calendar.by_series.get(series, [])]
        places = sorted({held.index(h.edition) for h in some if h.edition in held})
        run = 0
        for k, at in enumerate(places):
            run = run + 1 if k and at == places[k - 1] + 1 else 1
        found.add(run)
    return found


def whole(case: Case, person: str, tally: Tally) -> bool:
    """Whether everything that a count can include is on record."""
    day = case.discourse.day or ""
    best = 1 if tally.place == 1 else 3
    return bool(tally.series) and all(
        listed(case.discourse, person, s, day, best) and (bool(tally.events) or relays_known(case.discourse, person, s, day))
        for s in tally.series
    )


def expected(case: Case, held: list[Honour], tally: Tally) -> int | None:
    """The number by the plainest way of counting: all of the series named, today's included; in the editions named, if any."""
    spoken = _spoken(case)
    mine = [h for h in held if h.series in tally.series]
    some = (
        [h for h in mine if h.edition in spoken]
        if spoken & {h.edition for h in mine} and spoken - set(reported(case.discourse)) and not tally.ordinal
        else mine
    )
    return len(some) or None


def colours(held: list[Honour]) -> set[int]:
    """The colours among medals, as places."""
    return {p for h in held for p in h.places if p <= 3}


def miscounted(case: Case, at: Span, n: int | None, facts: tuple[Fact, ...], why: str) -> Verdict:
    """A number that is wrong, with the right one in the writer's form."""
    instead = count(case.raw(at), n, case.discourse.lexicon) if n else None
    answers = (str(n),) if n else ()
    return Verdict("contradicted", None, facts, at, answers, instead, message=f"{case.raw(at)} is not the number on record: {why}")

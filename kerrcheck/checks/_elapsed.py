"""Elapsed: how many years lie between two days, by every plausible way of counting, and which days a text may count from."""

from datetime import date

from kerrcheck.anchors import supported
from kerrcheck.checks import Case
from kerrcheck.checks._honours import reported, titled
from kerrcheck.competitions import CompetitionRef
from kerrcheck.entity import Edition
from kerrcheck.fact import Fact, is_dated_mark
from kerrcheck.mentions import Mention
from kerrcheck.using import missed
from kerrcheck.values.mark import parse

_REACH = 7
_LATE = 0.75
_SLIP = 5


def between(one: str, other: str, *, hedged: bool = False) -> set[int]:
    """Years between two days: of the calendar, whole ones, rounded; with a hedge also the whole numbers next to it."""
    one, other = sorted((one, other))
    years = int(other[:4]) - int(one[:4])
    if len(one) < 10 or len(other) < 10:
        return {years}
    exact = (date.fromisoformat(other) - date.fromisoformat(one)).days / 365.25
    found = {years, round(exact), *((int(exact),) if exact % 1 < _LATE else ())}
    return found | {int(exact), int(exact) + 1} if hedged else found


def bases(case: Case, m: Mention) -> list[str]:
    """The days that a span may be counted from: the article's, the edition reported, and others that the sentence names."""
    discourse = case.discourse
    found = [discourse.day or "", *(start for e in reported(discourse) if (start := discourse.calendar.editions[e].start))]
    if m.kind != "ago":
        part = discourse.parts[case.claim.part]
        before = discourse.parts[case.claim.part - 1] if case.claim.part else part
        for some in (part, before):
            found += [
                e.start
                for ref in some.refs
                for id_ in ref.editions
                if (e := discourse.calendar.editions[id_]).start and ref.editions and len(ref.editions) <= 4
            ]
            found += [f"{x.value}" for x in some.sentence.kind("year")]
            found += [f"{x.value.year}" for x in some.sentence.kind("date") if x.value.year]
    return [day for day in found if day]


def beside(case: Case, m: Mention) -> CompetitionRef | None:
    """The competition that a span of years goes with: the nearest one named close by, with a place or a year in it."""
    part = case.discourse.parts[case.claim.part]
    refs = [r for r in part.refs if r.editions and (r.city or r.named or r.series) and min(abs(r.i - m.j), abs(m.i - r.j)) <= _REACH]
    if any(x.j == m.i and not any(r.i <= x.i < r.j for r in part.refs) for x in part.sentence.kind("city")):
        return None
    refs = [r for r in refs if r.city is None or r.series or missed(case, r.city) is None]
    refs = [r for r in refs if not _of_a_meeting(case, r)]
    mine = part.sentence.segment(m.i)
    near = sorted(refs, key=lambda r: (abs(part.sentence.segment(r.i) - mine) > 1, min(abs(r.i - m.j), abs(m.i - r.j))))
    return near[0] if near and abs(part.sentence.segment(near[0].i) - mine) <= 1 else None


def _of_a_meeting(case: Case, ref: CompetitionRef) -> bool:
    """Whether a mark beside a town was made there, and at no edition that the town may mean: `the 12.20 that she ran in London`."""
    done = supported(case.discourse, case.claim.part, ref.city) if ref.city and not ref.series else None
    return done is not None and done.edition not in ref.editions


def past(case: Case, ref: CompetitionRef) -> list[Edition]:
    """The editions that a reference may mean, held before the article's day; a bare city means a championship."""
    calendar = case.discourse.calendar
    champion = titled(case.discourse)
    editions = (calendar.editions[e] for e in ref.editions)
    plain = not ref.series and ref.named is None
    return [
        e
        for e in editions
        if e.start
        and e.start <= (case.discourse.day or "")
        and e.id not in reported(case.discourse)
        and (not plain or e.series in champion)
    ]


def likely(case: Case, some: list[Edition], n: int) -> list[Edition]:
    """Of several editions, those not far from a number of years back: where somebody of the sentence took part."""
    part, year = case.discourse.parts[case.claim.part], int((case.discourse.day or "0")[:4])
    near = [e for e in some if abs(year - int((e.start or "0")[:4]) - n) <= _SLIP]
    people = {x for a in part.actors for x in a.ids[:3]} | set(part.topic[:1])
    took = {o.setting.competition for x in people for o in case.discourse.outings.of(x)}
    focus = {case.discourse.calendar.editions[e].series for e in reported(case.discourse)}
    for choice in (
        [e for e in near if e.id in took and e.series in focus],
        [e for e in near if e.id in took],
        [e for e in near if e.series in focus],
    ):
        if choice:
            return choice
    return near


def record(case: Case, m: Mention) -> list[Fact]:
    """The records that a sentence names by their mark: held by somebody of it, with the day they were set, before the contest reported."""
    part = case.discourse.parts[case.claim.part]
    if m.kind != "years" and not any(x.kind in ("record", "stood", "holder") for x in part.sentence.mentions):
        return []
    new = min((case.discourse.calendar.editions[e].start or "9" for e in reported(case.discourse)), default="9")
    marks = {x.value.milli for x in part.sentence.kind("quantity") if x.value.precision or x.value.shape == "clock"}
    people = {x for a in part.actors for x in a.ids[:3]}
    found = [
        f
        for x in sorted(people)
        for f in case.discourse.store.facts_about(x)
        if is_dated_mark(f.predicate) and f.predicate != "best" and f.valid_from and f.valid_from < new
    ]
    return [f for f in found if marks and (mark := parse(f.value)) and mark.milli in marks]

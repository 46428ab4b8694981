"""Spans of years: back to a contest or to a record, or ahead to the next edition, held against the days on record."""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._counting import miscounted
from kerrcheck.checks._elapsed import bases, beside, between, likely, past, record
from kerrcheck.checks._honours import meant, reported
from kerrcheck.checks._lifetimes import lived
from kerrcheck.competitions import CompetitionRef
from kerrcheck.entity import Edition
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book
from kerrcheck.text import Span

# Up to so many letters a town and a count of years behind it are marked together: either may be wrong.
_BESIDE = 30


def measured(case: Case, m: Mention) -> Verdict:
    """The verdict on a span of years: to a contest, to a record, or ahead to the next edition."""
    if not case.discourse.day or m.value[0] == 0:
        return unverified("the article's day is not known")
    if m.value[0] < 0:
        return _ahead(case, m) if m.kind == "ago" else unverified("counted from a day that is not clear")
    line = _by_line(case, m)
    if line is not None:
        return line
    lives = lived(case, m)
    records = lives or record(case, m)
    if records:
        return (_lifetime if lives else _since_record)(case, m, records)
    ref = beside(case, m)
    if ref is None or m.kind == "years":
        return unverified("what the span is measured from is not clear")
    return _since(case, m, ref)


def _by_line(case: Case, m: Mention) -> Verdict | None:
    """The verdict that a result beside the span gives: it was so many years ago; None where no result goes with it."""
    uses = case.uses.get((m.i, m.kind), [])
    if not uses or m.kind != "ago":
        return None
    line, miss = uses[0]
    if miss is None:
        return supported(tuple(line.best.outing.facts.values())[:2] if line.best else ())
    day = case.discourse.day or ""
    if not line.sure or line.best is None or len(line.best.misfits) > 1 or not line.best.outing.day:
        return unverified("which contest is meant is not clear")
    years = between(line.best.outing.day, day, hedged=_hedged(case, m))
    if m.value[0] in years:
        return supported()
    return miscounted(
        case,
        _number(case, m),
        int(day[:4]) - int(line.best.outing.day[:4]),
        tuple(line.best.outing.facts.values())[:2],
        f"that was on {line.best.outing.day}",
    )


def _hedged(case: Case, m: Mention) -> bool:
    part = case.discourse.parts[case.claim.part]
    return any(x.kind == "hedge" and 0 <= m.i - x.j <= 1 for x in part.sentence.mentions)


def _since(case: Case, m: Mention, ref: CompetitionRef) -> Verdict:
    """A span back to an edition."""
    some, days, n = past(case, ref), bases(case, m), m.value[0]
    if any(miss and line.sure for part in ref.parts for line, miss in case.uses.get((part.i, part.kind), ())):
        return unverified("which edition is meant is not clear")
    hedged = _hedged(case, m)
    written = [e for e in some if ref.year or (ref.named and any(str(e.year) in word for word in case.discourse.tokens.raw[ref.i : ref.j]))]
    for e in some:
        if any(n in between(e.start or "", day, hedged=hedged) for day in days) or (
            e in written and any(n == int(day[:4]) - e.year for day in days)
        ):
            return supported()
    right = likely(case, some, n)
    years = sorted({int(days[0][:4]) - int((e.start or "0")[:4]) for e in right})
    if len(right) != 1 or len(years) != 1 or years[0] < 1:
        return unverified("which edition is meant is not clear")
    at, why = _number(case, m), f"{right[0].name} was held in {(right[0].start or '')[:4]}"
    other = _won_then(case, m, right[0])
    if other is None:
        return miscounted(case, at, years[0], (), why)
    both = Span(case.span(ref.i, ref.j).start, at.end)
    if not 0 < both.end - both.start <= _BESIDE:
        return unverified("the town may be what is wrong")
    return Verdict("contradicted", None, (), both, (), None, message=f"{why}; that many years ago it was {other.name}")


def _won_then(case: Case, m: Mention, told: Edition) -> Edition | None:
    """The edition of a series in which somebody named before a span won, as many years back as it says, and not at the one named."""
    editions, day = case.discourse.calendar.editions, case.discourse.day or ""
    actors = (a for a in case.discourse.parts[case.claim.part].actors if a.j <= m.i and len(a.ids) == 1)
    won = [o for a in actors for o in case.discourse.outings.of(a.ids[0]) if o.place == 1 and o.round == "final"]
    then = {e.id: e for o in won if (e := editions.get(o.setting.competition or "")) and e.series == told.series}
    found = [e for e in then.values() if int(day[:4]) - int((e.start or "0")[:4]) == m.value[0]]
    return found[0] if len(found) == 1 and told.id not in then else None


def _number(case: Case, m: Mention) -> Span:
    """The number of a span, without its unit."""
    end = m.j
    while (
        end > m.i + 1
        and case.discourse.tokens.low[end - 1] not in case.discourse.lexicon.numbers
        and not case.discourse.tokens.low[end - 1].isdigit()
    ):
        end -= 1
    return case.span(m.i, end)


def _since_record(case: Case, m: Mention, records: list[Fact]) -> Verdict:
    """A span back to the day a record was set, or over its life."""
    n, days = m.value[0], [*bases(case, m), *(f.valid_to for f in records if f.valid_to)]
    starts = [*(f.valid_from or "" for f in records), *_of_others(case, records)]
    days += [f.valid_from or "" for f in records]
    if any(n in between(start, day, hedged=_hedged(case, m)) for start in starts for day in days):
        return supported(tuple(records))
    lives = {min(between(f.valid_from or "", f.valid_to or days[0])) for f in records}
    if len({f.valid_from for f in records}) != 1 or len(lives) != 1 or m.kind == "years":
        return unverified("which record is meant is not clear")
    return miscounted(case, _number(case, m), lives.pop(), tuple(records), f"the record was set on {starts[0]}")


def _of_others(case: Case, records: list[Fact]) -> list[str]:
    """The days of other records of the event that people of the sentence set: `a record that X had set 12 years before`."""
    people = {x for a in case.discourse.parts[case.claim.part].actors for x in a.ids[:3]}
    events = {f.setting.event for f in records if f.setting}
    some = (f for x in sorted(people) for f in book(case.discourse).by(x, case.discourse.day))
    return [f.valid_from for f in some if f.valid_from and f.setting and f.setting.event in events and f not in records]


def _lifetime(case: Case, m: Mention, records: list[Fact]) -> Verdict:
    """How long a record is said to have stood, against its life on record."""
    day, start = case.discourse.day or "", records[0].valid_from or ""
    ends = [f.valid_to if f.valid_to and f.valid_to < day else day for f in records]
    if any(m.value[0] in between(start, end, hedged=True) for end in (*ends, *bases(case, m))):
        return supported(tuple(records))
    lives = {min(between(start, end, hedged=m.value[2] == "old")) for end in ends}
    if len(lives) != 1 or 0 in lives or any(f.standing == "contested" for f in records):
        return unverified("which record is meant is not clear")
    return miscounted(case, _number(case, m), lives.pop(), tuple(records), f"the record stood from {start}")


def _ahead(case: Case, m: Mention) -> Verdict:
    """A span ahead to the next edition, where a set of medals is to be completed there."""
    part, discourse = case.discourse.parts[case.claim.part], case.discourse
    owner = next((a for a in part.actors if a.j <= m.i and len(meant(case, a)) == 1), None)
    focus = {discourse.calendar.editions[e].series for e in reported(discourse)}
    if owner is None or not any(x.kind == "set-of" for x in part.sentence.mentions) or len(focus) != 1:
        return unverified("what lies ahead is not clear")
    series = next(iter(focus))
    coming = [e for e in discourse.calendar.by_series.get(series, ()) if e.start and e.start > (discourse.day or "")]
    if not coming:
        return unverified("the next edition is not on record")
    n = -m.value[0]
    if any(n in between(e.start or "", day) for e in coming for day in bases(case, m)):
        return supported()
    return miscounted(
        case, _number(case, m), int((coming[0].start or "")[:4]) - int((discourse.day or "")[:4]), (), f"the next one is {coming[0].name}"
    )

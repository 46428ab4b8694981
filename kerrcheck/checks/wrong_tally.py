"""A wrong count or span: one medal too many, years that do not add up, a list that is shorter than the number before it.

Counted only from whole lists, and every way of counting is tried: with and without today's contest, relays, indoors, by event;
a span by the calendar or rounded. What no reading gives is wrong; `first` and `only` are left alone.

Flags::

    It is Josh Kerr's «third → second» Olympic medal, after silver in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    It is Josh Kerr's second Olympic medal, three years after bronze in the 1500m at the Tokyo Olympics.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._counting import colours, expected, kin, pool, readings, understood, whole
from kerrcheck.checks._elapsed import bases, beside, between, likely, past, record
from kerrcheck.claims.tally import Counted
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.text import Span
from kerrcheck.wording.numbers import count

FAMILY = "context"
SEVERITY = "error"
READS = ("tally",)


def weigh(case: Case) -> Verdict | None:
    """Whether the number is right by some way of counting."""
    what = case.claim.value.what
    if what == "span":
        return _span(case, case.claim.detail)
    detail: Counted = case.claim.detail
    if case.claim.modality == "negated":
        return unverified("denied")
    if what == "list" or detail.listed > 1:
        return _listing(case, detail)
    if case.claim.owner is None or len(case.claim.owner.ids) != 1 or case.claim.owner.ids[0] not in case.discourse.cast.people or not case.discourse.day:
        return unverified("whose it is, or on which day, is not clear")
    if case.discourse.day > case.discourse.store.complete_to:
        return unverified("later than the record reaches")
    return _colours(case, case.claim.owner.ids[0]) if what in ("colour", "set") else _count(case, case.claim.owner.ids[0])


def _listing(case: Case, detail: Counted) -> Verdict:
    """The verdict on a number that its own list follows."""
    if detail.listed == case.claim.value.n:
        return supported()
    return _said(case, case.span(detail.i, detail.j), detail.listed, (), f"{detail.listed} are listed")


def _said(case: Case, at: Span, n: int | None, facts: tuple[Fact, ...], why: str) -> Verdict:
    """A number that is wrong, with the right one in the writer's form."""
    instead = count(case.raw(at), n, case.discourse.lexicon) if n else None
    return Verdict("contradicted", None, facts, at, (str(n),) if n else (), instead, message=f"{case.raw(at)} is not the number on record: {why}")


def _count(case: Case, id_: str) -> Verdict:
    """The verdict on medals, titles or wins."""
    tally = case.claim.value
    everything = pool(case, id_, tally)
    facts = tuple(f for h in everything for f in h.facts)
    if tally.n in readings(case, everything, tally):
        return supported(facts)
    told = understood(case, tally)
    if _loose(case) or (tally.ordinal and tally.n == 1) or not whole(case, id_, told):
        return unverified("the list is not whole, or what is counted is not clear")
    n = expected(case, everything, told)
    return _said(case, case.span(case.claim.detail.i, case.claim.detail.j), n, facts, f"{n or 'none'} by {case.discourse.day}")


def _loose(case: Case) -> bool:
    """Whether the sentence counts at another time, or a team's or a year's medals, or who counts is a guess."""
    claim = case.claim
    sentence = case.discourse.parts[claim.part].sentence
    guess = claim.owner is not None and claim.owner.how in ("pronoun", "elided") and not _alone(case)
    return guess or claim.context.past or any(m.kind in ("ago", "years", "today") and abs(m.i - claim.i) <= 8 for m in sentence.mentions)


def _alone(case: Case) -> bool:
    """Whether nobody else of the sentence or the topic may be meant."""
    part = case.discourse.parts[case.claim.part]
    ids = {a.ids for a in part.actors if a.ids} | ({part.topic} if part.topic else set())
    return case.claim.owner is not None and ids <= {case.claim.owner.ids}


def _colours(case: Case, id_: str) -> Verdict:
    """The verdict on colours that are missing."""
    told = understood(case, case.claim.value._replace(place=0))
    series = kin(case.discourse, told.series)
    held = [h for h in pool(case, id_, told) if h.series in series]
    missing = 3 - len(colours(held))
    facts = tuple(f for h in held for f in h.facts)
    if case.claim.value.n == missing:
        return supported(facts)
    if case.claim.value.what == "set" or not told.series or not whole(case, id_, told):
        return unverified("which medals are counted is not clear")
    return _said(case, case.span(case.claim.detail.i, case.claim.detail.j - 1), missing, facts, f"{missing} missing")


def _span(case: Case, m: Mention) -> Verdict:
    """The verdict on a span of years: to a contest, to a record, or ahead to the next edition."""
    if not case.discourse.day or m.value[0] == 0:
        return unverified("the article's day is not known")
    if m.value[0] < 0:
        return _ahead(case, m) if m.kind == "ago" else unverified("counted from a day that is not clear")
    records = record(case, m)
    if records:
        return _since_record(case, m, records)
    ref = beside(case, m)
    if ref is None or m.kind == "years":
        return unverified("what the span is measured from is not clear")
    return _since(case, m, ref)


def _hedged(case: Case, m: Mention) -> bool:
    part = case.discourse.parts[case.claim.part]
    return any(x.kind == "hedge" and 0 <= m.i - x.j <= 1 for x in part.sentence.mentions)


def _since(case: Case, m: Mention, ref) -> Verdict:  # type: ignore[no-untyped-def]
    """A span back to an edition."""
    some, days, n = past(case, ref), bases(case, m), m.value[0]
    hedged = _hedged(case, m)
    written = [e for e in some if ref.year or (ref.named and any(str(e.year) in word for word in case.discourse.tokens.raw[ref.i : ref.j]))]
    for e in some:
        if any(n in between(e.start or "", day, hedged=hedged) for day in days) or (e in written and any(n == int(day[:4]) - e.year for day in days)):
            return supported()
    right = likely(case, some)
    years = sorted({int(days[0][:4]) - int((e.start or "0")[:4]) for e in right})
    if len(right) != 1 or len(years) != 1 or years[0] < 1:
        return unverified("which edition is meant is not clear")
    return _said(case, _number(case, m), years[0], (), f"{right[0].name} was held in {(right[0].start or '')[:4]}")


def _number(case: Case, m: Mention) -> Span:
    """The number of a span, without its unit."""
    end = m.j
    while end > m.i + 1 and case.discourse.tokens.low[end - 1] not in case.discourse.lexicon.numbers and not case.discourse.tokens.low[end - 1].isdigit():
        end -= 1
    return case.span(m.i, end)


def _since_record(case: Case, m: Mention, records: list[Fact]) -> Verdict:
    """A span back to the day a record was set, or over its life."""
    n, days = m.value[0], [*bases(case, m), *(f.valid_to for f in records if f.valid_to)]
    starts = [*(f.valid_from or "" for f in records)]
    days += starts
    if any(n in between(start, day, hedged=True) for start in starts for day in days):
        return supported(tuple(records))
    lives = {min(between(f.valid_from or "", f.valid_to or days[0])) for f in records}
    if len({f.valid_from for f in records}) != 1 or len(lives) != 1 or m.kind == "years":
        return unverified("which record is meant is not clear")
    return _said(case, _number(case, m), int(days[0][:4]) - int(starts[0][:4]), tuple(records), f"the record was set on {starts[0]}")


def _ahead(case: Case, m: Mention) -> Verdict:
    """A span ahead to the next edition, where a set of medals is to be completed there."""
    part, discourse = case.discourse.parts[case.claim.part], case.discourse
    owner = next((a for a in part.actors if a.j <= m.i and len(a.ids) == 1), None)
    focus = {discourse.calendar.editions[e].series for e in discourse.focus}
    if owner is None or not any(x.kind == "set-of" for x in part.sentence.mentions) or len(focus) != 1:
        return unverified("what lies ahead is not clear")
    series = next(iter(focus))
    coming = [e for e in discourse.calendar.by_series.get(series, ()) if e.start and e.start > (discourse.day or "")]
    if not coming:
        return unverified("the next edition is not on record")
    n = -m.value[0]
    if any(n in between(e.start or "", day) for e in coming for day in bases(case, m)):
        return supported()
    return _said(case, _number(case, m), int((coming[0].start or "")[:4]) - int((discourse.day or "")[:4]), (), f"the next one is {coming[0].name}")

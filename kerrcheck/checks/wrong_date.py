"""A weekday, date, day number or year that is not that of what is told.

The venue's day and the newsroom's both count; an edition has its own year and the year in which it was held.

Flags::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games on 6 August 2024, a «Thursday → Tuesday».

Allows::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games on 6 August 2024, a Tuesday.
"""

from datetime import date

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._births import birth
from kerrcheck.checks._held_on import off
from kerrcheck.checks._told import told
from kerrcheck.checks._weekday import weekday
from kerrcheck.discourse import Part
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.schedule import follows, schedule
from kerrcheck.text import Span
from kerrcheck.using import missed
from kerrcheck.wording import days, numbers
from kerrcheck.wording.narrowing import narrowed

FAMILY = "context"
SEVERITY = "error"
READS = ("date",)
_WEEK = 7
_TOLD = frozenset(("round", "medal", "placing", "order", "quantity", "record", "title", "champion", "gap", "event"))


def weigh(case: Case) -> Verdict | None:
    """Whether the day is that of the line beside it, of the calendar, or of the record it dates."""
    m: Mention = case.claim.detail
    right, day = birth(case, m)
    if right or day:
        return right or _contradicted(case, m, day or "")
    agrees, against = told(case, m)
    if agrees:
        return agrees
    if against:
        return _contradicted(case, m, against.valid_from or "")
    held = off(case, m) if case.claim.modality == "asserted" else None
    if held is not None:
        return _contradicted(case, m, held)
    return _by_calendar(case, m) or _by_results(case, m)


def _by_calendar(case: Case, m: Mention) -> Verdict | None:
    """What the calendar alone says: a weekday beside its date, a day of the meeting, the years to the next edition."""
    by = {"weekday": _calendar, "day-number": _day_number, "ago": _ahead}
    return by[m.kind](case, m) if m.kind in by else None


def _by_results(case: Case, m: Mention) -> Verdict:
    """What the results told beside a day say of it."""
    found = missed(case, m)
    planned = schedule(case.discourse, case.claim.part, m).days if found and m.kind == "weekday" else ()
    if found and planned and found.right not in planned:
        return _reported(case, m)
    if found and case.claim.modality in ("asserted", "negated") and m.kind != "today":
        return _contradicted(case, m, found.right)
    if m.kind == "weekday" or (m.kind == "date" and m.value.day):
        return _reported(case, m)
    return unverified("nothing dated on record stands beside it")


def _calendar(case: Case, m: Mention) -> Verdict | None:
    """A weekday right beside a date, by the calendar alone."""
    fits, right = weekday(case, m)
    if right is None:
        return supported() if fits else None
    return _contradicted(case, m, right.isoformat(), f"by the calendar {right.isoformat()} is no {case.raw(case.span())}")


def _day_number(case: Case, m: Mention) -> Verdict:
    """`day eleven` against the days of the contests told of, counted from the edition's first day."""
    discourse = case.discourse
    held = [discourse.calendar.editions[e] for e in discourse.focus]
    first = held[0].day_one if len(held) == 1 else None
    plan = schedule(discourse, case.claim.part, m)
    if not first or not plan.days:
        return unverified("how the days are counted is not on record")
    counted = {(date.fromisoformat(d) - date.fromisoformat(first)).days + 1 for d in plan.days}
    if m.value in counted:
        return supported()
    if len(counted) > 1 or not plan.sure or case.claim.modality != "asserted":
        return unverified("which contest is meant is not clear")
    (right,) = counted
    raw = case.raw(case.span())
    return _said(case, (str(right),), days.day_number(raw, right, discourse.lexicon), f"it was day {right}, not {raw}")


def _reported(case: Case, m: Mention) -> Verdict:
    """A weekday that no line takes: it must be that of a contest reported, if the sentence is about one."""
    discourse = case.discourse
    if not discourse.published:
        return unverified("the article's day is not known")
    if m.i and discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["indefinite_articles"]:
        return unverified("any such day is meant")
    fits = [line.best for line, miss in case.uses.get((m.i, m.kind), []) if miss is None and line.best]
    if any(len(fit.misfits) == 1 and fit.misfits[0].field == "event" for fit in fits):
        return unverified("it is right of another event")
    plan = schedule(discourse, case.claim.part, m)
    at = date.fromisoformat(discourse.published)
    near = {d for d in plan.days if -_WEEK < (at - date.fromisoformat(d)).days <= _WEEK}
    if any(day_agrees(discourse, m, d) or (m.kind == "weekday" and date.fromisoformat(d).weekday() == m.value) for d in near):
        return supported()
    part = discourse.parts[case.claim.part]
    told = {x.kind for x in _clause(part, m)} & _TOLD
    others = any(not {*r.editions} & {*discourse.focus} for r in part.refs) or any(
        x.i != m.i for x in part.sentence.kind("date", "ago", "offset")
    )
    unsure = not plan.sure or case.claim.modality == "negated" or case.discourse.tokens.quoted[m.i]
    if not near or near != plan.days or unsure or not told or others:
        return unverified("nothing dated on record stands beside it")
    return _contradicted(case, m, min(near) if len(near) == 1 else "")


def _clause(part: Part, m: Mention) -> list[Mention]:
    """The mentions of a day's segment, and of those before and after it where a comma joins them."""
    mine, after = part.sentence.segment(m.i), follows(part, m)
    before = part.sentence.within(mine - 1) if mine and part.sentence.opens[mine] == "," else []
    return [*before, *part.sentence.within(mine), *(part.sentence.within(after) if after is not None else ())]


def _ahead(case: Case, m: Mention) -> Verdict | None:
    """`complete the set in four years' time`: the set is of medals of the competition reported, at its next edition."""
    discourse = case.discourse
    sentence = discourse.parts[case.claim.part].sentence
    words = {*discourse.tokens.low[sentence.a : sentence.b]}
    if (
        isinstance(m.value, str)
        or m.value[0] >= 0
        or m.value[1] != "years"
        or len(discourse.focus) != 1
        or not words & discourse.lexicon.sets["medal_sets"]
    ):
        return None
    series = discourse.calendar.editions[discourse.focus[0]].series
    ahead = [e.year for e in discourse.calendar.by_series[series] if e.year > int((discourse.day or "9999")[:4])]
    years = min(ahead, default=0) - int((discourse.day or "0")[:4])
    if not ahead or years == -m.value[0] or case.discourse.tokens.quoted[m.i]:
        return None
    raw = case.raw(case.span())
    return _said(
        case, (str(min(ahead)),), numbers.count(raw, years, discourse.lexicon), f"the next edition is in {min(ahead)}, in {years} years"
    )


def _contradicted(case: Case, m: Mention, right: str, message: str = "") -> Verdict:
    """The contradiction, in the form that was written; `message` where it is of no record."""
    raw, lexicon = case.raw(case.span()), case.discourse.lexicon
    full = right if len(right) == 10 else None
    instead = None
    if m.kind == "weekday" and full:
        instead = days.weekday(raw, date.fromisoformat(full).weekday(), lexicon)
    elif m.kind == "date" and full:
        instead = days.date(raw, full, lexicon)
    elif m.kind == "year":
        instead = numbers.year(raw, int(right[:4]), lexicon)
    elif m.kind == "ago" and full and case.discourse.published and not isinstance(m.value, str):
        instead = numbers.count(raw, int(case.discourse.published[:4]) - int(full[:4]), lexicon)
    said = f"on record: {right}, not {raw}" if right else f"nothing told here was on a {raw}"
    return _said(case, (right,) if right else (), instead, message or said)


def _said(case: Case, answers: tuple[str, ...], instead: str | None, message: str) -> Verdict:
    """A contradiction at the words alone that its correction changes."""
    at = case.span()
    change = narrowed(case.raw(at), instead) if instead else None
    if change:
        at, instead = Span(at.start + change.start, at.start + change.end), change.replacement
    return Verdict("contradicted", None, (), at, answers, instead, message=message)

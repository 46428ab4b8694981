"""A weekday, date, day number or year that is not that of what is told.

The venue's day and the newsroom's both count; an edition has its own year and the year in which it was held.

Flags::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games on 6 August 2024, a «Thursday → Tuesday».

Allows::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games on 6 August 2024, a Tuesday.
"""

from datetime import date, timedelta

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.mentions import Mention
from kerrcheck.recordsaid import witness
from kerrcheck.using import agreed, missed
from kerrcheck.wording import days, numbers

FAMILY = "context"
SEVERITY = "error"
READS = ("date",)


def weigh(case: Case) -> Verdict | None:
    """Whether the day is that of the line beside it, of the calendar, or of the record it dates."""
    m: Mention = case.claim.detail
    good = agreed(case, m)
    if good and good.best:
        return supported(tuple(good.best.outing.facts.values())[:1])
    told = witness(case.discourse, case.claim.part, m)
    if told:
        return supported((told[1],)) if told[0] or case.claim.modality != "asserted" else _contradicted(case, m, told[1].valid_from or "")
    beside = _calendar(case, m) if m.kind == "weekday" else None
    if beside:
        return beside
    if m.kind == "day-number":
        return _day_number(case, m)
    found = missed(case, m)
    if found and case.claim.modality == "asserted" and m.kind != "today":
        return _contradicted(case, m, str(found[1].right))
    if m.kind == "weekday":
        return _reported(case, m)
    return unverified("nothing dated on record stands beside it")


def _calendar(case: Case, m: Mention) -> Verdict | None:
    """A weekday right beside a date, by the calendar alone."""
    sentence = case.discourse.parts[case.claim.part].sentence
    beside = [x for x in sentence.kind("date") if x.value.day and (0 <= m.i - x.j <= 1 or 0 <= x.i - m.j <= 1)]
    for x in beside:
        year = x.value.year or _year_of(case, x)
        if year is None:
            continue
        try:
            at = date(year, x.value.month or 1, x.value.day)
        except ValueError:
            return None
        return supported() if at.weekday() == m.value else _contradicted(case, m, at.isoformat())
    return None


def _year_of(case: Case, x: Mention) -> int | None:
    """The year of a date written without one: the one that brings it nearest before the article's day."""
    if not case.discourse.published:
        return None
    day = date.fromisoformat(case.discourse.published)
    for year in (day.year, day.year - 1):
        try:
            if date(year, x.value.month or 1, x.value.day) <= day + timedelta(40):
                return year
        except ValueError:
            return None
    return None


def _day_number(case: Case, m: Mention) -> Verdict:
    """`day eleven` against the days of the contests reported, counted from the edition's first day."""
    discourse = case.discourse
    counted = set()
    for id_ in discourse.focus:
        edition = discourse.calendar.editions[id_]
        first = edition.day_one or edition.start
        if first and edition.day_one:
            counted |= {(date.fromisoformat(d) - date.fromisoformat(first)).days + 1 for d in _days(case)}
    if not counted:
        return unverified("how the days are counted is not on record")
    if m.value in counted:
        return supported()
    if len(counted) > 1 or case.claim.modality != "asserted":
        return unverified("which contest is meant is not clear")
    (right,) = counted
    return Verdict("contradicted", None, (), case.span(), (str(right),), days.day_number(case.raw(case.span()), right, discourse.lexicon), message=f"it was day {right}, not {case.raw(case.span())}")


def _days(case: Case) -> set[str]:
    """The days of the contests that the text's lines show, else of the finals of its events."""
    found = {line.best.outing.day for uses in case.uses.values() for line, _ in uses if line.best and not line.best.misfits and case.discourse.in_focus(line.best.outing.setting.competition, None)}
    return {d for d in found if d and d[:4] in {(case.discourse.calendar.editions[e].start or "")[:4] for e in case.discourse.focus}}


def _reported(case: Case, m: Mention) -> Verdict:
    """A weekday that no line takes: it must be that of a contest reported, if the sentence is about one."""
    discourse = case.discourse
    if not discourse.published:
        return unverified("the article's day is not known")
    sentence = discourse.parts[case.claim.part].sentence
    near = {d for d in _days(case) if 0 <= (date.fromisoformat(discourse.published) - date.fromisoformat(d)).days <= 7}
    if m.value in {date.fromisoformat(d).weekday() for d in near}:
        return supported()
    told = {x.kind for x in sentence.mentions} & {"round", "medal", "placing", "order", "quantity", "record"}
    others = discourse.parts[case.claim.part].refs
    named = any(a.ids for a in discourse.parts[case.claim.part].actors)
    if len(near) != 1 or not told or not named or others or case.claim.modality != "asserted" or len(discourse.focus) != 1:
        return unverified("nothing dated on record stands beside it")
    return _contradicted(case, m, next(iter(near)))


def _contradicted(case: Case, m: Mention, right: str) -> Verdict:
    """The contradiction, in the form that was written."""
    raw, lexicon = case.raw(case.span()), case.discourse.lexicon
    full = right if len(right) == 10 else None
    instead, shown = None, right
    if m.kind == "weekday" and full:
        instead = days.weekday(raw, date.fromisoformat(full).weekday(), lexicon)
    elif m.kind == "date" and full:
        instead = days.date(raw, full, lexicon)
    elif m.kind == "year":
        instead = numbers.year(raw, int(right[:4]), lexicon)
    elif m.kind == "ago" and full and case.discourse.published and not isinstance(m.value, str):
        instead = numbers.count(raw, int(case.discourse.published[:4]) - int(full[:4]), lexicon)
    return Verdict("contradicted", None, (), case.span(), (shown,), instead, message=f"on record: {shown}, not {raw}")

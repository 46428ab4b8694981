"""The wrong competition, or an edition that never was: a world title called European, a Tokyo 2016.

The calendar of editions says which town and year go with a series; results told beside it say which series was meant.

Flags::

    Josh Kerr won the 1500m at the «European → World» Championships in Budapest in 2023.

Allows::

    Josh Kerr won the 1500m at the World Championships in Budapest in 2023.
"""

from kerrcheck.attribution import town
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.competitions import CompetitionRef
from kerrcheck.editions import Clash, clash
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.naming import words
from kerrcheck.text import Span
from kerrcheck.using import Wrong, agreed, missed
from kerrcheck.vacancies import peopled, placed, vacant
from kerrcheck.wording import numbers
from kerrcheck.wording.competitions import series_name
from kerrcheck.wording.narrowing import narrowed

FAMILY = "context"
SEVERITY = "error"
READS = ("competition",)
# What would have been won elsewhere is none of the results told beside it.
_SPOKEN = frozenset(("planned", "hypothetical"))


def weigh(case: Case) -> Verdict | None:
    """Whether the parts of the reference go together, and with the results told beside it."""
    ref: CompetitionRef = case.claim.detail
    part = case.discourse.parts[case.claim.part]
    never = vacant(case.discourse, part, ref)
    wrong = clash(case.discourse, part, ref) or (Clash(never) if never else None)
    spoken = modality(case.discourse.tokens, part, ref.parts[0]) in _SPOKEN
    for m in ref.parts:
        found = None if spoken else missed(case, m)
        if found and m.kind in ("series", "edition"):
            return supported(found.facts) if _meant(case, m, ref, found.edition) else _other(case, m, found)
    if wrong and case.claim.modality != "quoted":
        return _clash(case, wrong)
    if any(agreed(case, m) for m in ref.parts) or len(ref.editions) == 1:
        return supported()
    return unverified("which edition is meant is not clear")


def _meant(case: Case, m: Mention, ref: CompetitionRef, found: str | None) -> bool:
    """Whether words name the edition of the results after all: by the circuit it is part of, or by some words of its longer name."""
    calendar, tokens = case.discourse.calendar, case.discourse.tokens
    edition = calendar.editions.get(found or "")
    if edition is None:
        return False
    series = calendar.series.get(edition.series)
    levels, towns = case.discourse.lexicon.sets["medal_levels"], {e.city for x in ref.editions if (e := calendar.editions.get(x))}
    if edition.city in towns and (series is None or series.level not in levels):
        return True
    circuits = [calendar.series[one] for one in ref.series if one not in calendar.by_series]
    if circuits and len(circuits) == len(ref.series):
        return series is None or any(series.level == circuit.level for circuit in circuits)
    longer = {*words(edition.name), *(words(series.name) if series else ())}
    return {*tokens.stem[m.i : min(m.j + 1, len(tokens))]} <= longer


def _clash(case: Case, wrong: Clash) -> Verdict:
    """Parts that fit no one edition: the one that is wrong, or all that may be."""
    names = tuple(dict.fromkeys(e.id for _, e in wrong.answers))
    known = " and ".join(dict.fromkeys(e.name for _, e in wrong.answers))
    dated = [a for a in wrong.answers if a[0].kind == "edition" and _town(case, a[0], a[1])]
    part = case.discourse.parts[case.claim.part]
    theirs = [a for a in wrong.answers if peopled(case.discourse, part, a[1].id)]
    if len(theirs) != 1 and any(m.kind == "edition" for m, _ in wrong.answers):
        theirs = [a for a in wrong.answers if placed(case.discourse, part, a[1].id)]
    if len(theirs) == 1 < len(wrong.answers):
        wrong, known = Clash((theirs[0],)), theirs[0][1].name
    if len(wrong.answers) > 1 and dated and any(m.kind == "ago" for m, _ in wrong.answers):
        wrong, known = Clash((dated[0],)), dated[0][1].name
    if len(wrong.answers) > 1:
        marks = [_word(case, m, e)[0] for m, e in wrong.answers]
        at = Span(min(s.start for s in marks), max(s.end for s in marks))
        return Verdict("contradicted", None, (), at, names, None, message=f"no such edition: on record are {known}")
    m, edition = wrong.answers[0]
    at, instead = _word(case, m, edition)
    return Verdict("contradicted", None, (), at, names, instead, message=f"{case.raw(at)} is not right here: that was {known}")


def _word(case: Case, m: Mention, e: Edition) -> tuple[Span, str | None]:
    """The words of a part that are wrong, and what to write for them: another year, town or series."""
    at, lexicon = case.span(m.i, m.j), case.discourse.lexicon
    raw, place = case.raw(at), case.discourse.store.place(e.city or "", "city")
    city = place.name if place else ""
    if m.kind == "year":
        return at, numbers.year(raw, e.year, lexicon)
    if m.kind == "city":
        return at, city or None
    if m.kind == "edition" and (within := _town(case, m, e)):
        return case.span(within.i, within.j), city or None
    if m.kind == "ago":
        day = case.discourse.published
        said = numbers.count(raw, int(day[:4]) - int(e.start[:4]), lexicon) if e.start and day else None
    else:
        changed = series_name(raw, e.series if m.kind == "series" else "", e, lexicon, city)
        said = raw[: changed[0]] + changed[2] + raw[changed[1] :] if changed else None
    return _narrow(at, raw, said)


def _town(case: Case, m: Mention, e: Edition) -> Mention | None:
    """The town in the words for an edition, where it alone is wrong: the series is that of another edition."""
    editions = [x for id_, _ in m.value if (x := case.discourse.calendar.editions.get(id_))]
    if any(x.series != e.series or x.city == e.city for x in editions):
        return None
    low, held_in = case.discourse.tokens.low, case.discourse.lexicon.sets["held_in"]
    found = [at for x in editions for at in town(case.discourse, m, x.id)]
    found += [Mention("city", t + 1, m.j, (), "wrong-competition") for t in range(m.i, m.j - 1) if low[t] in held_in]
    return found[0] if found and found[0].j - found[0].i < m.j - m.i and not case.raw(case.span(m.i, m.j))[-1].isdigit() else None


def _narrow(at: Span, raw: str, said: str | None) -> tuple[Span, str | None]:
    """The words alone that a correction changes."""
    change = narrowed(raw, said) if said else None
    return (Span(at.start + change.start, at.start + change.end), change.replacement) if change else (at, None)


def _other(case: Case, part: Mention, found: Wrong) -> Verdict:
    """The contradiction: the results told are of another competition."""
    edition = case.discourse.calendar.editions.get(found.edition or "")
    at, instead = _word(case, part, edition) if edition else (case.span(part.i, part.j), None)
    name = edition.name if edition else found.right
    message = f"what is told here was at {name}, not {case.raw(at)}"
    return Verdict("contradicted", None, found.facts, at, (found.edition or found.right,), instead, message=message)

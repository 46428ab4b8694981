"""The wrong competition, or an edition that never was: a world title called European, a Tokyo 2016.

Flags::

    Josh Kerr won the 1500m at the «European → World» Championships in Budapest in 2023.

Allows::

    Josh Kerr won the 1500m at the World Championships in Budapest in 2023.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.competitions import CompetitionRef
from kerrcheck.mentions import Mention
from kerrcheck.text import Span
from kerrcheck.using import agreed, missed
from kerrcheck.wording.competitions import series_name

FAMILY = "context"
SEVERITY = "error"
READS = ("competition",)


def weigh(case: Case) -> Verdict | None:
    """Whether the parts of the reference go together, and with the results told beside it."""
    ref: CompetitionRef = case.claim.detail
    if ref.clash:
        return _clash(case, ref)
    for part in ref.parts:
        found = missed(case, part)
        if found and part.kind in ("series", "edition") and case.claim.modality in ("asserted", "negated"):
            return _other(case, part, found[0].best.outing.setting.competition or "" if found[0].best else "")
    if any(agreed(case, part) for part in ref.parts) or len(ref.editions) == 1:
        return supported()
    return unverified("which edition is meant is not clear")


def _clash(case: Case, ref: CompetitionRef) -> Verdict:
    """Parts that fit no one edition: the year or the city that is not that of the rest."""
    if ref.clash not in ("year", "city") or not ref.editions or case.claim.modality == "quoted":
        return unverified("no edition on record has all these parts")
    editions = [case.discourse.calendar.editions[e] for e in ref.editions]
    wrong = ref.year if ref.clash == "year" else ref.city
    others = [p for p in ref.parts if p is not wrong]
    if wrong is None or not any(abs(p.j - wrong.i) <= 1 or abs(wrong.j - p.i) <= 1 for p in others):
        return unverified("no edition on record has all these parts")
    if ref.clash == "year":
        chosen = _nearest(case, [e.id for e in editions])
        right = str(case.discourse.calendar.editions[chosen].year)
        at = case.span(wrong.i, wrong.j)
        return Verdict("contradicted", None, (), at, (right,), right if case.raw(at).isdigit() and len(case.raw(at)) == 4 else None, message=f"{case.raw(case.span())}: that edition is of {right}")
    cities = {e.city for e in editions}
    if len(cities) != 1 or not ref.series:
        return unverified("no edition on record has all these parts")
    place = case.discourse.store.place(next(iter(cities)) or "", "city")
    at = case.span(wrong.i, wrong.j)
    return Verdict("contradicted", None, (), at, (place.id,) if place else (), place.name if place else None, message=f"that edition was held in {place.name if place else '?'}, not {case.raw(at)}")


def _nearest(case: Case, ids: list[str]) -> str:
    """Of several editions the one reported, else the last before the article, else the next."""
    day = case.discourse.day or ""
    here = [e for e in ids if e in case.discourse.focus]
    past = [e for e in ids if (case.discourse.calendar.editions[e].start or "9") <= day]
    return here[0] if here else past[-1] if past else ids[0]


def _other(case: Case, part: Mention, right: str) -> Verdict:
    """The contradiction: the results told are of another competition."""
    edition = case.discourse.calendar.editions.get(right)
    at = case.span(part.i, part.j)
    raw = case.raw(at)
    changed = series_name(raw, edition.series if part.kind == "series" else "", edition, case.discourse.lexicon) if edition else None
    where, instead = (at, None) if changed is None else (Span(at.start + changed[0], at.start + changed[1]), changed[2])
    return Verdict("contradicted", None, (), where, (right,), instead, message=f"what is told here was at {edition.name if edition else right}, not {raw}")

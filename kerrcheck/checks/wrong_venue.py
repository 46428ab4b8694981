"""The wrong stadium or city for a contest.

Flags::

    The 1500m final at the Paris 2024 Olympic Games, in which Cole Hocker beat Josh Kerr, was run at the «Stade Charléty → Stade de France».

Allows::

    The 1500m final at the Paris 2024 Olympic Games, in which Cole Hocker beat Josh Kerr, was run at the Stade de France.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import detail
from kerrcheck.recordsaid import witness
from kerrcheck.using import agreed, missed

FAMILY = "context"
SEVERITY = "error"
READS = ("venue",)


def weigh(case: Case) -> Verdict | None:
    """Whether the place is that of the contest that is told of beside it."""
    m: Mention = case.claim.detail
    if m.kind == "venue":
        return _stadium(case, m)
    good = agreed(case, m)
    if good and good.best:
        return supported(tuple(good.best.outing.facts.values())[:1])
    told = witness(case.discourse, case.claim.part, m)
    if told:
        return supported((told[1],)) if told[0] or case.claim.modality != "asserted" else _place(case, str(detail(told[1]).get("city", "")), "city")
    found = missed(case, m)
    if not found or case.claim.modality != "asserted":
        return unverified("no result in the text shows it")
    return _place(case, str(found[1].right), "city")


def _stadium(case: Case, m: Mention) -> Verdict:
    """A stadium against that of the edition named in its sentence, else of the one reported."""
    discourse = case.discourse
    part = discourse.parts[case.claim.part]
    named = {e for r in part.refs if not any(p.kind == "city" and p.i >= m.j for p in r.parts) for e in r.editions}
    editions = [discourse.calendar.editions[e] for e in (named or set(discourse.focus)) if e in discourse.calendar.editions]
    halls = {e.stadium for e in editions if e.stadium}
    halls |= {c.venue for e in editions for c in discourse.store.contests(e.id) if c.venue}
    if halls & set(case.claim.value):
        return supported()
    main = {e.stadium for e in editions if e.stadium}
    told = {x.kind for x in part.sentence.mentions}
    if len(main) != 1 or case.claim.modality != "asserted" or not told & {"round", "event", "medal", "placing", "order", "quantity"} and not _here(case, m):
        return unverified("which contest was held there is not clear")
    if len(editions) != 1 or len(part.refs) > 1 or any(x.kind in ("year", "ago") for x in part.sentence.mentions):
        return unverified("which contest was held there is not clear")
    return _place(case, next(iter(main)) or "", "venue")


def _here(case: Case, m: Mention) -> bool:
    """Whether the stadium is where the text is filed from, or people watched."""
    low = case.discourse.tokens.low
    return low[m.i - 1] in case.discourse.lexicon.sets["determiners"] and any(x.kind == "weekday" for x in case.discourse.parts[case.claim.part].sentence.mentions)


def _place(case: Case, right: str, kind: str) -> Verdict:
    """The contradiction, with the name of the right place."""
    place = case.discourse.store.place(right, kind)
    name = place.name if place else right
    raw = case.raw(case.span())
    return Verdict("contradicted", None, (), case.span(), (right,), name if place else None, message=f"it was held at {name}, not {raw}")

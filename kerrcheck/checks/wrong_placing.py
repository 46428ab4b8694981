"""A placing or a medal that the athlete did not get in that contest.

A silver called bronze, a fourth called fifth, a podium that was missed.

Flags::

    Josh Kerr took «bronze → silver» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr took bronze in the 1500m final at the Tokyo 2020 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fact import Fact
from kerrcheck.fitting import agrees
from kerrcheck.wording.placings import placing

FAMILY = "results"
SEVERITY = "error"
READS = ("result-placing",)


def weigh(case: Case) -> Verdict | None:
    """Whether the placing is the one on record for its line."""
    line = case.line
    if line is None:
        return None
    if line.best is None:
        return unverified(line.reason or "no result on record")
    miss = next((m for m in line.best.misfits if m.claim is case.claim), None)
    fact = line.best.outing.facts.get("placing")
    negated = case.claim.modality == "negated"
    if miss is None and not negated:
        return supported((fact,) if fact else ())
    if negated:
        return supported((fact,) if fact else ()) if miss is not None else _denied(case, fact)
    place = line.best.outing.place
    if not line.sure or line.instead is not None or fact is None or place is None or fact.standing == "contested":
        return unverified(line.reason or "more than one result may be meant")
    return Verdict(
        "contradicted", None, (fact,), case.span(), (str(place),), placing(case.raw(case.span()), place, case.discourse.lexicon),
        message=f"{case.discourse.name(fact.subject)} was placed {place}, not {case.raw(case.span())}",
    )  # fmt: skip


def _denied(case: Case, fact: Fact | None) -> Verdict:
    """A placing that is denied and stands on record: to be looked at where the mark beside it is that of the contest."""
    line = case.line
    best, mine = line.best if line else None, case.claim.owner.ids if case.claim.owner else ()
    beside = (c for c in case.discourse.claims if c.part == case.claim.part and c.kind == "result-mark" and c.owner and c.owner.ids == mine)
    borne_out = best is not None and any(agrees(c, best.outing) for c in beside)
    if case.claim.detail != "placing" or not borne_out or fact is None or case.claim.bond != "strong":
        return unverified("denied, and the record is read otherwise")
    message = f"denied here, but {case.discourse.name(fact.subject)} was placed {fact.value}"
    return Verdict("contradicted", None, (fact,), case.span(), (fact.value,), message=message, severity="warning")

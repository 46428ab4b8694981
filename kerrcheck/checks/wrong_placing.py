"""A placing or a medal that the athlete did not get in that contest.

A silver called bronze, a fourth called fifth, a podium that was missed.

Flags::

    Josh Kerr took «bronze → silver» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr took bronze in the 1500m final at the Tokyo 2020 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
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
        return supported((fact,) if fact else ()) if miss is not None else unverified("denied, and the record is read otherwise")
    place = line.best.outing.place
    if not line.sure or line.instead is not None or fact is None or place is None:
        return unverified(line.reason or "more than one result may be meant")
    return Verdict(
        "contradicted", None, (fact,), case.span(), (str(place),), placing(case.raw(case.span()), place, case.discourse.lexicon),
        message=f"{case.discourse.name(fact.subject)} was placed {place}, not {case.raw(case.span())}",
    )  # fmt: skip

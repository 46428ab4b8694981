"""A placing or a medal that the athlete did not get in that contest.

A silver called bronze, a fourth called fifth, a podium that was missed.

Flags::

    Josh Kerr took «bronze → silver» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr took bronze in the 1500m final at the Tokyo 2020 Olympic Games.
"""

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.claims import Claim
from kerrcheck.fact import Fact
from kerrcheck.fitting import agrees
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.wording.placings import placing

FAMILY = "results"
SEVERITY = "error"
READS = ("result-placing",)
_PODIUM = (1, 2, 3)
_STOPS = frozenset(",;:–—()")
_SAID = (*NAMED, "pronoun")


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
    """A victory or a medal that is denied and stands on record: to be looked at where the mark behind it is that of the contest."""
    claim, best = case.claim, case.line.best if case.line else None
    verb = _denial(case)
    if best is None or verb is None or fact is None or best.outing.place not in _PODIUM or not _borne_out(case, best.outing):
        return unverified("denied, and the record is read otherwise")
    message = f"denied here, but {case.discourse.name(fact.subject)} was placed {fact.value}"
    return Verdict("contradicted", None, (fact,), case.span(verb.i, claim.j), (fact.value,), message=message, severity="warning")


def _denial(case: Case) -> Claim | Mention | None:
    """The verb that denying words stand right before: of a victory, or of taking the medal; None where more is said."""
    discourse, claim = case.discourse, case.claim
    sentence = discourse.parts[claim.part].sentence
    verb: Claim | Mention | None = (
        claim if claim.detail == "placing" else next((x for x in sentence.kind("take") if 0 <= claim.i - x.j <= 1), None)
    )
    said = {*discourse.tokens.low[claim.j : sentence.b]} & discourse.lexicon.sets["qualifying_denials"]
    denied = verb and any(x.value == "negated" and x.j == verb.i for x in sentence.kind("modal"))
    return verb if denied and not said and claim.owner and claim.owner.how in _SAID else None


def _borne_out(case: Case, outing: Outing) -> bool:
    """Whether a mark of theirs behind the denial, with no stop between, is that of the contest."""
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    mine = claim.owner.ids if claim.owner else ()
    beside = (c for c in case.discourse.said(claim.part) if c.kind == "result-mark" and c.owner and c.owner.ids == mine)
    parted = {k for k, opens in enumerate(sentence.opens) if opens[:1] in _STOPS}
    firm = claim.detail == "placing" and claim.bond == "strong"
    here = sentence.segment(claim.i)
    near = (c for c in beside if firm or (c.i > claim.i and not parted & {*range(here + 1, sentence.segment(c.i) + 1)}))
    return any(agrees(c, outing) for c in near)

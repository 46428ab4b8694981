"""The wrong event, sex or round for what is told of it.

Flags::

    Josh Kerr won silver in the men's «5,000m → 1,500m» final at the Paris 2024 Olympic Games in 3:27.79.

Allows::

    Josh Kerr won silver in the men's 1,500m final at the Paris 2024 Olympic Games in 3:27.79.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.using import agreed, missed
from kerrcheck.wording.events import event, round_of

FAMILY = "context"
SEVERITY = "error"
READS = ("event",)


def weigh(case: Case) -> Verdict | None:
    """Whether a line of its sentence was run in that event and round."""
    m = case.claim.detail
    good = agreed(case, m)
    if good and good.best:
        return supported(tuple(good.best.outing.facts.values())[:1])
    found = missed(case, m)
    if not found or case.claim.modality != "asserted":
        return unverified("no result in the text shows it")
    line, miss = found
    right, raw, lexicon = str(miss.right), case.raw(case.span()), case.discourse.lexicon
    after = case.discourse.document.text[case.span().end : case.span().end + 20]
    instead = event(raw, right, lexicon, after) if m.kind == "event" else round_of(raw, right, lexicon) if m.kind == "round" else None
    facts = tuple(line.best.outing.facts.values())[:1] if line.best else ()
    return Verdict("contradicted", None, facts, case.span(), (right,), instead, message=f"what is told here is on record for the {right}, not {raw}")

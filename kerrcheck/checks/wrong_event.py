"""The wrong event, sex or round for what is told of it.

A mark or a medal on record shows the event and the round that it was won in.

Flags::

    Josh Kerr won silver in the men's «5,000m → 1,500m» final at the Paris 2024 Olympic Games in 3:27.79.

Allows::

    Josh Kerr won silver in the men's 1,500m final at the Paris 2024 Olympic Games in 3:27.79.
"""

from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.checks._lede import headline_says
from kerrcheck.checks._told import told
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.using import missed
from kerrcheck.wording.events import event, round_of, sex_of

FAMILY = "context"
SEVERITY = "error"
READS = ("event",)


def weigh(case: Case) -> Verdict | None:
    """Whether a line of its sentence was run in that event and round."""
    m: Mention = case.claim.detail
    agrees, against = told(case, m)
    if agrees:
        return agrees
    if against:
        return _contradicted(case, m, str(against.setting.event if against.setting else None), (against,))
    found = missed(case, m)
    above = headline_says(case, m) if not found and case.claim.modality == "asserted" else None
    if above:
        return _contradicted(case, m, above, ())
    if not found or case.claim.modality != "asserted":
        return unverified("no result in the text shows it")
    return _contradicted(case, m, found.right, found.facts)


def _contradicted(case: Case, m: Mention, right: str, facts: tuple[Fact, ...]) -> Verdict:
    """The contradiction, with the event or round that is right."""
    raw, lexicon = case.raw(case.span()), case.discourse.lexicon
    after = case.discourse.document.text[case.span().end : case.span().end + 20]
    worded = {"round": round_of, "sex": sex_of}
    instead = event(raw, right, lexicon, after) if m.kind == "event" else worded[m.kind](raw, right, lexicon)
    return Verdict(
        "contradicted", None, facts, case.span(), (right,), instead, message=f"what is told here is on record for the {right}, not {raw}"
    )

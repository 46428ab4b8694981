"""A misspelt name of the right person.

Only where exactly one person of the contests or people in the text is near, and the name as written is nobody's.

Flags::

    Jakob «Ingebrightsen → Ingebrigtsen» was fourth in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Hamish Kerr won the high jump at the Paris 2024 Olympic Games, where Josh Kerr took silver in the 1500m.
"""

from kerrcheck.checks import Case, Verdict

FAMILY = "names"
SEVERITY = "error"
READS = ("name",)


def weigh(case: Case) -> Verdict | None:
    """The right spelling."""
    suspect = case.claim.detail
    if suspect.given:
        return None
    person = case.discourse.cast.people[suspect.person]
    facts = tuple(f for f in case.discourse.store.facts_about(person.id) if f.predicate in ("born", "sex"))[:1]
    at, raw = case.span(), case.raw(case.span())
    right = suspect.right.upper() if raw.isupper() else suspect.right
    return Verdict(
        "contradicted", None, facts, at, (suspect.right,), right, message=f"{raw} is nobody on record; {person.name} is meant", safe=True
    )

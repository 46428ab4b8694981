"""The wrong person altogether: the whole line fits another athlete of the contest.

The winner's time and place under the runner-up's name is one wrong name, not two wrong figures.

Flags::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games. «Yared Nuguse → Josh Kerr» was second in 3:27.79.

Allows::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games. Josh Kerr was second in 3:27.79.
"""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._beaten import absent
from kerrcheck.checks._of_a_record import of_a_record
from kerrcheck.likenesses import borne
from kerrcheck.outings import Outing

FAMILY = "results"
SEVERITY = "error"
READS = ("order", "result-mark", "result-placing")


def weigh(case: Case) -> Verdict | None:
    """Whether the line belongs to somebody else, or somebody else was beaten."""
    if case.claim.kind == "order":
        return absent(case)
    line, owner = case.line, case.claim.owner
    if line is None or line.instead is None or owner is None or not line.sure or case.claim.modality != "asserted":
        return of_a_record(case) if case.claim.kind == "result-mark" else None
    if owner.how == "team":
        return _team(case, owner, line.instead)
    person = case.discourse.store.people([line.instead.person]).get(line.instead.person)
    if person is None or owner.how not in ("full", "family", "given") or borne(case.discourse, owner, person):
        return None
    at = case.discourse.tokens.span(owner.i, owner.j)
    facts = tuple(f for name in ("placing", "mark") if (f := line.instead.facts.get(name)))
    return Verdict(
        "contradicted", None, facts, at, (person.id,), person.name if owner.how == "full" else person.family,
        message=f"that was {person.name}, not {case.raw(at)}",
    )  # fmt: skip


def _team(case: Case, owner: Actor, right: Outing) -> Verdict:
    """The nation whose team it was."""
    at, name = case.discourse.tokens.span(owner.i, owner.j), case.discourse.name(right.person)
    facts = tuple(f for key in ("placing", "mark") if (f := right.facts.get(key)))
    return Verdict("contradicted", None, facts, at, (right.person,), name, message=f"that was {name}, not {case.raw(at)}")

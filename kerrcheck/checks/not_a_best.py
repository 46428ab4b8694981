"""A personal best claimed that was none, or denied that was one.

Flags::

    Josh Kerr, second in the 1500m final at the Paris 2024 Olympic Games, did «not» set a personal best.

Allows::

    Josh Kerr, second in the 1500m final at the Paris 2024 Olympic Games, set a personal best.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention

FAMILY = "records"
SEVERITY = "error"
READS = ("personal-best",)


def weigh(case: Case) -> Verdict | None:
    """Whether the athlete ran, jumped or threw a best in the contest reported."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or len(claim.owner.ids) != 1 or claim.value != "personal":
        return unverified("whose best it was is not clear")
    person = claim.owner.ids[0]
    days = {o.day for o in discourse.outings.of(person) if discourse.in_focus(o.setting.competition, o.day)}
    bests = [f for f in discourse.store.facts_about(person) if f.predicate == "best" and f.valid_from]
    new = [f for f in bests if f.valid_from in days and (not discourse.day or (f.valid_from or "") <= discourse.day)]
    if not new:
        return unverified("no best of theirs in the contest reported is on record")
    if claim.modality == "negated":
        denied = _denied(case)
        return _wrongly(case, new, denied) if denied else unverified("denied in passing")
    return supported(tuple(new[:1]))


def _denied(case: Case) -> Mention | None:
    """The word that denies the setting of a best, right before the verb of setting."""
    sentence = case.discourse.parts[case.claim.part].sentence
    sets = [m for m in sentence.kind("set") if m.j <= case.claim.i and case.claim.i - m.j <= 3]
    words = [m for m in sentence.kind("modal") if m.value == "negated" and sets and 0 <= sets[0].i - m.j <= 1]
    return words[0] if words else None


def _wrongly(case: Case, new: list[Fact], denied: Mention) -> Verdict:
    """The contradiction of a denial."""
    at = case.span(denied.i, denied.j)
    return Verdict("contradicted", None, tuple(new[:1]), at, message=f"{new[0].value} on {new[0].valid_from} was a personal best")

"""A pronoun of the wrong sex, in one breath with a result.

Only where the text has named nobody else, of that sex or unknown, whom the pronoun could mean.

Flags::

    Josh Kerr took silver in «her → his» second Olympic final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr took silver in his second Olympic final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified

FAMILY = "people"
SEVERITY = "error"
READS = ("sex",)


def weigh(case: Case) -> Verdict | None:
    """Whether the pronoun is of the athlete's sex."""
    claim, discourse = case.claim, case.discourse
    person = discourse.cast.people.get(claim.owner.ids[0]) if claim.owner else None
    if person is None or not person.sex:
        return unverified("whose it is, or of which sex they are, is not on record")
    facts = tuple(f for f in discourse.store.facts_about(person.id) if f.predicate == "sex")
    if person.sex == claim.value:
        return supported(facts)
    if claim.modality == "quoted" or _another(case):
        return unverified("somebody else may be meant")
    raw = case.raw(case.span())
    instead = discourse.lexicon.forms["other_sex"].get(raw.lower())
    worded = instead.capitalize() if instead and raw[:1].isupper() else instead
    return Verdict("contradicted", None, facts, case.span(), (person.sex,), worded, message=f"{person.name} competes among {person.sex}")


def _another(case: Case) -> bool:
    """Whether the text has spoken of anybody whom the pronoun could mean: of that sex, or not on record."""
    before = case.discourse.parts[: case.claim.part + 1]
    kin = case.discourse.lexicon.sets["kin"]
    if any(x.kind in ("role", "unknown", "duty") for part in before for x in part.sentence.mentions):
        return True
    if any(word in kin for word in case.discourse.tokens.low[: case.claim.i]):
        return True
    spoken = {x for part in before for actor in part.actors for x in actor.ids}
    return any(case.discourse.cast.sex((x,)) != _other(case.claim.value) for x in spoken)


def _other(sex: str) -> str:
    """The other of the two sexes that contests are held for."""
    return {"men": "women", "women": "men"}.get(sex, "")

"""A wrong given name before the right family name, where the line can be nobody else's.

Brothers and namesakes are left alone: the mark and the placing beside the name must be those of one person of that family.

Flags::

    «John → Josh» Kerr took silver in 3:27.79 in the men's 1500m final at the Paris 2024 Olympic Games.

Allows::

    Hamish Kerr won the men's high jump at the Paris 2024 Olympic Games, four days after Josh Kerr took silver in the 1500m.
"""

from kerrcheck.checks import Case, Verdict
from kerrcheck.fitting import agrees
from kerrcheck.likenesses import borne
from kerrcheck.mentions.people import PersonRef
from kerrcheck.outings import Outing

FAMILY = "names"
SEVERITY = "error"
READS = ("name", "result-mark")


def weigh(case: Case) -> Verdict | None:
    """Whether the words beside a name are those of another of the family."""
    return _told(case) if case.claim.kind == "name" else _marked(case)


def _told(case: Case) -> Verdict | None:
    """The one of the family of whom what stands beside the name is true."""
    suspect = case.claim.detail
    if not suspect.given:
        return None
    person = case.discourse.cast.people[suspect.person]
    at = case.span()
    facts = tuple(f for f in case.discourse.store.facts_about(person.id) if f.predicate in ("born", "sex"))[:1]
    message = f"what is told here is true of {person.name}, and no {case.raw(at)} {person.family} is on record"
    return Verdict("contradicted", None, facts, at, (person.given,), person.given, message=message)


def _marked(case: Case) -> Verdict | None:
    """Whether the mark under an unknown given name is that of one of the family, in a contest that is meant."""
    owner = case.claim.owner
    ref = owner.mention.value if owner is not None and not owner.ids else None
    if owner is None or not isinstance(ref, PersonRef) or ref.how != "stranger" or not ref.given or case.claim.modality != "asserted":
        return None
    if _no_name(case, ref.given):
        return None
    found = {o.person: o for id_ in ref.ids for o in case.discourse.outings.of(id_) if _meant(case, o) and agrees(case.claim, o)}
    if len(found) != 1 or not case.claim.value.precision:
        return None
    (outing,) = found.values()
    person = case.discourse.store.people([outing.person])[outing.person]
    if borne(case.discourse, owner, person):
        return None
    at = case.discourse.tokens.span(ref.family - len(ref.given), ref.family)
    facts = tuple(f for name in ("mark", "placing") if (f := outing.facts.get(name)))
    return Verdict(
        "contradicted", None, facts, at, (person.given,), person.given,
        message=f"{case.raw(case.span())} was {person.name}'s, and no {case.raw(at)} of that name is on record",
    )  # fmt: skip


def _no_name(case: Case, given: tuple[str, ...]) -> bool:
    """Whether what stands before a family name is no given name: a particle, what somebody is called, a word that is nobody's name."""
    sets = case.discourse.lexicon.sets
    return bool({*given} & (sets["particles"] | sets["nicknaming"])) or not {*given} <= {*case.discourse.store.worn(given)}


def _meant(case: Case, outing: Outing) -> bool:
    """Whether an outing is in the contests reported, or in one that the words name."""
    named = {e for r in case.claim.context.refs for e in r.editions}
    return outing.setting.competition in named or case.discourse.in_focus(outing.setting.competition, outing.day)

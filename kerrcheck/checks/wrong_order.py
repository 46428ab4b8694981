"""Who beat whom, the wrong way round.

Flags::

    Josh Kerr finished «ahead of → behind» Cole Hocker in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker finished ahead of Josh Kerr in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.outings import Outing

FAMILY = "results"
SEVERITY = "error"
READS = ("order",)


def weigh(case: Case) -> Verdict | None:
    """Whether the two finished in that order in a contest that may be meant."""
    claim = case.claim
    if claim.owner is None or claim.other is None or len(claim.owner.ids) != 1 or len(claim.other.ids) != 1:
        return unverified("several people may be meant")
    pairs = shared(case, claim.owner.ids[0], claim.other.ids[0])
    if not pairs:
        return unverified("no contest of the two is on record")
    here = [pair for pair in pairs if case.discourse.in_focus(pair[0].setting.competition, pair[0].day)]
    named = {e for r in claim.context.refs for e in r.editions}
    meant = [pair for pair in pairs if pair[0].setting.competition in named] or here
    allowed = pairs if claim.context.past or not meant or claim.bond != "strong" else meant
    fitting = [pair for pair in allowed if _ordered(pair, claim.value)]
    if fitting:
        return supported(_facts(fitting[-1]))
    finals = [pair for pair in meant if pair[0].round == "final"]
    if len(finals) != 1 or claim.modality != "asserted":
        return unverified("which contest is meant is not clear")
    return _contradicted(case, finals[0])


def shared(case: Case, a: str, b: str) -> list[tuple[Outing, Outing]]:
    """The outings of two people in the same contests, up to the article's day."""
    theirs = {o.setting.key(): o for o in case.discourse.outings.of(b)}
    day = case.discourse.day
    return [(o, theirs[o.setting.key()]) for o in case.discourse.outings.of(a) if o.setting.key() in theirs and (not day or not o.day or o.day <= day)]


def _ordered(pair: tuple[Outing, Outing], value: str) -> bool:
    """Whether a pair finished as said: by place, else one of them did not finish."""
    one, two = pair
    if one.place is None or two.place is None:
        return one.place is not None if value == "ahead" else two.place is not None
    if one.place == two.place:
        return True
    return (one.place < two.place) == (value == "ahead")


def _facts(pair: tuple[Outing, Outing]):  # type: ignore[no-untyped-def]
    return tuple(o.facts["placing"] for o in pair if "placing" in o.facts)


def _contradicted(case: Case, pair: tuple[Outing, Outing]) -> Verdict:
    """The contradiction, with the relation turned round where it is one of a pair of opposites."""
    people = case.discourse.cast.people
    one, two = pair
    raw = case.raw(case.span())
    opposite = case.discourse.lexicon.opposites.get(raw.lower())
    names = [people[o.person].name if o.person in people else o.person for o in pair]
    message = f"{names[0]} finished {'ahead of' if (one.place or 99) < (two.place or 99) else 'behind'} {names[1]} ({one.place}, {two.place})"
    return Verdict("contradicted", None, _facts(pair), case.span(), (opposite,) if opposite else (), opposite, message=message)

"""Who beat whom, the wrong way round.

Flags::

    Josh Kerr finished «ahead of → behind» Cole Hocker in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker finished ahead of Josh Kerr in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Quantity
from kerrcheck.outings import Outing

FAMILY = "results"
SEVERITY = "error"
READS = ("order", "margin")


def weigh(case: Case) -> Verdict | None:
    """Whether the two finished in that order in a contest that may be meant."""
    claim = case.claim
    if claim.kind == "margin":
        return turned(case)
    if claim.owner is None or claim.other is None or len(claim.owner.ids) != 1 or len(claim.other.ids) != 1:
        return unverified("several people may be meant")
    pairs = shared(case, claim.owner.ids[0], claim.other.ids[0])
    if not pairs:
        return unverified("no contest of the two is on record")
    here = [pair for pair in pairs if case.discourse.in_focus(pair[0].setting.competition, pair[0].day)]
    named = {e for r in claim.context.refs for e in r.editions}
    meant = [pair for pair in pairs if pair[0].setting.competition in named] or here
    for day in claim.context.days:
        meant = [pair for pair in meant if day_agrees(case.discourse, day, pair[0].day) is not False] or meant
    wanted = claim.context.round.value if claim.context.round else claim.context.carried_round or "final"
    meant = [pair for pair in meant if pair[0].round == wanted] or meant
    allowed = pairs if claim.context.past or not meant or claim.bond != "strong" else meant
    fitting = [pair for pair in allowed if _ordered(pair, claim.value)]
    if fitting or _another(case):
        return supported(_facts(fitting[-1]) if fitting else ())
    finals = [pair for pair in meant if pair[0].round == "final"]
    if len(finals) != 1 or claim.modality != "asserted":
        return unverified("which contest is meant is not clear")
    return _contradicted(case, finals[0])


def shared(case: Case, a: str, b: str) -> list[tuple[Outing, Outing]]:
    """The outings of two people in the same contests, up to the article's day."""
    theirs = {o.setting.key(): o for o in case.discourse.outings.of(b)}
    day = case.discourse.day
    return [(o, theirs[o.setting.key()]) for o in case.discourse.outings.of(a) if o.setting.key() in theirs and (not day or not o.day or o.day <= day)]


def _another(case: Case) -> bool:
    """Whether a pronoun may mean somebody else near by, of whom the relation is true."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or claim.other is None or claim.owner.how not in ("pronoun", "epithet", "elided"):
        return False
    near = {x for part in discourse.parts[max(0, claim.part - 3) : claim.part + 1] for a in part.actors for x in a.ids[:2]}
    others = (near | set(discourse.stage.main())) - set(claim.owner.ids) - set(claim.other.ids)
    return any(_ordered(pair, claim.value) for x in others for pair in shared(case, x, claim.other.ids[0]) if discourse.in_focus(pair[0].setting.competition, pair[0].day))


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


def turned(case: Case) -> Verdict | None:
    """A margin whose figure fits one neighbour only, on the other side from what is said."""
    claim, discourse = case.claim, case.discourse
    way = claim.detail.way
    if way is None or claim.other is not None or claim.owner is None or len(claim.owner.ids) != 1 or claim.modality != "asserted":
        return None
    here = [o for o in discourse.outings.of(claim.owner.ids[0]) if o.round == "final" and o.mark and o.place and discourse.in_focus(o.setting.competition, o.day)]
    if len(here) != 1:
        return None
    mine = here[0]
    fitting = {"ahead" if (o.place or 99) > (mine.place or 0) else "behind" for o in discourse.outings.within(mine.setting.key()) if o.person != mine.person and _apart(claim.value, mine, o)}
    if len(fitting) != 1 or way.value in fitting:
        return None
    at = case.span(way.i, way.j)
    opposite = discourse.lexicon.opposites.get(case.raw(at).lower())
    return Verdict("contradicted", None, _facts((mine, mine)), at, (), opposite, message=f"{discourse.name(mine.person)} was {next(iter(fitting))} by that much")


def _apart(value: Quantity, one: Outing, two: Outing) -> bool:
    """Whether two outings are as far apart as a margin says."""
    if one.mark is None or two.mark is None or one.mark.unit != two.mark.unit:
        return False
    return abs(abs(one.mark.milli - two.mark.milli) - value.milli) < 10 ** (3 - value.precision) // 2 + 1

"""Differences: the margins that a text may mean, each with the two marks it is the difference of."""

from collections.abc import Iterable

from kerrcheck.apart import Difference, outings_apart, turned
from kerrcheck.chasing import chased
from kerrcheck.claims import Claim
from kerrcheck.claims.margin import Gap
from kerrcheck.discourse import Discourse
from kerrcheck.older import from_older
from kerrcheck.outings import Outing
from kerrcheck.printed import own, pairs, pointed, reckoned, score_before
from kerrcheck.statement import Setting

# The rank of a difference between two who did not meet in the same round.
APART = 6
_SECOND = 2
_OLDER, _RIVALS = "older", "rivals"


def differences(discourse: Discourse, claim: Claim) -> list[Difference]:
    """Every difference that a margin may be, the likeliest first: between two athletes, or between a mark and an older one."""
    gap: Gap = claim.detail
    scored = score_before(discourse, claim)
    if scored:
        return scored
    mine = _chosen(discourse, claim.owner.ids if claim.owner else ())
    found = _of_places(discourse, claim, mine) + (_won(discourse, claim, mine) if gap.won else [])
    if gap.between != _OLDER:
        found += _between(discourse, claim, mine) + reckoned(discourse, claim) + chased(discourse, claim)
    if gap.between != _RIVALS:
        found += from_older(discourse, claim, mine)
    found += pointed(discourse, claim, own(discourse, claim, mine)) + pairs(discourse, claim)
    return sorted(found, key=lambda d: d.rank)


def _between(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """Differences of the two people named in a contest, or of the one named and others there."""
    theirs = _chosen(discourse, claim.other.ids if claim.other else ())
    if not theirs:
        return [d for one in mine for d in _neighbours(discourse, claim, one)]
    same = [(one, two) for one in mine for two in theirs if one.setting.key() == two.setting.key()]
    found = [d for one, two in same for d in outings_apart(one, two, _nearness(discourse, claim, one, two))]
    # Two of one event may have met in none of its rounds (`a second slower than the winner of the other semi-final`).
    other = [(one, two) for one in mine for two in theirs if one.setting.key() != two.setting.key() and _edition(one) == _edition(two)]
    other += [(one, two) for one in mine for two in _meant_too(discourse, claim) if one.setting.key() == two.setting.key()]
    return found + [d for one, two in other for d in outings_apart(one, two, APART)]


def _nearness(discourse: Discourse, claim: Claim, one: Outing, two: Outing) -> int:
    """How likely a contest of two people is meant: the one reported, another in which they finished as is said, or any."""
    if _here(discourse, claim, one):
        return 0
    return APART if turned(claim, one, two) else 1


def _meant_too(discourse: Discourse, claim: Claim) -> list[Outing]:
    """The outings of others told of just before, whom a pronoun behind a margin may mean as well: `was only 22 behind her`."""
    who = claim.other
    if who is None or who.how != "pronoun":
        return []
    near = discourse.parts[max(0, claim.part - _SECOND) : claim.part]
    ids = dict.fromkeys(x for part in near for a in part.actors for x in a.ids[:1] if x not in who.ids)
    return [o for x in ids for o in _chosen(discourse, (x,))]


def _edition(outing: Outing) -> Setting:
    """The event of an outing, without its round."""
    return outing.setting._replace(round=None)


def _of_places(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """`0.73 between first and second`, `from gold to silver was 0.14`, `the winning margin`: of two places of the contest reported."""
    gap: Gap = claim.detail
    if len(gap.places) == 1:
        return _missed(discourse, claim, mine)
    if not gap.places:
        return []
    sexes = (claim.context.sex.value,) if claim.context.sex else (claim.context.carried_sex,)
    events = claim.context.event.value if claim.context.event else claim.context.carried
    finals = [o.setting.key() for o in mine if o.round == "final" and discourse.in_focus(o.setting.competition, o.day)]
    keys = finals or [
        Setting(e, event, sex, "final").key() for e in discourse.focus for event in dict.fromkeys(events) for sex in sexes if sex
    ]
    fields = [[next((o for o in discourse.outings.within(key) if o.place == n), None) for n in gap.places] for key in keys]
    return [d for one, two in fields if one and two for d in outings_apart(one, two, 0)]


def _won(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """From the owner's winning mark to the runner-up's: in the final whose mark is printed, else in that of the contest reported.

    Of a victory that is nobody's, from the other's mark to the winner's.
    """
    if claim.other is not None:
        theirs = [o for o in _chosen(discourse, claim.other.ids) if o.mark and o.place and _here(discourse, claim, o)]
        return [d for o in theirs for one in discourse.outings.within(o.setting.key()) if one.place == 1 for d in outings_apart(one, o, 0)]
    finals = [o for o in mine if o.place == 1 and o.round == "final" and o.mark]
    printed = {x.value.milli for x in claim.detail.marks}
    shown = [o for o in finals if o.mark and o.mark.milli in printed] or [o for o in finals if _here(discourse, claim, o)]
    pairs = ((o, two) for o in shown for two in discourse.outings.within(o.setting.key()) if two.place == _SECOND)
    return [d for one, two in pairs for d in outings_apart(one, two, 0)]


def _missed(discourse: Discourse, claim: Claim, mine: list[Outing]) -> list[Difference]:
    """`missed bronze by 0.44`: from the owner's mark to that of the place missed, in the final meant."""
    place = claim.detail.places[0]
    here = (o for o in mine if o.place and o.place > place and _here(discourse, claim, o))
    pairs = ((o, two) for o in here for two in discourse.outings.within(o.setting.key()) if two.place == place)
    return [d for one, two in pairs for d in outings_apart(one, two, 0)]


def _chosen(discourse: Discourse, ids: Iterable[str]) -> list[Outing]:
    """The outings of people with a mark, up to the article's day."""
    day = discourse.day
    return [o for id_ in list(ids)[:3] for o in discourse.outings.of(id_) if o.mark and (not day or not o.day or o.day <= day)]


def _here(discourse: Discourse, claim: Claim, outing: Outing) -> bool:
    """Whether an outing is the final of the contest reported, or of one the words name."""
    named = {e for r in (*claim.context.refs, *claim.context.near) for e in r.editions}
    wanted = claim.context.round.value if claim.context.round else claim.context.carried_round or "final"
    if outing.round != wanted:
        return False
    return (
        outing.setting.competition in named if named and claim.context.refs else discourse.in_focus(outing.setting.competition, outing.day)
    )


def _neighbours(discourse: Discourse, claim: Claim, one: Outing) -> list[Difference]:
    """Differences to the winner, to the next before and behind, and to those named in the sentence or the one before."""
    found: list[Difference] = []
    here = _here(discourse, claim, one)
    if not here and not discourse.in_focus(one.setting.competition, one.day):
        return found
    parts = discourse.parts[max(0, claim.part - 1) : claim.part + 1]
    named = {x for part in parts for actor in part.actors for x in actor.ids}
    field = sorted(
        (o for o in discourse.outings.within(one.setting.key()) if o.mark),
        key=lambda o: o.mark.milli if o.mark and o.mark.unit == "s" else -(o.mark.milli if o.mark else 0),
    )
    at = next((k for k, o in enumerate(field) if o.person == one.person), -1)
    for k, two in enumerate(field):
        if two.person == one.person or at < 0:
            continue
        winner = 0 in (at, k) and (k in {0, 1})
        chained = claim.detail.chained and k == at - 1
        if winner or abs(at - k) == 1 or two.person in named:
            found += outings_apart(one, two, (1 if here and chained else 2 if here and winner else 4) if one.round == "final" else 5)
    return found

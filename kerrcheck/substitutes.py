"""Substitutes: another athlete of a contest whom a whole line fits, so that its name is what is wrong."""

from collections.abc import Collection, Sequence

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, agrees
from kerrcheck.outings import Outing
from kerrcheck.statement import Setting

_PODIUM = (1, 2, 3)
_FAR = 2
_TOLD = 2


def substitute(discourse: Discourse, group: Sequence[Claim], best: Fit, alone: bool = False) -> Outing | None:
    """Another athlete of the contest whom the whole line fits, where two things or, `alone`, one would have to change otherwise."""
    wrong = [m for m in best.misfits if m.claim is not None]
    if any(f.standing == "contested" for f in best.outing.facts.values()):
        return None
    if (len(wrong) < 2 and not alone and not _won(group)) or _vouched(discourse, group[0], best):
        return None
    context = group[0].context
    known = discourse.in_focus(best.outing.setting.competition, best.outing.day) or any(
        best.outing.setting.competition in r.editions for r in context.refs
    )
    if not known:
        return None
    same = [o for o in discourse.outings.within(best.outing.setting.key()) if o.person != best.outing.person]
    fitting = [o for o in same if all(agrees(c, o) for c in group) and not same_given(discourse, o.person, best.outing.person)]
    return fitting[0] if len(fitting) == 1 and len(wrong) == len(group) else None


def untold_medallist(discourse: Discourse, group: Sequence[Claim], best: Fit, told: Collection[int]) -> Outing | None:
    """Whose the medal of a line is, where the text gives another medal and a place of the contest rightly, and this one to nobody."""
    place, claim = best.outing.place, group[0]
    medal = int(claim.value) if claim.kind == "result-placing" and claim.value.isdigit() else 0
    # Whoever won no medal at all is not given one for another place by a slip.
    given = claim.detail == "medal" or (claim.detail == "ordinal" and medal - 1 in told)
    without = given and place is not None and place not in _PODIUM
    if len(group) > 1 or place is None or medal not in _PODIUM or (abs(place - medal) < _FAR and not without):
        return None
    if medal in told or len(told) < (1 if without else _TOLD) or not {*told} & {*_PODIUM}:
        return None
    return substitute(discourse, group, best, alone=True)


def other_team(discourse: Discourse, group: list[Claim], codes: Sequence[str]) -> Outing | None:
    """The one other team that the place and the mark told are of, in the race that the words name."""
    context = group[0].context
    if len(group) < 2 or context.event is None:
        return None
    sexes = (context.sex.value,) if context.sex else (context.carried_sex,)
    editions = {e for r in context.refs for e in r.editions} or {*discourse.focus}
    named = [Setting(e, event, sex, "final").key() for e in sorted(editions) for event in context.event.value for sex in sexes if sex]
    found = [o for key in named for o in discourse.outings.within(key) if all(agrees(c, o) for c in group)]
    return found[0] if len(found) == 1 and found[0].person not in codes else None


def _vouched(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a mark beside the claim shows that it is of the athlete named."""
    mine = claim.owner.ids if claim.owner else ()
    beside = (c for c in discourse.said(claim.part) if c.kind == "result-mark" and c.owner and c.owner.ids == mine)
    return any(c is not claim and agrees(c, best.outing) for c in beside)


def same_given(discourse: Discourse, one: str, two: str) -> bool:
    """Whether two people share a given name, so that they may be one under two family names."""
    known = discourse.store.people([one, two])
    first, second = (" ".join(known[x].given.split()[:1]) if x in known else "" for x in (one, two))
    return len(known) == _TOLD and (first == second or (bool(first and second) and (first.startswith(second) or second.startswith(first))))


def _won(group: Sequence[Claim]) -> bool:
    """Whether all that a line says is that somebody won, by a verb: then it is the name that can be wrong."""
    return len(group) == 1 and group[0].detail == "placing" and group[0].value == "1"

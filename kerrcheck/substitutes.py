"""Substitutes: another athlete of a contest whom a whole line fits, so that its name is what is wrong."""

from collections.abc import Sequence

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, agrees
from kerrcheck.outings import Outing
from kerrcheck.statement import Setting


def substitute(discourse: Discourse, group: list[Claim], best: Fit) -> Outing | None:
    """Another athlete of the contest whom the whole line fits, where at least two things would have to change otherwise."""
    wrong = [m for m in best.misfits if m.claim is not None]
    if any(f.standing == "contested" for f in best.outing.facts.values()):
        return None
    if (len(wrong) < 2 and not _won(group) and not _far(best, group)) or _vouched(discourse, group[0], best):
        return None
    context = group[0].context
    known = discourse.in_focus(best.outing.setting.competition, best.outing.day) or any(
        best.outing.setting.competition in r.editions for r in context.refs
    )
    if not known:
        return None
    same = [o for o in discourse.outings.within(best.outing.setting.key()) if o.person != best.outing.person]
    fitting = [o for o in same if all(agrees(c, o) for c in group) and not _same_given(discourse, o.person, best.outing.person)]
    return fitting[0] if len(fitting) == 1 and len(wrong) == len(group) else None


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
    beside = (c for c in discourse.claims if c.part == claim.part and c.kind == "result-mark" and c.owner and c.owner.ids == mine)
    return any(c is not claim and agrees(c, best.outing) for c in beside)


def _far(best: Fit, group: list[Claim]) -> bool:
    """Whether a lone placing is so far from the athlete's own that it is somebody else's rather than a slip."""
    claim = group[0]
    place = best.outing.place
    return (
        len(group) == 1
        and claim.kind == "result-placing"
        and claim.value.isdigit()
        and place is not None
        and abs(int(claim.value) - place) >= 2
    )


def _same_given(discourse: Discourse, one: str, two: str) -> bool:
    """Whether two people share a given name, so that they may be one under two family names."""
    known = discourse.store.people([one, two])
    return len(known) == 2 and known[one].given.split()[:1] == known[two].given.split()[:1]


def _won(group: list[Claim]) -> bool:
    """Whether all that a line says is that somebody won, by a verb: then it is the name that can be wrong."""
    return len(group) == 1 and group[0].detail == "placing" and group[0].value == "1"

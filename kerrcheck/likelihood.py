"""Likelihood: how far-fetched it is that words mean an outing where no word says so."""

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.outings import Outing

# What a reading costs beside plain disagreements (1 each): chosen so that one of them never outweighs a disagreement
# where the text gives a hint of it (`had`, a heat), and outweighs it where there is none.
_ELSEWHERE, _ELSEWHERE_PAST, _OTHER_EVENT, _EARLY_ROUND, _EARLY_PLACE = 1.3, 0.5, 0.6, 0.3, 1.1
_TOLD, _ONE_EVENT, _AWAY, _CARRIED, _NO_MARK = 0.1, 0.1, 0.2, 0.05, 0.5


def cost(discourse: Discourse, claims: list[Claim], outing: Outing, slip: bool) -> float:
    """What it costs to take an outing for the one that the claims of a line mean, whose mark may be a slip of its own."""
    here = discourse.in_focus(outing.setting.competition, outing.day)
    spread = 0.0 if slip else _range(discourse, claims, outing)
    return _place(discourse, claims, outing, here) + _event(discourse, claims[0], outing, here) + _round(claims, outing) + spread


def _range(discourse: Discourse, claims: list[Claim], outing: Outing) -> float:
    """The cost of an event of which the mark told could be none, where the words name no event."""
    event = discourse.lexicon.events.get(outing.setting.event or "")
    told = next((c.value for c in claims if c.kind == "result-mark"), None)
    if claims[0].context.event or told is None or event is None or told.unit not in ("?", event.unit):
        return 0.0
    return 0.0 if event.low <= told.milli <= event.high else _NO_MARK


def _place(discourse: Discourse, claims: list[Claim], outing: Outing, here: bool) -> float:
    """The cost of another contest than the one reported."""
    if here:
        return 0.0
    context = claims[0].context
    vague = any(set(discourse.focus) & set(ref.editions) for ref in context.refs)
    if (context.refs and not vague) or any(m.kind in ("date", "ago", "year") for m in context.days):
        return _TOLD
    return _ELSEWHERE_PAST if _past(claims, outing) and not _this_week(claims) else _ELSEWHERE


def _event(discourse: Discourse, claim: Claim, outing: Outing, here: bool) -> float:
    """The cost of another event than the one carried on."""
    carried = claim.context.carried
    if claim.context.event is not None or not carried or outing.setting.event in carried:
        return 0.0
    return (_OTHER_EVENT if _doubles(discourse, outing) else _ONE_EVENT) if here else _AWAY


def _round(claims: list[Claim], outing: Outing) -> float:
    """The cost of a round before the final."""
    context = claims[0].context
    if context.round is not None:
        return 0.0
    if context.carried_round == outing.round:
        return _CARRIED
    early = _EARLY_ROUND if claims[0].kind == "result-mark" and len(claims) == 1 else _EARLY_PLACE
    return 0.0 if outing.round == "final" else early


def _doubles(discourse: Discourse, outing: Outing) -> bool:
    """Whether the athlete ran in several events of the edition, so that the event must be told."""
    return len({o.setting.event for o in discourse.outings.of(outing.person) if o.setting.competition == outing.setting.competition}) > 1


def _this_week(claims: list[Claim]) -> bool:
    """Whether a weekday stands beside the claims, which points to the days before the text."""
    return any(m.kind in ("weekday", "today") for m in claims[0].context.days)


def _past(claims: list[Claim], outing: Outing) -> bool:
    """Whether the text leaves room for an earlier contest: it looks back, carries one on, or only describes somebody."""
    context, edition = claims[0].context, outing.setting.competition
    if context.past or edition in context.carried_editions or any(edition in ref.editions for ref in context.near):
        return True
    return any(c.owner is not None and c.owner.np <= c.i < c.owner.i for c in claims)

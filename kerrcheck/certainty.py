"""Certainty: whether the best explanation of a line stands so far apart that what it contradicts is wrong."""

from collections.abc import Sequence

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, Misfit, agrees, slip
from kerrcheck.lexicon import EventWords
from kerrcheck.marked_places import of_its_mark
from kerrcheck.outings import Outing

_CLEAR = 0.25
_FAR_FETCHED = 0.9
_TEAM = "relay"
_YOUNGEST = 14
_REACH = 4


def sure(discourse: Discourse, group: list[Claim], tried: list[Fit]) -> bool:
    """Whether the best explanation stands apart: one contest is meant, and nothing else explains nearly as much."""
    best = tried[0]
    if _of_a_team(discourse, group[0]):
        return False
    near = (fit for fit in tried[1:] if fit.cost - best.cost < _CLEAR)
    if any(_changes(fit) != _changes(best) or not _answers_alike(discourse, group[0], fit, best) for fit in near):
        return False
    if of_its_mark(discourse, group, best):
        return True
    here = _here(discourse, group[0], best)
    # a mark that is a slip of the right one shows the contest nearly as well as the right one does
    if sum(not slip(m) for m in best.misfits) > max(1, best.agreed) or best.cost >= len(best.misfits) + _FAR_FETCHED:
        return False
    if (not here and not best.agreed) or _of_nothing_told(group, best):
        return False
    return all(_plausible(discourse, m, best, group, here) for m in best.misfits)


def _answers_alike(discourse: Discourse, claim: Claim, fit: Fit, best: Fit) -> bool:
    """Whether two explanations ask for the same, or one is of an event that the text never names, at the edition of the other."""
    one, two = fit.outing.setting, best.outing.setting
    unnamed = claim.context.event is None and two.event in claim.context.carried and one.event not in discourse.cast.events
    return (unnamed and one.competition == two.competition) or _answers(fit) == _answers(best)


def _of_nothing_told(group: list[Claim], best: Fit) -> bool:
    """Whether neither the results nor the event told are those of an outing: another contest is told of (`won the mile at Lima`)."""
    fields = [m.field for m in best.misfits if m.claim is None]
    return "event" in fields and len(best.misfits) - len(fields) == len(group)


def _here(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether an outing is of the edition reported; a medal, where none is, of the only one that the text goes on about."""
    edition, context = best.outing.setting.competition, claim.context
    if discourse.in_focus(edition, best.outing.day):
        return True
    return claim.detail == "medal" and not discourse.focus and not context.days and context.carried_editions == (edition,)


def _of_a_team(discourse: Discourse, claim: Claim) -> bool:
    """Whether somebody is named where the event is a relay, so that the figures are their team's."""
    context, known = claim.context, discourse.lexicon.events
    events = context.event.value if context.event and context.event.kind == "event" else context.carried
    relay = any(known[e].family == _TEAM and _admits(known[e], claim) for e in events if e in known)
    return claim.owner is not None and claim.owner.how != "team" and relay


def _admits(event: EventWords, claim: Claim) -> bool:
    """Whether what is claimed can be of an event: any placing, a mark within its range."""
    return claim.kind != "result-mark" or event.low <= claim.value.milli <= event.high


def _plausible(discourse: Discourse, miss: Misfit, best: Fit, group: list[Claim], here: bool) -> bool:
    """Whether a disagreement looks like a slip: near figures, a neighbour's value, or a firm tie to the contest reported."""
    claim = miss.claim
    if claim is None:
        return _told(discourse, miss, best, group)
    if claim.bond == "none" or (claim.bond == "weak" and claim.owner and claim.owner.how == "epithet"):
        return slip(miss)
    if miss.field != "mark":
        return (here or best.agreed > 0) and not _of_another_event(discourse, claim, best, group)
    cites = claim.detail in ("record", "best") and not result_told(discourse, claim)
    if slip(miss):
        return (here and not (cites and _former(discourse, claim))) or not cites
    return (here or _named(claim, best) or _carried(discourse, claim, best)) and not cites and _placed_or_bound(discourse, claim, best)


def _of_another_event(discourse: Discourse, claim: Claim, best: Fit, group: list[Claim]) -> bool:
    """Whether a lone place is told where the text goes on about another event, in an edition it does not report, or of unlisted places."""
    carried, outing = claim.context.carried, best.outing
    if len(group) > 1 or claim.context.event or not carried or outing.setting.event in carried or _of_meetings(discourse, carried, outing):
        return False
    named = any(outing.setting.event in m.value for m in discourse.parts[claim.part].sentence.kind("event"))
    return not named and (not discourse.in_focus(outing.setting.competition, outing.day) or _unlisted(discourse, claim, outing))


def _of_meetings(discourse: Discourse, carried: Sequence[str], outing: Outing) -> bool:
    """Whether the events that a text goes on about are none of an outing's edition, only of meetings (`the mile`)."""
    held = any(discourse.outings.within(outing.setting._replace(event=event).key()) for event in carried)
    return outing.whole and {*carried} <= discourse.lexicon.sets["meeting_events"] and not held


def _unlisted(discourse: Discourse, claim: Claim, outing: Outing) -> bool:
    """Whether a place is beyond those that are on record of the event told of at an edition."""
    keys = [outing.setting._replace(event=event, round="final").key() for event in claim.context.carried]
    known = [o.place for key in keys for o in discourse.outings.within(key) if o.place]
    return bool(known) and str(claim.value).isdigit() and int(claim.value) > max(known)


def _named(claim: Claim, best: Fit) -> bool:
    """Whether the words name the edition of an outing, and something else beside it agrees with that."""
    return best.agreed >= 2 and any(best.outing.setting.competition in ref.editions for ref in claim.context.refs)


def _carried(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether the text goes on with the edition of an outing, the placing agrees, and the mark is that of another there."""
    return best.agreed >= 1 and best.outing.setting.competition in claim.context.carried_editions and neighbours(discourse, claim, best)


def result_told(discourse: Discourse, claim: Claim) -> bool:
    """Whether a mark is told as that of a result, though a record is spoken of: `won in 3:41.2, a record`, `won in a best of 3:41.2`."""
    part, tokens = discourse.parts[claim.part], discourse.tokens
    here = [x for x in part.sentence.within(part.sentence.segment(claim.i)) if x.j <= claim.i]
    listed = claim.owner is not None and claim.owner.j == claim.i and claim.owner.role != "owner"
    if not listed and not any(x.kind in ("finish", "take", "placing", "medal", "ordinal") for x in here):
        return False
    singles = discourse.lexicon.sets["record_new"]
    return all(set(tokens.low[max(x.i - _REACH, part.sentence.a) : x.i]) & singles for x in here if x.kind in ("record", "best"))


def _former(discourse: Discourse, claim: Claim) -> bool:
    """Whether a mark is that of a best or a record of before the contest reported: `whose previous best was 3:41.2`."""
    sentence, low, old = discourse.parts[claim.part].sentence, discourse.tokens.low, discourse.lexicon.sets["record_old"]
    here = (x for x in sentence.within(sentence.segment(claim.i)) if x.kind in ("record", "best") and x.j <= claim.i)
    return any(old & {*low[max(sentence.a, x.i - _REACH) : x.j]} for x in here)


def _placed_or_bound(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a mark that is no slip of the right one is a neighbour's, or firmly tied to the contest."""
    if neighbours(discourse, claim, best):
        return True
    return claim.bond == "strong" and (claim.context.event is not None or best.agreed > 0)


def neighbours(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a mark is that of another of the contest."""
    return any(o.mark and agrees(claim, o) for o in discourse.outings.within(best.outing.setting.key()))


def _told(discourse: Discourse, miss: Misfit, best: Fit, group: list[Claim]) -> bool:
    """Whether a word for the contest is refuted: the mark itself shows the contest, or the contest named had other people."""
    if any(c.kind == "result-mark" and c.value.precision and agrees(c, best.outing) for c in group):
        return True
    if best.agreed >= 3 or (best.agreed >= 2 and miss.field in ("event", "round", "sex", "day", "year")):
        return True
    if miss.field in ("event", "sex") and best.agreed >= 1 and discourse.in_focus(best.outing.setting.competition, best.outing.day):
        return True
    named = {e for r in group[0].context.refs for e in r.editions}
    return bool(named) and best.agreed >= 1 and all(_refuted(discourse, e, best, group) for e in named)


def _refuted(discourse: Discourse, edition: str, best: Fit, group: list[Claim]) -> bool:
    """Whether the athlete was not in the contest of another edition as told: others had the place, or it was before their time."""
    person = best.outing.person
    held = discourse.calendar.editions[edition]
    born = discourse.cast.people[person].born if person in discourse.cast.people else None
    if born and held.start and int(held.start[:4]) < int(born[:4]) + _YOUNGEST:
        return True
    if held.start and discourse.day and held.start > discourse.day:
        return True
    places = [c for c in group if c.kind == "result-placing" and c.value.isdigit()]
    there = discourse.outings.within(best.outing.setting._replace(competition=edition, round="final").key())
    if any(o.person == person for o in there):
        return False
    return bool(places) and any(o.place == int(places[0].value) for o in there)


def _changes(fit: Fit) -> set[tuple[str, int]]:
    """What would have to change, by field and place."""
    return {(m.field, m.claim.i if m.claim else m.mention.i if m.mention else 0) for m in fit.misfits}


def _answers(fit: Fit) -> list[object]:
    """What each misfit would have to be."""
    return [m.right for m in fit.misfits]

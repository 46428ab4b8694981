"""Lines: the result claims of one athlete in one contest, judged together or not at all."""

from kerrcheck.absentees import of_an_absentee
from kerrcheck.actors import Actor
from kerrcheck.certainty import sure
from kerrcheck.claims import Claim
from kerrcheck.companions import accompanied
from kerrcheck.conjuncts import conjoined
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fitting import Fit, fits, mark_agrees
from kerrcheck.performances import performances
from kerrcheck.retrying import retried
from kerrcheck.rows import Line, measured, together
from kerrcheck.substitutes import other_team, substitute
from kerrcheck.unnamed import of_the_unnamed

_NAMESAKES = 8
_STATUS = ("title", "champion")


def lines(discourse: Discourse, claims: list[Claim]) -> list[Line]:
    """The result claims of a text as lines, each fitted; those of unknown people tried on the contests that others showed."""
    groups = _grouped(discourse, [c for c in claims if c.kind in ("result-placing", "result-mark")])
    first = [_fitted(discourse, group) for group in groups]
    shown = {line.best.outing.setting.key() for line in first if line.best and not line.best.misfits}
    beside: dict[int, list[Line]] = {}
    for line in first:
        beside.setdefault(line.claims[0].part, []).append(line)
    again = together(discourse, first, beside)
    joined = [retried(discourse, conjoined(discourse, line, beside[line.claims[0].part]), shown) for line in again]
    right: dict[int, list[Line]] = {}
    for line in joined:
        right.setdefault(line.claims[0].part, []).extend([line] if line.best and not line.best.misfits and measured(line) else [])
    shown_beside = [accompanied(discourse, line, right.get(line.claims[0].part, [])) for line in joined]
    return [of_an_absentee(discourse, of_the_unnamed(discourse, line, right)) for line in shown_beside]


def _grouped(discourse: Discourse, claims: list[Claim]) -> list[list[Claim]]:
    """Claims of one sentence with one owner and one setting; a second mark or placing opens a new line."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in reversed(groups[-3:]) if _joins(g, claim) and not _set_against(discourse, g[-1], claim)), None)
        if group is not None:
            group.append(claim)
        else:
            groups.append([claim])
    return groups


def _set_against(discourse: Discourse, last: Claim, claim: Claim) -> bool:
    """Whether a claim is told of another time, that one is set against: `in 2:26:51, faster than when she won`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    return any(low[t] in sets["when_words"] and low[t - 1] in sets["than"] for t in range(last.j, claim.i))


def _joins(group: list[Claim], claim: Claim) -> bool:
    """Whether a claim belongs to the line of a group."""
    last = group[-1]
    if last.part != claim.part or any(c.kind == claim.kind for c in group) or last.modality != claim.modality:
        return False
    if last.owner is None or claim.owner is None or last.owner.ids != claim.owner.ids:
        return False
    mine, theirs = claim.context, last.context
    # `gold in Seoul in 9.79`: the mark right behind the town is of that contest too.
    behind = bool(theirs.refs) and 0 < claim.i - max(r.j for r in theirs.refs) <= 1
    carried = not mine.refs and set(theirs.refs) <= set(mine.near) and (mine.event is not None or behind)
    return (mine.refs == theirs.refs or carried) and mine.event == theirs.event and mine.round == theirs.round


def _fitted(discourse: Discourse, group: list[Claim]) -> Line:
    """A group of claims tried on its owner's outings, and on those of others whom a loose tie may mean."""
    owner = group[0].owner
    if owner is not None and owner.how == "team" and owner.mention.kind == "nation":
        return _team(discourse, group, [code for code, _ in owner.mention.value])
    if owner is None or not owner.ids:
        return Line(tuple(group), None, False, reason="whose it is is not clear" if owner is None else "nobody of that name is on record")
    tried = fits(discourse, group, owner.ids[:_NAMESAKES])
    if tried and not tried[0].misfits:
        return Line(tuple(group), tried[0], True)
    loose = fits(discourse, group, _others(discourse, group[0]))
    if loose and not loose[0].misfits and loose[0].cost < 1:
        return Line(tuple(group), loose[0], True)
    if not tried:
        return Line(tuple(group), None, False, reason="no result of theirs is on record")
    return _explained(discourse, group, tried, len(owner.ids))


def _explained(discourse: Discourse, group: list[Claim], tried: list[Fit], namesakes: int) -> Line:
    """A group that no outing bears out, with the best explanation, and with whom it would be wholly right for."""
    best = tried[0]
    if namesakes > 1:
        return Line(tuple(group), best, False, reason="several people may be meant")
    if _told_aside(discourse, group[0], best) or _with_whom(discourse, group[0]):
        return Line(tuple(group), best, False, reason="a clause about somebody names that contest, and this one tells on")
    if _in_another_round(discourse, group, best):
        return Line(tuple(group), best, False, reason="it is a mark of theirs of those days, and of another round")
    certain = sure(discourse, group, tried)
    instead = substitute(discourse, group, best) if certain or len(group) > 1 else None
    return Line(tuple(group), best, certain or instead is not None, instead)


def _in_another_round(discourse: Discourse, group: list[Claim], best: Fit) -> bool:
    """Whether a mark told of a round that is not the outing's is on record as a record of those days: `won her semi-final in 12.12`."""
    outing = best.outing
    if not any(miss.field == "round" for miss in best.misfits):
        return False
    marks = [c.value for c in group if c.kind == "result-mark"]
    mine = (p for p in performances(discourse.outings, discourse.calendar, outing.person) if p.event == outing.setting.event)
    days = [p for p in mine if p.day and outing.day and p.day[:7] == outing.day[:7]]
    return any(mark_agrees(value, p.mark) for value in marks for p in days)


def _told_aside(discourse: Discourse, claim: Claim, best: Fit) -> bool:
    """Whether a relative clause or a status before a claim names the contest: `Bailey, who won in Gothenburg, was second` tells of two."""
    part, competition = discourse.parts[claim.part], best.outing.setting.competition
    sentence = part.sentence
    named = (sentence.segment(r.i) for r in part.refs if r.i < claim.i and r not in claim.context.refs and competition in r.editions)
    return not claim.context.refs and any(
        sentence.opens_with(k, "person_relatives") or any(m.kind in _STATUS and m.i != claim.i for m in sentence.within(k)) for k in named
    )


def _with_whom(discourse: Discourse, claim: Claim) -> bool:
    """Whether a claim's owner is the subject of a relative clause about somebody else: `Quill, with whom Brekke shared it, was third`."""
    who, sentence = claim.owner, discourse.parts[claim.part].sentence
    behind = who is not None and who.np > sentence.a and discourse.tokens.low[who.np - 1] in discourse.lexicon.sets["object_relative"]
    return who is not None and behind and sentence.segment(claim.i) != sentence.segment(who.i)


def _team(discourse: Discourse, group: list[Claim], codes: list[str]) -> Line:
    """A team's claims tried on the relays it ran."""
    named = group[0].context.event
    if named is not None and len(group) == 1 and not any(_for_teams(discourse, event) for event in named.value):
        return Line(tuple(group), None, False, reason="no team runs that event")
    tried = [fit for fit in fits(discourse, group, codes) if fit.outing.setting.event in discourse.lexicon.events]
    if tried and not tried[0].misfits:
        return Line(tuple(group), tried[0], True)
    other = other_team(discourse, group, codes)
    if other and (not tried or len(tried[0].misfits) >= len(group)):
        return Line(tuple(group), tried[0] if tried else None, True, other)
    if not tried:
        return Line(tuple(group), None, False, reason="no result of that team is on record")
    best = tried[0]
    relay = group[0].context.event is not None or best.outing.setting.event in group[0].context.carried
    return Line(tuple(group), best, relay and sure(discourse, group, tried), None, "which race of the team is meant is not clear")


def _for_teams(discourse: Discourse, event: str) -> bool:
    """Whether an event is a relay."""
    known = discourse.lexicon.events.get(event)
    return known is not None and known.family == "relay"


def _others(discourse: Discourse, claim: Claim) -> list[str]:
    """Whom else a claim may be about where the tie to its owner is loose: everybody named nearby."""
    if claim.bond == "strong" and claim.owner is not None and claim.owner.how not in ("pronoun", "epithet", "elided"):
        return []
    first = max(0, claim.part - (3 if claim.bond == "none" or claim.owner is None or claim.owner.how in ("pronoun", "epithet") else 0))
    parts = discourse.parts[first : claim.part + 1]
    mine = set(claim.owner.ids) if claim.owner else set()
    last = claim.i if claim.owner is not None and _named_before(discourse, claim, claim.owner) else discourse.parts[claim.part].sentence.b
    named = {x for part in parts for a in part.actors if a.i < last and not _beyond(claim, part, a) for x in a.ids[:3]}
    return sorted(x for x in (named | set(discourse.stage.main())) - mine if _may_be(discourse, claim, x))


def _beyond(claim: Claim, part: Part, actor: Actor) -> bool:
    """Whether somebody only stands behind a claim as an object, or is told with one: `took gold behind Quill and her friend Brekke`."""
    if actor.i <= claim.i or not part.sentence.a <= claim.i < part.sentence.b:
        return False
    return actor.role == "object" or any(claim.j <= x.i < actor.i for x in part.sentence.kind("order"))


def _may_be(discourse: Discourse, claim: Claim, person: str) -> bool:
    """Whether somebody is of the sex of the pronoun that a claim is about."""
    owner = claim.owner
    return owner is None or owner.how != "pronoun" or discourse.cast.sex((person,)) in (None, owner.mention.value)


def _named_before(discourse: Discourse, claim: Claim, owner: Actor) -> bool:
    """Whether a pronoun takes up somebody of its own sentence, so that nobody named behind it is meant."""
    before = (a for a in discourse.parts[claim.part].actors if a.j <= owner.i and a.how != "pronoun")
    return owner.how == "pronoun" and any(a.ids == owner.ids for a in before)

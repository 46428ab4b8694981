"""Lines: the result claims of one athlete in one contest, judged together or not at all."""

from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, Misfit, agrees, fits, slip
from kerrcheck.outings import Outing
from kerrcheck.text import fold

CLEAR = 0.25
_TEAM = "relay"


class Line(NamedTuple):
    """Claims that share an owner and a setting, and what became of them.

    `best` is the outing with the fewest changes; `sure` whether no other explanation is nearly as good; `instead` another
    athlete's outing that the whole line fits; `reason` why nothing can be said.
    """

    claims: tuple[Claim, ...]
    best: Fit | None
    sure: bool
    instead: Outing | None = None
    reason: str | None = None


def lines(discourse: Discourse, claims: list[Claim]) -> list[Line]:
    """The result claims of a text as lines, each fitted; those of unknown people tried on the contests that others showed."""
    groups = _grouped([c for c in claims if c.kind in ("result-placing", "result-mark")])
    first = [_fitted(discourse, group) for group in groups]
    shown = {line.best.outing.setting.key() for line in first if line.best and not line.best.misfits}
    return [_second(discourse, line, shown) for line in first]


def _grouped(claims: list[Claim]) -> list[list[Claim]]:
    """Claims of one sentence with one owner and one setting; a second mark or placing opens a new line."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in reversed(groups[-3:]) if _joins(g, claim)), None)
        if group is not None:
            group.append(claim)
        else:
            groups.append([claim])
    return groups


def _joins(group: list[Claim], claim: Claim) -> bool:
    """Whether a claim belongs to the line of a group."""
    last = group[-1]
    if last.part != claim.part or any(c.kind == claim.kind for c in group) or last.modality != claim.modality:
        return False
    if last.owner is None or claim.owner is None or last.owner.ids != claim.owner.ids:
        return False
    mine, theirs = claim.context, last.context
    return mine.refs == theirs.refs and mine.event == theirs.event and mine.round == theirs.round


def _fitted(discourse: Discourse, group: list[Claim]) -> Line:
    """A group of claims tried on its owner's outings, and on those of others whom a loose tie may mean."""
    owner = group[0].owner
    if owner is not None and owner.how == "team" and owner.mention.kind == "nation":
        return _team(discourse, group, [code for code, _ in owner.mention.value])
    if owner is None or not owner.ids:
        return Line(tuple(group), None, False, reason="whose it is is not clear" if owner is None else "nobody of that name is on record")
    tried = fits(discourse, group, owner.ids[:8])
    if tried and not tried[0].misfits:
        return Line(tuple(group), tried[0], True)
    others = _others(discourse, group[0])
    loose = fits(discourse, group, others) if others else []
    if loose and not loose[0].misfits and loose[0].cost < 1:
        return Line(tuple(group), loose[0], True)
    if not tried:
        return Line(tuple(group), None, False, reason="no result of theirs is on record")
    best = tried[0]
    if len(owner.ids) > 1:
        return Line(tuple(group), best, False, reason="several people may be meant")
    sure = _sure(discourse, group, tried)
    instead = _somebody_else(discourse, group, best)
    return Line(tuple(group), best, sure or instead is not None and len(group) > 1, instead if sure or len(group) > 1 else None)


def _team(discourse: Discourse, group: list[Claim], codes: list[str]) -> Line:
    """A team's claims tried on the relays it ran."""
    tried = fits(discourse, group, codes)
    if not tried:
        return Line(tuple(group), None, False, reason="no result of that team is on record")
    best = tried[0]
    if not best.misfits:
        return Line(tuple(group), best, True)
    relay = group[0].context.event is not None or best.outing.setting.event in group[0].context.carried
    return Line(tuple(group), best, relay and _sure(discourse, group, tried), None, "which race of the team is meant is not clear")


def _others(discourse: Discourse, claim: Claim) -> list[str]:
    """Whom else a claim may be about where the tie to its owner is loose: everybody named nearby."""
    if claim.bond == "strong" and claim.owner is not None and claim.owner.how not in ("pronoun", "epithet", "elided"):
        return []
    first = max(0, claim.part - (3 if claim.bond == "none" or claim.owner is None or claim.owner.how in ("pronoun", "epithet") else 0))
    parts = discourse.parts[first : claim.part + 1]
    mine = set(claim.owner.ids) if claim.owner else set()
    return sorted(({x for part in parts for a in part.actors for x in a.ids[:3]} | set(discourse.stage.main())) - mine)


def _sure(discourse: Discourse, group: list[Claim], tried: list[Fit]) -> bool:
    """Whether the best explanation stands apart: one contest is meant, and nothing else explains nearly as much."""
    best = tried[0]
    context = group[0].context
    events = context.event.value if context.event and context.event.kind == "event" else context.carried
    if group[0].owner and group[0].owner.how != "team" and any(discourse.lexicon.events[e].family == _TEAM for e in events if e in discourse.lexicon.events):
        return False
    for other in tried[1:]:
        if other.cost - best.cost >= CLEAR:
            break
        if _changes(other) != _changes(best) or _answers(other) != _answers(best):
            return False
    here = discourse.in_focus(best.outing.setting.competition, best.outing.day)
    if len(best.misfits) > max(1, best.agreed) or best.cost >= len(best.misfits) + 0.9:
        return False
    if not here and not best.agreed:
        return False
    return all(_plausible(discourse, m, best, group, here) for m in best.misfits)


def _plausible(discourse: Discourse, miss: Misfit, best: Fit, group: list[Claim], here: bool) -> bool:
    """Whether a disagreement looks like a slip: near figures, a neighbour's value, or a firm tie to the contest reported."""
    if miss.claim is None:
        return _told(discourse, miss, best, group)
    if miss.claim.bond == "none" or (miss.claim.bond == "weak" and miss.claim.owner and miss.claim.owner.how == "epithet"):
        return miss.field == "mark" and slip(miss)
    if miss.field != "mark":
        return here or best.agreed > 0
    if miss.claim.detail in ("record", "best") and not (slip(miss) and here):
        return False
    if slip(miss):
        return True
    if any(o.mark and agrees(miss.claim, o) for o in discourse.outings.within(best.outing.setting.key())):
        return here
    return here and miss.claim.bond == "strong" and (miss.claim.context.event is not None or best.agreed > 0)


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
    if born and held.start and int(held.start[:4]) < int(born[:4]) + 14:
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


def _somebody_else(discourse: Discourse, group: list[Claim], best: Fit) -> Outing | None:
    """Another athlete of the contest whom the whole line fits, where at least two things would have to change otherwise."""
    wrong = [m for m in best.misfits if m.claim is not None]
    if len(wrong) < 2 and not _won(group) and not _far(best, group):
        return None
    context = group[0].context
    known = discourse.in_focus(best.outing.setting.competition, best.outing.day) or any(best.outing.setting.competition in r.editions for r in context.refs)
    if not known:
        return None
    same = [o for o in discourse.outings.within(best.outing.setting.key()) if o.person != best.outing.person]
    fitting = [o for o in same if all(agrees(c, o) for c in group) and not _same_given(discourse, o.person, best.outing.person)]
    return fitting[0] if len(fitting) == 1 and len(wrong) == len(group) else None


def _when(discourse: Discourse, key: str) -> tuple[str | None, str | None]:
    """The edition and the day of a contest."""
    contest = discourse.store.contest(key)
    return (contest.setting.competition, contest.day) if contest else (None, None)


def _far(best: Fit, group: list[Claim]) -> bool:
    """Whether a lone placing is so far from the athlete's own that it is somebody else's rather than a slip."""
    claim = group[0]
    place = best.outing.place
    return len(group) == 1 and claim.kind == "result-placing" and claim.value.isdigit() and place is not None and abs(int(claim.value) - place) >= 2


def _same_given(discourse: Discourse, one: str, two: str) -> bool:
    """Whether two people share a given name, so that they may be one under two family names."""
    known = discourse.store.people([one, two])
    return len(known) == 2 and known[one].given.split()[:1] == known[two].given.split()[:1]


def _won(group: list[Claim]) -> bool:
    """Whether all that a line says is that somebody won, by a verb: then it is the name that can be wrong."""
    return len(group) == 1 and group[0].detail == "placing" and group[0].value == "1"


def _second(discourse: Discourse, line: Line, shown: set[str]) -> Line:
    """A line with no outing of its owner, tried on the contests that other lines have shown to be meant."""
    if line.best is not None or len(line.claims) < 2 or line.claims[0].owner is None or line.claims[0].owner.how not in ("full", "family", "given"):
        return line
    here = [key for key in sorted(shown) if discourse.in_focus(*_when(discourse, key))]
    found = [o for key in here for o in discourse.outings.within(key) if all(agrees(c, o) for c in line.claims)]
    written = line.claims[0].owner.mention.value
    given = getattr(written, "given", ())
    known = discourse.store.people([o.person for o in found])
    if any(g in fold(p.given).split() for g in given for p in known.values()):
        return line
    if len(found) == 1 and found[0].person not in (line.claims[0].owner.ids):
        return line._replace(instead=found[0], sure=True)
    return line

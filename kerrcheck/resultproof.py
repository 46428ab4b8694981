"""What has to speak for an accusation of a result: a mark or a place."""

from kerrcheck.actors import NAMED
from kerrcheck.beside import Beside, theirs
from kerrcheck.certainty import neighbours
from kerrcheck.checks import Case
from kerrcheck.claims import RESULTS, Claim
from kerrcheck.fitting import agrees
from kerrcheck.outings import Outing
from kerrcheck.values.mark import Mark, parse

_TWO, _NEAR, _REACH = 2, 3, 6
_WEAK = frozenset(("weak", "none"))
_FIGURES = frozenset(("result-mark", "record-set"))


def mark(case: Case, beside: Beside) -> bool:
    """Whether a mark is a slip of the right one, a rival's, or stands in the line of a contest that is named and a place that is right.

    Where the right one stands beside it, it is another of theirs: an earlier throw, the record that they held. So is a mark of theirs
    that a possessive gives them, of whatever contest (`the old one was Quill's 15.09`).
    """
    line, claim, answers = case.line, case.claim, beside.verdict.answers
    meant = parse(answers[0], claim.value.unit) if answers else None
    if meant is not None and any(_is(meant, claim, other) for other in (*(c.claim for c in beside.here), *_next(case, meant))):
        return False
    if line is None or line.best is None or meant is None:
        return True
    if _shared(case, beside) or _of_the_doer(case) or _of_another_day(case, line.best.outing.person):
        return False
    rivals, named = neighbours(case.discourse, claim, line.best), _rival_named(case, beside)
    if meant.slip(claim.value.milli):
        return not (claim.bond in _WEAK and named)
    named_there = any(line.best.outing.setting.competition in ref.editions for ref in claim.context.refs)
    if (named_there and theirs(case, beside.here)) or _in_a_list(case, beside, line.best.outing):
        return True
    shown = bool(beside.here) or _finished(case, _REACH)
    return shown and rivals and not named


def _in_a_list(case: Case, beside: Beside, outing: Outing) -> bool:
    """Whether a mark stands right behind a name and its nation, and one of another of that contest beside it is right."""
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    if claim.owner is None or claim.owner.how not in NAMED or claim.owner.role == "owner":
        return False
    nation = next((m.j for m in sentence.kind("nation") if m.i == claim.owner.j), claim.owner.j)
    told = (c.line.best.outing for c in beside.here if c.claim.kind == claim.kind and c.line and c.line.best and not c.line.best.misfits)
    return nation == claim.i and any(o.setting.key() == outing.setting.key() and o.person != outing.person for o in told)


def _of_another_day(case: Case, person: str) -> bool:
    """Whether a mark is somebody's, in the contests reported, of a year told or, where a possessive gives it, of any."""
    owned = case.claim.owner is not None and case.claim.owner.role == "owner"
    mine = (o for o in case.discourse.outings.of(person) if agrees(case.claim, o))
    years = {m.value for m in case.discourse.parts[case.claim.part].sentence.kind("year")}
    return any(owned or o.year in years or case.discourse.in_focus(o.setting.competition, o.day) for o in mine)


def _of_the_doer(case: Case) -> bool:
    """Whether a mark is that of whoever did what befell its owner: `was followed home by Quill of Peru in 3:27.79`."""
    claim, discourse = case.claim, case.discourse
    doers, first = discourse.lexicon.sets["doers"], claim.owner.j if claim.owner else claim.i
    actors = discourse.parts[claim.part].actors
    told = {x for a in actors if first <= a.np - 1 and a.j <= claim.i and discourse.tokens.low[a.np - 1] in doers for x in a.ids[:2]}
    return any(agrees(claim, o) for x in told for o in discourse.outings.of(x))


def _next(case: Case, meant: Mark) -> list[Claim]:
    """What the next sentence of the paragraph tells, where the mark is no slip of the right one or that sentence sets rounds apart."""
    parts, number = case.discourse.parts, case.claim.part + 1
    behind = parts[number].sentence if number < len(parts) else None
    if behind is None or behind.paragraph != parts[number - 1].sentence.paragraph:
        return []
    return case.discourse.said(number) if not meant.slip(case.claim.value.milli) or any(behind.kind("round")) else []


def _is(meant: Mark, claim: Claim, told: Claim) -> bool:
    """Whether another claim of the same owner is the mark that one should be."""
    same = told.kind == claim.kind and claim.owner is not None and told.owner is not None and claim.owner.ids == told.owner.ids
    return same and bool(meant.milli == told.value.milli)


def _rival_named(case: Case, beside: Beside) -> bool:
    """Whether somebody of the sentence, or of the one before where the mark is loosely the athlete's, has such a mark, told but once."""
    outings, number = case.discourse.outings, case.claim.part
    parts = case.discourse.parts[max(0, number - (case.claim.bond in _WEAK)) : number + 1]
    others = {x for part in parts for a in part.actors for x in a.ids[:2]} - {*(case.claim.owner.ids if case.claim.owner else ())}
    told = (c.claim for c in beside.here if c.claim.kind == case.claim.kind and c.claim.value.milli == case.claim.value.milli)
    others -= {x for c in told if c.owner for x in c.owner.ids}
    return any(o.mark and o.mark.milli == case.claim.value.milli for x in others for o in outings.of(x))


def _shared(case: Case, beside: Beside) -> bool:
    """Whether a claim that names no contest of its own is right of one that what stands beside it is of: a list goes on with it."""
    claim = case.claim
    others = (c for c in (*beside.here, *beside.before) if c.claim.owner and claim.owner and c.claim.owner.ids != claim.owner.ids)
    fits = (c.line.best for c in others if c.line and c.line.best and not c.line.best.misfits)
    told = {fit.outing.setting.key() for fit in fits}
    named = {e for r in claim.context.refs for e in r.editions}
    mine = (o for x in (claim.owner.ids if claim.owner else ()) for o in case.discourse.outings.of(x))
    return any(agrees(claim, o) for o in mine if o.setting.key() in told and (not named or o.setting.competition in named))


def place(case: Case, beside: Beside) -> bool:
    """Whether something else told of the owner is right, much where the place is loosely theirs, or it is told as how they finished."""
    firm = case.claim.bond not in _WEAK
    if _shared(case, beside):
        return False
    if theirs(case, beside.here) >= (1 if firm else _TWO) or (firm and (case.claim.detail == "medal" or case.claim.context.refs)):
        return True
    if firm and (len(beside.here) >= _TWO or any(c.claim.kind in RESULTS for c in beside.here)):
        return True
    if theirs(case, [c for c in (*beside.here, *beside.before) if c.claim.kind in _FIGURES]):
        return True
    if _of_a_sort(case):
        return True
    return _finished(case, _NEAR) or _inverted(case) or _told_of_it(case) or _next_told(case, beside)


def _of_a_sort(case: Case) -> bool:
    """Whether it is told what sort of a place it was: `was a distant sixth`."""
    low, sets, i = case.discourse.tokens.low, case.discourse.lexicon.sets, case.claim.i
    return i > 1 and case.claim.bond not in _WEAK and low[i - 1] in sets["place_manners"] and low[i - 2] in sets["articles"]


def _told_of_it(case: Case) -> bool:
    """Whether a contest is shown by its town and event before a place, or by its day, that ends the clause, right behind it."""
    claim, best, discourse = case.claim, case.line.best if case.line else None, case.discourse
    if best is None or claim.detail != "ordinal":
        return False
    outing, sentence = best.outing, discourse.parts[claim.part].sentence
    held = discourse.calendar.editions[outing.setting.competition].city if outing.setting.competition else None
    towns = {id_ for m in sentence.kind("city") if m.i < claim.i for id_, _ in m.value}
    named = claim.bond not in _WEAK and claim.context.event is not None and claim.context.event.i < claim.i and held in towns
    ends = (d for d in claim.context.days if d.i == claim.j and (d.j >= sentence.b or discourse.tokens.gap(d.j).strip()))
    return named or (best.agreed > 0 and discourse.in_focus(outing.setting.competition, outing.day) and any(ends))


def _next_told(case: Case, beside: Beside) -> bool:
    """Whether a sentence opens with a name and a place, and the one before it with a result of that contest: `X won it. Y was third.`"""
    claim, best, sentence = case.claim, case.line.best if case.line else None, case.discourse.parts[case.claim.part].sentence
    low, being = case.discourse.tokens.low, case.discourse.lexicon.sets["being"]
    named = claim.owner is not None and claim.owner.how in NAMED and claim.owner.np == sentence.a and claim.owner.j == claim.i - 1
    if best is None or claim.detail != "ordinal" or not named or low[claim.i - 1] not in being:
        return False
    ends = (
        claim.j >= sentence.b
        or bool(case.discourse.tokens.gap(claim.j).strip())
        or low[claim.j] in case.discourse.lexicon.sets["conjunction"]
    )
    parts = case.discourse.parts[max(0, claim.part - 1) : claim.part + 1]
    if not ends or any(any(part.sentence.kind("lead", "stretch", "split")) for part in parts):
        return False
    key = best.outing.setting.key()
    told = (c.line.best for c in beside.before if c.claim.kind == "result-placing" and c.claim.detail != "medal" and c.line)
    return any(fit is not None and not fit.misfits and fit.outing.setting.key() == key for fit in told)


def _inverted(case: Case) -> bool:
    """Whether a place opens its clause and who had it follows: `Fifth was Quill`."""
    claim, sentence = case.claim, case.discourse.parts[case.claim.part].sentence
    low, being = case.discourse.tokens.low, case.discourse.lexicon.sets["being"]
    opens = sentence.begins(sentence.segment(claim.i)) == claim.i
    return (
        opens and low[claim.j : claim.j + 1] != [] and low[claim.j] in being and claim.owner is not None and claim.owner.np == claim.j + 1
    )


def _finished(case: Case, reach: int) -> bool:
    """Whether a verb of finishing that is no mere `was` stands shortly before a claim."""
    low, being = case.discourse.tokens.low, case.discourse.lexicon.sets["being"]
    before = (m for m in case.discourse.parts[case.claim.part].sentence.kind("finish") if 0 <= case.claim.i - m.j <= reach)
    return any(low[m.j - 1] not in being for m in before)

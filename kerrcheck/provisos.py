"""Provisos: words beside a result by which it may be of another contest than the one on record, or no result at all."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fitting import agrees
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.standings import of_a_place
from kerrcheck.statuses import of_status

_NEAR = 4
_VERBS = ("finish", "take", "placing", "copula", "ordinal", "medal", "record", "set", "round", "event")


def proviso(case: Case, part: Part) -> str | None:
    """Why a result may be of another contest, or on the way to the one on record."""
    if _set_elsewhere(case, part):
        return "the sentence is set in another contest"
    if _of_that_day(case, part):
        return "it takes up another contest that is told of before"
    if _taken_up(case, part) or _in_the_other(case, part) or _in_another_round(case):
        return "it takes up what is told before of another round"
    if other := next((reason for told, reason in _OTHERS if told(case, part)), None):
        return other
    if case.claim.kind == "result-mark":
        return "a height on the way to the result" if _on_the_way_up(case, part) else None
    return of_a_place(case, part)


def _of_a_town(case: Case, part: Part) -> bool:
    """Whether a medal is that of another town than the contest on record: `the silver medallist of Lima`."""
    claim, best = case.claim, case.line.best if case.line else None
    town = next((m for m in part.sentence.kind("city") if m.i == claim.j + 1), None)
    led = town is not None and case.discourse.tokens.low[claim.j] in case.discourse.lexicon.sets["of"]
    return led and best is not None and town is not None and best.outing.city not in {id_ for id_, _ in town.value}


def _before_the_last(case: Case, part: Part) -> bool:
    """Whether a place is the first of two of which the second is the last, of two people: `Quill and Brekke were sixth and last`."""
    claim = case.claim
    joined = any(m.i == claim.j for m in part.sentence.kind("joining"))
    return joined and {*case.discourse.tokens.low[claim.j + 1 : claim.j + 2]} <= case.discourse.lexicon.sets["last_words"]


def _set_elsewhere(case: Case, part: Part) -> bool:
    """Whether the main line of a sentence has named another competition, event or month before a claim that names none itself."""
    claim, line, sentence = case.claim, case.line, part.sentence
    best = line.best if line else None
    if best is None or claim.context.refs or best.agreed:
        return False
    outing = best.outing

    mine = sentence.segment(claim.i)

    def told(i: int, m: Mention) -> bool:
        aside = sentence.segment(i) != mine and sentence.opens_with(sentence.segment(i), "asides")
        return i < claim.i and not aside and not of_status(sentence, m)

    if any(outing.setting.competition not in r.editions and told(r.i, r.parts[0]) for r in part.refs):
        return True
    if not claim.context.event and any(outing.setting.event not in m.value and told(m.i, m) for m in sentence.kind("event")):
        return True
    return any(m.value.month and outing.day and m.value.month != int(outing.day[5:7]) and told(m.i, m) for m in sentence.kind("date"))


def _of_that_day(case: Case, part: Part) -> bool:
    """Whether a day that the words point back to may be that of another contest: `seventh in Lima. Quill, who won that day`."""
    discourse, claim, sentence = case.discourse, case.claim, part.sentence
    low, sets, mine = discourse.tokens.low, discourse.lexicon.sets, sentence.segment(claim.i)
    pointed = [
        t
        for t in range(sentence.a + 1, min(claim.j + _NEAR, sentence.b))
        if low[t - 1] in sets["that_time"] and low[t] in sets["time_nouns"]
    ]
    before = _back(case, 1)
    refs = (r for p in before for r in p.refs if r.i < claim.i)
    elsewhere = any(not {*r.editions} & {*discourse.focus} for r in refs)
    behind = any(t >= claim.j and sentence.segment(t) == mine for t in pointed)
    return (behind and elsewhere) or ((behind or any(t < claim.i for t in pointed)) and _of_another_year(case, before))


def _of_another_year(case: Case, parts: Sequence[Part]) -> bool:
    """Whether the years that are told before a claim are none of the contest on record."""
    outing = case.line.best.outing if case.line and case.line.best else None
    years = {y for p in parts for m in p.sentence.kind("year", "date") if m.i < case.claim.i and (y := getattr(m.value, "year", m.value))}
    return outing is not None and bool(years) and not years & {outing.year, int((outing.day or "0")[:4])}


def _taken_up(case: Case, part: Part) -> bool:
    """Whether a clause only takes up the verb of the sentence before, which tells of a round: `He lost his heat. Quill did not, 47.62`."""
    claim, who, low = case.claim, case.claim.owner, case.discourse.tokens.low
    if who is None or who.j >= part.sentence.b or low[who.j] not in case.discourse.lexicon.sets["taking_up"] or claim.context.round:
        return False
    closed = part.sentence.segment(who.j + 1) != part.sentence.segment(who.j)
    before = case.discourse.parts[max(0, claim.part - 1)].sentence
    return closed and any(m.value != "final" for m in before.kind("round"))


def _in_the_other(case: Case, part: Part) -> bool:
    """Whether a clause is of another of several races told of before it: `first in her heat, while Quill won the other (won another)`."""
    low, sets, sentence = case.discourse.tokens.low, case.discourse.lexicon.sets, part.sentence
    mine = sentence.segment(case.claim.i)
    here = {*range(sentence.begins(mine), max(case.claim.j, sentence.begins(mine)) + 2)}
    within = (t for t in here if sentence.a < t < sentence.b)
    other = (t for t in within if (low[t] in sets["rest_of"] and low[t - 1] in sets["definite"]) or low[t] in sets["chained"])
    rounds = tuple(m.value for p in _back(case, 1) for m in p.sentence.kind("round") if m.value != "final" and m.i < case.claim.i)
    best = case.line.best if case.line else None
    unlike = bool(rounds) and not (best and (best.outing.round or "").startswith(rounds))
    return unlike and any(t + 1 >= sentence.b or low[t + 1] in sets["prepositions"] for t in other)


def _in_another_round(case: Case) -> bool:
    """Whether a mark stands in a paragraph about a round before the final, and none is told beside it: `SEMI-FINALS. Quill 9.86`."""
    claim, best = case.claim, case.line.best if case.line else None
    told = claim.context.carried_round if claim.kind == "result-mark" and claim.context.round is None else None
    return told not in (None, "final") and best is not None and best.outing.round == "final" and not best.agreed


def _listed_there(case: Case, part: Part) -> bool:
    """Whether a sentence of names and marks alone goes on with a contest in another town: `Last week in Lima it was again. Quill 9.91.`"""
    best, sentence = case.line.best if case.line else None, part.sentence
    if best is None or case.claim.context.refs or any(sentence.kind(*_VERBS)) or any(a.how not in NAMED for a in part.actors):
        return False
    before = case.discourse.parts[case.claim.part - 1] if case.claim.part else part
    away = [r for r in before.refs if best.outing.setting.competition not in r.editions]
    return len(before.refs) == len(away) > 0 and not before.sentence.heading and not _goes_on(case, best.outing)


def _goes_on(case: Case, outing: Outing) -> bool:
    """Whether another mark of the sentence is that of somebody of the very contest."""
    told = [c for c in case.discourse.said(case.claim.part) if c.kind == "result-mark" and c is not case.claim and c.owner]
    field = case.discourse.outings.within(outing.setting.key())
    return any(c.owner and o.person in c.owner.ids and agrees(c, o) for c in told for o in field)


def _back(case: Case, count: int) -> Sequence[Part]:
    """The sentence of a claim and those before it."""
    return case.discourse.parts[max(0, case.claim.part - count) : case.claim.part + 1]


def _on_the_way_up(case: Case, part: Part) -> bool:
    """Whether a height is one that was tried at, below the one that counted, or above it and not told as cleared."""
    claim, discourse, line = case.claim, case.discourse, case.line
    outing = line.best.outing if line and line.best else None
    if outing is None or outing.mark is None or outing.setting.event not in discourse.lexicon.sets["heights"]:
        return False
    if claim.i == part.sentence.a:
        return False
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    if any(" ".join(pair) in sets["jump_offs"] for pair in pairwise(low[part.sentence.a : part.sentence.b])):
        return True
    before = low[claim.i - 1]
    if claim.value.milli < outing.mark.milli:
        return before not in sets["height_won"]
    owns = claim.owner is not None and claim.owner.j == claim.i
    stands = bool(discourse.tokens.gap(claim.i).strip())
    return not (owns or stands or before in sets["height_won"] | sets["height_cleared"])


def another_owner(discourse: Discourse, part: Part, who: Actor) -> bool:
    """Whether a pronoun may take up somebody else of its sentence, who owns something before it: `in Liz's day ..., and she was third`."""
    sex = discourse.cast.sex(who.ids) if who.how == "pronoun" else None
    low, led = discourse.tokens.low, discourse.lexicon.sets["prepositions"]
    owners = (a for a in part.actors if a.j <= who.i and a.role == "owner" and a.ids != who.ids)
    before = (a for a in owners if a.how in NAMED or (a.how == "unknown" and low[a.i - 1] in led))
    return sex is not None and any(discourse.cast.sex(a.ids) in (None, sex) for a in before)


_OTHERS: tuple[tuple[Callable[[Case, Part], bool], str], ...] = (
    (_of_a_town, "the medal is that of another town"),
    (_before_the_last, "it is the first of two places, of two people"),
    (_listed_there, "it goes on with the contest of the sentence before"),
)

"""Allowances: words by which a margin, an order, an age or a nation may be of another contest or of a namesake."""

from itertools import pairwise

from kerrcheck.actors import NAMED
from kerrcheck.apart import points, score
from kerrcheck.checks import Case, Verdict
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.sentences import Sentence
from kerrcheck.values.mark import parse

_NEAR, _HEADING = 4, 3
_APART, _SLIP, _TWO = 15, 3, 2


def allowance(case: Case, part: Part, verdict: Verdict | None = None) -> str | None:
    """Why what is told of two, or of a person, may be true all the same."""
    claim, discourse = case.claim, case.discourse
    if claim.kind == "margin":
        return None if score(discourse, claim) else _of_a_margin(discourse, part, claim, verdict.facts if verdict else ())
    if claim.kind == "order":
        before = {*discourse.tokens.low[max(part.sentence.a, claim.i - 1) : claim.i]}
        named = any(part.sentence.segment(r.i) == part.sentence.segment(claim.i) for r in claim.context.refs)
        return "it may be of what was before" if before & discourse.lexicon.sets["been"] and not named else None
    if claim.kind == "age":
        return _of_an_age(case)
    return _of_a_nation(case, part) if claim.kind == "nation" else None


def _of_a_margin(discourse: Discourse, part: Part, claim: Claim, facts: tuple[Fact, ...]) -> str | None:
    """Why a margin may be of another race, of nobody, or of two who ran together."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    here = [t for t in range(sentence.a, sentence.b) if abs(sentence.segment(t) - sentence.segment(claim.i)) <= 1]
    if any(low[t - 1] in sets["that_time"] and low[t] in sets["time_nouns"] for t in here if t > sentence.a):
        return "it may be of another race"
    if {low[t] for t in here if sentence.segment(t) == sentence.segment(claim.i)} & sets["standing_then"]:
        return "it may be how things stood on the way"
    added = claim.j < sentence.b and low[claim.j] in sets["more_words"] and _ends(sentence, claim.j + 1)
    if added or {low[t] for t in here} & sets["nothings"]:
        return "it is nobody's, or added to another"
    owned = {m.i - 1 for m in sentence.kind("quantity")}  # `Quill has 2:23:10` is of now
    perfect = any(low[t] in sets["perfect_verbs"] and t not in owned for t in range(max(sentence.a, claim.i - _NEAR), claim.i))
    if perfect and low[claim.j] not in sets["to_spare"]:
        return "it may be of what was before"
    elsewhere = not pair_told(discourse, claim, facts)
    if elsewhere and _in_another_contest(discourse, part, claim, {f.setting.competition for f in facts if f.setting}):
        return "the sentence is set in another contest"
    ends = claim.i - 2 > sentence.a and low[claim.i - 1] in sets["conjunction"] and low[claim.i - 2] in sets["longer_units"]
    return "it is of two together, or the end of a longer time" if ends or together(discourse, part, claim) else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a segment of a sentence ends before a token."""
    return at >= sentence.b or sentence.segment(at) != sentence.segment(at - 1)


def pair_told(discourse: Discourse, claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Whether both marks that a margin is held against stand beside it, or one is a record of whoever is named: no other is meant.

    One of the two stands in its sentence, the other there or in the one before.
    """
    if claim.other is not None and any(f.predicate.startswith("record:") and f.subject in claim.other.ids for f in facts):
        return bool(claim.detail.marks)
    parts = discourse.parts[max(0, claim.part - 1) : claim.part + 1]
    before, here = (
        [m.value for m in (*p.sentence.kind("quantity"), *points(discourse, p)) if m.i != claim.i] for p in (parts[0], parts[-1])
    )
    marks = [mark for f in facts if f.predicate == "mark" and (mark := parse(f.value, claim.value.unit))]
    printed = [any(mark_agrees(value, mark) for value in here) for mark in marks]
    return len(marks) == _TWO and any(printed) and all(any(mark_agrees(value, mark) for value in (*before, *here)) for mark in marks)


def _in_another_contest(discourse: Discourse, part: Part, claim: Claim, shown: set[str | None]) -> bool:
    """Whether a sentence names another competition or month before a margin that is not from a record, which has its own."""
    if claim.detail.record and claim.detail.between != "rivals":
        return False
    months = {m.value.month for m in part.sentence.kind("date") if m.value.month and m.i < claim.i}
    if months and discourse.day and int(discourse.day[5:7]) not in months:
        return True
    return any(r.j <= claim.i and not {*r.editions} & {*discourse.focus, *shown} for r in part.refs)


def together(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a margin is that of two who took one place, and not between them: `A and B were third, 16 seconds behind`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    pairs = [(a, b) for a, b in pairwise(part.actors) if a.how in NAMED and b.how in NAMED and b.j <= claim.i]
    joined = [b for a, b in pairs if b.np - a.j == 1 and low[a.j] in sets["conjunction"]]
    return any({*low[b.j : b.j + 1]} & sets["being"] and not {*low[b.j : claim.i]} & sets["separate_words"] for b in joined)


def _of_a_nation(case: Case, part: Part) -> str | None:
    """Why a nation may be of another of the family, or the word a heading."""
    claim, discourse, who = case.claim, case.discourse, case.claim.owner
    if claim.detail[2] == "epithet" and part.sentence.b - part.sentence.a <= _HEADING:
        return "the word may be a heading"
    if who is not None and who.ids in discourse.once("far off", lambda: _all_far_off(discourse)):
        return "a namesake of another age may be meant"
    if who is None or who.how != "family" or {*who.ids} & {*discourse.cast.full}:
        return None
    family = discourse.tokens.stem[who.j - 1]
    others = {a.id for a in discourse.store.aliases({family}) if a.kind == "person"} - {*who.ids}
    held = {code for p in discourse.store.people(sorted(others)).values() for code, _, _ in p.nations}
    return "another of the family may be meant" if held & {*claim.value} else None


def _of_an_age(case: Case) -> str | None:
    """Why somebody of an age may be a namesake."""
    return "somebody of an age so far off may be a namesake" if _far_off(case.discourse, case.claim) else None


def _all_far_off(discourse: Discourse) -> set[tuple[str, ...]]:
    """All of whom an age is told that is far from that on record."""
    return {c.owner.ids for c in discourse.claims if c.kind == "age" and c.owner and _far_off(discourse, c)}


def _far_off(discourse: Discourse, claim: Claim) -> bool:
    """Whether an age is far from that on record; of somebody said to be new to the reader (`X, a plumber`) a few years are far."""
    who = claim.owner
    born = discourse.cast.people[who.ids[0]].born if who is not None and len(who.ids) == 1 else None
    if who is None or not born or not discourse.day:
        return False
    years = int(discourse.day[:4]) - int(born[:4])
    most = _SLIP if who.ids in discourse.once("new to the reader", lambda: _new(discourse)) else _APART
    limits = ((claim.value, most), (int(str(claim.value)[::-1]), 0))
    return all(abs(years - n - less) > limit for less in (0, 1) for n, limit in limits)


def _new(discourse: Discourse) -> set[tuple[str, ...]]:
    """All who are named in full with an article behind a comma, as somebody new to the reader."""
    tokens, articles = discourse.tokens, discourse.lexicon.sets["indefinite_articles"]
    named = (a for p in discourse.parts for a in p.actors if a.how == "full" and a.j < p.sentence.b)
    return {a.ids for a in named if tokens.low[a.j] in articles and tokens.gap(a.j).strip() == ","}

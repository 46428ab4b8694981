"""Leeway: where the words leave room for another race, another moment or another person than the one on record."""

from kerrcheck.actors import NAMED
from kerrcheck.allowances import together
from kerrcheck.checks import Case
from kerrcheck.claims import LISTED, Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.outings import Outing

_NEAR, _LANES, _PODIUM, _BACK = 4, 8, 3, 2
_COLUMN = 3


def leeway(case: Case, part: Part) -> str | None:
    """Why a result that the record contradicts may be true all the same, by the words around it."""
    if case.claim.kind == "result-mark":
        return _of_a_mark(case.discourse, part, case.claim)
    return _of_a_place(case, part) if case.claim.kind == "result-placing" else None


def _of_a_mark(discourse: Discourse, part: Part, claim: Claim) -> str | None:
    """Why a mark may be another's, or of another day."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    before = low[max(sentence.a, claim.i - 2) : claim.i]
    if len(before) > 1 and before[1] in sets["definite"] and before[0] in sets["comparands"]:
        return "the mark is what something is compared with"
    if before[-1:] and before[-1] in sets["pairing"] and any(m.j == claim.i - 1 for m in sentence.kind("quantity")):
        return "the second of two marks is of whoever was beaten"
    if _of_the_season(discourse, part, claim):
        return "it may be of any contest of the season"
    bests = [m.i for m in sentence.kind("best")]
    first = min((m.i for m in sentence.kind("quantity")), default=claim.i)
    listed = len(list(sentence.kind("quantity"))) >= _COLUMN and any(i < first for i in bests)
    return "it is one of a list of bests" if listed else None


def _of_the_season(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a mark was made at no time but a season, or until now: `this summer with 6.08`, `has run 43.80`."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    here = sentence.within(sentence.segment(claim.i))
    named = any(sentence.segment(r.i) == sentence.segment(claim.i) for r in claim.context.refs)
    if named or claim.context.round or any(m.kind in ("medal", "placing", "ordinal", "today", "weekday") for m in here):
        return False
    # The first of a list of marks says of all when they were done.
    first = next((m.i for m in sentence.kind("quantity")), claim.i)
    if any(sets["perfect_verbs"] & {*low[max(sentence.a, i - _NEAR) : i]} for i in (first, claim.i) if i <= claim.i):
        return True
    ends = max((m.j for m in sentence.kind("quantity")), default=claim.j)  # `Quill (9.81) and Brekke (9.84) have gone faster`
    if sentence.opens[sentence.segment(claim.i)][-1:] == "(" and {*low[ends : ends + 1]} & sets["perfect_verbs"]:
        return True
    near = range(max(sentence.a, claim.i - 2 * _NEAR), min(sentence.b - 1, claim.i + 2 * _NEAR))
    led = (t for t in near if low[t] in sets["these"] or (low[t] in sets["definite"] and low[t - 1] in sets["of"]))
    return any(low[t + 1] in sets["seasons"] for t in led)


def _of_a_place(case: Case, part: Part) -> str | None:
    """Why a place or a medal may be nobody's, somebody else's, or one before the list was changed."""
    claim, discourse = case.claim, case.discourse
    if claim.detail == "medal" and _spoken_of(discourse, part, claim):
        return "the medal is only spoken of"
    if {*discourse.tokens.low[claim.j : claim.j + 1]} & discourse.lexicon.sets["nothings"]:
        return "nothing was won"
    if _expected(discourse, part, claim):
        return "it may be what somebody expected"
    if _of_some_man(discourse, part, claim) or (LISTED not in claim.trace and together(discourse, part, claim)):
        return "it may be of somebody who is not named, or of several"
    if claim.detail != "medal" and claim.value != "1" and (_live(discourse, claim) or _at_a_point(discourse, part, claim)):
        return "it may be a place on the way"
    return "another championship or an older list may be meant" if _of_another_title(case, part) or _short_list(case) else None


def _expected(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a place is a forecast, a bet, a vote or a belief: `how our panel had it`, `thought he was fourth`, `I had Kerr first`."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    told = {*low[sentence.a : sentence.b]} & (sets["forecasts"] if claim.detail != "ordinal" else sets["forecasts"] | sets["first_person"])
    return bool(told or {*low[max(sentence.a, claim.i - _NEAR) : claim.i]} & sets["thinking"])


def _spoken_of(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a medal eludes somebody, is described (`his gold is a world one`), listed (`his medals are`) or still open."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    words = low[sentence.a : claim.i]
    owned = claim.owner is not None and claim.owner.role == "owner"
    after = {*low[claim.j : claim.j + _BACK]}
    if {*low[sentence.a : sentence.b]} & sets["eluding"] or (owned and after & sets["present_being"]):
        return True
    if any(word in sets["medal_lists"] and {*words[k + 1 : k + 3]} & sets["being"] for k, word in enumerate(words)):
        return True
    # `has two medals, silver and bronze`
    if sets["medal_lists"] & {*words} and any(x.i != claim.i and abs(x.i - claim.i) <= _NEAR for x in sentence.kind("medal")):
        return True
    return owned and any(a.role == "owner" and a.j < claim.i and a.i > sentence.a and low[a.i - 1] in sets["being"] for a in part.actors)


def _of_a_champion(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a clause opens with a champion who is not named: `Quill won, and the champion of Lima came in sixth`."""
    sentence, who = part.sentence, claim.owner
    mine = sentence.segment(claim.i)
    first, definite = sentence.begins(mine), discourse.lexicon.sets["definite"]
    near = (x for x in sentence.kind("champion") if 0 < x.i - first <= 2 and x.j <= claim.i)
    heads = any(discourse.tokens.low[x.i - 1] in definite for x in near)
    return heads and who is not None and (who.how == "elided" or sentence.segment(who.i) != mine)


def _of_some_man(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a pronoun takes up somebody without a name: `only one man has run faster, and he was fourth`."""
    if _of_a_champion(discourse, part, claim):
        return True
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    who = claim.owner
    if who is None or who.how != "pronoun" or any(a.how in NAMED for a in part.actors if a.i < claim.i):
        return False
    return any(low[t] in sets["of_one"] and low[t + 1] in sets["somebody"] for t in range(sentence.a, max(sentence.a, who.i - 1)))


def _live(discourse: Discourse, claim: Claim) -> bool:
    """Whether the sentence, or one of the two before it in its paragraph, tells in the present who leads, or is a point of the race."""
    here, low = discourse.parts[claim.part].sentence, discourse.tokens.low
    near = [p.sentence for p in discourse.parts[max(0, claim.part - _BACK) : claim.part + 1] if p.sentence.paragraph == here.paragraph]
    points = (s for s in near if s.b - s.a <= _COLUMN)
    if any({*low[s.a : s.b]} & discourse.lexicon.sets["way_nouns"] for s in points):
        return True
    return any(m.kind == "lead" and low[m.i].endswith("s") for s in near for m in s.mentions)


def _at_a_point(discourse: Discourse, part: Part, claim: Claim) -> bool:
    """Whether a sentence opens with a point of the race: `At 40 metres Bolt was fifth`."""
    low, sets = discourse.tokens.low[part.sentence.a : part.sentence.a + _COLUMN], discourse.lexicon.sets
    finished = any(m.j == claim.i and discourse.tokens.low[m.i] not in sets["being"] for m in part.sentence.kind("finish"))
    if finished or len(low) < _COLUMN or low[0] not in sets["held_at"]:
        return False
    return low[2] in sets["way_units"] and (low[1][:1].isdigit() or low[1] in discourse.lexicon.numbers)


def _of_another_title(case: Case, part: Part) -> bool:
    """Whether what was won is a title of an area, and the outing tried one of another kind of championship."""
    claim, outing = case.claim, _tried(case)
    if outing is None:
        return False
    areas = [m for m in part.sentence.kind("scope") if str(m.value).startswith("area:") and 0 <= m.i - claim.j <= _NEAR]
    words = {w for m in areas for w in case.discourse.tokens.low[m.i : m.j]}
    titles = [m for m in part.sentence.kind("title") if any(0 <= m.i - a.j <= _NEAR for a in areas)]
    return bool(titles) and not any(w in (outing.series or "") for w in words)


def _short_list(case: Case) -> bool:
    """Whether a place below the medals is one lower than on record, in a contest of which fewer are on record than there are lanes."""
    claim, outing = case.claim, _tried(case)
    if outing is None or outing.whole or outing.place is None or not claim.value.isdigit() or outing.place < _PODIUM:
        return False
    field = case.discourse.outings.within(outing.setting.key())
    return len(field) < _LANES and int(claim.value) == outing.place + 1


def _tried(case: Case) -> Outing | None:
    """The outing that a claim is held against."""
    return case.line.best.outing if case.line and case.line.best else None

"""Elsewhere: why a word that a result on record contradicts may be of another contest, another record or another person's title."""

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case
from kerrcheck.claims import RESULTS, SETTINGS, Claim
from kerrcheck.discourse import Part
from kerrcheck.mentions import Mention
from kerrcheck.reservations import whose
from kerrcheck.rival_records import described, of_another_record, stood_on
from kerrcheck.there import at_a_stadium, was_there
from kerrcheck.using import Wrong, missed
from kerrcheck.vacancies import at_home
from kerrcheck.which_event import any_round, bare_event, of_an_event

_STATUS = ("title", "champion")
_WINNING = ("take", "placing")
_TELLING = ("finish", "take", "placing", "set", "medal")


def elsewhere(case: Case) -> str | None:
    """Why a word that is contradicted may be right of something else; None where nothing speaks for that."""
    claim, part = case.claim, case.discourse.parts[case.claim.part]
    if claim.kind in ("record-stood", "record-set"):
        return of_another_record(case)
    if claim.kind == "title":
        shared = claim.owner is not None and len(claim.owner.ids) > 1 and claim.owner.how not in NAMED
        if shared or described(case, case.claim.i):
            return "several people may be meant" if shared else "it is told what somebody called them"
        return None
    if claim.kind == "tally":
        return "it is told how things stood then" if _stood_then(case, part) else None
    if claim.kind in RESULTS:
        return "a result of theirs there is so" if at_a_stadium(case, part) else None
    return _of_a_word(case, part) if claim.kind in SETTINGS else None


def _of_a_word(case: Case, part: Part) -> str | None:
    """Why a word that names a contest may be of another."""
    found = next((x for m in _mentions(case) if (x := missed(case, m))), None)
    told = _evidence(case, found) if found else []
    if told and all(c.detail != "record" and whose(case.discourse, part, c.owner, c) for c in told if c.owner):
        return "the result beside it may be somebody else's"
    if case.claim.kind == "event":
        return of_an_event(case, part, case.claim.detail, found, told) if found else None
    if case.claim.kind == "date":
        return _of_a_day(case, part, case.claim.detail, told)
    if case.claim.kind == "venue":
        return _of_a_town(case, part, found, told)
    return "a result told beside it was there" if was_there(case) else None


def _of_a_town(case: Case, part: Part, found: Wrong | None, told: list[Claim]) -> str | None:
    """Why a town may not be that of the result beside it."""
    m: Mention = case.claim.detail
    if _of_the_breaking(case, part, m):
        return "it may be the place in which the record fell"
    placed = bool(told) and all(c.kind == "result-placing" and c.detail != "medal" for c in told)
    named = any(x.kind == "series" for x in part.sentence.within(part.sentence.segment(m.i)))
    if found and placed and not named and m.kind == "city" and at_home(case.discourse, m, {f.subject for f in found.facts}):
        return "it may be where a national title was won"
    return "a result told beside it was there" if was_there(case) else None


def _mentions(case: Case) -> tuple[Mention, ...]:
    """The words of a claim that a contest on record can refute."""
    detail = case.claim.detail
    return tuple(detail.parts) if case.claim.kind == "competition" else (detail,)


def _evidence(case: Case, found: Wrong) -> list[Claim]:
    """The results of a sentence that are told of the person whose contest refutes a word."""
    people, said = {f.subject for f in found.facts}, case.discourse.said(case.claim.part)
    return [c for c in said if c.kind in RESULTS and c.modality == "asserted" and c.owner and people & {*c.owner.ids}]


def _of_a_day(case: Case, part: Part, m: Mention, told: list[Claim]) -> str | None:
    """Why a day may not be that of the result or the record beside it."""
    sentence, sets = part.sentence, case.discourse.lexicon.sets
    mine = sentence.segment(m.i)
    if _of_the_breaking(case, part, m) or stood_on(case, m):
        return "it may be the day on which the record fell, or one on which it stood"
    if told and all(sentence.segment(c.i) < mine for c in told) and sentence.opens[mine].strip(",") in sets["conjunction"]:
        return "another thing is told of that day"
    if told and all(sentence.segment(c.i) != mine for c in told) and any(x.kind in _STATUS and x.i < m.i for x in sentence.within(mine)):
        return "it is the year of a title"
    if sentence.opens_with(mine, "thing_relatives") and _of_nobody(part, mine):
        return "another thing is told of that day"
    if bare_event(case, part):
        return "another event may be meant"
    return "several contests are meant" if _several(case, part, m) else None


def _of_nobody(part: Part, segment: int) -> bool:
    """Whether a segment tells a result of nobody who is named: `equalled the time that won the hurdles in 2008`."""
    sentence = part.sentence
    here = [a for a in part.actors if sentence.segment(a.i) == segment and a.how != "relative"]
    return not here and any(m.kind in _WINNING for m in sentence.within(segment))


def _of_the_breaking(case: Case, part: Part, m: Mention) -> bool:
    """Whether a day or a place stands before somebody who breaks the record of another: `in May he broke Cram's record`."""
    after = [c for c in case.discourse.said(case.claim.part) if c.kind == "record-stood" and c.i > m.i and c.owner]
    between = (a for c in after for a in part.actors if m.j <= a.i and a.j <= c.i and c.owner and a.ids != c.owner.ids)
    return any(a.role == "subject" for a in between)


def _several(case: Case, part: Part, m: Mention) -> bool:
    """Whether a round is any or of many and no event named: `a semi-final`, `three finals on Wednesday`; `the heats` are of one.

    Or a day is that of one of two events: `added the 10,000m to Monday's 5,000m`.
    """
    low, definite, sentence = case.discourse.tokens.low, case.discourse.lexicon.sets["definite"], part.sentence
    if low[m.j - 1] != case.discourse.tokens.stem[m.j - 1]:
        mine = {e for x in sentence.kind("event") if x.i == m.j for e in x.value}
        if mine and any(not mine & {*x.value} for x in sentence.kind("event")):
            return True
    rounds = list(sentence.kind("round")) if m.kind == "weekday" else []
    if any(any_round(case, part, x) for x in rounds if sentence.segment(x.i) == sentence.segment(m.i)):
        return True
    many = any(low[x.j - 1].endswith("s") and (x.value == "final" or low[x.i - 1] not in definite) for x in rounds)
    return many and not any(sentence.kind("event"))


def _stood_then(case: Case, part: Part) -> bool:
    """Whether a sentence opens with a span of years and tells only how things were then: `Forty years ago it was the record`."""
    claim, sentence = case.claim, part.sentence
    if claim.trace != ("ago",) or claim.i != sentence.a:
        return False
    low, being = case.discourse.tokens.low, case.discourse.lexicon.sets["being"]
    here = [m for m in sentence.within(0) if m.kind in _TELLING and low[m.i] not in being]
    return not here and bool({*low[claim.j : sentence.b]} & being)

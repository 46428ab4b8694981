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

_OF_BOTH = "mixed"
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
        return _of_an_event(case, part, case.claim.detail, found, told) if found else None
    if case.claim.kind == "date":
        return _of_a_day(case, part, case.claim.detail, told)
    if case.claim.kind == "venue" and _of_the_breaking(case, part, case.claim.detail):
        return "it may be the place in which the record fell"
    return "a result told beside it was there" if was_there(case) else None


def _mentions(case: Case) -> tuple[Mention, ...]:
    """The words of a claim that a contest on record can refute."""
    detail = case.claim.detail
    return tuple(detail.parts) if case.claim.kind == "competition" else (detail,)


def _evidence(case: Case, found: Wrong) -> list[Claim]:
    """The results of a sentence that are told of the person whose contest refutes a word."""
    people, said = {f.subject for f in found.facts}, case.discourse.said(case.claim.part)
    return [c for c in said if c.kind in RESULTS and c.modality == "asserted" and c.owner and people & {*c.owner.ids}]


def _of_an_event(case: Case, part: Part, m: Mention, found: Wrong, told: list[Claim]) -> str | None:
    """Why an event, a sex or a round may not be that of the result beside it."""
    if m.kind == "event" and (_unlike(case, part, m, found.right) or _bare_event(case, part, found.right)):
        return "it may be part of another event, or told beside one"
    if m.kind == "sex" and m.value == _OF_BOTH and all(f.subject in case.discourse.cast.people for f in found.facts):
        return "a team of both is meant"
    if m.kind == "round" and _any_round(case, part, m):
        return "any such round may be meant"
    here = {x.kind for x in part.sentence.within(part.sentence.segment(m.i))}
    if _gapped(part, m, told, found) or ("offset" in here and "quantity" not in here):
        return "somebody else, or another day, is told of beside it"
    return "they were in that event too" if m.kind == "event" and _took_part(case, part, m, found, told) else None


def _unlike(case: Case, part: Part, m: Mention, right: str) -> bool:
    """Whether what is on record is a contest of teams that no word names, or one of several events, of which the word names one.

    The other way about too: a jump `in the middle of a heptathlon` may be a record of its own.
    """
    events = case.discourse.lexicon.events
    if right not in events:
        return True
    named = [events[e] for e in m.value if e in events]
    points = any(x.value.unit == "pts" for x in part.sentence.kind("quantity"))
    if _over_barriers(case, part, right, m):
        return True
    return not points and (events[right].family == "combined") != any(e.family == "combined" for e in named)


def _over_barriers(case: Case, part: Part, right: str, m: Mention) -> bool:
    """Whether an event told by its length is one over barriers by another word of the sentence: `hurdling the 400m`."""
    said = {*case.discourse.tokens.low[part.sentence.a : part.sentence.b]} & case.discourse.lexicon.sets["over_barriers"]
    return bool(said) and right not in m.value and any(right.startswith(event) for event in m.value)


def _any_round(case: Case, part: Part, m: Mention) -> bool:
    """Whether a round is one of any: `after a heat and a semi-final`, `having run a 400 semi-final`."""
    low, sentence = case.discourse.tokens.low, part.sentence
    named = {x.i for x in sentence.kind("series", "event")}
    first = next((t for t in range(m.i - 1, sentence.a - 1, -1) if not (low[t][:1].isdigit() or t in named)), sentence.a)
    return low[first] in case.discourse.lexicon.sets["indefinite_articles"]


def _gapped(part: Part, m: Mention, told: list[Claim], found: Wrong) -> bool:
    """Whether a word stands behind somebody of its own segment, and the result beside it is told of another in another segment."""
    sentence, people = part.sentence, {f.subject for f in found.facts}
    mine = sentence.segment(m.i)
    here = [a for a in part.actors if sentence.segment(a.i) == mine and a.j <= m.i and a.how in NAMED]
    return bool(told and here) and not any(people & {*a.ids} for a in here) and all(sentence.segment(c.i) != mine for c in told)


def _took_part(case: Case, part: Part, m: Mention, found: Wrong, told: list[Claim]) -> bool:
    """Whether the person was in the event named at the same edition, or a namesake won it, and no result stands beside the word."""
    sentence, outings = part.sentence, case.discourse.outings
    if any(sentence.segment(c.i) == sentence.segment(m.i) and c.kind == "result-mark" for c in told):
        return False
    people = {f.subject for f in found.facts}
    mine = [o for x in sorted(people) for o in outings.of(x) if o.setting.competition == found.edition and o.setting.event in m.value]
    return bool(mine and told) and all(sentence.segment(c.i) != sentence.segment(m.i) for c in told)


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
    if _bare_event(case, part):
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


def _bare_event(case: Case, part: Part, right: str = "") -> bool:
    """Whether a sentence names an event, or the one that is right, by its length alone: `his heat in the 800`."""
    low, lexicon = case.discourse.tokens.low, case.discourse.lexicon
    named = {t for x in part.sentence.kind("event", "quantity") for t in range(x.i, x.j)}
    after = (t for t in range(part.sentence.a + 1, part.sentence.b) if low[t - 1] in lexicon.sets["articles"] and t not in named)
    bare = {f"{low[t].replace(',', '')}m" for t in after}
    return right in bare if right else any(event in lexicon.events for event in bare)


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
    if any(_any_round(case, part, x) for x in rounds if sentence.segment(x.i) == sentence.segment(m.i)):
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

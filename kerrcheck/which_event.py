"""Which event: why an event, a sex or a round that a result on record contradicts may be of something else."""

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case
from kerrcheck.claims import Claim
from kerrcheck.discourse import Part
from kerrcheck.mentions import Mention
from kerrcheck.using import Wrong

_OF_BOTH = "mixed"


def of_an_event(case: Case, part: Part, m: Mention, found: Wrong, told: list[Claim]) -> str | None:
    """Why an event, a sex or a round may not be that of the result beside it."""
    if m.kind == "event" and (_unlike(case, part, m, found.right) or bare_event(case, part, found.right)):
        return "it may be part of another event, or told beside one"
    if m.kind == "sex" and m.value == _OF_BOTH and all(f.subject in case.discourse.cast.people for f in found.facts):
        return "a team of both is meant"
    if m.kind == "round" and any_round(case, part, m):
        return "any such round may be meant"
    if m.kind == "round" and _of_before(case, part, m, told):
        return "another race is told of"
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


def _of_before(case: Case, part: Part, m: Mention, told: list[Claim]) -> bool:
    """Whether a round stands in a clause of its own that tells what had been: `Quill, fourth, had run faster in the semi-final`."""
    low, sentence = case.discourse.tokens.low, part.sentence
    mine = sentence.segment(m.i)
    had = {*low[sentence.begins(mine) : m.i]} & case.discourse.lexicon.sets["perfect_verbs"]
    return bool(had) and all(sentence.segment(c.i) != mine for c in told)


def any_round(case: Case, part: Part, m: Mention) -> bool:
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


def bare_event(case: Case, part: Part, right: str = "") -> bool:
    """Whether a sentence names an event, or the one that is right, by its length alone: `his heat in the 800`."""
    low, lexicon = case.discourse.tokens.low, case.discourse.lexicon
    named = {t for x in part.sentence.kind("event", "quantity") for t in range(x.i, x.j)}
    after = (t for t in range(part.sentence.a + 1, part.sentence.b) if low[t - 1] in lexicon.sets["articles"] and t not in named)
    bare = {f"{low[t].replace(',', '')}m" for t in after}
    return right in bare if right else any(event in lexicon.events for event in bare)

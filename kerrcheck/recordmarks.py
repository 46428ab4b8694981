"""Record marks: the mark before a record that the record is said of, with an event, a verb or an aside between the two."""

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.recordtail import whole
from kerrcheck.recordwords import Phrase

_FAR, _CLOSE = 16, 3


def mark_before(discourse: Discourse, part: Part, phrase: Phrase) -> Mention | None:
    """A mark that a record phrase is said of: `3:27.65, an Olympic record`, `whose 3:27.65 is an Olympic record`."""
    tokens, sets, last = discourse.tokens, discourse.lexicon.sets, _last(part, phrase)
    if last is None:
        return None
    start = _past_event(discourse, part, last.j, phrase.i)
    led = all(tokens.low[t] in sets["record_lead"] for t in range(start, phrase.i))
    if phrase.i - start <= _CLOSE and led and not _stops(discourse, last.j, phrase.i, ";"):
        return last
    verb = next((t for t in range(last.j, phrase.i) if tokens.low[t] in sets["record_is"]), None)
    if verb is None:
        return None
    if _around(discourse, start, verb):
        return last
    led = all(tokens.low[t] in sets["record_lead"] for t in range(max(verb, start), phrase.i))
    subject = any(last.j <= a.np < verb for a in part.actors)
    return last if led and not subject and not _stops(discourse, last.j, verb, ";:.") else None


def _last(part: Part, phrase: Phrase) -> Mention | None:
    """The last mark before a record, not far off."""
    marks = [m for m in part.sentence.kind("quantity") if m.j <= phrase.i and whole(m)]
    return marks[-1] if marks and phrase.i - marks[-1].j <= _FAR else None


def mark_for(discourse: Discourse, part: Part, phrase: Phrase) -> Mention | None:
    """A mark with which a record is set, by a verb of purpose behind it: `ran 12.20 in London to take the world record`."""
    last, low, sets = _last(part, phrase), discourse.tokens.low, discourse.lexicon.sets
    if last is None or phrase.head.kind == "holder":
        return None
    verb = next((m for m in part.sentence.kind("set") if last.j < m.i and m.j <= phrase.i and low[m.i - 1] in sets["pairing"]), None)
    if verb is None or phrase.i - verb.j > _CLOSE or any(last.j <= a.i < phrase.i for a in part.actors):
        return None
    return None if _stops(discourse, last.j, phrase.i, ";:") else last


def _past_event(discourse: Discourse, part: Part, at: int, end: int) -> int:
    """The token behind the event that a mark may be followed by (`21.63 for 200m`)."""
    events = {t for m in part.sentence.kind("event") for t in range(m.i, m.j)}
    leads = discourse.lexicon.sets["record_events"]
    while at < end and (at in events or (discourse.tokens.low[at] in leads and {at + 1, at + 2} & events)):
        at += 1
    return at


def _stops(discourse: Discourse, start: int, end: int, stops: str) -> bool:
    """Whether one of some stops stands between two tokens."""
    return any(c in discourse.tokens.gap(t) for t in range(start, end + 1) for c in stops)


def _around(discourse: Discourse, at: int, verb: int) -> bool:
    """Whether an aside between commas stands from a token to a verb: `, set in Oslo just behind Brekke, is`."""
    tokens = discourse.tokens
    gaps = ["," in tokens.gap(t) or ";" in tokens.gap(t) for t in range(at, verb + 1)]
    both = len(gaps) > 1 and gaps[0] and gaps[-1] and not any(gaps[1:-1])
    return both and tokens.low[at] in discourse.lexicon.sets["record_done"]

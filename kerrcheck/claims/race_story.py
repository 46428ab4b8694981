"""How a race went: who led when, who went past whom and on which side, who forced whom wide, by how much it was won."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import owner
from kerrcheck.phases import Phase, phases

_REACH = 12
_NAMES = ("full", "family", "given", "epithet", "pronoun", "relative")
_TIMELESS = ("shoulder", "rear")
_VERB = {"front": ("gain", "lose", "hold"), "pace": ("drive",)}


class Tale(NamedTuple):
    """One thing that is told of a race.

    `act` is lead, gain, lose, until, pace, most, all, attack, pass, side, wide, shoulder, rear, clear or close; `far` and `near` bound
    the phase of the race in metres still to run; `side` is inside or outside.
    """

    act: str
    far: int | None = None
    near: int | None = None
    side: str | None = None


def read(discourse: Discourse) -> Iterator[Claim]:
    """Everything a text tells of a race; the value is a Tale, the detail its phase."""
    for number, part in enumerate(discourse.parts):
        heads = list(part.sentence.kind("race", "wide", "side", "won"))
        if heads:
            found = phases(discourse, part)
            for m in heads:
                yield from _told(discourse, part, number, m, _phase(part, found, heads, m))


def _told(discourse: Discourse, part: Part, number: int, m: Mention, phase: Phase | None) -> Iterator[Claim]:
    """The claim that a cue makes with its phase, if it makes one."""
    verb = _verb(discourse, part, m)
    act = _act(discourse, part, m, verb, phase)
    who = _who(discourse, part, m, verb) if act else None
    if act is None or who is None or not who.ids:
        return
    i, j = min(x.i for x in (m, verb, phase) if x), max(x.j for x in (m, verb, phase) if x)
    extent = _extent(part, m) if act in ("most", "all") else None
    i, j = (min(i, extent.i), max(j, extent.j)) if extent else (i, j)
    value = Tale(act, phase.far if phase else None, phase.near if phase else None, m.value if m.kind == "side" else None)
    how = modality(discourse.tokens, part, m)
    other = _other(part, who, m)
    yield Claim("race-story", i, j, value, who, number, how, context(part, m), other, phase, (f"story:{act}",))


def _act(discourse: Discourse, part: Part, m: Mention, verb: Mention | None, phase: Phase | None) -> str | None:
    """What a cue tells, None where it tells nothing of a race."""
    if m.kind == "won":
        return str(m.value)
    if m.kind == "wide":
        return "wide" if verb else None
    if m.kind == "side":
        return "side" if _sided(discourse, part, m) else None
    if m.value in _VERB and (verb is None or not _noun(discourse, part, m)):
        return None
    act = {"state": "lead", "front": {"gain": "gain", "lose": "lose"}.get(verb.kind if verb else "", "lead")}.get(m.value, str(m.value))
    if act in ("lead", "pace"):
        return _leading(discourse, part, m, phase, act)
    return act


def _leading(discourse: Discourse, part: Part, m: Mention, phase: Phase | None, act: str) -> str | None:
    """`until` or `lead` with a phase, `most` or `all` with an extent; a bare `led` only of a field or at the end of its clause."""
    if phase:
        return "until" if any(x.kind == "till" and 0 <= phase.i - x.j <= 1 for x in part.sentence.mentions) else "lead"
    extent = _extent(part, m)
    if extent:
        return str(extent.value)
    if act == "pace" or m.value == "front" or m.j - m.i > 1:
        return act
    ends = m.j >= part.sentence.b or part.sentence.segment(m.j) != part.sentence.segment(m.i) or bool(discourse.tokens.gap(m.j).strip())
    return "lead" if ends or any(x.kind == "field" and x.i == m.j for x in part.sentence.mentions) else None


def _verb(discourse: Discourse, part: Part, m: Mention) -> Mention | None:
    """The verb that a noun needs to tell anything: `took` the lead, `set` the pace, `forced` him wide."""
    kinds = ("force",) if m.kind == "wide" else _VERB.get(m.value, ())
    reach = 3 if m.value == "front" else 5
    found = [x for x in part.sentence.kind(*kinds) if 0 <= m.i - x.j <= reach and _joined(discourse, x, m)] if kinds else []
    whole = [x for x in part.sentence.kind("lead") if x.i < m.i < x.j] if m.value == "pace" else []
    return max([*found, *whole], key=lambda x: (x.i, x.kind), default=None)


def _joined(discourse: Discourse, one: Mention, other: Mention) -> bool:
    """Whether no stop stands between two cues."""
    return not any(discourse.tokens.gap(k).strip(" -‑’'\"“”") for k in range(one.j, other.i + 1))


def _noun(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether `front` and `lead` stand as nouns of their own, not as a part of `in front of`."""
    inside = any(x.i <= m.i and m.j < x.j for x in part.sentence.kind("order"))
    return not inside and (m.value != "front" or discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["determiners"])


def _extent(part: Part, m: Mention) -> Mention | None:
    """Over how much of the race something was done: `most of`, `from gun to tape`."""
    segment = part.sentence.segment(m.i)
    near = [x for x in part.sentence.kind("extent") if abs(x.i - m.i) <= 6 and abs(part.sentence.segment(x.i) - segment) <= 1]
    return min(near, key=lambda x: abs(x.i - m.i), default=None)


def _phase(part: Part, found: list[Phase], heads: list[Mention], m: Mention) -> Phase | None:
    """The phase that belongs to a cue: each phase goes to the nearest cue, one of its own segment first."""
    return next((p for p in found if _head(part, heads, p) is m), None)


def _head(part: Part, heads: list[Mention], phase: Phase) -> Mention | None:
    """The cue that a phase belongs to."""

    def far(m: Mention) -> int:
        between = (part.sentence.segment(m.i), part.sentence.segment(phase.i))
        return (phase.i - m.j if phase.i >= m.j else m.i - phase.j) + 2 * abs(between[0] - between[1])

    near = [m for m in heads if m.kind in ("race", "side") and m.value not in _TIMELESS and far(m) <= _REACH]
    return min(near, key=far, default=None)


def _sided(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether `inside` or `outside` is a side of the track: part of a phrase or after an article, beside a move."""
    low, sentence = discourse.tokens.low, part.sentence
    noun = m.j - m.i > 1 or (m.i > sentence.a and low[m.i - 1] in discourse.lexicon.sets["determiners"])
    return noun and any(x.kind == "pass" or (x.kind == "race" and x.value == "pass") for x in sentence.mentions)


def _who(discourse: Discourse, part: Part, m: Mention, verb: Mention | None) -> Actor | None:
    """Whom a cue tells of: for a side the one who moved, whom `by` may name; else its subject, named before it in the sentence."""
    before = [a for a in part.actors if a.how in _NAMES and a.j <= m.i]
    mine = part.sentence.segment(m.i)
    if m.kind == "side":
        return _mover(discourse, part, m, before)
    if m.value in _TIMELESS:
        return next((a for a in reversed(before) if a.role == "subject" and part.sentence.segment(a.i) == mine), None)
    if m.kind == "wide" and verb:
        return next((a for a in reversed(before) if a.j <= verb.i and a.role != "object"), None)
    found = owner(discourse.tokens, discourse.lexicon, part, m)
    if found is None or found.i >= m.j or (found.how == "elided" and m.kind != "won"):
        return None
    strangers = any(found.j <= x.i < m.i for x in part.sentence.kind("unknown"))
    return None if strangers else found


def _mover(discourse: Discourse, part: Part, m: Mention, before: list[Actor]) -> Actor | None:
    """Who went through on a side: the agent that `by` names right before it, else the subject of the move."""
    moves = [x for x in part.sentence.mentions if x.kind == "pass" or (x.kind == "race" and x.value == "pass")]
    agent = next((a for a in before if 0 <= m.i - a.j <= 1 and a.role == "object" and not any(x.j == a.np for x in moves)), None)
    if agent and discourse.tokens.low[agent.np - 1] in discourse.lexicon.sets["doers"]:
        return agent
    move = next((x for x in reversed(moves) if x.i < m.i), m)
    mover = next((a for a in reversed(before) if a.role == "subject" and a.j <= move.i), None)
    return mover if mover and _chained(discourse, part, mover.i, move.i) else None


def _chained(discourse: Discourse, part: Part, i: int, j: int) -> bool:
    """Whether the words between two tokens only go on with one subject: commas, `and`, `who`."""
    opens = part.sentence.opens[part.sentence.segment(i) + 1 : part.sentence.segment(j) + 1]
    words = (word.strip(",;:–—() ") for word in opens)
    return all(not word or word in discourse.lexicon.sets["chains"] for word in words)


def _other(part: Part, who: Actor, m: Mention) -> Actor | None:
    """The other person: passed, forced wide, followed, or from whom the lead was taken."""
    reach = [a for a in part.actors if a.how in ("full", "family", "given", "epithet") and not set(a.ids) & set(who.ids)]
    if m.kind == "wide":
        return next((a for a in reach if who.j <= a.i and a.j <= m.i and m.i - a.j <= 3), None)
    if m.value == "shoulder":
        return next((a for a in reach if a.role == "owner" and 0 <= m.i - a.j <= 1), None)
    return next((a for a in reach if a.i >= m.j and a.np - m.j <= 2), None) if m.value in ("pass", "front") else None

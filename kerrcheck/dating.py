"""Dating: which days of a sentence are those of a claim, and not of a birthday, a title, another event or somebody else."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.statuses import of_status

DAYS = ("weekday", "date", "year", "ago", "offset", "today", "day-number")
_BIRTH = 8


def days(part: Part, mine: int, group: set[int]) -> tuple[Mention, ...]:
    """The days of the segments that share the setting: the nearest ones before, else all."""
    sentence = part.sentence
    days = [x for x in sentence.mentions if x.kind in DAYS and sentence.segment(x.i) in group and not _other(part, x)]
    days = [x for x in days if not _of_another_event(part, sentence.segment(x.i), mine) and not _of_somebody_else(part, x, mine)]
    last = max((sentence.segment(x.i) for x in days if sentence.segment(x.i) <= mine), default=None)
    return tuple([x for x in days if sentence.segment(x.i) == last] or days)


def _of_another_event(part: Part, there: int, mine: int) -> bool:
    """Whether a segment has an event of its own, another than that of a segment: `Beaten over 1500m on Tuesday, he took the 5000m`."""
    theirs, own = ({x.value for x in part.sentence.within(k) if x.kind == "event"} for k in (there, mine))
    return there != mine and bool(theirs and own) and not theirs & own


def _of_somebody_else(part: Part, x: Mention, mine: int) -> bool:
    """Whether a day stands behind what somebody named owns, in another segment: `took it with 8.19, Quill's distance of Thursday`."""
    there = part.sentence.segment(x.i)
    owners = (a for a in part.actors if a.role == "owner" and a.how in NAMED and a.j <= x.i and part.sentence.segment(a.i) == there)
    return there > mine and any(owners)


def _other(part: Part, x: Mention) -> bool:
    """Whether a day is a birthday, or a year part of a status or of a competition's name, whose own year need not be that of its days."""
    if part.sentence.birthday(x) or of_status(part.sentence, x):
        return True
    named = (p for r in part.refs for p in ((r,) if len(r.parts) > 1 else r.parts))
    return x.kind == "year" and any(p.i <= x.i < p.j for p in named if getattr(p, "kind", "edition") == "edition")


def dated(discourse: Discourse, sentence: Sentence, i: int, j: int) -> list[Mention]:
    """The days of a month that stand right beside some tokens: `Saturday, August 22`, `22 August, a Saturday`, no bracket between."""
    tokens, words = discourse.tokens, discourse.lexicon.sets["articles"]
    found = []
    for x in (x for x in sentence.kind("date") if x.value.day):
        first, last = (x.j, i) if x.j <= i else (j, x.i)
        between = range(first, last)
        clear = not any(tokens.gap(t).strip(" ,.(\xa0") for t in (*between, last))
        if clear and len(between) <= 1 and words.issuperset(tokens.low[t] for t in between):
            found.append(x)
    return found


def born(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """Who is told to have been born on a day: `Quill, born in Lima on 6 May 1999`; nobody whose child was."""
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    at = next((t for t in range(m.i - 1, max(sentence.a, m.i - _BIRTH) - 1, -1) if low[t] in sets["born"]), None)
    if at is None or m.kind not in ("date", "year") or any(at < a.i < m.i for a in part.actors):
        return None
    who = next((a for a in reversed(part.actors) if a.j <= at), None)
    linking = sets["being"] | sets["person_relatives"]
    clear = who is not None and all(low[t] in linking for t in range(who.j, at))
    return who if who is not None and clear and who.role != "owner" and len(who.ids) == 1 else None

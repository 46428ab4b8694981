"""Statuses: which words only say what somebody is, `the 2016 Olympic champion`, and nothing of the contest told."""

from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence

_NAMES = 2
_WHEN = ("city", "year", "edition")
_AGAIN = ("tally", "copula-fill")
_PARTS = ("series", "event", "sex", "scope", "edition", "status", "city")


def of_status(sentence: Sentence, m: Mention) -> bool:
    """Whether a year, a town, an event or a series only says which champion somebody is (`the 2016 Olympic champion`)."""
    if any(told(sentence, m) for told in (_listed, _calling, _apposed, _of_a_runner, _of_a_medallist)):
        return True
    titles = [x for x in sentence.kind("title", "champion") if x.j > m.j]
    if not titles:
        return False
    at = m.j
    for _ in range(4):
        end = max((x.j for x in sentence.kind(*_PARTS) if x.i <= at < x.j), default=at)
        here = [x for x in titles if x.i < max(end, at + 1) and at < x.j]
        if here:
            holder = any(x.kind == "champion" for x in here)
            return m.kind in ("year", "city", "edition") or (m.kind in ("event", "series") and holder)
        at = end
    return False


def _listed(sentence: Sentence, m: Mention) -> bool:
    """Whether a competition is one more at which somebody is champion: `champion at the last two Games and the last two worlds`."""
    mine = sentence.segment(m.i)
    joined = mine and sentence.opens[mine].isalpha() and sentence.opens[mine - 1] == ","
    if not joined or m.kind not in ("series", "edition"):
        return False
    start = sentence.begins(mine - 1)
    return any(x.i - start in (0, 1) for x in sentence.kind("champion") if x.j <= m.i)


def _apposed(sentence: Sentence, m: Mention) -> bool:
    """Whether a town or year stands in an apposition that says what somebody is: `Quill, champion in Lima and in 2019, came seventh`.

    It may open the sentence: `Champion in Lima and again in Quito, Quill was seventh`.
    """
    mine = sentence.segment(m.i)
    first = mine
    while first and _goes_on(sentence, first):
        first -= 1
    start = sentence.begins(first)
    opened = sentence.opens[first] in (",", ")") or not first
    closed = opened and m.j < sentence.b and sentence.segment(m.j) == mine + 1 and sentence.opens[mine + 1] in (",", ")")
    return closed and m.kind in _WHEN and any(x.i - start in (0, 1) and x.j <= m.i for x in sentence.kind("champion"))


def _goes_on(sentence: Sentence, segment: int) -> bool:
    """Whether a segment is only one more town or year behind `and`, `and again` or a comma."""
    here = sentence.within(segment)
    told = any(x.kind in _WHEN for x in here)
    others = sentence.segments.count(segment) - len({t for x in here if x.kind in (*_WHEN, *_AGAIN) for t in range(x.i, x.j)})
    joint = sentence.opens_with(segment, "conjunction")
    return told and others <= joint + 1 and (joint or sentence.opens[segment] == ",")


def _calling(sentence: Sentence, m: Mention) -> bool:
    """Whether an event only says what somebody does who is named right behind: `long jumper Quill`, `the 400m hurdler Brekke`."""
    runs = m.kind == "event" and any(m.i <= x.i and x.j == m.j for x in sentence.kind("runner"))
    return runs and any(x.i == m.j for x in sentence.kind("person"))


def _of_a_medallist(sentence: Sentence, m: Mention) -> bool:
    """Whether an edition, or a series, only says of what somebody named behind is a medallist: `world silver medallist Quill`."""
    people = {x.i for x in sentence.kind("person") if sentence.segment(x.i) == sentence.segment(m.i)}
    return m.kind in ("series", "edition", "event") and any(x.i == m.j and x.j in people for x in sentence.kind("medal"))


def _of_a_runner(sentence: Sentence, m: Mention) -> bool:
    """Whether a year only tells which runner is meant: `the 2022 Lima graduate`."""
    led = m.kind == "year" and any(x.j == m.i for x in sentence.kind("article"))
    runner = next((x for x in sentence.kind("runner") if 0 <= x.i - m.j <= _NAMES), None) if led else None
    return runner is not None and sentence.segment(runner.i) == sentence.segment(m.i)

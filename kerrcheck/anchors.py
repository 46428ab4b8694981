"""Anchors: marks of a text that are one performance on record, and the words that say when, where and in what it was."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple
from weakref import WeakKeyDictionary

from kerrcheck.apart import points
from kerrcheck.attribution import tells, words_of
from kerrcheck.bearing import fits, right, sized
from kerrcheck.denial import denied
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.performances import Performance, alike
from kerrcheck.pointing import continues, impersonal
from kerrcheck.winnings import anothers, dated, held, takes_up, won

_LEAST_REACH = 40_000
_DAYS = frozenset(("date", "weekday", "today", "ago"))
_ENOUGH = 3
_YEAR = 366


class Anchor(NamedTuple):
    """A mark at a mention that agrees with performances on record, and the words that belong to it.

    `near`: whose it is stands in its sentence; `unique`: nobody does such a mark twice unnoticed.
    """

    mention: Mention
    performances: tuple[Performance, ...]
    words: tuple[Mention, ...]
    near: bool
    unique: bool


class Missed(NamedTuple):
    """A word that the performance beside it refutes, and what would be right."""

    word: Mention
    right: str
    performance: Performance


_CACHE: WeakKeyDictionary[Discourse, dict[int, tuple[Anchor, ...]]] = WeakKeyDictionary()


def anchors(discourse: Discourse, number: int) -> tuple[Anchor, ...]:
    """The anchors of a sentence."""
    mine = _CACHE.setdefault(discourse, {})
    if number not in mine:
        mine[number] = tuple(
            Anchor(*a) for a in (*_found(discourse, number), *won(discourse, number), *dated(discourse, number), *held(discourse, number))
        )
    return mine[number]


def _found(discourse: Discourse, number: int) -> list[Anchor]:
    """The marks in a sentence, and the last one again where the sentence goes on about it (`he set it in Lima`)."""
    part = discourse.parts[number]
    words = words_of(discourse, number)
    made = []
    for m in (*part.sentence.kind("quantity"), *points(discourse, part)):
        found = _whose(discourse, number, m)
        if found:
            mine = tuple(w for w in words if tells(discourse, part, w, m, found[0][0].person))
            made.append(Anchor(m, found[0], mine, found[1], all(_unique(p) for p in found[0])))
    back = continues(discourse, part)
    if back:
        earlier = [a for n in range(max(0, number - 2), number) for a in anchors(discourse, n) if a.mention.kind == "quantity"]
        doer = next((a for a in reversed(part.actors) if a.j <= back and a.ids), None)
        last = [a for a in (*earlier, *made) if a.mention.i < back][-1:]
        last = [
            a
            for a in last
            if doer is None or a.performances[0].person in doer.ids or (a in made and takes_up(discourse, doer, a.performances[0].person))
        ]
        made += [a._replace(words=tuple(w for w in words if w.i > back), near=True) for a in last]
    return made


def _whose(discourse: Discourse, number: int, m: Mention) -> tuple[tuple[Performance, ...], bool] | None:
    """The performances of one person that a mark is, those in the sentence tried first; and whether it is one of them."""
    part = discourse.parts[number]
    here = [x for a in part.actors for x in a.ids[:4]]
    owned = m.i > part.sentence.a and discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["possessives"]
    teams = [id_ for x in part.sentence.kind("nation") if x.i < m.i or not owned for id_, _ in x.value]
    others = [] if impersonal(discourse, part) else [*part.topic[:4], *discourse.cast.full]
    for people, near in (([*here, *teams], True), (others, False)):
        some = _matching(discourse, m, dict.fromkeys(people))
        if len({p.person for p in some}) == 1:
            return None if anothers(discourse, part, m, some[0].person) else (some, near)
        if some:
            return None
    return None


def _matching(discourse: Discourse, m: Mention, people: Iterable[str]) -> tuple[Performance, ...]:
    """The performances of some people that a quantity is exactly the mark of."""
    value = m.value
    if value.bound != "=":
        return ()
    some = (p for who in people for p in alike(discourse.outings, discourse.calendar, who, value.milli))
    exact = (p for p in some if value.precision >= min(p.mark.precision, 2) and mark_agrees(value, p.mark))
    return tuple(p for p in exact if not discourse.day or not p.day or p.day <= discourse.day)


def _unique(p: Performance) -> bool:
    """Whether nobody does such a mark twice unnoticed: a long race or a far throw, or a record that would have been equalled."""
    if any(f.predicate.startswith("record:") for f in p.facts):
        return True
    return p.mark.unit == "pts" or p.mark.milli >= _LEAST_REACH


def refuted(discourse: Discourse, number: int, m: Mention) -> Missed | None:
    """What a word would have to be where the mark it belongs to was done elsewhere, and no mark nearby was done so."""
    near = (number,) if m.kind in ("event", "round", "series") else range(max(0, number - 1), min(len(discourse.parts), number + 2))
    after = range(number, min(len(discourse.parts), number + 2))
    own = [a for n in after for a in anchors(discourse, n) if m in a.words and (n == number or sized(discourse, a.performances, m))]
    others = [
        a
        for n in near
        for a in anchors(discourse, n)
        if m not in a.words
        and a.mention.kind == "quantity"
        and not _apart(discourse, number, a, m)
        and (n == number or not any(_dated(discourse, x) for x in own))
    ]
    if any(fits(discourse, p, m) for a in others for p in a.performances):
        return None
    marks = {p for a in anchors(discourse, number) if a.mention.kind == "quantity" for p in a.performances}
    return next((found for a in own if (found := _against(discourse, a, m, marks))), None)


def _dated(discourse: Discourse, anchor: Anchor) -> bool:
    """Whether the one performance that a mark is was on the very day told beside it, so that words beside it are of no other mark."""
    exact = (w for w in anchor.words if w.kind == "date" and w.value.day)
    return len(anchor.performances) == 1 and any(fits(discourse, anchor.performances[0], w) for w in exact)


def _apart(discourse: Discourse, number: int, other: Anchor, m: Mention) -> bool:
    """Whether a word stands in one segment with its own mark and another mark does not."""
    sentence = discourse.parts[number].sentence
    mine = sentence.segment(m.i)
    own = any(m in a.words and sentence.segment(a.mention.i) == mine for a in anchors(discourse, number))
    return own and (not sentence.a <= other.mention.i < sentence.b or sentence.segment(other.mention.i) != mine)


def _against(discourse: Discourse, anchor: Anchor, m: Mention, marks: Collection[Performance]) -> Missed | None:
    """One anchor's word against it: all performances it may be disagree, and not much else does.

    `marks` are the performances whose marks stand in the sentence.
    """
    answers = {w: [fits(discourse, p, w) for p in anchor.performances] for w in anchor.words}
    least = min(count := [sum(found[k] is False for found in answers.values()) for k in range(len(anchor.performances))])
    best = [k for k, n in enumerate(count) if n == least]
    if least and anchor.near and anchor.unique:
        best = [min(best, key=lambda k: anchor.performances[k].day or "9")]
    wrong = [w for w, found in answers.items() if all(found[k] is False for k in best)]
    good = [w for w, found in answers.items() if any(found[k] for k in best)]
    rights = {right(anchor.performances[k], m) for k in best}
    if m not in wrong or len(rights) != 1 or len(wrong) > 1 + len(good) or any(w.kind == m.kind or {w.kind, m.kind} <= _DAYS for w in good):
        return None
    chosen = anchor.performances[best[0]]
    told = len(good) + discourse.in_focus(chosen.edition, chosen.day) + _impossible(discourse, anchor, m)
    if not (told or (anchor.near and m.kind != "round")) or not (anchor.unique or told > (anchor.mention.kind == "quantity")):
        return None
    sure = anchor.mention.kind not in ("medal", "title") or denied(discourse, chosen, anchor.words, m)
    if not sure and (len(good) + (m.kind == "city" and chosen in marks) < _ENOUGH or not _lately(discourse, chosen)):
        return None
    (answer,) = rights
    return Missed(m, answer, chosen) if answer else None


def _lately(discourse: Discourse, p: Performance) -> bool:
    """Whether a performance is of the year before the text."""
    if not p.day or not discourse.day:
        return False
    return 0 <= (date.fromisoformat(discourse.day) - date.fromisoformat(p.day)).days <= _YEAR


def _impossible(discourse: Discourse, anchor: Anchor, m: Mention) -> bool:
    """Whether nobody can have done a mark in the event that a word names."""
    events = (
        [e for id_ in m.value if (e := discourse.lexicon.events.get(id_))]
        if m.kind == "event" and anchor.mention.kind == "quantity"
        else []
    )
    return bool(events) and not any(e.low <= anchor.mention.value.milli <= e.high for e in events)


def supported(discourse: Discourse, number: int, m: Mention) -> Performance | None:
    """A performance whose mark a word stands beside, and that it is right for."""
    return next((p for a in anchors(discourse, number) if m in a.words for p in a.performances if fits(discourse, p, m)), None)

"""Slips in who did what: medals, placings, records and their holders, order, polarity, the wrong person."""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.accuracy.figures import next_to
from benchmarks.accuracy.ground import Ground, Mutant
from benchmarks.accuracy.scene import agrees, edition, field, marks_of, records, results

from kerrcheck.store import Store
from kerrcheck.text import Span

MEDALS = {"gold": "1", "silver": "2", "bronze": "3"}


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


SCOPES = {"world": "world", "Olympic": "olympic", "European": "area:EUR", "African": "area:AFR", "Asian": "area:ASI"}


_PLACED = (
    r"\b(?:finished|was|came|placed|ran|settled for|took|in|home|up to) (?:only )?"
    rf"({'|'.join(ORDINALS[1:])})\b(?! (?:place on|time|lap|round|heat|semi|of |leg))"
)


def medal(ground: Ground) -> Iterator[Mutant]:
    """Another colour, where the one person of the sentence has won this one and never that."""
    for sentence in ground.scene.sentences:
        placings = {placing for who in sentence.people() for placing in placings_of(ground.store, who)}
        for m in ground.places(r"\b(gold|silver|bronze)\b", sentence):
            wrong = [other for other, placing in MEDALS.items() if placing not in placings]
            if len(sentence.people()) == 1 and MEDALS[m[1]] in placings and wrong:
                yield Mutant("medal", Span(*m.span(1)), ground.draw.choice(wrong))


def placing(ground: Ground) -> Iterator[Mutant]:
    """Another placing, where the one person of the sentence has had this one and never that."""
    for sentence in ground.scene.sentences:
        placings = {placing for who in sentence.people() for placing in placings_of(ground.store, who)}
        for m in (m for m in ground.places(_PLACED, sentence) if any(one.span.end < m.start() for one in sentence.named)):
            at = ORDINALS.index(m[1]) + 1
            wrong = [ORDINALS[n - 1] for n in (at - 2, at - 1, at + 1, at + 2) if 2 <= n <= 8 and str(n) not in placings]
            if len(sentence.people()) == 1 and str(at) in placings and wrong:
                yield Mutant("placing", Span(*m.span(1)), ground.draw.choice(wrong))


def placings_of(store: Store, who: str) -> set[str]:
    """Every placing on record of somebody, what stood first and what was rejected too."""
    facts = [f for f in store.facts_about(who) if f.predicate == "placing"]
    return {n for f in facts for n in (f.value, *(v for v, _ in f.against), *re.findall(r"\d+", f.detail or ""))}


def scope(ground: Ground) -> Iterator[Mutant]:
    """Another kind of record, of which the pinned mark never was one."""
    for sentence, pin in ground.pins():
        mark = ground.words(pin.span)
        held = {f.predicate for f in records(ground.store, pin.who.person.id) if agrees(mark, f.value)}
        for m in ground.places(rf"\b({'|'.join(SCOPES)})(?= record\b)", sentence):
            wrong = [word for word, key in SCOPES.items() if f"record:{key}" not in held and key[:4] != "area"]
            if f"record:{SCOPES[m[1]]}" in held and wrong and len(sentence.pinned) == 1:
                yield Mutant("record scope", Span(*m.span(1)), ground.draw.choice(wrong))


def holder(ground: Ground) -> Iterator[Mutant]:
    """Somebody else as the holder of a record, who never held one in any event in which the true one did."""
    held = {
        who: {f.setting.event for f in records(ground.store, who) if f.predicate != "best" and f.setting} for who in ground.scene.people
    }
    for one in (one for sentence in ground.scene.sentences for one in sentence.named):
        after = ground.scene.text[one.span.end : one.span.end + 40]
        mine = held[one.person.id]
        others = [p for who, p in sorted(ground.scene.people.items()) if p.sex == one.person.sex and not held[who] & mine]
        if mine and others and re.match(r"[’']s (?:[\w-]+[- ]){0,3}record\b", after):
            other = ground.draw.choice(others)
            yield Mutant("record holder", one.span, other.name if one.full else other.family)


def person(ground: Ground) -> Iterator[Mutant]:
    """The full name of a neighbour in the contest, who never had the pinned mark, in place of its owner's."""
    for sentence, pin in ground.pins():
        if not pin.who.full or len(sentence.pinned) != 1 or [n.person.id for n in sentence.named].count(pin.who.person.id) != 1:
            continue
        mark = ground.words(pin.span)
        rows = field(ground.store, pin.result.contest.key)
        near = ground.store.people(
            [who for who, row in rows.items() if who not in ground.scene.people and next_to(row, pin.result.placing)]
        )
        wrong = [p.name for who, p in sorted(near.items()) if not any(agrees(mark, m) for m in marks_of(ground.store, who))]
        if wrong:
            yield Mutant("person", pin.who.span, ground.draw.choice(wrong), (pin.span,))


def predecessor(ground: Ground) -> Iterator[Mutant]:
    """The winner of the edition before, who never had the pinned mark, in place of this one's."""
    for sentence, pin in ground.pins():
        held = edition(ground.store, pin.result.contest)
        if not held or pin.result.placing != "1" or not pin.who.full or len(sentence.pinned) != 1:
            continue
        before = max((e for e in ground.store.editions(held.series) if e.year < held.year), key=lambda e: e.year, default=None)
        rows = field(ground.store, pin.result.contest.key.replace(held.id, before.id)) if before else {}
        people = ground.store.people([who for who, row in rows.items() if row.get("placing") == "1"])
        mark = ground.words(pin.span)
        wrong = [p.name for who, p in people.items() if who not in ground.scene.people]
        if len(wrong) == 1 and not any(agrees(mark, m) for who in people for m in marks_of(ground.store, who)):
            yield Mutant("person: last winner", pin.who.span, wrong[0], (pin.span,))


def rivals(ground: Ground) -> Iterator[Mutant]:
    """Two people of one contest exchanged, each with a mark of their own beside them."""
    for sentence in ground.scene.sentences:
        for one, other in pairwise(sentence.pinned):
            spans = sorted([one.who.span, other.who.span])
            apart = spans[1].start - spans[0].end
            if one.result.contest.key == other.result.contest.key and 0 < apart < 60 and one.who.full == other.who.full:
                first, last = (ground.words(span) for span in spans)
                between = ground.words(Span(spans[0].end, spans[1].start))
                if not one.who.full or not re.search(r"[A-Z]", between.replace(" and ", "")):
                    whole = Span(spans[0].start, spans[1].end)
                    yield Mutant("rivals exchanged", whole, f"{last}{between}{first}", (one.span, other.span))


def order(ground: Ground) -> Iterator[Mutant]:
    """The relation of two people turned round, where all the contests that they shared went one way."""
    turned = {
        "ahead of": "behind",
        "clear of": "behind",
        "behind": "ahead of",
        "beat": "lost to",
        "beating": "losing to",
        "edged": "lost to",
    }
    for sentence in ground.scene.sentences:
        if re.search(r"\blaps?\b|\bbell\b|\bto go\b|\bjockey", ground.words(sentence.span)):
            continue
        people = list({one.person.id: one for one in sentence.named}.values())
        for m in ground.places(rf"\b({'|'.join(turned)}) (?=[A-Z])", sentence):
            after = [one for one in people if one.span.start == m.end()]
            before = [one for one in people if one.span.end < m.start()]
            if after and before:
                ways = {first_of(a, b) for a, b in shared(ground.store, before[-1].person.id, after[0].person.id)}
                if ways == ({2} if m[1] == "behind" else {1}):
                    yield Mutant("order", Span(*m.span(1)), turned[m[1]])


def shared(store: Store, one: str, other: str) -> list[tuple[int, int]]:
    """The placings of two people in the contests that both have one in."""
    mine = {r.contest.key: r.placing for r in results(store, one) if r.placing.isdigit()}
    return [(int(mine[r.contest.key]), int(r.placing)) for r in results(store, other) if r.placing.isdigit() and r.contest.key in mine]


def first_of(one: int, other: int) -> int:
    """Which of two placings is the better, 0 for neither."""
    return (one < other) + 2 * (one > other)


def polarity(ground: Ground) -> Iterator[Mutant]:
    """A victory denied, where the pinned mark won."""
    for sentence, pin in ground.pins():
        if pin.result.placing == "1" and len(sentence.people()) == 1 and pin.result.contest.setting.round == "final":
            for m in ground.places(r"\b(won)(?= (?:the|gold|in|with|by|his|her|a))", sentence):
                if "not" not in ground.words(sentence.span).split() and pin.who.span.end < m.start() < pin.span.start:
                    yield Mutant("polarity", Span(*m.span(1)), "did not win")

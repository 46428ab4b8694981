"""Racing: how a race went, as it is on record: who led from where to where, who passed whom on which side, who forced whom wide."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.statement import Setting
from kerrcheck.store import Store

PREDICATES = ("led", "passed", "wide")
_BEFORE, _AFTER = 50, 30
_LENGTH = re.compile(r"(?:(\d+)x)?(\d+)(k?m)")


class Lead(NamedTuple):
    """Somebody in front from `start` to `end` metres from the start; None where the record does not say."""

    person: str
    start: int | None
    end: int | None
    fact: Fact

    def sure(self) -> tuple[int, int] | None:
        """The metres over which the lead is certain."""
        return certain(self.start, self.end)


class Move(NamedTuple):
    """Somebody who passed another, or forced another wide, at some metres from the start."""

    person: str
    whom: str
    side: str | None
    at: int | None
    fact: Fact


class Story(NamedTuple):
    """How one contest went, over its length in metres."""

    contest: str
    length: int
    leads: tuple[Lead, ...]
    passes: tuple[Move, ...]
    wides: tuple[Move, ...]

    def of(self, person: str) -> tuple[Lead, ...]:
        """The stretches that a person led."""
        return tuple(lead for lead in self.leads if lead.person == person)

    def in_front(self, at: int) -> set[str]:
        """Who is certain to have led at some metres from the start."""
        return {lead.person for lead in self.leads if (sure := lead.sure()) and sure[0] <= at <= sure[1]}

    def led(self, person: str) -> int:
        """Over how many metres a person is certain to have led."""
        return sum(sure[1] - sure[0] for lead in self.of(person) if (sure := lead.sure()))

    def whole(self) -> bool:
        """Whether it is on record who led for nearly all of the way."""
        return sum(self.led(person) for person in {lead.person for lead in self.leads}) >= 0.9 * self.length


def certain(start: int | None, end: int | None) -> tuple[int, int] | None:
    """The metres over which a lead is certain: little more than the one end that is known where the other is not."""
    if start is None and end is None:
        return None
    first = start if start is not None else max(0, (end or 0) - _BEFORE)
    return first, end if end is not None else first + _AFTER


def story(store: Store, contest: str) -> Story | None:
    """How a contest went, None where nothing of it is on record or it has no length."""
    facts = [fact for fact in store.facts_in(contest) if fact.predicate in PREDICATES]
    length = distance(Setting.from_key(contest).event or "")
    if not facts or not length:
        return None
    leads = tuple(_lead(fact) for fact in facts if fact.predicate == "led")
    moves = {name: tuple(_move(fact) for fact in facts if fact.predicate == name) for name in PREDICATES[1:]}
    return Story(contest, length, leads, moves["passed"], moves["wide"])


def distance(event: str) -> int | None:
    """The length of a race in metres, where the id of its event gives it; a relay counts as a whole."""
    m = _LENGTH.match(event)
    return int(m[1] or 1) * int(m[2]) * (1000 if m[3] == "km" else 1) if m else None


def _lead(fact: Fact) -> Lead:
    """The lead of a fact, whose value is `1400-1490`, with `?` for an end that is not known."""
    start, _, end = fact.value.partition("-")
    return Lead(fact.subject, _metres(start), _metres(end), fact)


def _move(fact: Fact) -> Move:
    """The move of a fact, whose value is JSON."""
    value = json.loads(fact.value)
    return Move(fact.subject, value.get("whom", ""), value.get("side"), _metres(str(value.get("at", ""))), fact)


def _metres(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def meant(discourse: Discourse, claim: Claim, told: bool) -> tuple[str, str] | None:
    """The one contest that a claim about a race means and who of its namesakes ran in it; `told`: only one with a story."""
    found = [(key, person) for person in (claim.owner.ids[:4] if claim.owner else ()) for key in _contests(discourse, claim, person, told)]
    finals = [pair for pair in found if pair[0].endswith("/final")] if claim.context.round is None else found
    return finals[0] if len(finals) == 1 else None


def _contests(discourse: Discourse, claim: Claim, person: str, told: bool) -> Iterator[str]:
    """The contests of a person that the words around a claim allow."""
    day = discourse.day or "9"
    found = [f for f in discourse.store.facts_about(person) if f.setting and (f.day or "") <= day]
    facts = [f for f in found if f.setting and f.setting.round and f.setting.competition]
    events = _events(claim, facts)
    named = editions(discourse, claim)
    for key, fact in {f.setting.key(): f for f in facts if f.setting}.items():
        setting, round_ = Setting.from_key(key), claim.context.round
        if (events and setting.event not in events) or (round_ and not (setting.round or "").startswith(str(round_.value))):
            continue
        here = discourse.in_focus(setting.competition, fact.day) or _placed(discourse, claim, setting)
        if (setting.competition in named if named else here) and (not told or story(discourse.store, key)):
            yield key


def _events(claim: Claim, facts: list[Fact]) -> tuple[str, ...]:
    """The events that a claim may be about: the one named beside it, else the one carried on if the person ran in it at all."""
    event = claim.context.event
    known = {fact.setting.event for fact in facts if fact.setting}
    if event is not None and event.kind == "event" and known & set(event.value):
        return tuple(event.value)
    return claim.context.carried if known & set(claim.context.carried) else ()


def editions(discourse: Discourse, claim: Claim) -> set[str]:
    """The edition that the words around a claim name: none, the one reported, or the last one held of those that they allow."""
    part, context = discourse.parts[claim.part], claim.context
    refs = [ref for ref in context.refs if not any(a.np <= ref.i < a.i or a.i <= ref.i < a.j for a in part.actors)]
    named = {edition for ref in refs for edition in ref.editions} or set(context.carried_editions)
    if len(named) < 2 or named & set(discourse.focus):
        return named & set(discourse.focus) or named
    held = [(e.end or "", e.id) for e in map(discourse.calendar.editions.__getitem__, named) if e.end and e.end <= (discourse.day or "9")]
    return {max(held)[1]} if held else named


def _placed(discourse: Discourse, claim: Claim, setting: Setting) -> bool:
    """Whether the sentence of a claim names the stadium or the city of a contest, where the text reports no edition on record."""
    edition = discourse.calendar.editions.get(setting.competition or "")
    places = {id_ for m in discourse.parts[claim.part].sentence.kind("venue", "city") for id_, _ in m.value}
    return not discourse.focus and edition is not None and bool(places & {edition.stadium, edition.city} - {None})

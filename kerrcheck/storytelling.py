"""Storytelling: how a race went by one article, as assertions: who led from where to where, who passed and forced whom wide."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Assertion, Evidence
from kerrcheck.racing import certain, distance
from kerrcheck.statement import Setting

SAMPLED = (800, 400, 200, 100, 60)
_OPEN = "?"


class _Led(NamedTuple):
    """Somebody in front by an article, and where it says so."""

    person: str
    start: int | None
    end: int | None
    evidence: Evidence


def stories(discourse: Discourse, claims: Sequence[tuple[Claim, str]], source: str) -> Iterator[Assertion]:
    """What an article tells of each race, its claims given with their contests."""
    for contest in sorted({key for _, key in claims}):
        length = distance(Setting.from_key(contest).event or "")
        mine = [claim for claim, key in claims if key == contest and claim.modality == "asserted" and somebody(claim)]
        if length and mine:
            moves = list(_moves(discourse, mine, source, length))
            leads = _closed(list(_leads(discourse, mine, source, length)), moves)
            yield from (Assertion(led.person, "led", _stretch(led), contest, evidence=led.evidence) for led in leads)
            yield from (move._replace(contest=contest) for move in moves)
            yield from _samples(contest, leads, length)


def somebody(claim: Claim) -> str | None:
    """The one person a claim is of; nobody where a description fits nobody known."""
    owner = claim.owner
    return owner.ids[0] if owner and len(owner.ids) == 1 and owner.wrong in (None, "city") else None


def place_of(discourse: Discourse, claim: Claim, source: str) -> Evidence:
    """The place in an article that says what a claim reads."""
    span, origin = discourse.tokens.span(claim.i, claim.j), discourse.document.origin
    span = origin.span(span) if origin else span
    return Evidence(source, f"{span.start}-{span.end}")


def _stretch(led: _Led) -> str:
    """`1400-1490`, with `?` for an end that the article leaves open."""
    start, end = (str(at) if at is not None else _OPEN for at in (led.start, led.end))
    return f"{start}-{end}"


def _leads(discourse: Discourse, claims: Sequence[Claim], source: str, length: int) -> Iterator[_Led]:
    """Who led, with what is said of where."""
    for claim in claims:
        tale, phase = claim.value, claim.detail
        assert claim.owner is not None
        at = length - phase.far if phase and (phase.figure or tale.act == "until") else None
        bounds = {"until": (None, at), "gain": (at, None), "lose": (None, at), "all": (0, length)}
        if tale.act in ("lead", "pace", "most", *bounds):
            start, end = bounds.get(tale.act, (None, None))
            yield _Led(claim.owner.ids[0], start, end, place_of(discourse, claim, source))


def _moves(discourse: Discourse, claims: Sequence[Claim], source: str, length: int) -> Iterator[Assertion]:
    """Who passed whom on which side, and who forced whom wide."""
    for claim in claims:
        tale, phase = claim.value, claim.detail
        assert claim.owner is not None
        whom = claim.other.ids[0] if claim.other and len(claim.other.ids) == 1 else ""
        at = str(length - phase.far) if phase and phase.figure else ""
        if tale.act in ("side", "pass") and (tale.side or whom):
            value = {"at": at, "side": tale.side, "whom": whom}
        elif tale.act == "wide" and whom:
            value = {"at": at, "whom": whom}
        else:
            continue
        name = "wide" if tale.act == "wide" else "passed"
        yield Assertion(claim.owner.ids[0], name, json.dumps(value, sort_keys=True), evidence=place_of(discourse, claim, source))


def _closed(leads: list[_Led], moves: list[Assertion]) -> list[_Led]:
    """Leads with an open end closed where the next one takes over or comes past."""
    passed = [(move.subject, int(at)) for move in moves if move.predicate == "passed" and (at := json.loads(move.value)["at"])]
    marks = [*passed, *((led.person, led.start) for led in leads if led.start is not None)]
    found = []
    for led in leads:
        later = [at for person, at in marks if led.start is not None and person != led.person and at > led.start]
        found.append(led._replace(end=min(later)) if led.end is None and later else led)
    return found


def _samples(contest: str, leads: Sequence[_Led], length: int) -> Iterator[Assertion]:
    """Who was in front at some places, of whom there can be only one: so that two stories of a race are seen to conflict."""
    for led in leads:
        stretch = certain(led.start, led.end)
        for left in SAMPLED:
            if stretch and stretch[0] < length - left <= stretch[1]:
                yield Assertion(contest, f"leader:{left}", led.person, evidence=led.evidence)

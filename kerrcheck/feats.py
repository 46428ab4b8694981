"""Feats: medals and titles that a sentence gives to somebody by name, and the editions of their series at which they are on record."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.mentions import Mention

_FINAL, _PLACES, _FIRST = "final", ("1", "2", "3"), 1
_PRIZES = ("title", "placing", "medal")
_REACH, _AWAY = 2, 4
_OPEN = ("", "multi", "former")


class Feat(NamedTuple):
    """A place among the first three that somebody had, told at a token: in which series, in which events; and the claim, if one tells it.

    `named`: the sentence itself says which series; `kept`: they won the edition before as well; `reigns`: a champion, who is so for years;
    `last`: it was the last of theirs.
    """

    i: int
    claim: int | None
    who: Actor
    place: int
    series: str
    events: tuple[str, ...]
    named: bool
    kept: bool = False
    reigns: bool = False
    last: bool = False


def feats(discourse: Discourse, number: int, cases: Sequence[tuple[int, Case]]) -> Iterator[Feat]:
    """What a sentence tells so, by its claims, and `since` somebody."""
    part = discourse.parts[number]
    for k, case in cases:
        found = _title(k, case) if case.claim.kind == "title" else _place(k, case)
        if found is not None and (found.series or (found := of_series(discourse, part, found))):
            yield _meant(discourse, case, found)
    since = _since(discourse, part)
    since = of_series(discourse, part, since) if since else None
    if since is not None:
        yield since if at_which(discourse, since) else since._replace(events=())


def of_series(discourse: Discourse, part: Part, feat: Feat) -> Feat | None:
    """A feat with its series: that of its segment, the one named before it, else that reported; None where no one series is meant."""
    sentence = part.sentence
    mine = sentence.segment(feat.i)
    named = list(sentence.kind("series", "edition"))
    here = [m for m in named if sentence.segment(m.i) == mine] or [m for m in named if m.i < feat.i]
    others = [x for x in sentence.within(mine) if x.kind == "title" and x.i != feat.i]
    if (named and not here) or not all(_told(discourse, named, x) for x in others):
        return None
    around = {s for m in here for s in _series(discourse, m)} or {discourse.calendar.editions[e].series for e in discourse.focus}
    major = around & discourse.lexicon.sets["major_series"]
    return feat._replace(series=next(iter(major)), named=bool(here)) if len(around) == len(major) == 1 else None


def _told(discourse: Discourse, named: Sequence[Mention], title: Mention) -> bool:
    """Whether it is said of which series a title is: by name, or as the one told of (`this title`)."""
    beside = any(abs(m.i - title.i) <= _REACH for m in named)
    return beside or discourse.tokens.low[title.i - 1] in discourse.lexicon.sets["points_back"]


def _series(discourse: Discourse, m: Mention) -> set[str]:
    """The series of words for one or for an edition."""
    return {discourse.calendar.editions[x].series if x in discourse.calendar.editions else x for x in _ids(m)}


def _meant(discourse: Discourse, case: Case, feat: Feat) -> Feat:
    """A feat without the events that the text carries on with, where it was in none of them."""
    carried = case.claim.context.event is None and not at_which(discourse, feat)
    return feat._replace(events=()) if carried else feat


def _ids(m: Mention) -> set[str]:
    return {m.value} if isinstance(m.value, str) else {id_ for id_, _ in m.value}


def _title(k: int, case: Case) -> Feat | None:
    """A title that one person is given."""
    claim, value = case.claim, case.claim.value
    if claim.owner is None or len(claim.owner.ids) != 1 or len(value.series) > 1 or value.times or claim.detail.limited:
        return None
    kept = value.status == "defending" and claim.trace[:1] == ("defence",)
    if claim.modality != "asserted" or not (kept or value.status in _OPEN):
        return None
    series = next(iter(value.series), "")
    events = value.events or _events(case)
    return Feat(claim.detail.head.i, k, claim.owner, _FIRST, series, events, bool(series), kept, claim.detail.person and not kept)


def _place(k: int, case: Case) -> Feat | None:
    """A place among the first three that one person had, as far as no round before the final is told of."""
    claim = case.claim
    if claim.kind != "result-placing" or str(claim.value) not in _PLACES or claim.owner is None or len(claim.owner.ids) != 1:
        return None
    early = claim.context.round is not None and claim.context.round.value != _FINAL
    if early or claim.modality != "asserted" or claim.bond != "strong":
        return None
    return Feat(claim.i, k, claim.owner, int(claim.value), "", _events(case), False)


def _events(case: Case) -> tuple[str, ...]:
    """The events of a claim, those carried on where its words name none."""
    context = case.claim.context
    return tuple(context.event.value) if context.event else tuple(dict.fromkeys(context.carried))


def forerunner(discourse: Discourse, part: Part) -> tuple[int, Mention, Actor] | None:
    """The token behind which somebody is named since whom nobody has won, what was won, and who it is."""
    at = _joint(discourse, part)
    if at is None:
        return None
    prize = next((m for m in part.sentence.kind(*_PRIZES) if m.j <= at), None)
    who = next((a for a in part.actors if 0 < a.i - at <= _AWAY and a.how in NAMED and len(a.ids) == 1), None)
    return (at, prize, who) if prize and who else None


def _since(discourse: Discourse, part: Part) -> Feat | None:
    """The win of somebody since whom nobody has won (`the first title since Bolt's last one, in 2015`)."""
    told = forerunner(discourse, part)
    if told is None or (told[1].kind != "title" and str(told[1].value) not in _PLACES):
        return None
    at, prize, who = told
    events = tuple(x for m in part.sentence.kind("event") if m.j <= at for x in m.value) or tuple(dict.fromkeys(part.carried))
    last = discourse.tokens.low[at] in discourse.lexicon.sets["being"] or any(
        0 <= m.i - who.j <= _REACH for m in part.sentence.kind("closing")
    )
    return Feat(who.j, None, who, _FIRST if prize.kind == "title" else int(prize.value), "", events, False, last=last)


def _joint(discourse: Discourse, part: Part) -> int | None:
    """The token behind which a forerunner is named: `since`, or the `was` of `the last Briton to win it was`."""
    sets, low = discourse.lexicon.sets, discourse.tokens.low
    last = next((m for m in part.sentence.kind("closing")), None)
    won = next((m for m in part.sentence.kind(*_PRIZES) if last and m.i > last.j), None)
    words = sets["being"] if last and won else sets["since_words"]
    return next((t for t in range(won.j if won else part.sentence.a, part.sentence.b) if low[t] in words), None)


def at_which(discourse: Discourse, feat: Feat) -> list[Edition]:
    """The editions before the text at which a feat is on record, oldest first."""
    held = [e for e in discourse.calendar.by_series.get(feat.series, ()) if (e.start or "9") <= (discourse.day or "")]
    held.sort(key=lambda e: e.start or "")
    won = [e for e in held if _had(discourse, feat, e)]
    if feat.kept:
        won = [e for e in won if held.index(e) and held[held.index(e) - 1] in won]
    return won[-1:] if feat.last else won


def _had(discourse: Discourse, feat: Feat, edition: Edition) -> bool:
    """Whether somebody had the place at an edition, in one of the events."""
    return any(
        o.setting.competition == edition.id
        and o.round == _FINAL
        and feat.place in o.places
        and (not feat.events or o.setting.event in feat.events)
        for o in discourse.outings.of(feat.who.ids[0])
    )


def denied(discourse: Discourse, feat: Feat, edition: Edition) -> bool:
    """Whether the record of an edition gives a feat to somebody else."""
    if (feat.kept or feat.last) and _had(discourse, feat, edition):
        return True
    who = feat.who.ids[0]
    events = feat.events or tuple({o.setting.event for o in discourse.outings.of(who) if o.setting.event})
    finals = [c for c in discourse.store.contests(edition.id) if c.setting.round == _FINAL and c.setting.event in events]
    mine = [c for c in finals if c.setting.sex == discourse.cast.sex((who,))]
    return bool(mine) and all(any(feat.place in o.places and o.person != who for o in discourse.outings.within(c.key)) for c in mine)

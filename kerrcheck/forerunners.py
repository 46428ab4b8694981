"""Forerunners: since whom nobody has done it, told with another's year or town: `the first Italian champion since Quill in 1988`.

The name is wrong where somebody else of the nation has the place on record at the one edition told of, and whoever is named has it
at none from then on.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.blame import name_instead
from kerrcheck.checks import Case, Verdict
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.feats import Feat, forerunner, of_series
from kerrcheck.mentions import Mention
from kerrcheck.misplacing import fits
from kerrcheck.outings import Outing
from kerrcheck.statement import Setting
from kerrcheck.ties import nation_fits

_REACH, _BEHIND = 4, 6
_PODIUM = (1, 2, 3)
_WHEN = ("year", "city", "ago")
_DATED = ("date", "venue")
_YEARS = "years"


class Since(NamedTuple):
    """Who came last before, at which token, in what and with which places; the nation that they share; the words for when and where."""

    who: Actor
    event: str
    series: str
    places: tuple[int, ...]
    nations: frozenset[str]
    when: tuple[Mention, ...]


def forerun(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[tuple[list[int], Verdict]]:
    """For each forerunner whose name is wrong: the places of the claims of when and where, and the one verdict."""
    by: dict[int, list[tuple[int, Case]]] = {}
    for k, case in enumerate(cases):
        if case.claim.kind in _DATED and case.claim.modality != "quoted":
            by.setdefault(case.claim.part, []).append((k, case))
    for number, some in by.items():
        discourse = some[0][1].discourse
        since = _since(discourse, discourse.parts[number])
        told = [(k, c) for k, c in some if since and any(m.i == c.claim.i for m in since.when)]
        right = _right(discourse, since) if since and told and all(verdicts[k].kind != "supported" for k, _ in told) else None
        if since and right:
            yield [k for k, _ in told], name_instead(told[0][1], since.who, right)


def _since(discourse: Discourse, part: Part) -> Since | None:
    """What a sentence tells of a forerunner, whole."""
    told, sentence = forerunner(discourse, part), part.sentence
    if told is None:
        return None
    at, prize, who = told
    events = {x for m in sentence.kind("event") if m.j <= at for x in m.value} or {*part.carried}
    feat = of_series(discourse, part, Feat(who.j, None, who, 1, "", tuple(events), False))
    when = tuple(m for m in sentence.kind(*_WHEN) if 0 <= m.i - who.j <= _BEHIND)
    nations = frozenset(id_ for m in sentence.kind("nation") if m.j <= at for id_, _ in m.value)
    if feat is None or len(events) != 1 or not when or not nations:
        return None
    return Since(who, events.pop(), feat.series, _places(part, prize, who), nations, when)


def _places(part: Part, prize: Mention, who: Actor) -> tuple[int, ...]:
    """The places that a forerunner had: what is told of them (`since Quill was second`), else that of the prize."""
    own = [m for m in part.sentence.kind("placing", "medal", "ordinal") if 0 <= m.i - who.j < _REACH]
    said = str(own[0].value if own else 1 if prize.kind == "title" else prize.value)
    return (int(said),) if said in map(str, _PODIUM) else _PODIUM


def _right(discourse: Discourse, since: Since) -> Outing | None:
    """Who had the place at the one edition told of, where whoever is named had it at none since, nor in another event there."""
    sex, who = discourse.cast.sex(since.who.ids), since.who.ids[0]
    held = [e for e in discourse.calendar.by_series.get(since.series, ()) if (e.start or "9") < (discourse.day or "")]
    meant = [e for e in held if all(_when(discourse, m, e) for m in since.when)]
    had = [o for o in discourse.outings.of(who) if o.series == since.series and {*o.places, o.place} & {*since.places}]
    if len(meant) != 1 or not sex or any(o.setting.competition == meant[0].id for o in had):
        return None
    if any(o.setting.event == since.event and (o.day or "9") > (meant[0].start or "") for o in had):
        return None  # theirs was the last, and the year or the town is wrong
    field = discourse.outings.within(Setting(meant[0].id, since.event, sex, "final").key())
    found = [o for o in field if o.place in since.places and _of_the_nation(discourse, o, since.nations)]
    return found[0] if len(found) == 1 else None


def _when(discourse: Discourse, m: Mention, e: Edition) -> bool:
    """Whether a year, a town or so many years ago is an edition's."""
    if m.kind != "ago":
        return fits(discourse, m, e)
    count, unit = (int(m.value), _YEARS) if isinstance(m.value, str) and m.value.isdigit() else m.value[:2]
    return unit == _YEARS and int((discourse.day or "0")[:4]) - count in (e.year, int((e.start or "0")[:4]))


def _of_the_nation(discourse: Discourse, outing: Outing, nations: Iterable[str]) -> bool:
    """Whether an outing is of somebody, no team, of a nation."""
    known = discourse.store.people([outing.person])
    discourse.cast.people.update({k: v for k, v in known.items() if k not in discourse.cast.people})
    return bool(known) and nation_fits(discourse.cast, discourse.store, outing.person, {*nations}, outing.day)

"""Ledes: an opening sentence that says when an event was held, against the headline above it and the people of the text."""

from collections.abc import Iterable

from kerrcheck.checks import Case
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_LEAST = 1

Told = tuple[set[str], set[str]]


def headline_says(case: Case, m: Mention) -> str | None:
    """The event or the sex of the headline, where the opening sentence has another and everybody named was in the headline's contest."""
    discourse, number = case.discourse, case.claim.part
    part = discourse.parts[number]
    above = [p for p in discourse.parts[:number] if p.sentence.heading]
    if len(above) < number or m.kind not in ("event", "sex") or not _tells_when(discourse, part):
        return None
    head, said, editions = _named(above), _named([part]), {e for r in part.refs if len(r.editions) == 1 for e in r.editions}
    own = set(m.value) if m.kind == "event" else {m.value}
    right, same = (head[0], head[1] == said[1]) if m.kind == "event" else (head[1], head[0] == said[0])
    if not same or own & right or len(right) != 1 or len(editions) != 1 or not all(len(x) == 1 for x in (*head, *said)):
        return None
    (edition,) = editions
    return right.pop() if _ran(discourse, edition, head) >= _LEAST and not _ran(discourse, edition, said) else None


def _tells_when(discourse: Discourse, part: Part) -> bool:
    """Whether a sentence says that something was held on some day."""
    low = discourse.tokens.low[part.sentence.a : part.sentence.b]
    return bool(discourse.lexicon.sets["held_words"] & {*low}) and any(part.sentence.kind("date", "weekday"))


def _named(parts: Iterable[Part]) -> Told:
    """The events and the sexes that sentences name."""
    mentions = [x for p in parts for x in p.sentence.kind("event", "sex")]
    return {e for x in mentions if x.kind == "event" for e in x.value}, {x.value for x in mentions if x.kind == "sex"}


def _ran(discourse: Discourse, edition: str, told: Told) -> int:
    """How many of the people named in full were in a contest."""
    return sum(
        any(o.setting.competition == edition and o.setting.event in told[0] and o.setting.sex in told[1] for o in discourse.outings.of(who))
        for who in discourse.cast.full
    )

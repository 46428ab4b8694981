"""A mark whose form is none of its event: `3:41:07` over 1500m, `12:40` over 100m, `15,00m`."""

import re
from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.claims._quantity_kind import quantity_kind
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.lexicon import EventWords
from kerrcheck.mentions import Mention, Quantity
from kerrcheck.modality import modality
from kerrcheck.owners import bond, owner

_FIGURES = re.compile(r"[0-9]+")
_HOUR = 3_600_000
_NOT_RESULTS = ("gap", "order", "split", "fail", "years", "ago")


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every quantity out of the range of the one event named beside it; the detail is that event and the readings that fit."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("quantity"):
            event = _event(discourse, part, m)
            if event is None or _clock(discourse, m) or quantity_kind(discourse, part, m) not in ("odd", "other") or _beside_race(part, m):
                continue
            who = owner(discourse.tokens, discourse.lexicon, part, m)
            how = modality(discourse.tokens, part, m)
            raw = " ".join(discourse.tokens.raw[m.i : m.j])
            readings = tuple(q for q in readings_of(m.value, raw) if event.low <= q.milli <= event.high)
            said = (event, readings)
            yield Claim("odd-mark", m.i, m.j, m.value, who, number, how, context(part, m), detail=said, bond=bond(part, m, who))


def _clock(discourse: Discourse, m: Mention) -> bool:
    """Whether a time stands at the head of a paragraph, as in a live blog: then it is that of the day."""
    tokens = discourse.tokens
    return m.value.shape == "clock" and (m.i == 0 or tokens.paragraph[m.i] != tokens.paragraph[m.i - 1])


def readings_of(value: Quantity, raw: str) -> Iterator[Quantity]:
    """What a clock time may have been meant for: hundredths for its last figures (`3:27:79` is 3:27.79), hours for its first."""
    if value.shape != "clock":
        return
    figures = _FIGURES.findall(raw)
    *before, last = figures
    whole = sum(int(figure) * 60**k for k, figure in enumerate(reversed(before))) * 1000
    if len(last) <= 2:
        yield value._replace(milli=whole + int(last) * 10 ** (3 - len(last)), precision=len(last))
    if len(figures) == 2:
        yield value._replace(milli=value.milli * 60, precision=0)


def _event(discourse: Discourse, part: Part, m: Mention) -> EventWords | None:
    """The only event named in the quantity's sentence, if it is measured in its unit."""
    mine = part.sentence.segment(m.i)
    named = {id_ for x in part.sentence.kind("event") if part.sentence.segment(x.i) == mine for id_ in x.value}
    named = named or ({*part.carried} if m.value.shape == "clock" and len(part.carried) == 1 else set())
    if len(named) != 1 or m.value.shape not in ("clock", "unit"):
        return None
    event = discourse.lexicon.events.get(next(iter(named)))
    return event if event and event.unit == m.value.unit and m.value.milli > event.high else None


def _beside_race(part: Part, m: Mention) -> bool:
    """Whether the words around make the quantity a time of day, a gap or a part of something else."""
    some = _NOT_RESULTS if m.value.milli < _HOUR else _NOT_RESULTS[2:]
    return any(x.kind in some for x in part.sentence.within(part.sentence.segment(m.i)))

"""When something was: a weekday, a date, a year, `last night`, `day eleven`, `three years ago`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality

_KINDS = ("weekday", "date", "year", "ago", "today", "day-number")


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every day word; the value is the mention's."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind(*_KINDS):
            named = any(x.kind == "edition" and x.i <= m.i < x.j for x in part.sentence.mentions)
            if m.i < m.j and not named and not part.sentence.birthday(m):
                clear = [x for x in part.sentence.mentions if x.kind != "modal" or not m.i <= x.i < m.j]
                how = modality(discourse.tokens, part._replace(sentence=part.sentence.holding(clear)), m)
                if how == "planned" and m.kind == "ago" and not isinstance(m.value, str) and m.value[0] < 0:
                    how = "asserted"
                yield Claim("date", m.i, m.j, m.value, None, number, how, context(part, m), detail=m, trace=(m.kind,))

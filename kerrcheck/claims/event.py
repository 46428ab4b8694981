"""Which event, for which sex, in which round: `the men's 1500m final`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every event, sex and round named; the value is what is named, the detail the mention."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("event", "round", "sex"):
            yield Claim(
                "event", m.i, m.j, m.value, None, number, modality(discourse.tokens, part, m), context(part, m), detail=m, trace=(m.kind,)
            )

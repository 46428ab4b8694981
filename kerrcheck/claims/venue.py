"""Where something was: a stadium, or the city of a contest."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every stadium, and every city that a competition is named by; the value is their ids."""
    for number, part in enumerate(discourse.parts):
        cities = {p.i for ref in part.refs for p in ref.parts if p.kind == "city"}
        for m in part.sentence.kind("venue", "city"):
            if m.kind == "city" and m.i not in cities:
                continue
            ids = tuple(sorted({id_ for id_, _ in m.value}))
            yield Claim(
                "venue", m.i, m.j, ids, None, number, modality(discourse.tokens, part, m), context(part, m), detail=m, trace=(m.kind,)
            )

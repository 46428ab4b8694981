"""Which competition, and which edition of it: `the Paris 2024 Olympic Games`, `the world championships in Budapest`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every reference by series or by name; the value is the editions it may mean.

    A plan for an edition that never was is as wrong as a report of it, so that all that is not quoted is asserted.
    """
    for number, part in enumerate(discourse.parts):
        for ref in part.refs:
            if ref.series or ref.named or (ref.city and ref.year):
                how = "quoted" if discourse.tokens.quoted[ref.i] else "asserted"
                yield Claim(
                    "competition", ref.i, ref.j, ref.editions, None, number, how, detail=ref, trace=tuple(p.kind for p in ref.parts)
                )

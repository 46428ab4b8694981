"""A mark that somebody achieved in a contest: `Kerr clocked 3:27.79`.

Every quantity goes through the gate of kind: a gap, a split, a failed height or a race point is no result.
"""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.claims._quantity_kind import quantity_kind
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.owners import bond, owner

_RESULTS = ("mark", "record", "best")


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every result mark of the text; the value is the quantity."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("quantity"):
            kind = quantity_kind(discourse, part, m)
            if kind in _RESULTS:
                who = owner(discourse.tokens, discourse.lexicon, part, m)
                how = modality(discourse.tokens, part, m)
                yield Claim(
                    "result-mark", m.i, m.j, m.value, who, number, how, context(part, m),
                    detail=kind, trace=(f"quantity:{kind}",), bond=bond(part, m, who),
                )  # fmt: skip

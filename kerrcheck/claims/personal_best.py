"""A personal or season's best: set now (`a personal best`), or standing (`whose best was 3:50`)."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.owners import owner
from kerrcheck.recordsaid import meant


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every best; the value is personal or season."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("best"):
            who = meant(discourse, part, owner(discourse.tokens, discourse.lexicon, part, m))
            yield Claim(
                "personal-best",
                m.i,
                m.j,
                m.value,
                who,
                number,
                modality(discourse.tokens, part, m),
                context(part, m),
                trace=(f"best:{m.value}",),
            )

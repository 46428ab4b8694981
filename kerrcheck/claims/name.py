"""A name that is nobody's as it is written, but nearly that of somebody who is meant here."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every misspelt name; the value is the right word."""
    for suspect in discourse.suspects:
        m = suspect.mention
        actor = Actor(m.i, m.j, m.i, (suspect.person,), "full", "subject", m)
        modality = "quoted" if discourse.tokens.quoted[m.i] else "asserted"
        yield Claim(
            "name",
            suspect.at[0],
            suspect.at[1],
            suspect.right,
            actor,
            discourse.tokens.sentence[m.i],
            modality,
            detail=suspect,
            trace=("near",),
        )

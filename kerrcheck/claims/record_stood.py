"""A record that stood before or stands: `Farah's British record`, `the old world record of 7:59.08`, `world record-holder X`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.recordbook import phrases


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record that somebody held or holds; the value is its scopes, the detail the phrase."""
    for number, part in enumerate(discourse.parts):
        for phrase in phrases(discourse, part):
            if phrase.sense in ("stood", "holder"):
                how = modality(discourse.tokens, part, phrase.head)
                yield Claim("record-stood", phrase.i, phrase.j, phrase.scopes, phrase.who, number, how, context(part, phrase.head), detail=phrase, trace=(f"record:{phrase.sense}",))

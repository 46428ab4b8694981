"""A record that somebody sets, breaks or equals now: `setting a new British record`, `3:27.65, an Olympic record`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.recordbook import phrases


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record set; the value is its scopes, the detail the phrase."""
    for number, part in enumerate(discourse.parts):
        for phrase in phrases(discourse, part):
            if phrase.sense == "set":
                how = modality(discourse.tokens, part, phrase.head)
                yield Claim("record-set", phrase.i, phrase.j, phrase.scopes, phrase.who, number, how, context(part, phrase.head), detail=phrase, trace=("record:set",))

"""A record that somebody sets, breaks or equals now: `setting a new British record`, `3:27.65, an Olympic record`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.recordsaid import cited


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record set; the value is its scopes, the detail the citation."""
    for number, quoted, _ in cited(discourse):
        if quoted.reading == "new":
            part, phrase = discourse.parts[number], quoted.phrase
            how = modality(discourse.tokens, part, phrase.head)
            yield Claim(
                "record-set",
                phrase.i,
                phrase.j,
                phrase.scopes,
                quoted.who,
                number,
                how,
                context(part, phrase.head),
                detail=quoted,
                trace=("record:set",),
            )

"""A record that stood before or stands: `Farah's British record`, `the old world record of 7:59.08`, `world record-holder X`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.recordsaid import cited


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record that is spoken of and not set now; the value is its scopes, the detail the citation."""
    for number, quoted, _ in cited(discourse):
        if quoted.reading != "new" and (quoted.who or quoted.mark or quoted.reading):
            part, phrase = discourse.parts[number], quoted.phrase
            how = modality(discourse.tokens, part, phrase.head)
            yield Claim(
                "record-stood",
                phrase.i,
                phrase.j,
                phrase.scopes,
                quoted.who,
                number,
                how,
                context(part, phrase.head),
                detail=quoted,
                trace=(f"record:{quoted.reading or 'named'}",),
            )

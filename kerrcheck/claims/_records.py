"""What the two kinds of record claims share: one that is set now, and one that stood before or stands."""

from collections.abc import Callable, Iterator

from kerrcheck.citations import Citation
from kerrcheck.claims import Claim
from kerrcheck.context import context
from kerrcheck.discourse import Discourse
from kerrcheck.modality import modality
from kerrcheck.recordsaid import cited


def records(discourse: Discourse, kind: str, reading: Callable[[Citation], str | None]) -> Iterator[Claim]:
    """The claims that citations make which have a reading of this kind; the value is the scopes, the detail the citation."""
    for number, quoted, _ in cited(discourse):
        read = reading(quoted)
        if read:
            part, phrase = discourse.parts[number], quoted.phrase
            how = modality(discourse.tokens, part, phrase.head)
            said = context(part, phrase.head)
            yield Claim(kind, phrase.i, phrase.j, phrase.scopes, quoted.who, number, how, said, detail=quoted, trace=(f"record:{read}",))

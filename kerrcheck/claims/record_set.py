"""A record that somebody sets, breaks or equals now: `setting a new British record`, `3:27.65, an Olympic record`."""

from collections.abc import Iterator

from kerrcheck.claims import Claim
from kerrcheck.claims._records import records
from kerrcheck.discourse import Discourse


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record set; the value is its scopes, the detail the citation."""
    return records(discourse, "record-set", lambda quoted: "set" if quoted.reading == "new" else None)

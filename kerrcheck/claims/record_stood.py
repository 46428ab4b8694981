"""A record that stood before or stands: `Farah's British record`, `the old world record of 7:59.08`, `world record-holder X`."""

from collections.abc import Iterator

from kerrcheck.citations import Citation
from kerrcheck.claims import Claim
from kerrcheck.claims._records import records
from kerrcheck.discourse import Discourse


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every record that is spoken of and not set now; the value is its scopes, the detail the citation."""
    return records(discourse, "record-stood", _reading)


def _reading(quoted: Citation) -> str | None:
    """How it is spoken of, where it is more than a word: somebody's, of a mark, or standing at some time."""
    spoken = quoted.reading != "new" and (quoted.who or quoted.mark or quoted.reading)
    return (quoted.reading or "named") if spoken else None

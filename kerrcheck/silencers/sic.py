"""`[sic]` straight after the words: they stand as they are meant to."""

import re
from collections.abc import Iterator

from kerrcheck.findings import Report
from kerrcheck.settings import Settings
from kerrcheck.silencers import Silencer
from kerrcheck.text import Span

# Between the words and the mark may stand what closes a quotation, an emphasis or a tag, and one blank.
_SIC = re.compile(
    r"""(?:</\w{1,20}>|["'”’»*_)\]])*(?:[ \t\u00a0\u202f]|&nbsp;|&\#160;)?(?:<\w{1,20}>|[*_(])*\[\s?sic\s?!?\s?\]""", re.IGNORECASE
)


def silencers(report: Report, settings: Settings) -> Iterator[Silencer]:  # noqa: ARG001 (an author's mark holds whatever is set)
    """One for each finding whose words are marked so."""
    for span in dict.fromkeys(finding.span for finding in report.findings):
        if found := _SIC.match(report.text, span.end):
            yield Silencer("sic", frozenset(), (span,), Span(found.end() - 1, found.end()), "marked [sic]", within=True, owed=False)

"""The whole report for programs: every claim, verdict, finding and source, one document a line."""

from collections.abc import Iterator

from kerrcheck.reports import Page, Run
from kerrcheck.reports._document import SCHEMA_VERSION, document, encoded, head, tail

__all__ = ["SCHEMA_VERSION", "document", "render"]


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (a program reads no page)
    """The report as one JSON object; offsets are characters, lines and columns count from 1."""
    yield encoded(head(run))[:-1] + ', "documents": ['
    for number, report in enumerate(run.documents):
        yield (",\n" if number else "\n") + encoded(document(report))
    yield "],\n" + encoded(tail(run))[1:] + "\n"

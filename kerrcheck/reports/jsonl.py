"""The report for programs that read line by line: an object for each document, then one with the counts of the run."""

from collections.abc import Iterator

from kerrcheck.reports import Page, Run
from kerrcheck.reports._document import document, encoded, head, tail


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (a program reads no page)
    """The documents of the JSON report, each on its line; the last line has its other keys."""
    for report in run.documents:
        yield encoded(document(report)) + "\n"
    yield encoded(head(run) | tail(run)) + "\n"

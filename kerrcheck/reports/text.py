"""One line for each finding, for pipes and editors: `path:line:col: severity check-name message`."""

from collections.abc import Iterator

from kerrcheck.reports import Page, Run
from kerrcheck.text import Lines
from kerrcheck.visible import escaped


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (a line is a line on every page)
    """Each finding on its own line, with nothing in it that a terminal would obey."""
    for report in run.documents:
        lines = Lines(report.text) if report.findings else None
        for finding in report.findings:
            line, column = lines.place(finding.span.start) if lines else (1, 1)
            yield escaped(f"{report.path}:{line}:{column}: {finding.severity} {finding.check} {finding.message}") + "\n"

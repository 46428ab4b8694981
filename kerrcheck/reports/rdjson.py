"""The diagnostic format of reviewdog, with suggestions that a reviewer can take over."""

from collections.abc import Iterator
from typing import Any

from kerrcheck.findings import Finding, Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports._document import encoded
from kerrcheck.reports._paths import relative
from kerrcheck.reports._ranked import lines
from kerrcheck.reports._regions import Regions
from kerrcheck.text import Span

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (reviewdog itself finds the root from the folder it runs in)
    """One object with all diagnostics; columns count bytes of UTF-8, as the format wants it."""
    told = [diagnostic for report in run.documents for diagnostic in _diagnostics(report)]
    told += [
        {"message": failure.message, "location": {"path": relative(failure.path, "")}, "severity": "ERROR"} for failure in run.failures
    ]
    gravest = next((_SEVERITIES[severity] for severity, number in run.severities().items() if number), "UNKNOWN_SEVERITY")
    head = {"source": {"name": "kerrcheck"}, "severity": "ERROR" if run.failures else gravest}
    yield encoded(head)[:-1] + ', "diagnostics": [' + ",".join("\n" + encoded(one) for one in told) + "]}\n"


def _diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """A document's findings."""
    regions = Regions(report.text)
    path = relative(report.path, "")
    for finding in report.findings:
        yield _diagnostic(finding, path, regions)


def _diagnostic(finding: Finding, path: str, regions: Regions) -> dict[str, Any]:
    """One finding; the words that it is about may go over several lines."""
    told: dict[str, Any] = {
        "message": "\n".join(lines(finding)),
        "location": {"path": path, "range": _range(regions, finding.span)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.check},
    }
    if finding.suggestion:
        fix = finding.suggestion
        told["suggestions"] = [{"range": _range(regions, fix.span), "text": fix.replacement}]
    if finding.related:
        told["related_locations"] = [
            {"message": said, "location": {"path": path, "range": _range(regions, span)}} for span, said in finding.related
        ]
    return told


def _range(regions: Regions, span: Span) -> dict[str, Any]:
    """A span by lines and bytes, both from 1, the end exclusive."""
    region = regions.whole(span)
    return {
        "start": {"line": region.line, "column": regions.bytes_before(span.start) + 1},
        "end": {"line": region.end_line, "column": regions.bytes_before(span.end) + 1},
    }

"""GitLab's code quality report: findings beside the changed lines of a merge request."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from kerrcheck.findings import Report
from kerrcheck.fingerprint import fingerprints
from kerrcheck.reports import Failure, Page, Run
from kerrcheck.reports._document import encoded
from kerrcheck.reports._paths import relative
from kerrcheck.reports._ranked import elsewhere, lines
from kerrcheck.reports._regions import Regions

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(run: Run, page: Page) -> Iterator[str]:
    """A list with an issue for each finding, and a blocking one for each document that could not be examined."""
    issues = [issue for report in run.documents for issue in _issues(report, page.root)]
    issues += [_failed(failure, page.root) for failure in run.failures]
    yield "[" + ",".join("\n" + encoded(issue) for issue in issues) + "]\n"


def _issues(report: Report, root: str) -> Iterator[dict[str, Any]]:
    """A document's findings; a fingerprint is told apart from those of other files."""
    regions = Regions(report.text)
    path = relative(report.path, root)
    for finding, print_ in zip(report.findings, fingerprints(report), strict=True):
        region = regions.on_one_line(finding.span)
        begin, end = {"line": region.line, "column": region.column}, {"line": region.end_line, "column": region.end_column}
        yield {
            "description": "\n".join(lines(finding, elsewhere(finding, report.text, regions))),
            "check_name": finding.check,
            "fingerprint": _digest(path, print_),
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": path,
                "lines": {"begin": region.line, "end": region.end_line},
                "positions": {"begin": begin, "end": end},
            },
        }


def _failed(failure: Failure, root: str) -> dict[str, Any]:
    """A document that could not be examined."""
    path = relative(failure.path, root)
    return {
        "description": failure.message,
        "check_name": "kerrcheck",
        "fingerprint": _digest(path, failure.message),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _digest(path: str, what: str) -> str:
    """A fingerprint within a whole repository."""
    return blake2b(f"{path}\n{what}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

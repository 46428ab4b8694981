"""JUnit XML, for build servers that show tests: a suite for each document, a case for each finding."""

from collections.abc import Iterator
from html import escape

from kerrcheck.findings import Report
from kerrcheck.reports import Failure, Page, Run
from kerrcheck.reports._ranked import elsewhere, lines
from kerrcheck.reports._regions import Regions
from kerrcheck.visible import escaped

MARKUP = True


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (paths print as they were given)
    """Errors and warnings are failures, notes are cases that passed and say why; a document without findings is one case."""
    found = run.severities()
    failing = found["error"] + found["warning"]
    cases = failing + found["info"] + sum(not report.findings for report in run.documents) + len(run.failures)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="kerrcheck" tests="{cases}" failures="{failing}" errors="{len(run.failures)}">\n'
    for report in run.documents:
        yield from _suite(report)
    for failure in run.failures:
        yield from _failed(failure)
    yield "</testsuites>\n"


def _suite(report: Report) -> Iterator[str]:
    """A document with its findings."""
    path = _attribute(report.path)
    failing = sum(finding.severity != "info" for finding in report.findings)
    yield f'  <testsuite name="{path}" tests="{max(1, len(report.findings))}" failures="{failing}" errors="0">\n'
    yield from _cases(report, path)
    if not report.findings:
        yield f'    <testcase classname="{path}" name="nothing was found"/>\n'
    yield "  </testsuite>\n"


def _cases(report: Report, path: str) -> Iterator[str]:
    """A document's findings, each with its place, its severity and what it rests on."""
    regions = Regions(report.text)
    for finding in report.findings:
        region = regions.whole(finding.span)
        words = report.text[finding.span.start : finding.span.end]
        extent = f"{region.line}:{region.column}-{region.end_line}:{region.end_column}"
        told = lines(finding, elsewhere(finding, report.text, regions))
        body = "\n".join([f"{extent}: {finding.severity} {finding.check} “{escaped(words)}”", *map(escaped, told)])
        yield f'    <testcase classname="{path}" name="{_attribute(finding.check)} at {extent}" file="{path}" line="{region.line}">'
        if finding.severity == "info":
            yield f"<system-out>{escape(body)}</system-out></testcase>\n"
        else:
            yield f'<failure type="{finding.severity}" message="{_attribute(finding.message)}">{escape(body)}</failure></testcase>\n'


def _failed(failure: Failure) -> Iterator[str]:
    """A document that could not be examined."""
    path, said = _attribute(failure.path), _attribute(failure.message)
    yield f'  <testsuite name="{path}" tests="1" failures="0" errors="1">\n'
    yield f'    <testcase classname="{path}" name="it could not be examined"><error type="error" message="{said}"/></testcase>\n'
    yield "  </testsuite>\n"


def _attribute(text: str) -> str:
    """Text as the value of an attribute; what XML has no place for is written as an escape."""
    return escape(escaped(text))

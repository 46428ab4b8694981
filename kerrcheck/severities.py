"""Findings in the severity that a desk gives their checks."""

from collections.abc import Iterable, Iterator

from kerrcheck.findings import SEVERITIES, Finding
from kerrcheck.selection import check
from kerrcheck.settings import Settings


def graded(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Findings as asked for: those of checks that are off left out, the others in the severity set for their check.

    A finding that is milder than its check usually is, as inside quotation marks, is never made graver.
    """
    wanted = dict(settings.severity)
    for finding in findings:
        grade = wanted.get(finding.check)
        if grade is None:
            yield finding
        elif grade != "off":
            yield finding._replace(severity=_graded(finding, grade))


def _graded(finding: Finding, grade: str) -> str:
    """The severity of a finding whose check was given another."""
    lowered = SEVERITIES.index(finding.severity) < SEVERITIES.index(check(finding.check).SEVERITY)
    return min(grade, finding.severity, key=SEVERITIES.index) if lowered else grade

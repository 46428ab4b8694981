"""What is told on standard error, and the exit status that goes with it."""

import sys
from collections.abc import Mapping

from kerrcheck.findings import SEVERITIES, Report
from kerrcheck.reports import Failure, Run
from kerrcheck.visible import escaped


def refused(message: str) -> int:
    """Say on one line why a command did not do its work."""
    noted(message)
    return 2


def noted(message: str) -> None:
    """Say on one line what is worth knowing though the work was done."""
    _tell(f"kerrcheck: {message}")


def said(text: str) -> None:
    """Put a piece of a report on standard error, where standard output is taken."""
    if sys.stderr is not None:
        sys.stderr.write(text)


def fault() -> int:
    """Say what went wrong in us: the traceback of the exception at hand."""
    from traceback import format_exc

    for line in format_exc().splitlines():
        _tell(line)
    return 3


def status(run: Run, fail_on: Mapping[str, str]) -> int:
    """The exit status of a run: 3 for a fault of ours, 2 for a file that could not be read, 1 for findings, else 0.

    `fail_on` has each document's mildest severity that makes the status 1.
    """
    return max(failed(run.failures), *(_found(report, fail_on[report.path]) for report in run.documents), 0)


def failed(failures: tuple[Failure, ...]) -> int:
    """Tell of each failure, a fault of ours with its traceback, and give the status: 0 where there is none."""
    for failure in failures:
        for line in (failure.bug or "").splitlines():
            _tell(line)
        refused(failure.message)
    return max((3 if failure.bug else 2 for failure in failures), default=0)


def _found(report: Report, fail_on: str) -> int:
    """1 where a finding is at or above the fail level."""
    levels = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on in SEVERITIES else ()
    return int(any(finding.severity in levels for finding in report.findings))


def _tell(line: str) -> None:
    """Write a line to standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(escaped(line) + "\n")

"""Kinds of output, one a module: a report has `render(run, page)` and yields text, piece by piece.

    render(run, page)    the whole report, as pieces of text to be written one after the other
    MARKUP = True        only where it is HTML or XML: what an output's encoding lacks is then written as a reference

The first line of its docstring says what the format is for; its file's name is what `--format` takes.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from kerrcheck.findings import Report


class StoreFacts(Protocol):
    """What a report says about the store that the documents were held against."""

    @property
    def id(self) -> str:
        """The digest of the canonical facts."""

    @property
    def facts(self) -> int:
        """How many facts it holds."""

    @property
    def sources(self) -> int:
        """How many sources they come from."""

    @property
    def complete_to(self) -> str:
        """The ISO day to which it is complete."""


class Failure(NamedTuple):
    """A document that could not be examined; `bug` is the traceback where the fault is ours."""

    path: str
    message: str
    bug: str | None = None


class Run(NamedTuple):
    """Everything a report tells: the documents in their order, what failed, and the store they were held against."""

    documents: tuple[Report, ...]
    failures: tuple[Failure, ...]
    store: StoreFacts

    def count(self, verdict: str) -> int:
        """How many claims of all documents got this verdict."""
        return sum(report.count(verdict) for report in self.documents)

    def severities(self) -> dict[str, int]:
        """How many findings of each severity there are, the gravest first."""
        found = [finding.severity for report in self.documents for finding in report.findings]
        return {severity: found.count(severity) for severity in ("error", "warning", "info")}


class Page(NamedTuple):
    """What a report is written on: its width in columns, whether colours are understood, and the folder that its paths begin at."""

    width: int = 80
    colour: bool = False
    root: str = ""


class Format(Protocol):
    """What a module of this folder offers."""

    def render(self, run: Run, page: Page) -> Iterator[str]:
        """The report, piece by piece."""

"""The shipped canon, opened once for all tests, and what it says about texts and about the five source articles."""

from functools import cache
from pathlib import Path

from kerrcheck.canon import canon
from kerrcheck.files import read
from kerrcheck.findings import Finding, Report
from kerrcheck.pipeline import examine
from kerrcheck.publication import dated
from kerrcheck.readers.plain import front_matter_end
from kerrcheck.store import Store
from kerrcheck.text import Document


@cache
def store() -> Store:
    """The canon."""
    return canon()


@cache
def judged(text: str, published: str | None = None) -> Report:
    """The report on a text, judged on a day, made once."""
    return examine(dated(Document("", text, body=front_matter_end(text)), published), store())


@cache
def sources(material: Path) -> dict[str, Report]:
    """The reports on the five source articles, by file name."""
    return {path.name: examine(dated(read(str(path))), store()) for path in sorted((material / "sources").glob("*.txt"))}


def loud(report: Report) -> list[Finding]:
    """The errors and warnings of a report."""
    return [finding for finding in report.findings if finding.severity != "info"]


def words(report: Report, finding: Finding) -> str:
    """The words that a finding is about."""
    return report.text[finding.span.start : finding.span.end]


def mended(text: str, finding: Finding) -> str | None:
    """The whole text with a finding's suggestion put in, None where it has none."""
    fix = finding.suggestion
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :] if fix else None

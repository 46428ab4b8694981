"""The findings of a run by their gravity, and each in lines of words: for formats that can show only so many, or so little."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kerrcheck.findings import SEVERITIES, Finding, Report
from kerrcheck.grounds import grounds
from kerrcheck.reports import Run
from kerrcheck.reports._regions import Region, Regions

NOUNS = (("error", "error"), ("warning", "warning"), ("info", "note"))


class Ranked(NamedTuple):
    """A finding, the report that has it, and the region of its words on their first line."""

    report: Report
    finding: Finding
    region: Region
    regions: Regions


def ranked(run: Run) -> list[Ranked]:
    """All findings of a run, the gravest first, otherwise in the order of documents and text."""
    found = [
        Ranked(report, finding, regions.on_one_line(finding.span), regions)
        for report in run.documents
        if report.findings
        for regions in (Regions(report.text),)
        for finding in report.findings
    ]
    return sorted(found, key=lambda one: -SEVERITIES.index(one.finding.severity))


def reasons(finding: Finding) -> Iterator[tuple[str, str]]:
    """Pairs of a label and a text: what to write, and all that the finding rests on."""
    fix = finding.suggestion
    if fix and fix.span == finding.span:
        yield "write", fix.replacement
    yield from grounds(finding)


def elsewhere(finding: Finding, text: str, regions: Regions) -> Iterator[tuple[str, str]]:
    """Pairs of the same kind on the other places of the text that a finding is about."""
    for span, said in finding.related:
        here = regions.whole(span)
        yield "see", f"{here.line}:{here.column} “{text[span.start : span.end]}”{', ' * bool(said)}{said}"


def lines(finding: Finding, more: Iterable[tuple[str, str]] = ()) -> list[str]:
    """A finding in lines: the message, then what to write and what it rests on, and what more is to be told."""
    return [finding.message, *(f"{label}: {text}" for label, text in (*reasons(finding), *more))]

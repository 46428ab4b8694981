"""SARIF 2.1.0, for code scanning and whatever else reads it: every check as a rule, findings with fingerprints and fixes."""

from collections.abc import Iterator
from typing import Any

from kerrcheck import __version__
from kerrcheck.coverage import counted
from kerrcheck.findings import Finding, Report
from kerrcheck.fingerprint import fingerprints
from kerrcheck.reports import Page, Run
from kerrcheck.reports._document import encoded
from kerrcheck.reports._paths import uri
from kerrcheck.reports._ranked import lines
from kerrcheck.reports._regions import Region, Regions
from kerrcheck.reports._sarif_rules import LEVELS, rules

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# The only one that code scanning reads; its own is made from the first letters of a line, and a line of prose is a paragraph.
_FINGERPRINT = "primaryLocationLineHash"
# Code scanning refuses a run of more.
_MOST = 25_000
_ESCAPES = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def render(run: Run, page: Page) -> Iterator[str]:
    """One run with all rules, a line each, and the results, a line each; no results is an empty list, so that alerts close."""
    declared = rules(finding for report in run.documents for finding in report.findings)
    driver = {"name": "kerrcheck", "version": __version__, "semanticVersion": __version__}
    yield encoded({"$schema": _SCHEMA, "version": "2.1.0"})[:-1] + ', "runs": [{"tool": {"driver": '
    yield encoded(driver)[:-1] + ', "rules": [\n' + ",\n".join(map(encoded, declared)) + "]}},\n"
    yield encoded(_about(run, page))[1:-1] + ', "results": ['
    numbers = {rule["id"]: number for number, rule in enumerate(declared)}
    room, before = _room(run), "\n"
    for report in run.documents:
        for result in _results(report, page.root, numbers):
            room[result["level"]] -= 1
            if room[result["level"]] >= 0:
                yield before + encoded(result)
                before = ",\n"
    yield "]}]}\n"


def _room(run: Run) -> dict[str, int]:
    """How many results of each level are told: the gravest first, as many as one upload may have."""
    left, room = _MOST, {}
    for severity, found in run.severities().items():
        room[LEVELS[severity]] = min(found, left)
        left -= room[LEVELS[severity]]
    return room


def _about(run: Run, page: Page) -> dict[str, Any]:
    """What is said of the whole run: how columns and lines count, and what could not be examined."""
    told: list[dict[str, Any]] = [
        {"level": "error", "message": {"text": _plain(failure.message)}, "locations": [_file(failure.path, page.root)]}
        for failure in run.failures
    ]
    over = sum(run.severities().values()) - _MOST
    if over > 0:
        told.append(
            {"level": "warning", "message": {"text": f"{counted(over, 'result')} left out, the mildest: there is room for {_MOST:,}"}}
        )
    store = {"id": run.store.id, "complete_to": run.store.complete_to}
    return {
        "automationDetails": {"id": "kerrcheck/"},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [{"executionSuccessful": not run.failures, "toolExecutionNotifications": told}],
        "properties": {"store": store},
    }


def _results(report: Report, root: str, numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    """A document's findings."""
    regions = Regions(report.text)
    file = {"uri": uri(report.path, root)}
    for finding, print_ in zip(report.findings, fingerprints(report), strict=True):
        result = {
            "ruleId": finding.check,
            "ruleIndex": numbers[finding.check],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(file, regions, finding)],
            "partialFingerprints": {_FINGERPRINT: print_},
        }
        related = [
            {"id": id_, "message": {"text": _plain(said)}, "physicalLocation": _place(file, regions.on_one_line(span))}
            for id_, (span, said) in enumerate(finding.related, 1)
        ]
        if related:
            result["relatedLocations"] = related
        if finding.suggestion:
            result["fixes"] = [_fix(file, regions, finding)]
        yield result


def _message(finding: Finding) -> str:
    """The message with links to the related places, then what it rests on."""
    first, *rest = map(_plain, lines(finding))
    links = ", ".join(f"[{_plain(said) or 'there'}]({id_})" for id_, (_, said) in enumerate(finding.related, 1))
    return "\n".join([f"{first} ({links})" if links else first, *rest])


def _location(file: dict[str, str], regions: Regions, finding: Finding) -> dict[str, Any]:
    """Where a finding is: on one line, with all its lines around it where its words go on."""
    here, whole = regions.on_one_line(finding.span), regions.whole(finding.span)
    around = {"contextRegion": _region(whole)} if here != whole else {}
    return {"physicalLocation": _place(file, here) | around}


def _place(file: dict[str, str], region: Region) -> dict[str, Any]:
    """A region of a file."""
    return {"artifactLocation": file, "region": _region(region)}


def _region(region: Region) -> dict[str, int]:
    """A region in lines and columns and in characters."""
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": region.span.start,
        "charLength": region.span.end - region.span.start,
    }


def _fix(file: dict[str, str], regions: Regions, finding: Finding) -> dict[str, Any]:
    """The suggestion as a replacement."""
    fix = finding.suggestion
    assert fix is not None
    change = {"deletedRegion": _region(regions.whole(fix.span)), "insertedContent": {"text": fix.replacement}}
    return {
        "description": {"text": _plain(f"write {fix.replacement}")},
        "artifactChanges": [{"artifactLocation": file, "replacements": [change]}],
    }


def _file(path: str, root: str) -> dict[str, Any]:
    """A file as a location."""
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path, root)}}}


def _plain(text: str) -> str:
    """Text in which nothing is a link or a placeholder."""
    return text.translate(_ESCAPES)

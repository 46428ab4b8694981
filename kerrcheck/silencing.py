"""Silencing: findings that a writer or a desk lets stand are set aside, counted, with the reason; what silences nothing is told."""

import os
from collections.abc import Iterator, Sequence

from kerrcheck.findings import Finding, Report, Silenced
from kerrcheck.members import member
from kerrcheck.selection import check_names
from kerrcheck.settings import Settings
from kerrcheck.severities import graded
from kerrcheck.silencers import Silencer

UNUSED = "unused-silencer"
_COMMENTED = "kerrcheck:"
_SIDECAR = ".kerrcheck.toml"


def silenced(report: Report, settings: Settings) -> Report:
    """The report with the findings that are silenced set apart, and with a remark on each silencer that is of no use."""
    found = [one for kind in _kinds(report, settings) for one in member("silencers", kind).silencers(report, settings)]
    if not found:
        return report
    able = [not one.wrong and not ended(one.until, settings.today) for one in found]
    kept: list[Finding] = []
    apart: list[Silenced] = []
    used: set[int] = set()
    for finding in report.findings:
        by = [number for number, one in enumerate(found) if able[number] and one.covers(finding)]
        used.update(by)
        if by:
            one = found[by[0]]
            apart.append(Silenced(finding, one.by, one.reason, one.until, one.place))
        else:
            kept.append(finding)
    kept += graded(_remarks([one for number, one in enumerate(found) if number not in used], settings), settings)
    findings = tuple(sorted(kept, key=lambda finding: (finding.span, finding.check)))
    return report._replace(findings=findings, silenced=(*report.silenced, *apart))


def _kinds(report: Report, settings: Settings) -> Iterator[str]:
    """The kinds of silencers that a report may have: a text without any costs two searches and a question to the file system."""
    if settings.accepted and report.findings:
        yield "accepted"
    if _COMMENTED in report.text and report.path.lower().endswith(member("silencers", "comment").SUFFIXES):
        yield "comment"
    if report.findings and "sic" in report.text.lower():
        yield "sic"
    if report.path not in ("", "-") and os.path.isfile(report.path + _SIDECAR):
        yield "sidecar"


def ended(until: str | None, today: str | None) -> bool:
    """Whether a silencer was for days that are past; without a day to judge on none is."""
    return bool(today and until and until < today)


def _remarks(unused: Sequence[Silencer], settings: Settings) -> Iterator[Finding]:
    """What is told of silencers that silenced nothing, where that is asked for."""
    if asked(settings, frozenset((UNUSED,))):
        for one in unused:
            if message := _message(one, settings):
                yield Finding(UNUSED, "input", "info", message, one.at)


def _message(one: Silencer, settings: Settings) -> str:
    """What is wrong with a silencer that silenced nothing; empty where that may be as it should."""
    name = f"this silencer ({one.place})" if one.place else "this silencer"
    why = f": {one.reason}" if one.reason else ""
    if one.wrong:
        return f"{name} {one.wrong}"
    if ended(one.until, settings.today):
        return f"{name} ended on {one.until}; take it out, or say until when it holds{why}"
    return f"{name} silences nothing; take it out{why}" if one.owed and asked(settings, one.checks) else ""


def asked(settings: Settings, checks: frozenset[str]) -> bool:
    """Whether every one of some checks was run, none standing for all there are."""
    off = {check for check, grade in settings.severity if grade == "off"} | (settings.ignore or frozenset())
    every = checks or frozenset(check_names())
    return not (every & off) and (settings.select is None or every <= settings.select)

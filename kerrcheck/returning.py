"""Returning: a report on the prose of a marked-up file, taken back to the file as it lies on disk."""

import re
from html import escape

from kerrcheck.findings import Finding, Report, Suggestion
from kerrcheck.origin import Origin
from kerrcheck.text import Span

_LINE_END = re.compile(r"[\r\n]")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&$@^\r\n]|!$|://|www\.")
_MARKER = re.compile(r"[ \t>]*(?:[-+=]|\d{1,9}[.)])(?:\s|$|[-=])")


def returned(report: Report, origin: Origin) -> Report:
    """The same report, its text the file's and every place in it a place in the file."""
    return report._replace(
        text=origin.text,
        claims=tuple(claim._replace(span=origin.span(claim.span)) for claim in report.claims),
        findings=tuple(_finding(finding, report.text, origin) for finding in report.findings),
        unread=tuple((origin.span(span), kind) for span, kind in report.unread),
        quoted=tuple(map(origin.span, report.quoted)),
    )


def _finding(finding: Finding, prose: str, origin: Origin) -> Finding:
    """A finding in its place, with its fix where that can be written there exactly."""
    return finding._replace(
        span=origin.span(finding.span),
        suggestion=_suggestion(finding.suggestion, prose, origin) if finding.suggestion else None,
        related=tuple((origin.span(span), message) for span, message in finding.related),
    )


def _suggestion(fix: Suggestion, prose: str, origin: Origin) -> Suggestion | None:
    """A fix as it is written in the file; None where mark-up stands between its words, or the words cannot be written there."""
    if not origin.unbroken(fix.span):
        return None
    place = origin.span(fix.span)
    if _LINE_END.search(origin.text, *place) and not _LINE_END.search(prose, *fix.span):
        return None
    written: str | None = fix.replacement
    for layer in origin.writing:
        written = None if written is None else _written(written, layer, origin.text, place)
    return None if written is None else fix._replace(span=place, replacement=written)


def _written(words: str, layer: str, text: str, place: Span) -> str | None:
    """Words as one layer of mark-up has them; None where it could take them for something else."""
    if layer == "html":
        return escape(words, quote=False)
    if layer == "xml":
        return None if re.search(r"[&<>]", words) else words
    if layer == "json":
        from json import dumps

        return dumps(words, ensure_ascii=text.isascii())[1:-1]
    line = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
    opening = text[line : place.start] + words + text[place.end : place.end + 3]
    return None if _MARKDOWN.search(words) or (_MARKER.match(opening) and not text[line : place.start].strip(" \t>")) else words

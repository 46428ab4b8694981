"""A run as plain values: what the JSON reports and what is built on them share."""

from __future__ import annotations

from json import JSONEncoder
from typing import Any

from kerrcheck import __version__
from kerrcheck.findings import ClaimRecord, Finding, Report, Shown
from kerrcheck.reports import Run
from kerrcheck.text import Lines, Span
from kerrcheck.visible import in_json

SCHEMA_VERSION = 1


def head(run: Run) -> dict[str, Any]:
    """What a report says of itself: the version of its shape, the tool, the store."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "kerrcheck", "version": __version__}, "store": _store(run)}


def tail(run: Run) -> dict[str, Any]:
    """What a report says of the whole run: the documents that could not be examined, and the counts."""
    return {"errors": [{"path": failure.path, "message": failure.message} for failure in run.failures], "summary": _summary(run)}


def document(report: Report) -> dict[str, Any]:
    """One document's part of the report, as plain values."""
    place = Places(report.text)
    return {
        "path": report.path,
        "published": report.published,
        "published_from": report.published_from,
        "words": report.words,
        "claims": [_claim(claim, place) for claim in report.claims],
        "findings": [_finding(finding, place) for finding in report.findings],
        "unread": [{"span": place.span(span), "kind": kind} for span, kind in report.unread],
        "silenced": [
            {**_finding(one.finding, place), "by": one.by, "reason": one.reason or None, "until": one.until} for one in report.silenced
        ],
    }


class Places:
    """Spans of one text in their public form."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)

    def span(self, span: Span) -> dict[str, Any]:
        """Offsets, lines and columns of a span, and exactly its text; `end_column` is exclusive."""
        line, column = self._lines.place(span.start)
        end_line, end_column = self._lines.place(span.end)
        return {
            "start": span.start,
            "end": span.end,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "text": self._text[span.start : span.end],
        }


def plain(value: Any) -> Any:
    """A value as JSON has it: its own public form where it has one."""
    if hasattr(value, "json"):
        return value.json()
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    return value if value is None or isinstance(value, str | int | float) else str(value)


def encoded(value: Any) -> str:
    """One value on one line; what a terminal would obey, and a lone surrogate of a file name, is an escape."""
    return in_json(_ENCODER.encode(value))


_ENCODER = JSONEncoder(ensure_ascii=False)


def _store(run: Run) -> dict[str, Any]:
    """The store that the documents were held against."""
    store = run.store
    return {"id": store.id, "facts": store.facts, "sources": store.sources, "complete_to": store.complete_to}


def _summary(run: Run) -> dict[str, Any]:
    """Counts over all documents."""
    return {
        "documents": len(run.documents),
        "claims": sum(len(report.claims) for report in run.documents),
        "supported": run.count("supported"),
        "contradicted": run.count("contradicted"),
        "conflicting": run.count("conflicting"),
        "unverified": run.count("unverified"),
        "not_checkable": run.count("not-checkable"),
        "findings": run.severities(),
        "silenced": sum(len(report.silenced) for report in run.documents),
    }


def _claim(claim: ClaimRecord, place: Places) -> dict[str, Any]:
    """A claim with its verdict."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "span": place.span(claim.span),
        "subject": {"id": claim.subject[0], "label": claim.subject[1]} if claim.subject else None,
        "value": plain(claim.value),
        "modality": claim.modality,
        "context": claim.context,
        "verdict": claim.verdict,
        "reason": claim.reason,
        "evidence": [_evidence(shown) for shown in claim.evidence],
    }


def _finding(finding: Finding, place: Places) -> dict[str, Any]:
    """A finding with what to write instead."""
    fix = finding.suggestion
    return {
        "check": finding.check,
        "family": finding.family,
        "severity": finding.severity,
        "message": finding.message,
        "span": place.span(finding.span),
        "expected": finding.expected,
        "answers": list(finding.answers),
        "suggestion": {"span": place.span(fix.span), "replacement": fix.replacement, "safe": fix.safe} if fix else None,
        "claim": finding.claim,
        "related": [{"span": place.span(span), "message": message} for span, message in finding.related],
        "evidence": [_evidence(shown) for shown in finding.evidence],
    }


def _evidence(shown: Shown) -> dict[str, Any]:
    """One source's support."""
    source = {"id": shown.source, "title": shown.title, "date": shown.date, "locator": shown.locator}
    return {"fact": shown.fact, "value": plain(shown.value), "source": source}

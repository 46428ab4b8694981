"""Diagnostics: findings as an editor shows them, with everything that a fix or a reader may ask of them."""

from lsprotocol import types

from kerrcheck.editor.answers import Answer
from kerrcheck.editor.pages import page
from kerrcheck.findings import Finding
from kerrcheck.text import Span
from kerrcheck.visible import escaped

SOURCE = "kerrcheck"

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(answer: Answer) -> list[types.Diagnostic]:
    """The findings of an answer, in the order of the text; or why it could not be read, at its beginning."""
    if answer.trouble:
        start = types.Position(0, 0)
        said = escaped(answer.trouble)
        return [types.Diagnostic(types.Range(start, start), said, types.DiagnosticSeverity.Information, source=SOURCE)]
    return [diagnostic(answer, finding) for finding in answer.findings]


def diagnostic(answer: Answer, finding: Finding) -> types.Diagnostic:
    """One finding."""
    href = page(finding.check)
    return types.Diagnostic(
        range=answer.range(finding.span),
        message=escaped(f"{finding.message} ({finding.sum})" if finding.sum else finding.message),
        severity=_SEVERITIES[finding.severity],
        code=finding.check,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
        related_information=[_related(answer, where, said) for where, said in finding.related] or None,
        data=_data(answer, finding),
    )


def _related(answer: Answer, span: Span, said: str) -> types.DiagnosticRelatedInformation:
    """Another place of the text that a finding speaks of."""
    return types.DiagnosticRelatedInformation(types.Location(answer.of.uri, answer.range(span)), escaped(said))


def _data(answer: Answer, finding: Finding) -> dict[str, object]:
    """What a program may want to know: the answers, the fix, the facts, and whether the whole text was read for it."""
    fix = finding.suggestion
    return {
        "family": finding.family,
        "expected": finding.expected,
        "answers": list(finding.answers),
        "replacement": fix.replacement if fix else None,
        "safe": bool(fix and fix.safe),
        "facts": sorted({shown.fact for shown in finding.evidence}),
        "reading": "whole" if answer.whole else "paragraph",
    }

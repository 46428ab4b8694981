"""Mending: what an editor offers to do about a finding: replace the words, accept a name, silence the check here."""

import re
from collections.abc import Iterator

from lsprotocol import types

from kerrcheck.editor.answers import Answer
from kerrcheck.editor.diagnostics import diagnostic
from kerrcheck.findings import Finding
from kerrcheck.text import Lines, Span
from kerrcheck.visible import escaped

ACCEPT = "kerrcheck.accept"

_MARKED = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml")
_NAMES = "names"
# What begins a block of its own, and so ends the one before it.
_BLOCK = re.compile(r"\s*(?:[<#>]|[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~)")
_ROW = re.compile(r"\s*\|")


def actions(answer: Answer, range_: types.Range, path: str) -> list[types.CodeAction]:
    """The quick fixes for the findings that a range touches, the preferred one of each first."""
    return [action for finding in answer.touching(range_) for action in _of(answer, finding, path)]


def _of(answer: Answer, finding: Finding, path: str) -> Iterator[types.CodeAction]:
    """What can be done about one finding."""
    shown = [diagnostic(answer, finding)]
    fix, words = finding.suggestion, _words(answer, finding.span)
    if fix is not None:
        title = f"Replace “{_words(answer, fix.span)}” with “{fix.replacement}”"
        yield _edit(answer, escaped(title), types.TextEdit(answer.range(fix.span), fix.replacement), shown, preferred=True)
    if finding.family == _NAMES:
        command = types.Command("Accept this name", ACCEPT, arguments=[answer.of.uri, words])
        title = escaped(f"Accept the name “{words}”")
        yield types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=shown, command=command)
    yield _edit(answer, f"Silence {finding.check} here", _silencer(answer, finding, path), shown)


def _words(answer: Answer, span: Span) -> str:
    """The words at a span."""
    return answer.report.text[span.start : span.end] if answer.report else ""


def _edit(
    answer: Answer, title: str, edit: types.TextEdit, shown: list[types.Diagnostic], *, preferred: bool | None = None
) -> types.CodeAction:
    """One change of the text, for the version that it was made for."""
    document = types.OptionalVersionedTextDocumentIdentifier(uri=answer.of.uri, version=answer.of.version)
    change = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [edit])])
    return types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=shown, edit=change, is_preferred=preferred)


def _silencer(answer: Answer, finding: Finding, path: str) -> types.TextEdit:
    """A comment before the block in Markdown and HTML, beside the row in a table; `[sic]` after the words in plain text."""
    if not path.lower().endswith(_MARKED):
        return _inserted(answer, finding.span.end, " [sic]")
    text = answer.report.text if answer.report else ""
    starts = Lines(text).starts
    lines = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    at = Lines(text).place(finding.span.start)[0] - 1
    comment = f"<!-- kerrcheck: ignore {finding.check} -- reason -->"
    if _ROW.match(lines[at]):
        return _inserted(answer, starts[at] + len(lines[at].rstrip("\r\n")), f" {comment}")
    while at and lines[at - 1].strip() and not _BLOCK.match(lines[at]):
        at -= 1
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(" \t"))]
    return _inserted(answer, starts[at], f"{indent}{comment}{_line_end(text)}")


def _inserted(answer: Answer, offset: int, words: str) -> types.TextEdit:
    """Words put in at an offset."""
    return types.TextEdit(answer.range(Span(offset, offset)), words)


def _line_end(text: str) -> str:
    """How lines of a text end: as its first one does."""
    found = re.search(r"\r\n?|\n", text)
    return found.group() if found else "\n"

"""Hovering: what is on record about the words under the pointer, and who says so."""

from collections.abc import Iterator

from lsprotocol import types

from kerrcheck.editor.answers import Answer
from kerrcheck.findings import ClaimRecord, Finding
from kerrcheck.grounds import grounds, worded
from kerrcheck.visible import escaped

Line = tuple[str, str]

_MARKS = "\\`*_{}[]<>()#+-.!|~"


def hover(answer: Answer, position: types.Position, *, markdown: bool) -> types.Hover | None:
    """The findings and claims at a place, with their facts; None where nothing is known of it."""
    at = answer.offset(position)
    findings = [f for f in answer.findings if f.span.start <= at < f.span.end]
    claims = [c for c in (answer.report.claims if answer.report else ()) if c.span.start <= at < c.span.end]
    told = {f.claim for f in findings}
    lines = [line for f in findings for line in _finding(f)]
    lines += [line for c in claims if c.id not in told for line in _claim(c)]
    if not lines:
        return None
    spans = [f.span for f in findings] + [c.span for c in claims]
    inner = min(spans, key=lambda span: span.end - span.start)
    text = "\n\n".join(_marked(line) for line in lines) if markdown else "\n".join(escaped(line) for _, line in lines)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, text), answer.range(inner))


def _finding(finding: Finding) -> Iterator[Line]:
    """What is wrong, the facts with their sources, the sum where there is one, and what to write."""
    yield "strong", f"{finding.check}: {finding.message}"
    yield from (("item", f"{label}: {text}") for label, text in grounds(finding))


def _claim(claim: ClaimRecord) -> Iterator[Line]:
    """What was read, what became of it, and the facts with their sources."""
    subject = f"{claim.subject[1]}: " if claim.subject else ""
    reason = f" ({claim.reason})" if claim.reason else ""
    yield "strong", f"{claim.verdict.replace('-', ' ')}: {claim.kind.replace('-', ' ')}"
    yield "plain", f"{subject}{worded(claim.value)}{reason}"
    held = Finding("", "", "info", "", claim.span, evidence=claim.evidence)
    yield from (("item", f"{label}: {text}") for label, text in grounds(held))


def _marked(line: Line) -> str:
    """A line as Markdown in which nothing of the text is taken for mark-up."""
    how, said = line
    plain = "".join(f"\\{c}" if c in _MARKS else c for c in escaped(said)).replace("&", "&amp;")
    return f"**{plain}**" if how == "strong" else f"- {plain}" if how == "item" else plain

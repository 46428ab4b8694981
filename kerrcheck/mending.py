"""Mending: which suggestions are put into a text, and the text with them.

Of suggestions that overlap the first by its place is taken; the other is left for the next run. Nothing inside quotation marks or
code is touched, and a suggestion is never made up: where a finding has none, there is nothing to mend.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kerrcheck.findings import Finding, Report, Suggestion
from kerrcheck.indefinite import Sounds, with_article
from kerrcheck.text import Span
from kerrcheck.verbatim import verbatim


class Edit(NamedTuple):
    """Words to put in place of a span, and the finding that they mend."""

    span: Span
    replacement: str
    finding: Finding


def edits(report: Report, *, unsafe: bool = False, known: Sounds | None = None) -> tuple[Edit, ...]:
    """What is put right in a document, in the order of its text; `unsafe` takes more than the spelling of names."""
    wanted = [(f, f.suggestion) for f in report.findings if f.suggestion and (unsafe or f.suggestion.safe)]
    if not wanted:
        return ()
    others = verbatim(report.text, report.quoted)
    free = (_edit(report.text, f, s, known) for f, s in wanted if not others.touches(f.span) and not others.touches(s.span))
    return tuple(_apart(sorted(free, key=lambda edit: edit.span)))


def mended(text: str, done: Sequence[Edit]) -> str:
    """The text with its edits, which are in order and apart."""
    pieces, at = [], 0
    for edit in done:
        pieces += [text[at : edit.span.start], edit.replacement]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def _edit(text: str, finding: Finding, suggestion: Suggestion, known: Sounds | None) -> Edit:
    """A finding's suggestion, with the article before it where that has to follow."""
    span, replacement, _ = suggestion
    return Edit(*(with_article(text, span, replacement, known) if known else (span, replacement)), finding)


def _apart(ordered: Iterable[Edit]) -> Iterable[Edit]:
    """The edits that begin where the one before has ended, and change something."""
    at = 0
    for edit in ordered:
        if edit.span.start >= at and edit.span.end > edit.span.start:
            yield edit
            at = edit.span.end

"""Answers: what is known of an open text at one moment, and the places of its words."""

from functools import cached_property
from typing import NamedTuple

from lsprotocol import types

from kerrcheck.editor.positions import Positions
from kerrcheck.findings import Finding, Report
from kerrcheck.text import Span


class Text(NamedTuple):
    """An open text as the editor last gave it: where it is, which of its versions this is, and how it counts columns."""

    uri: str
    version: int
    language: str
    text: str
    encoding: str = "utf-16"


class Answer:
    """The report on one version of a text. `whole`: all of it was read; `number` is new with every answer.

    `trouble` says why there is no report; its findings are none then.
    """

    def __init__(self, of: Text, report: Report | None, *, whole: bool, number: int, trouble: str | None = None) -> None:
        self.of, self.report, self.whole, self.number, self.trouble = of, report, whole, number, trouble

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found."""
        return self.report.findings if self.report else ()

    @cached_property
    def places(self) -> Positions:
        """The places of the text as the editor has it."""
        return Positions(self.of.text, self.of.encoding)

    @property
    def lead(self) -> int:
        """How many characters the editor's text has before the report's: one where it begins with a byte order mark."""
        return len(self.of.text) - len(self.report.text) if self.report else 0

    def range(self, span: Span) -> types.Range:
        """A span of the report as the editor has it."""
        return self.places.range(Span(span.start + self.lead, span.end + self.lead))

    def offset(self, position: types.Position) -> int:
        """The offset in the report of a place in the editor."""
        return self.places.offset(position) - self.lead

    def touching(self, range_: types.Range) -> list[Finding]:
        """The findings that a range touches."""
        start, end = self.offset(range_.start), self.offset(range_.end)
        return [f for f in self.findings if f.span.start <= end and start <= f.span.end]

"""Regions: spans of one text as the reports for machines have them, by line and column and by character."""

import re
from typing import NamedTuple

from kerrcheck.text import Lines, Span

_LINE_END = re.compile(r"[\r\n]")


class Region(NamedTuple):
    """A span with its lines and columns, which count code points from 1; the end column is exclusive."""

    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


class Regions:
    """The regions of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._counted = (0, 0)

    def whole(self, span: Span) -> Region:
        """The region of all words of a span."""
        return Region(span, *self._lines.place(span.start), *self._lines.place(span.end))

    def on_one_line(self, span: Span) -> Region:
        """The region of a span's words on its first line: a viewer that compares lines shows no other."""
        found = _LINE_END.search(self._text, span.start, span.end)
        return self.whole(Span(span.start, found.start() if found else span.end))

    def bytes_before(self, offset: int) -> int:
        """How many bytes of UTF-8 stand before a place on its line."""
        start = self._lines.starts[self._lines.place(offset)[0] - 1]
        # Findings come in the order of the text, and a line may be megabytes long: count on from the last place.
        known, size = self._counted if start <= self._counted[0] <= offset else (start, 0)
        self._counted = (offset, size + len(self._text[known:offset].encode("utf-8", "surrogatepass")))
        return self._counted[1]

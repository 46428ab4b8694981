"""Positions: places of a text as an editor counts them, and the editor's changes applied to the text.

Lines end at LF, CRLF or CR only; a column counts units of the encoding that was agreed upon (UTF-8, UTF-16 or UTF-32).
"""

from collections.abc import Iterable

from lsprotocol import types

from kerrcheck.text import Lines, Span

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """The places of one text; a place outside it is taken for the nearest one inside."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text, self._lines = text, Lines(text)
        self.starts = self._lines.starts
        self._codec, self._unit = _CODECS[encoding]

    def position(self, offset: int) -> types.Position:
        """An offset as line and column, both from 0."""
        line, column = self._lines.place(max(0, min(offset, len(self.text))))
        start = self.starts[line - 1]
        return types.Position(line - 1, self._width(self.text[start : start + column - 1]))

    def range(self, span: Span) -> types.Range:
        """A span as the editor has it."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a line and column; inside a character it is that character's start."""
        if position.line >= len(self.starts):
            return len(self.text)
        start = self.starts[position.line]
        end = self.starts[position.line + 1] if position.line + 1 < len(self.starts) else len(self.text)
        line = self.text[start:end].rstrip("\r\n")
        if line.isascii():
            return start + min(position.character, len(line))
        units = line.encode(self._codec, "surrogatepass")[: position.character * self._unit]
        return start + len(units.decode(self._codec, "ignore")) if _whole(line) else start + self._slowly(line, position.character)

    def span(self, range_: types.Range) -> Span:
        """A range of the editor as a span; one that is the wrong way round is turned."""
        start, end = sorted((self.offset(range_.start), self.offset(range_.end)))
        return Span(start, end)

    def _width(self, text: str) -> int:
        """How many units a stretch of a line takes."""
        return len(text) if text.isascii() else len(text.encode(self._codec, "surrogatepass")) // self._unit

    def _slowly(self, line: str, units: int) -> int:
        """How many characters of a line with lone surrogates fit into some units."""
        return max(n for n in range(len(line) + 1) if self._width(line[:n]) <= units)


def changed(text: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str) -> str:
    """The text after the editor's changes, each of which counts from the one before it."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = Positions(text, encoding).span(change.range)
            text = text[:start] + change.text + text[end:]
        else:
            text = change.text
    return text


def _whole(line: str) -> bool:
    """Whether a line has no lone surrogates."""
    return not any("\ud800" <= c <= "\udfff" for c in line)

"""Origin: where each character of the prose that a reader sees lies in the file, and what of it may be written back."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from kerrcheck.text import Span


class Piece(NamedTuple):
    """A stretch of prose and where it comes from.

    As long as its place, it is copied character by character; else it stands for its place as a whole (an entity, an escape, a
    line end), or for nothing, where its place is empty (the gap between two blocks).
    """

    text: str
    start: int
    end: int

    @property
    def copied(self) -> bool:
        """Whether each character has a place of its own."""
        return len(self.text) == self.end - self.start


class Origin:
    """A map from prose to the file that it was taken from, searched by bisection; it is never altered.

    `text` is the file's, decoded; `writing` says how words are written into it: the layers of mark-up, innermost first.
    """

    __slots__ = ("_at", "_pieces", "text", "writing")

    def __init__(self, text: str, pieces: Iterable[Piece], writing: tuple[str, ...] = ()) -> None:
        self.text, self.writing = text, writing
        self._pieces = tuple(piece for piece in pieces if piece.text)
        self._at = [0, *accumulate(len(piece.text) for piece in self._pieces)]

    @property
    def prose(self) -> str:
        """The prose, whole."""
        return "".join(piece.text for piece in self._pieces)

    def span(self, span: Span) -> Span:
        """Where a stretch of the prose lies in the file: from its first character's place to its last one's."""
        if span.end <= span.start:
            at = self._place(span.start)[0]
            return Span(at, at)
        start, end = self._place(span.start)[0], self._place(span.end - 1)[1]
        return Span(start, max(start, end))

    def unbroken(self, span: Span) -> bool:
        """Whether nothing but these characters, as such, as entities or as escapes, stands in the stretch's place."""
        if not 0 <= span.start < span.end <= self._at[-1]:
            return False
        first, last = self._piece(span.start), self._piece(span.end - 1)
        edges = self._whole(first, span.start) and self._whole(last, span.end)
        part = self._pieces[first : last + 1]
        joined = all(a.end == b.start for a, b in pairwise(part))
        return edges and joined and all(piece.end > piece.start for piece in part)

    def within(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces that characters `start` to `end` are made of, each cut to its part; one that stands for a whole stays whole."""
        for k in range(self._piece(start), len(self._pieces)):
            piece, at = self._pieces[k], self._at[k]
            if at >= end:
                return
            low, high = max(start - at, 0), min(end - at, len(piece.text))
            if piece.copied:
                yield Piece(piece.text[low:high], piece.start + low, piece.start + high)
            else:
                yield piece._replace(text=piece.text[low:high])

    def _piece(self, offset: int) -> int:
        """The number of the piece that a character belongs to."""
        return min(max(bisect_right(self._at, offset) - 1, 0), max(len(self._pieces) - 1, 0))

    def _place(self, offset: int) -> tuple[int, int]:
        """The place of one character: its own, or its whole piece's."""
        if not self._pieces:
            return 0, 0
        k = self._piece(offset)
        piece, inner = self._pieces[k], offset - self._at[k]
        if inner >= len(piece.text):
            return piece.end, piece.end
        return (piece.start + inner, piece.start + inner + 1) if piece.copied else (piece.start, piece.end)

    def _whole(self, k: int, offset: int) -> bool:
        """Whether a piece may be cut at an offset of the prose."""
        return self._pieces[k].copied or offset in (self._at[k], self._at[k + 1])


def through(pieces: Iterable[Piece], layer: Origin) -> Iterator[Piece]:
    """Pieces of a text that is itself taken from a file, in their places in that file."""
    for piece in pieces:
        if not piece.copied:
            yield Piece(piece.text, *layer.span(Span(piece.start, piece.end)))
            continue
        at = 0
        for part in layer.within(piece.start, piece.end):
            yield part._replace(text=piece.text[at : at + len(part.text)])
            at += len(part.text)


class Bytes:
    """Offsets of a text's UTF-8 bytes, as parsers count, told in characters."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [(i, len(c.encode("utf-8", "surrogatepass")) - 1) for i, c in enumerate(text) if c > "\x7f"]
        self._surplus = [0, *accumulate(extra for _, extra in wide)]
        self._ends = [i + 1 + surplus for (i, _), surplus in zip(wide, self._surplus[1:], strict=True)]

    def place(self, offset: int) -> int:
        """The character that begins at an offset of bytes."""
        return offset - self._surplus[bisect_right(self._ends, offset)]

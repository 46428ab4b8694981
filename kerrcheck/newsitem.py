"""News items in XML as prose: headline, byline, dateline and body of NewsML-G2, NewsML 1 and NITF, and the day of the version."""

import re

from kerrcheck.blocks import Blocks, marked_up
from kerrcheck.origin import Origin, Piece
from kerrcheck.prose import BLOCK, Prose, published
from kerrcheck.xml import Node

_READ = frozenset(("headline", "hedline", "byline", "by", "dateline", "inlinexml", "inlinedata", "body"))
_DAYS = ("versioncreated", "thisrevisioncreated", "date.release", "date.issue", "contentcreated", "firstcreated")
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_NORM = re.compile(r"\snorm\s*=\s*[\"']([^\"'<>]*)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


class Item:
    """Takes a file's elements and texts as they come, and puts down those that a reader of the news sees."""

    def __init__(self, text: str) -> None:
        self.prose, self.root = Prose(), ""
        self._text = text
        self._blocks = Blocks(self.prose, closed=True)
        self._reading, self._depth = 0, 0
        self._data: list[Piece] | None = None
        self._kind = ""
        self._within = ""
        self._days: dict[str, list[Piece]] = {}

    def take(self, node: Node) -> None:
        """One element's beginning or end, or a text."""
        if node.kind == "text":
            self._words(node.piece)
        elif node.kind == "open":
            self._open(node.name.lower(), node)
        else:
            self._close(node.name.lower())

    def head(self) -> list[Piece]:
        """The day of the version as front matter, each figure in its place."""
        for name in _DAYS:
            pieces = self._days.get(name, [])
            stamp = _STAMP.match("".join(piece.text for piece in pieces).strip())
            if stamp:
                return published(_iso(pieces))
        return []

    def _open(self, name: str, node: Node) -> None:
        self.root = self.root or name
        self._depth += 1
        self._within = name
        at = node.piece.start
        if name in _DAYS and name not in self._days:
            norm = _NORM.search(self._text, at, self._text.find(">", at) + 1)
            self._days[name] = [Piece(norm[1], *norm.span(1))] if norm else []
        if not self._reading and name in _READ:
            self._reading = self._depth
            self.prose.part(BLOCK)
        if name == "inlinedata":
            self._data, self._kind = [], node.attributes.get("contenttype", "")
        elif self._reading:
            self._blocks.open(name)

    def _close(self, name: str) -> None:
        if name == "inlinedata":
            self._inline()
        elif self._reading:
            self._blocks.close(name)
        if self._reading == self._depth:
            self._reading = 0
            self._blocks = Blocks(self.prose, closed=True)
            self.prose.part(BLOCK)
        self._depth -= 1
        self._within = ""

    def _words(self, piece: Piece) -> None:
        if self._data is not None:
            self._data.append(piece)
        elif self._reading:
            self._blocks.text([piece])
        elif self._within in _DAYS:
            self._days[self._within].append(piece)

    def _inline(self) -> None:
        """What stands in a news item as data: mark-up of its own, written as text, or lines of plain text."""
        layer, inner = Origin(self._text, self._data or ()), Prose()
        self._data = None
        words = layer.prose
        if "html" in self._kind or "xml" in self._kind or (not self._kind and _TAG.search(words)):
            marked_up(inner, words)
        elif not self._kind or self._kind.startswith("text/plain"):
            inner.words(Piece(words, 0, len(words)), lines=True)
        self.prose.take(inner, layer)


def _iso(pieces: list[Piece]) -> list[Piece]:
    """A stamp's figures of year, month and day as an ISO day."""
    figures = [Piece(c, piece.start + k, piece.start + k + 1) for piece in pieces for k, c in enumerate(piece.text) if c.isdecimal()][:8]
    year, month, day = figures[:4], figures[4:6], figures[6:8]
    first, second = month[0].start, day[0].start
    return [*year, Piece("-", first, first), *month, Piece("-", second, second), *day]

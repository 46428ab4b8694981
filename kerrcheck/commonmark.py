"""CommonMark: Markdown as prose; code, addresses, shortcodes, struck-out words and the words of pictures are not read.

The parser is pulldown-cmark, through pyromark (MIT, released often, wheels for every Python that we run on): it keeps to the whole of
CommonMark, knows GitHub's additions, and tells the exact bytes of every piece of text. Of 100,000 nested quotations or unclosed
brackets it makes short work (0.1 s). markdown-it-py and mistune tell lines or nothing; tree-sitter-markdown says of itself that it is not
for where correctness counts.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from pyromark import Options, events_with_range

from kerrcheck.blocks import Blocks, marked_up
from kerrcheck.origin import Bytes, Origin, Piece
from kerrcheck.prose import BLOCK, CELL, LINE, SPACE, Prose
from kerrcheck.shortcodes import unread
from kerrcheck.tags import tokens

_OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS | Options.ENABLE_GFM
_GAPS = {
    **dict.fromkeys(("Paragraph", "Heading", "Item", "List", "Table", "BlockQuote", "FootnoteDefinition", "CodeBlock", "HtmlBlock"), BLOCK),
    **dict.fromkeys(("TableHead", "TableRow"), LINE),
    "TableCell": CELL,
}
_UNREAD = frozenset(("CodeBlock", "Image", "Strikethrough"))
_ADDRESSES = ("Autolink", "Email")
_LINE = re.compile(r"(?:\r\n?|\n)")
_LONE = re.compile(r"\r(?!\n)")
_MARGIN = re.compile(r"[ \t>]*")
_WRAPPED = 40


def prose_of(text: str, body: int) -> Prose:
    """What a reader sees of a Markdown text from its body on."""
    reading = _Reading(text)
    places = Bytes(text[body:])
    parsed = _LONE.sub("\n", text[body:])
    for event, at in events_with_range(parsed, options=_OPTIONS):
        kind, what = (event, None) if isinstance(event, str) else next(iter(event.items()))
        reading.take(kind, what, body + places.place(at["start"]), body + places.place(at["end"]))
    return reading.prose


class _Reading:
    """Writes prose from a parser's events as they come."""

    def __init__(self, text: str) -> None:
        self.prose, self._text = Prose(), text
        self._blocks = Blocks(self.prose)
        self._unread = sorted(unread(text))
        self._starts = [start for start, _ in self._unread]
        self._skipped = 0
        self._wraps: frozenset[int] = frozenset()
        self._html: list[Piece] | None = None

    def take(self, kind: str, what: Any, start: int, end: int) -> None:
        """One event: its kind, what it tells, and its place."""
        if kind in ("Start", "End"):
            name, more = (what, None) if isinstance(what, str) else next(iter(what.items()))
            self._element(kind == "Start", name, more, (start, end))
        elif self._html is not None:
            self._html.append(Piece(what, start, end))
        elif not self._skipped:
            self._inline(kind, what, start, end)

    def _inline(self, kind: str, what: Any, start: int, end: int) -> None:
        """Text, tags and line ends within a block."""
        if kind == "Text":
            self._words(what, start, end)
        elif kind == "InlineHtml":
            self._tags(start, end)
        elif kind == "HardBreak" or (kind == "SoftBreak" and end not in self._wraps):
            self.prose.part(LINE)
        elif kind == "SoftBreak":
            self.prose.words(Piece("\n", start, end))
        elif kind == "Code":
            self.prose.part(SPACE)

    def _element(self, opens: bool, name: str, more: Any, place: tuple[int, int]) -> None:
        """An element that begins or ends."""
        if name in _GAPS:
            self.prose.part(_GAPS[name])
            self._blocks = Blocks(self.prose)
        if name in _UNREAD or (name == "Link" and self._addresses(opens, more)):
            self._skipped += 1 if opens else -1
        if name == "Paragraph" and opens:
            self._wraps = _wrapped(self._text, *place)
        elif name == "BlockQuote" and more is None:
            self.prose.quote(opens)
        elif name == "HtmlBlock":
            self._hypertext(opens)

    def _addresses(self, opens: bool, more: Mapping[str, Any] | None) -> bool:
        """Whether a link is a bare address, which is no prose; links are never nested."""
        if opens:
            self._bare = more is not None and more["link_type"] in _ADDRESSES
        return self._bare

    def _words(self, words: str, start: int, end: int) -> None:
        """Text; what of it belongs to shortcodes and addresses is left out."""
        if self._text[start:end] != words:
            self._blocks.text([Piece(words, start, end)] if self._within(start) == start else [])
            return
        at = start
        while at < end:
            past = self._within(at)
            if past > at:
                self.prose.part(SPACE)
                at = past
                continue
            k = bisect_right(self._starts, at)
            stop = min(self._starts[k], end) if k < len(self._starts) else end
            self._blocks.text([Piece(self._text[at:stop], at, stop)])
            at = stop

    def _within(self, at: int) -> int:
        """Where the shortcode or address that a character belongs to ends; the character itself where it belongs to none."""
        k = bisect_right(self._starts, at) - 1
        return max(self._unread[k][1], at) if k >= 0 else at

    def _tags(self, start: int, end: int) -> None:
        """Tags among words."""
        for token in tokens(self._text, start, end):
            if token.kind == "open":
                self._blocks.open(token.name)
            elif token.kind == "close":
                self._blocks.close(token.name)

    def _hypertext(self, opens: bool) -> None:
        """A block of HTML: gathered line by line, without the marks of what it stands in, then read as such."""
        if opens:
            self._html = []
            return
        layer, inner = Origin(self._text, self._html or ()), Prose()
        self._html = None
        marked_up(inner, layer.prose)
        self.prose.take(inner, layer)
        self.prose.part(BLOCK)


def _wrapped(text: str, start: int, end: int) -> frozenset[int]:
    """The lines of a paragraph that begin only because the one before was full: there a line end is a space, elsewhere it is meant."""
    ends = [m.end() for m in _LINE.finditer(text, start, end) if m.end() < end]
    lines = [text[a:b].strip() for a, b in pairwise([start, *ends, end])]
    plain = [_MARGIN.sub("", line, count=1) for line in lines]
    width = max(map(len, plain))
    firsts = [line.split(maxsplit=1)[0] if line else "" for line in plain[1:]]
    full = [width >= _WRAPPED and len(line) + 1 + len(first) > width for line, first in zip(plain, firsts, strict=False)]
    return frozenset(at for at, was_full in zip(ends, full, strict=True) if was_full)

"""Blocks: tags and text as prose: what is a block, a line, a cell, a quotation, and what no reader reads."""

import re
from collections.abc import Iterable, Mapping

from kerrcheck.origin import Piece
from kerrcheck.prose import BLOCK, CELL, LINE, SPACE, Prose
from kerrcheck.tags import pieces, tokens


def _named(names: str) -> frozenset[str]:
    """Names of elements, written in a row."""
    return frozenset(names.split())


_BLOCKS = _named(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol optgroup option p pre section summary table tbody tfoot thead"
    " title ul"
) | _named(  # the news industry's own
    "abstract block body.content body.end body.head bq by byline byttl dateline distributor fn headline hedline hl1 hl2 inlinedata"
    " inlinexml media media-caption media-producer nitf note tagline"
)
_LINES, _CELLS = _named("br tr"), _named("td th")
_QUOTED = _named("blockquote q bq")
_UNREAD = _named(
    "audio button canvas code datalist del docdata embed head iframe input kbd map math media-metadata media-object nav noembed noframes"
    " noscript object pre rp rt s samp script select strike style svg template textarea tt var video xmp"
)
_STRUCK, _RAISED = _named("del s strike"), _named("sub sup")
_NOTE = re.compile(r"\W*\d*\W*|\[.*")
_VOID = _named("area base br col embed hr img input link meta param source track wbr")
_HEAD = _named("base head html iframe img link meta noframes noscript script style template title")
_SILENT = _named("iframe noframes noscript script style template title")


class Blocks:
    """Writes prose from tags and texts as they come; what is never closed hides what stands behind it only where a browser would.

    A head may be left open, as in HTML, unless everything is `closed`, as in XML.
    """

    def __init__(self, prose: Prose, *, closed: bool = False) -> None:
        self.prose, self._closed = prose, closed
        self._hidden, self._depth = "", 0
        self._kept = self._raised = 0
        self._last = ""

    def open(self, name: str, *, hidden: bool = False) -> None:
        """A tag that opens an element."""
        self._last = name
        if self._hidden == "head" and name not in _HEAD and not self._closed:
            self._hidden = ""
        if self._hidden:
            self._depth += name == self._hidden
            return
        if (hidden or name in _UNREAD) and name not in _VOID:
            self._hidden, self._depth = name, 1
        self._part(name)
        self._kept += name == "pre"
        self._raised += name in _RAISED
        if name in _QUOTED and not self._hidden:
            self.prose.quote(opens=True)

    def close(self, name: str) -> None:
        """A tag that closes one."""
        self._last = ""
        if self._hidden:
            self._depth -= name == self._hidden
            if not self._depth:
                self._hidden = ""
                self._part(name)
            return
        self._part(name)
        self._kept -= name == "pre" and self._kept > 0
        self._raised -= name in _RAISED and self._raised > 0
        if name in _QUOTED:
            self.prose.quote(opens=False)

    def text(self, parts: Iterable[Piece]) -> None:
        """Text, its entities told apart."""
        for piece in parts:
            if self._hidden and not self._shows(piece.text):
                continue
            if not (self._raised and _NOTE.fullmatch(piece.text)):
                self.prose.words(piece, lines=self._kept > 0)

    def _shows(self, text: str) -> bool:
        """Whether text is seen where what stands around it is not: the title, and what ends a head that nothing closes."""
        if self._hidden != "head" or self._closed:
            return False
        if self._last in _SILENT:
            return self._last == "title"
        if text.strip():
            self._hidden = ""
        return not self._hidden

    def _part(self, name: str) -> None:
        """Part what comes from what was there, as an element does."""
        if name in _BLOCKS:
            self.prose.part(BLOCK)
        elif name in _LINES or name in _CELLS:
            self.prose.part(LINE if name in _LINES else CELL)
        elif self._hidden and name not in _STRUCK:
            self.prose.part(SPACE)


def marked_up(prose: Prose, text: str, start: int = 0, end: int | None = None) -> None:
    """Put down what a reader sees of the HTML between two characters."""
    blocks = Blocks(prose)
    for token in tokens(text, start, end):
        if token.kind == "text":
            blocks.text(pieces(text, token.start, token.end))
        elif token.kind == "open":
            blocks.open(token.name, hidden=bool(token.attributes) and _concealed(text, token.attributes))
        else:
            blocks.close(token.name)
    prose.part(BLOCK)


def _concealed(text: str, attributes: Mapping[str, tuple[int, int]]) -> bool:
    """Whether an element is hidden, or is there for finding one's way."""
    role, style = (text[slice(*attributes.get(name, (0, 0)))].lower() for name in ("role", "style"))
    return "hidden" in attributes or role in ("navigation", "search") or "".join(style.split()).find("display:none") >= 0

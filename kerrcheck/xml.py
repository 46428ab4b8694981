"""XML: tags and text of a file, each with its exact place.

The parser is expat, from the standard library: it tells the byte of everything it reads, where lxml tells lines only. Entities other than
the five of XML are never expanded, and a file that declares any is refused. A name that HTML gives to one character (`&eacute;`), which
files of the news industry use beside a document type of theirs, is that character.
"""

import re
from collections.abc import Callable, Mapping
from html.entities import html5
from typing import NamedTuple
from xml.parsers import expat

from kerrcheck.errors import InputError
from kerrcheck.origin import Bytes, Piece

_DEEPEST = 10_000
_REFERENCE = re.compile(r"&[^;\s]{1,64};")
_AMPERSANDS = ("&amp;", "&#38;", "&#x26;", "&#X26;")


class Node(NamedTuple):
    """What is read: `open` or `close` of an element, with its local name, namespace and attributes, or a `text` with its piece."""

    kind: str
    name: str
    space: str = ""
    attributes: Mapping[str, str] = {}
    piece: Piece = Piece("", 0, 0)


def read(path: str, text: str, take: Callable[[Node], None]) -> None:
    """Hand over everything in an XML text in its order; raises InputError where it is not well formed, declares entities or is too deep."""
    _Reading(path, text, take).parse()


class _Reading:
    """Hands on what the parser tells."""

    def __init__(self, path: str, text: str, take: Callable[[Node], None]) -> None:
        self._take = take
        self._path, self._text, self._places, self._depth = path, text, Bytes(text), 0
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler, parser.EndElementHandler = self._open, self._close
        parser.CharacterDataHandler, parser.SkippedEntityHandler = self._words, self._named
        parser.EntityDeclHandler = self._declared
        parser.UseForeignDTD(True)

    def parse(self) -> None:
        """Read the whole text."""
        try:
            self._parser.Parse(self._text.encode("utf-8", "replace"), True)
        except expat.ExpatError as error:
            why = expat.errors.messages[error.code]
            raise InputError(
                f"{self._path}: line {error.lineno}: no well-formed XML ({why}); mend it, or give it another ending"
            ) from error

    def _at(self) -> int:
        """Where what is being told begins."""
        return self._places.place(self._parser.CurrentByteIndex)

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InputError(f"{self._path}: elements are nested more than {_DEEPEST:,} deep; no article is")
        space, _, local = name.rpartition(" ")
        at = self._at()
        self._take(Node("open", local, space, attributes, Piece("", at, at)))

    def _close(self, name: str) -> None:
        self._depth -= 1
        space, _, local = name.rpartition(" ")
        self._take(Node("close", local, space))

    def _words(self, words: str) -> None:
        at = self._at()
        m = _REFERENCE.match(self._text, at) if len(words) == 1 else None
        if m and (words != "&" or m.group() in _AMPERSANDS):
            end = m.end()
        elif words == "\n" and self._text.startswith("\r\n", at):
            end = at + 2
        else:
            end = at + len(words)
        self._take(Node("text", "", piece=Piece(words, at, end)))

    def _named(self, name: str, parameter: bool) -> None:
        if not parameter:
            at = self._at()
            self._take(Node("text", "", piece=Piece(html5.get(f"{name};", "\ufffd"), at, at + len(name) + 2)))

    def _declared(self, *_: object) -> None:
        raise InputError(f"{self._path}: the file declares entities of its own, which are not expanded; save it without them")

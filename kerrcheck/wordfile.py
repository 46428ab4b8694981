"""Word files as prose: the paragraphs of the body, its tables and its notes, in the order of the document."""

import re
from typing import NamedTuple

from kerrcheck.archive import Archive
from kerrcheck.errors import InputError
from kerrcheck.origin import Piece
from kerrcheck.prose import BLOCK, CELL, LINE, Prose
from kerrcheck.text import Document
from kerrcheck.xml import Node, read

_MAIN = "word/document.xml"
_OFFICE = re.compile(r"<Relationship\b[^>]{0,500}/officeDocument[\"'][^>]{0,500}>")
_TARGET = re.compile(r"\bTarget\s*=\s*[\"']/?([^\"']+)")
_NOTES = ("footnotes.xml", "endnotes.xml")
_BREAK = "\u2028"
_MARKS = {"tab": "\t", "ptab": "\t", "br": _BREAK, "cr": _BREAK, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OFF = re.compile(r"(?:0|false|off)$")
_UNSEEN = frozenset(("vanish", "strike", "dstrike"))
_HIDDEN = frozenset(("Fallback", "moveFrom", "del"))
_GAPS = {"tbl": BLOCK, "tr": LINE, "tc": CELL}
_OURS = ("wordprocessingml/2006/main", "wordprocessingml/main", "markup-compatibility/2006")
_CODE = re.compile(r"code|preformatted|verbatim", re.IGNORECASE)
_QUOTE = re.compile(r"quot", re.IGNORECASE)


class Part(NamedTuple):
    """A member of the archive and the pieces of the file's text that come from it, each with its place in the member's XML."""

    name: str
    pieces: tuple[Piece, ...]


def document(path: str, archive: Archive) -> Document:
    """The document of a Word file; what counts as its text is a paragraph a line, empty ones too."""
    reading, _ = _read(path, archive)
    return reading.prose.document(path, "".join(piece.text for piece in reading.pieces)[:-1])


def parts(path: str, archive: Archive) -> list[Part]:
    """Where the text of a Word file comes from: its members in order, the first one's pieces first."""
    return _read(path, archive)[1]


def _read(path: str, archive: Archive) -> tuple["_Reading", list[Part]]:
    """A Word file, read from beginning to end."""
    relations = _OFFICE.search(archive.text("_rels/.rels") or "")
    target = relations and _TARGET.search(relations.group())
    main = target[1] if target else _MAIN
    reading, found = _Reading(), []
    for name in (main, *(f"{main.rpartition('/')[0]}/{note}" for note in _NOTES)):
        text = archive.text(name)
        if text is not None:
            before = len(reading.pieces)
            read(path, text, reading.take)
            found.append(Part(name, tuple(reading.pieces[before:])))
        elif name == main:
            raise InputError(f"{path}: this archive is no Word file; it has no {main[:60]}")
    return reading, found


class _Reading:
    """Takes elements and texts as they come. A paragraph inside another, as in a text box, comes after it."""

    def __init__(self) -> None:
        self.prose = Prose()
        self.pieces: list[Piece] = []
        self._size = 0
        self._hidden = 0
        self._open: list[list[tuple[Piece, bool]]] = []
        self._style = ""
        self._unseen = self._text = self._cell = False

    def take(self, node: Node) -> None:
        """One element's beginning or end, or a text."""
        if node.kind == "text":
            if self._text and self._open:
                self._open[-1].append((node.piece._replace(text=node.piece.text.replace("\n", " ")), self._unseen))
        elif node.space.endswith(_OURS):
            if node.name in _HIDDEN:
                self._hidden += 1 if node.kind == "open" else -1
            elif not self._hidden:
                (self._begin if node.kind == "open" else self._end)(node.name, node)

    def _begin(self, name: str, node: Node) -> None:
        if name == "p":
            self._open.append([])
            self._style = ""
        elif name in _GAPS:
            self.prose.part(_GAPS[name])
            self._cell = name == "tc"
        elif name == "pStyle":
            self._style = next((value for key, value in node.attributes.items() if key.endswith("val")), "")
        elif name in _UNSEEN:
            self._unseen = not _OFF.match(next(iter(node.attributes.values()), ""))
        elif name == "t":
            self._text = True
        elif name in _MARKS and self._open:
            self._open[-1].append((node.piece._replace(text=_MARKS[name]), self._unseen))

    def _end(self, name: str, _: Node) -> None:
        if name == "p" and self._open:
            self._paragraph(self._open.pop())
        elif name == "r":
            self._unseen = False
        elif name == "t":
            self._text = False
        elif name in ("tc", "tbl"):
            self._cell = False
            self.prose.part(_GAPS[name])

    def _paragraph(self, runs: list[tuple[Piece, bool]]) -> None:
        """A paragraph that is complete: a line of the text, and, unless it is code, of the prose."""
        if not self._cell:
            self.prose.part(BLOCK)
        quoted, code = bool(_QUOTE.search(self._style)), bool(_CODE.search(self._style))
        if quoted:
            self.prose.quote(opens=True)
        for piece, unseen in runs:
            if not unseen and not code:
                self._words(piece.text)
            self._size += len(piece.text)
        if quoted:
            self.prose.quote(opens=False)
        self.pieces += (*(piece for piece, _ in runs), Piece("\n", 0, 0))
        self._size += 1
        self.prose.part(CELL if self._cell else BLOCK)

    def _words(self, words: str) -> None:
        """A run of text, in which a line separator stands for a line end within the paragraph."""
        at = self._size
        for k, part in enumerate(words.split(_BREAK)):
            if k:
                self.prose.part(LINE)
            self.prose.words(Piece(part, at, at + len(part)))
            at += len(part) + 1

"""Prose: what a reader sees of a marked-up file, built up piece by piece, with the place of each in the file."""

import re
from collections.abc import Iterable, Sequence

from kerrcheck.decoding import Note
from kerrcheck.origin import Origin, Piece, through
from kerrcheck.text import Document, Span

SPACE, LINE, BLOCK = " ", "\n", "\n\n"
CELL = ", "
_RANK = ("", SPACE, CELL, LINE, BLOCK)
_WHITE = " \t\n\r\f\v"
ADDRESS = r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+"
# A single space within a text is kept as it is, so that most texts are one piece.
_SPACES = rf"\A[{_WHITE}]+|[{_WHITE}]{{2,}}|[{_WHITE[1:]}]|[{_WHITE}]\Z"
_PLAIN, _ADDRESSED = re.compile(_SPACES), re.compile(rf"{_SPACES}|[{_WHITE}]*(?:{ADDRESS})[{_WHITE}]*")
_SIGNS = ("@", "://", "www.")
_LINE_END = re.compile(r"\r\n?|\n")
_LONG = 1024
_STOPPED = (",", ";", ":", "|")


class Prose:
    """A text in the making. Words are put down as they come; what parts them is decided by the strongest of what stands between."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.quoted: list[Span] = []
        self._size = 0
        self._gap = Piece("", 0, 0)
        self._depth = 0
        self._opened: int | None = None

    def part(self, gap: str) -> None:
        """Part what comes from what was there: by a space, a cell's comma, a line or a block."""
        if _RANK.index(gap) > _RANK.index(self._gap.text):
            self._gap = Piece(gap, -1, -1)

    def words(self, piece: Piece, *, lines: bool = False) -> None:
        """Put down text, its white space drawn together; with `lines`, line ends are kept."""
        if not piece.copied:
            if piece.text.strip(_WHITE):
                self.put(piece)
            elif piece.text:
                self._space(piece, lines)
            return
        at = 0
        between = _ADDRESSED if any(sign in piece.text for sign in _SIGNS) else _PLAIN
        for m in between.finditer(piece.text):
            self.put(Piece(piece.text[at : m.start()], piece.start + at, piece.start + m.start()))
            at = m.end()
            self._space(Piece(m.group(), piece.start + m.start(), piece.start + at), lines)
        self.put(Piece(piece.text[at:], piece.start + at, piece.end))

    def put(self, piece: Piece) -> None:
        """Put down a piece as it is."""
        if not piece.text:
            return
        gap, self._gap = self._gap, Piece("", 0, 0)
        if gap.text and self.pieces:
            self._add(gap if gap.start >= 0 else Piece(self._fitting(gap.text), piece.start, piece.start))
        if self._depth and self._opened is None:
            self._opened = self._size
        self._add(piece)

    def quote(self, opens: bool) -> None:
        """Begin or end a stretch that is somebody else's words."""
        self._depth = max(self._depth + (1 if opens else -1), 0)
        if not self._depth and self._opened is not None:
            self.quoted.append(Span(self._opened, self._size))
            self._opened = None

    def take(self, other: "Prose", layer: Origin) -> None:
        """Put down another prose, which was taken from a text that itself lies in the file as a layer says."""
        if not other.pieces:
            return
        self.part(BLOCK)
        first, *rest = through(other.pieces, layer)
        self.put(first)
        shift = self._size - len(first.text)
        for piece in rest:
            self._add(piece)
        self.quoted += [Span(a + shift, b + shift) for a, b in other.quoted]

    def document(
        self, path: str, disk: str, *, head: Sequence[Piece] = (), notes: Iterable[Note] = (), writing: tuple[str, ...] = ()
    ) -> Document:
        """The document: before its body stand what the file says about itself and, for their places only, the notes."""
        while self._depth:
            self.quote(opens=False)
        front, told = list(head), []
        for check, span, message in notes:
            at = sum(len(piece.text) for piece in front)
            word = disk[span.start : span.end]
            front += [Piece(word, span.start, span.end), Piece(LINE, span.end, span.end)]
            told.append((check, Span(at, at + len(word)), message))
        body = sum(len(piece.text) for piece in front)
        origin = Origin(disk, [*front, *self.pieces], writing)
        quoted = tuple(Span(a + body, b + body) for a, b in self.quoted)
        return Document(path, origin.prose, body=body, notes=tuple(told), origin=origin, quoted=quoted)

    def _space(self, piece: Piece, lines: bool) -> None:
        """White space, or an address: a space, or a line where lines count; white space keeps its place."""
        ends = len(_LINE_END.findall(piece.text)) if lines else 0
        if ends:
            self.part(BLOCK if ends > 1 else LINE)
        elif not self._gap.text:
            self._gap = Piece(SPACE, piece.start, piece.end) if piece.text.isspace() else Piece(SPACE, -1, -1)

    def _fitting(self, gap: str) -> str:
        """A cell's comma, where nothing of the kind stands there yet."""
        return SPACE if gap == CELL and self.pieces[-1].text.endswith(_STOPPED) else gap

    def _add(self, piece: Piece) -> None:
        """Add a piece, joined to the one before where both are copied side by side, but not without end."""
        last = self.pieces[-1] if self.pieces else None
        self._size += len(piece.text)
        if last and len(last.text) < _LONG and last.copied and piece.copied and last.end == piece.start:
            self.pieces[-1] = Piece(last.text + piece.text, last.start, piece.end)
        else:
            self.pieces.append(piece)


def published(day: Iterable[Piece]) -> list[Piece]:
    """A day of publication as a line of front matter, its characters in their places."""
    pieces = [piece for piece in day if piece.text]
    if not pieces:
        return []
    first, last = pieces[0].start, pieces[-1].end
    return [Piece("published: ", first, first), *pieces, Piece(LINE, last, last)]

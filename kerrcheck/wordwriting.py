"""Words put into a Word file: only the letters that change are written, into the runs that have them; all else in the archive stays.

A word may be spread over several runs, for a program parts them at every edit; what is new goes into the first of them, as where a
person types over the letters.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import accumulate

from kerrcheck.archive import Archive, opened, with_members
from kerrcheck.errors import InputError
from kerrcheck.origin import Piece
from kerrcheck.text import Span
from kerrcheck.wordfile import parts

Change = tuple[Span, str]
# A member's name, where in its XML something is replaced, and by what.
Splice = tuple[str, int, int, str]


def rewritten(path: str, content: bytes, changes: Sequence[Change]) -> bytes:
    """The bytes of a Word file with its changes, which are in order and apart; raises InputError where they cannot be put there."""
    archive = opened(path, content)
    pieces = _Pieces(path, archive)
    wanted = pieces.text
    splices: dict[str, list[Splice]] = {}
    for span, words in reversed(changes):
        wanted = wanted[: span.start] + words + wanted[span.end :]
        for splice in pieces.splices(*_least(pieces.text, span, words)):
            splices.setdefault(splice[0], []).append(splice)
    made = with_members(archive, dict(_written(path, archive, splices)))
    if _Pieces(path, opened(path, made)).text != wanted:
        raise _stuck(path)
    return made


def _least(text: str, span: Span, words: str) -> Change:
    """A change without the letters at both its ends that stay what they are."""
    old = text[span.start : span.end]
    most = min(len(old), len(words))
    head = next((k for k in range(most) if old[k] != words[k]), most)
    tail = next((k for k in range(most - head) if old[-1 - k] != words[-1 - k]), most - head)
    return Span(span.start + head, span.end - tail), words[head : len(words) - tail]


class _Pieces:
    """The text of a Word file as the pieces that it is made of, each with the member that it is in."""

    def __init__(self, path: str, archive: Archive) -> None:
        self._path = path
        self._pieces = [(part.name, piece) for part in parts(path, archive) for piece in part.pieces]
        self._at = [0, *accumulate(len(piece.text) for _, piece in self._pieces)]
        self.text = "".join(piece.text for _, piece in self._pieces)[:-1]

    def splices(self, span: Span, words: str) -> Iterator[Splice]:
        """What is replaced where; the new words stand for the first letters, nothing for the others."""
        at, put = span.start, words
        k = max(bisect_right(self._at, at) - 1, 0)
        if at == span.end and at == self._at[k] and k and self._pieces[k - 1][1].end > self._pieces[k - 1][1].start:
            k -= 1  # letters that are only put in go on with those before them
        while at < span.end or put:
            name, piece = self._pieces[k]
            end = min(span.end, self._at[k + 1])
            yield name, *self._place(piece, at - self._at[k], end - self._at[k]), put
            at, put, k = end, "", k + 1

    def _place(self, piece: Piece, start: int, end: int) -> tuple[int, int]:
        """The place of some letters of a piece in its member; raises InputError where they have none of their own."""
        if piece.start == piece.end or not (piece.copied or {start, end} <= {0, len(piece.text)}):
            raise _stuck(self._path)
        if piece.copied:
            return piece.start + start, piece.start + end
        return (piece.end if start else piece.start), (piece.end if end else piece.start)


def _written(path: str, archive: Archive, splices: Mapping[str, Sequence[Splice]]) -> Iterator[tuple[str, bytes]]:
    """Each member that changes, and its bytes."""
    for name, made in splices.items():
        content, text = archive.content(name) or b"", archive.text(name) or ""
        encoding = next((one for one in ("utf-8", "utf-8-sig", "utf-16") if text.encode(one) == content), None)
        if encoding is None:
            raise _stuck(path)
        for _, start, end, words in sorted(made, key=lambda splice: splice[1], reverse=True):
            text = text[:start] + escape(words, quote=False) + text[end:]
        yield name, text.encode(encoding)


def _stuck(path: str) -> InputError:
    """The complaint about words that cannot be written."""
    return InputError(f"{path}: the right words cannot be put into this Word file, so it was not mended; write them in Word")

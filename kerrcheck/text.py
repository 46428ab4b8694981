"""Document and Span: where things are in a text that is never altered."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kerrcheck.origin import Origin

_LINE_END = re.compile(r"\r\n?|\n")
_FENCES = {"---": ("---", "...")}
_FENCE_LINES = 200
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i", "œ": "oe"}
    | dict.fromkeys("'’ʻ`", ""),
)  # fmt: skip


class Span(NamedTuple):
    """A stretch of the original text, in characters, half open."""

    start: int
    end: int


class Document(NamedTuple):
    """A text under test or a source article, with what its file says about itself.

    `text` is the decoded file as it lies on disk or, with an `origin`, the prose that a reader sees of it; `body` is where the
    prose begins (after front matter); `published` an ISO day or None, `published_from` how it is known; `notes` are findings of
    the reader: (check, span, message); `quoted` are stretches that mark-up, not quotation marks, tells to be somebody else's.
    """

    path: str
    text: str
    body: int = 0
    published: str | None = None
    published_from: str | None = None
    notes: tuple[tuple[str, Span, str], ...] = ()
    origin: "Origin | None" = None
    quoted: tuple[Span, ...] = ()


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The form under which a word is looked up: no marks on letters, no case, no apostrophes."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    plain = word.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


class Lines:
    """Offsets to lines and columns; lines end at LF, CRLF or CR only, both count from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def front_matter_end(text: str, fences: Mapping[str, tuple[str, ...]] = _FENCES) -> int:
    """Where the prose begins: after a block between fences that opens the text, else 0."""
    fence = text[:3]
    if fence not in fences or text[3:4] not in ("\n", "\r"):
        return 0
    at = 0
    for number, line in enumerate(text[:65536].splitlines(keepends=True)):
        at += len(line)
        if number and line.rstrip() in fences[fence]:
            return at
        if number > _FENCE_LINES:
            break
    return 0

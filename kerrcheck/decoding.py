"""Bytes to text: UTF-8 or UTF-16 as marked, single stray bytes as Windows-1252; damage is noted, never mended silently."""

import codecs
import re
from typing import NamedTuple

from kerrcheck.errors import InputError
from kerrcheck.text import Span

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    *(b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"%PDF-"),
    *(b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"SQLite format 3\x00"),
)
_SPACING = b"\t\n\v\f\r\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _SPACING) + b"\x7f"
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_STRAY = re.compile("[\udc80-\udcff]")
Note = tuple[str, Span, str]


class Decoded(NamedTuple):
    """A file's text, without its byte order mark; the encoding it was written in; and what was damaged: (check, span, message).

    `mark` is the byte order mark; `encoding` is None where stray bytes stand among UTF-8.
    """

    text: str
    encoding: str | None
    mark: bytes = b""
    notes: tuple[Note, ...] = ()


def decoded(path: str, content: bytes) -> Decoded:
    """The text of a file's bytes; raises InputError for what is no text."""
    text, encoding, mark, stray = _decode(path, content)
    return Decoded(text, encoding, mark, (*_stray_note(stray), *_control_note(text)))


def _decode(path: str, content: bytes) -> tuple[str, str | None, bytes, tuple[int, int] | None]:
    """The text, its encoding, its byte order mark, and where the first stray byte became which character: (offset, how many)."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding, "replace")
            return text, encoding, mark, _counted(text, "\ufffd")
    if _binary(content):
        raise InputError(f"{path}: this is no text (binary, or UTF-16 without a byte order mark); save it as UTF-8 text")
    try:
        return content.decode("utf-8"), "utf-8", b"", None
    except UnicodeDecodeError:
        text, stray = _with_stray_bytes(content)
        return text, None, b"", stray


def _binary(content: bytes) -> bool:
    """Whether the bytes are no text: a known beginning, or too many control characters."""
    if content.startswith(_MAGIC):
        return True
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > len(content) * (0.05 if controls > 8 else 0.3)


def _with_stray_bytes(content: bytes) -> tuple[str, tuple[int, int]]:
    """The text with each byte that is not UTF-8 read as Windows-1252."""
    text = content.decode("utf-8", "surrogateescape")
    table = {0xDC00 + code: bytes([code]).decode("cp1252", "replace") for code in range(128, 256)}
    stray = [m.start() for m in _STRAY.finditer(text)]
    return _STRAY.sub(lambda m: table[ord(m.group())], text), (stray[0], len(stray))


def _counted(text: str, char: str) -> tuple[int, int] | None:
    """Where a character first stands and how often it does."""
    at = text.find(char)
    return None if at < 0 else (at, text.count(char))


def _stray_note(stray: tuple[int, int] | None) -> tuple[Note, ...]:
    """The note on bytes that are not what the encoding says."""
    if stray is None:
        return ()
    at, count = stray
    what = "1 byte is" if count == 1 else f"{count} bytes are"
    return (("damaged-text", Span(at, at + 1), f"{what} not in the file's encoding; read as Windows-1252 where that is possible"),)


def _control_note(text: str) -> tuple[Note, ...]:
    """The note on control characters in the text."""
    found = [m.start() for m in _UNSEEN.finditer(text)]
    if not found:
        return ()
    what = "a control character stands" if len(found) == 1 else f"{len(found)} control characters stand"
    return (("damaged-text", Span(found[0], found[0] + 1), f"{what} in the text, invisible to a reader"),)

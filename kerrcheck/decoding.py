"""Bytes to text: Unicode as marked, UTF-8, what the file declares, else Windows-1252; what is not UTF-8 is noted, never mended silently.

Guessing by statistics does not earn its place: of 19 English articles in Windows-1252, charset-normalizer got 18, of the same in Mac Roman
none, for English has too few accents to count. One sure sign tells Mac Roman: its apostrophe, which elsewhere is a capital within a word.
"""

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
_KNOWN = re.compile(r"(?:windows|cp|iso|koi8|mac|shift|sjis|euc|gb|big5|hz)[-_\w:]*$", re.IGNORECASE)
# What browsers take these for.
_MEANT = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii"), "windows-1252")
_MAC, _APOSTROPHE = "mac_roman", re.compile(rb"[a-z]\xd5[a-z]")
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


def decoded(path: str, content: bytes, declared: str | None = None) -> Decoded:
    """The text of a file's bytes, in the encoding that the file declares where it has one; raises InputError for what is no text."""
    text, encoding, mark, stray = _decode(path, content)
    if encoding is None and stray is not None:
        found = _legacy(content, declared)
        if found:
            how = "as it declares" if declared else "as its apostrophes show"
            return Decoded(*found, b"", (*_legacy_note(*found, how), *_control_note(found[0])))
        encoding = "cp1252" if _whole(content, text, stray[1]) else None
    return Decoded(text, encoding, mark, (*_stray_note(stray), *_control_note(text)))


def _legacy(content: bytes, declared: str | None) -> tuple[str, str] | None:
    """The text in an encoding that is declared or shows, and its name; None where that is no encoding of text, or not this text's."""
    name = _MEANT.get(declared.lower(), declared) if declared else _MAC if _APOSTROPHE.search(content) else ""
    if not _KNOWN.match(name):
        return None
    try:
        return content.decode(name), name.lower()
    except (LookupError, UnicodeDecodeError):
        return None


def _whole(content: bytes, text: str, stray: int) -> bool:
    """Whether the whole file is in Windows-1252: no byte above ASCII is anything else, so that it can be written back."""
    return sum(byte > 127 for byte in content) == stray and "\ufffd" not in text


def _legacy_note(text: str, name: str, how: str) -> tuple[Note, ...]:
    """The note on a file that is in another encoding than UTF-8, at its first letter that shows it."""
    at = next((i for i, char in enumerate(text) if char > "\x7f"), 0)
    return (("damaged-text", Span(at, at + 1), f"the file is in {name}, {how}, not in UTF-8"),)


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

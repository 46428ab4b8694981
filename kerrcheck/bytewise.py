"""Edits of a text put into the bytes of its file: outside the mended spans every byte stays, stray ones too."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from kerrcheck import files
from kerrcheck.decoding import decoded
from kerrcheck.errors import InputError
from kerrcheck.mending import Edit, mended


class Splice(NamedTuple):
    """Bytes put in place of a stretch of a file's bytes."""

    start: int
    end: int
    content: bytes


def splices(path: str, content: bytes, text: str, done: Sequence[Edit]) -> tuple[Splice, ...]:
    """The edits of a text as splices of the bytes it was read from; raises InputError where they cannot be put there."""
    if files.packed(path):
        return (Splice(0, len(content), _repacked(path, content, text, done)),)
    read = decoded(path, content)
    if read.text != text:
        raise InputError(f"{path}: this kind of file is not written back; mend it in the program that made it")
    raw, encoding, errors = _exact(path, content, read.text, read.encoding, read.mark)
    ends = [len(read.mark), *(edge for edit in done for edge in edit.span)]
    sizes = (len(raw[a:b].encode(encoding, errors)) for a, b in pairwise([0, *ends[1:]]))
    at = list(accumulate(sizes, initial=len(read.mark)))[1:]
    written = _writing_as(raw, encoding)
    made = tuple(Splice(a, b, _encoded(path, edit, written)) for edit, a, b in zip(done, at[::2], at[1::2], strict=True))
    if decoded(path, spliced(content, made)).text != mended(text, done):
        raise InputError(f"{path}: the right words cannot be written in this file's encoding; save it as UTF-8 first")
    return made


def _repacked(path: str, content: bytes, text: str, done: Sequence[Edit]) -> bytes:
    """A packed file as a whole, with the edits of its text."""
    origin = files.document(path, content).origin
    if origin is None or origin.text != text:
        raise InputError(f"{path}: changed while it was being checked, so it was not mended; run the command again")
    return files.rewritten(path, content, [(edit.span, edit.replacement) for edit in done]) or content


def spliced(content: bytes, made: Sequence[Splice]) -> bytes:
    """The bytes with their splices, which are in order and apart."""
    pieces, at = [], 0
    for start, end, new in made:
        pieces += [content[at:start], new]
        at = end
    return b"".join([*pieces, content[at:]])


def _exact(path: str, content: bytes, text: str, encoding: str | None, mark: bytes) -> tuple[str, str, str]:
    """The text in a form that gives back the very bytes, and how to encode it; one character stands for each of the text."""
    errors = "strict" if encoding else "surrogateescape"
    raw = text if encoding else content.decode("utf-8", errors)
    try:
        same = mark + raw.encode(encoding or "utf-8", errors) == content
    except UnicodeEncodeError:
        same = False
    if not same or len(raw) != len(text):
        raise InputError(f"{path}: the file is damaged and cannot be mended byte for byte; save it as UTF-8 first")
    return raw, encoding or "utf-8", errors


def _writing_as(raw: str, encoding: str) -> str:
    """The encoding of new words: that of the file, or of its stray bytes where no letter beyond ASCII is UTF-8."""
    beyond = [char for char in raw if char > "\x7f"]
    stray = [char for char in beyond if "\udc80" <= char <= "\udcff"]
    return "cp1252" if stray and len(stray) == len(beyond) else encoding


def _encoded(path: str, edit: Edit, encoding: str) -> bytes:
    """The bytes of an edit's words."""
    try:
        return edit.replacement.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(f"{path}: '{edit.replacement}' cannot be written in this file's encoding; save it as UTF-8 first") from error

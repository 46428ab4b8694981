"""Word files: paragraphs and tables; a line of the report is a paragraph's number, a column the character in it.

Read with the standard library, `zipfile` and expat: python-docx leaves out what stands in tracked insertions, content controls and nested
tables, and brings lxml along.
"""

from collections.abc import Sequence

from kerrcheck.errors import InputError
from kerrcheck.text import Document, Span

SUFFIXES = (".docx", ".docm")

_PROTECTED = b"\xd0\xcf\x11\xe0"


def read(path: str, content: bytes) -> Document:
    """The document of a Word file: its text is made here, a paragraph a line, for no text of it lies on disk."""
    from kerrcheck.archive import opened
    from kerrcheck.wordfile import document

    if content.startswith(_PROTECTED):
        raise InputError(f"{path}: this Word file is protected by a password or of the old kind; save it as .docx without one")
    return document(path, opened(path, content))


def rewritten(path: str, content: bytes, changes: Sequence[tuple[Span, str]]) -> bytes:
    """The bytes of a Word file with words in place of stretches of its text; raises InputError where they cannot be put there."""
    from kerrcheck.wordwriting import rewritten as written

    return written(path, content, changes)

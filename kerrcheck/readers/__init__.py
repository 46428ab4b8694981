"""Kinds of input, one a module: a reader has `SUFFIXES` and `read(path, content)`, and makes a Document.

    SUFFIXES                 the endings it answers for, with their dots
    read(path, content)      the document that the bytes of a file are; raises InputError for what is no text

A reader never sees the disk: `kerrcheck.files` finds the files and brings their bytes, `kerrcheck.publication` finds the day.
"""

from typing import Protocol

from kerrcheck.text import Document


class Reader(Protocol):
    """What a module of this folder offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, path: str, content: bytes) -> Document:
        """The document that these bytes are."""

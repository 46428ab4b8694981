"""Kinds of input, one a module: a reader has `SUFFIXES` and `read(path, content)`, and makes a Document.

    SUFFIXES                 the endings it answers for, with their dots
    read(path, content)      the document that the bytes of a file are; raises InputError for what is no text
    SHARED, knows(content)   only where files of other kinds have the same ending: such endings, and whether a file is one of ours
    declared(content)        only where files say their encoding: its name, or None
    rewritten(path, content, changes)    only where no text lies on the disk: the file with words in place of stretches of its text

A reader of mark-up makes its document of the prose that a reader sees, with an origin that leads each character back to the file
(`kerrcheck.prose`). It imports its parser when it reads: whoever checks plain text does not wait for it.

A reader never sees the disk: `kerrcheck.files` finds the files and brings their bytes, `kerrcheck.publication` finds the day.
"""

from typing import Protocol

from kerrcheck.text import Document


class Reader(Protocol):
    """What a module of this folder offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, path: str, content: bytes) -> Document:
        """The document that these bytes are."""

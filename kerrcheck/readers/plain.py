"""Plain text, its front matter set apart."""

from kerrcheck.decoding import decoded
from kerrcheck.text import Document, front_matter_end

SUFFIXES = (".txt", ".text")


def read(path: str, content: bytes) -> Document:
    """The document of a plain text file."""
    text, _, _, notes = decoded(path, content)
    return Document(path, text, body=front_matter_end(text), notes=notes)

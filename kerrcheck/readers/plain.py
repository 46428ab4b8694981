"""Plain text, its front matter set apart."""

from kerrcheck.decoding import decoded
from kerrcheck.text import Document

SUFFIXES = (".txt", ".md", ".text")

_FENCE_LINES = 200


def read(path: str, content: bytes) -> Document:
    """The document of a plain text file."""
    text, _, _, notes = decoded(path, content)
    return Document(path, text, body=front_matter_end(text), notes=notes)


def front_matter_end(text: str) -> int:
    """Where the prose begins: after a block fenced by `---` that opens the text, else 0."""
    if not text.startswith(("---\n", "---\r")):
        return 0
    at = 0
    for number, line in enumerate(text[:65536].splitlines(keepends=True)):
        at += len(line)
        if number and line.rstrip() in ("---", "..."):
            return at
        if number > _FENCE_LINES:
            break
    return 0

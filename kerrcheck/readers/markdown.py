"""Markdown (CommonMark and GitHub's) as a reader sees it, with front matter in YAML or TOML."""

from kerrcheck.decoding import decoded
from kerrcheck.text import Document, front_matter_end

SUFFIXES = (".md", ".markdown", ".mdown")

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}


def read(path: str, content: bytes) -> Document:
    """The document of a Markdown file."""
    from kerrcheck.commonmark import prose_of
    from kerrcheck.origin import Piece

    text, _, _, notes = decoded(path, content)
    body = front_matter_end(text, _FENCES)
    head = [Piece(text[:body], 0, body), Piece("\n", body, body)] if body else []
    return prose_of(text, body).document(path, text, head=head, notes=notes, writing=("markdown",))

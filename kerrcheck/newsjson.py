"""News items in JSON as prose: what ninjs has for a reader, through the escapes of JSON and the mark-up inside its strings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kerrcheck.blocks import marked_up
from kerrcheck.decoding import Note
from kerrcheck.jsontext import Placed, pieces
from kerrcheck.origin import Origin, Piece
from kerrcheck.prose import Prose, published
from kerrcheck.text import Document, Span

_DAYS = ("versioncreated", "contentcreated", "firstcreated")
_LINES = ("headline", "headlines", "byline", "by", "dateline", "located")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_HALF = "\ufffd"
_WORD = re.compile(r"\w+")


class _Body(NamedTuple):
    """A string for readers, and whether it is mark-up."""

    words: Placed
    marked: bool


def document(path: str, text: str, item: Mapping[str, Any], notes: Iterable[Note]) -> Document:
    """The document of a news item, whose keys are in small letters."""
    prose = Prose()
    marked = False
    for key in _LINES:
        for one in _strings(key, item.get(key)):
            marked |= one.marked
            prose.take(*_inner(text, one))
    seen: set[tuple[str, ...]] = set()
    for one in sorted(_bodies(item), key=lambda body: not body.marked):
        inner = _inner(text, one)
        said = tuple(_WORD.findall("".join(piece.text for piece in inner[0].pieces)))
        if said not in seen:
            seen.add(said)
            marked |= one.marked
            prose.take(*inner)
    halves = [piece for piece in prose.pieces if piece.text == _HALF and text[piece.start : piece.end].lower() not in (_HALF, "\\ufffd")]
    if halves:
        notes = [
            *notes,
            ("damaged-text", Span(halves[0].start, halves[0].end), "half of a surrogate pair is escaped here; it is no character"),
        ]
    head = next((published(pieces(text, item[key])) for key in _DAYS if isinstance(item.get(key), Placed)), [])
    return prose.document(path, text, head=head, notes=notes, writing=("html", "json") if marked else ("json",))


def _bodies(item: Mapping[str, Any]) -> Iterator[_Body]:
    """The bodies of an item; of those that say the same, a reader is shown one."""
    for key, value in item.items():
        if key == "bodies" or key.startswith("body_"):
            yield from _strings(key, value)


def _strings(key: str, value: Any) -> Iterator[_Body]:
    """The strings of a field: itself, or the values of the objects that it lists."""
    if isinstance(value, Placed):
        yield _Body(value, "html" in key or bool(key not in ("body_text", *_DAYS) and _TAG.search(value)))
    for one in value if isinstance(value, list) else ():
        fields = {name.lower(): field for name, field in one.items()} if isinstance(one, Mapping) else {}
        words, kind = fields.get("value"), str(fields.get("contenttype", ""))
        if isinstance(words, Placed):
            yield _Body(words, "html" in kind or "xml" in kind or bool(not kind and _TAG.search(words)))


def _inner(text: str, one: _Body) -> tuple[Prose, Origin]:
    """The prose of a string, and the layer that leads it back to the file."""
    layer, inner = Origin(text, pieces(text, one.words)), Prose()
    words = layer.prose
    if one.marked:
        marked_up(inner, words)
    else:
        inner.words(Piece(words, 0, len(words)), lines=True)
    return inner, layer

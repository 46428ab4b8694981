"""HTML as a reader sees it: blocks, lines and cells; no scripts, styles, navigation, code or struck-out words."""

import re
from collections.abc import Iterator, Mapping

from kerrcheck.decoding import decoded
from kerrcheck.text import Document

SUFFIXES = (".html", ".htm", ".xhtml")

_HEAD = 2048
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE
)
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate"),
    *("dcterms.date", "dc.date", "date"),
)
_LINKED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"<>]{8,40})\"")
_NAMES = ("property", "name", "itemprop")


def read(path: str, content: bytes) -> Document:
    """The document of an HTML file, judged on the day that its head or its `time` element tells."""
    from kerrcheck.blocks import marked_up
    from kerrcheck.origin import Piece
    from kerrcheck.prose import Prose, published

    text, _, _, notes = decoded(path, content, declared(content))
    prose = Prose()
    marked_up(prose, text)
    days = sorted(_days(text))
    head = published([Piece(text[slice(*days[0][1])], *days[0][1])]) if days else []
    return prose.document(path, text, head=head, notes=notes, writing=("html",))


def declared(content: bytes) -> str | None:
    """The encoding that a file's head declares."""
    m = _CHARSET.search(content[:_HEAD])
    return (m[1] or m[2]).decode("ascii", "replace") if m else None


def _days(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The places of what is said to be the day of publication, each with its rank: the lower, the plainer."""
    from kerrcheck.tags import tokens

    for token in tokens(text):
        if token.kind != "open" or token.name not in ("meta", "time", "script"):
            continue
        place = token.attributes.get("content" if token.name == "meta" else "datetime")
        rank = _rank(text, token.name, token.attributes)
        if place and rank is not None:
            yield rank, place
    m = _LINKED.search(text)
    if m:
        yield _DATES.index("datepublished"), m.span(1)


def _rank(text: str, name: str, attributes: Mapping[str, tuple[int, int]]) -> int | None:
    """How plainly a tag tells the day of publication; None where it tells something else."""
    said = [text[slice(*attributes[key])].strip().lower() for key in _NAMES if key in attributes]
    if name == "time" and "pubdate" in attributes:
        said.append("pubdate")
    known = [_DATES.index(one) for one in said if one in _DATES and (name == "meta" or one in ("datepublished", "pubdate"))]
    return min(known, default=None)

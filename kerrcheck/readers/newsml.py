"""News items in XML: NewsML-G2 (and NewsML 1) and NITF, with headline, byline, dateline and body, judged on the day of the version."""

import re

from kerrcheck.decoding import decoded
from kerrcheck.errors import InputError
from kerrcheck.text import Document

SUFFIXES = (".nitf", ".newsml")
SHARED = (".xml",)

_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)")
_ROOTS = frozenset(("newsitem", "newsmessage", "packageitem", "newsml", "nitf"))
_HEAD, _LINE = 65536, 1024


def knows(content: bytes) -> bool:
    """Whether a file's root element is one of the news industry's."""
    from kerrcheck.tags import tokens

    head = content[:_HEAD].replace(b"\0", b"").decode("latin-1")
    root = next((token.name for token in tokens(head) if token.kind == "open"), "")
    return root.rpartition(":")[2] in _ROOTS


def declared(content: bytes) -> str | None:
    """The encoding that a file declares in its first line."""
    m = _DECLARED.match(content[:_LINE])
    return m[1].decode("ascii", "replace") if m else None


def read(path: str, content: bytes) -> Document:
    """The document of a news item; raises InputError for other XML, and for what is not well formed."""
    from kerrcheck.newsitem import Item
    from kerrcheck.xml import read as parse

    text, _, _, notes = decoded(path, content, declared(content))
    item = Item(text)
    parse(path, text, item.take)
    if item.root not in _ROOTS:
        raise InputError(f"{path}: this XML is no news item; its root is <{item.root[:40]}>, not NewsML-G2's newsItem or NITF's nitf")
    return item.prose.document(path, text, head=item.head(), notes=notes, writing=("xml",))

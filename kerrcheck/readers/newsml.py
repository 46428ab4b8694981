"""News items in XML: NewsML-G2 (and NewsML 1) and NITF, with headline, byline, dateline and body, judged on the day of the version."""

import re

from kerrcheck.decoding import decoded
from kerrcheck.errors import InputError
from kerrcheck.text import Document

SUFFIXES = (".nitf", ".newsml")
SHARED = (".xml",)

_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)")
_ROOT = re.compile(rb"<(?:[\w.-]{1,30}:)?([A-Za-z][\w.-]*)[\s/>]")
_BEFORE = re.compile(rb"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>", re.DOTALL)
_ROOTS = frozenset(("newsitem", "newsmessage", "packageitem", "newsml", "nitf"))
_HEAD = 65536


def knows(content: bytes) -> bool:
    """Whether a file's root element is one of the news industry's."""
    head = content[:_HEAD].replace(b"\0", b"")
    m = _ROOT.search(_BEFORE.sub(b"", head))
    return bool(m and m[1].lower().decode("ascii", "replace") in _ROOTS)


def read(path: str, content: bytes) -> Document:
    """The document of a news item; raises InputError for other XML, and for what is not well formed."""
    from kerrcheck.newsitem import Item
    from kerrcheck.xml import nodes

    declared = _DECLARED.search(content[:1024])
    text, _, _, notes = decoded(path, content, declared[1].decode("ascii") if declared else None)
    item = Item(text)
    for node in nodes(path, text):
        item.take(node)
    if item.root not in _ROOTS:
        raise InputError(f"{path}: this XML is no news item; its root is <{item.root[:40]}>, not NewsML-G2's newsItem or NITF's nitf")
    return item.prose.document(path, text, head=item.head(), notes=notes, writing=("xml",))

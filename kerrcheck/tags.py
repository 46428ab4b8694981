"""Tags: HTML cut into tags and text, each with its exact place, by the tokenization rules of the WHATWG standard.

There is no library for this. lxml and selectolax tell no places of text, justhtml only where a text begins; tree-sitter-html loses
text after a slip (`1 < 2`, `<![CDATA[`) and took 30 s for 100,000 nested tags and 164 s for 50,000 unclosed comments;
`html.parser` of Python 3.11 takes time that grows with the square of unclosed tags. Every step here goes forward, so the time is that of
the text's length. Entities are the standard library's.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import NamedTuple

from kerrcheck.origin import Piece

_MARKUP = re.compile(r"<(?:(!--)|(/?)([A-Za-z][^\s/>]*)|[!?]|/(?=.))", re.DOTALL)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(r"[\s/]*(?:(>)|(=?[^\s/>=]*)(?:\s*=\s*(?:([\"'])|([^\s>]*)))?)")
_ENTITY = re.compile(r"&(?:#(?:[xX][0-9A-Fa-f]+|\d+)|[A-Za-z][A-Za-z0-9]*);?")
_RAW = frozenset(("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_LONGEST = 32


class Token(NamedTuple):
    """A tag (`open` or `close`, with its name in small letters) or a `text`; `attributes` are places of values, by name."""

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, tuple[int, int]] = {}


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tags and texts between two characters; comments, declarations and what a browser drops are left out."""
    at, limit = start, len(text) if end is None else end
    while at < limit:
        m = _MARKUP.search(text, at, limit)
        stop = m.start() if m else limit
        if stop > at:
            yield Token("text", at, stop)
        if m is None:
            return
        token = _tag(text, m, limit) if m[3] is not None else Token("", m.start(), _declaration_end(text, m, limit))
        at = token.end if token else limit
        if token and token.kind:
            yield token
            stop = _raw_end(text, token, limit)
            if stop > at:
                yield Token("text", at, stop)
                at = stop


def _raw_end(text: str, token: Token, limit: int) -> int:
    """Where the text ends that stands in an element as it is, whatever tags seem to be in it."""
    if token.kind != "open" or token.name not in _RAW:
        return token.end
    closing = _CLOSING[token.name].search(text, token.end, limit)
    return closing.start() if closing else limit


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The text between two characters as it reads, its entities in place of what they stand for."""
    at = start
    for m in _ENTITY.finditer(text, start, end):
        raw = m.group()[:_LONGEST] if m.group()[1] != "#" else m.group()
        meant = unescape(raw)
        if meant == raw:
            continue
        rest = _unmeant(raw)
        yield Piece(text[at : m.start()], at, m.start())
        at = m.start() + len(raw) - rest
        yield Piece(meant[: len(meant) - rest], m.start(), at)
    yield Piece(text[at:end], at, end)


def _declaration_end(text: str, m: re.Match[str], limit: int) -> int:
    """Where a comment or a declaration ends; one that is never closed takes the rest."""
    if not m[1]:
        found = text.find(">", m.start() + 1, limit)
        return found + 1 if found >= 0 else limit
    for short in (">", "->"):
        if text.startswith(short, m.end()):
            return m.end() + len(short)
    closed = _COMMENT_END.search(text, m.end(), limit)
    return closed.end() if closed else limit


def _tag(text: str, m: re.Match[str], limit: int) -> Token | None:
    """The tag that begins here; None where it never ends."""
    found: dict[str, tuple[int, int]] = {}
    at = m.end()
    while at < limit:
        a = _ATTRIBUTE.match(text, at, limit)
        if a is None:
            return None
        if a[1]:
            return Token("close" if m[2] else "open", m.start(), a.end(), m[3].lower(), found)
        if a[3]:
            closed = text.find(a[3], a.end(), limit)
            if closed < 0:
                return None
            place, at = (a.end(), closed), closed + 1
        else:
            place, at = a.span(4) if a[4] else (a.end(), a.end()), max(a.end(), at + 1)
        found.setdefault(a[2].lower(), place)
    return None


def _unmeant(raw: str) -> int:
    """How many characters at the end of an unclosed entity do not belong to it: `&copyJosh` is © and Josh."""
    if (raw.endswith(";") and raw[1:] in html5) or raw[1] == "#":
        return 0
    name = raw[1:]
    return next(len(name) - n for n in range(len(name), 1, -1) if name[:n] in html5)

"""What is to be left word for word: stretches of a text inside quotation marks or code.

Rather too much than too little: where marks do not pair off, everything up to the end of the paragraph is somebody else's words. A
text is read twice, once with every line as a paragraph and once with blank lines between them, since both are written.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kerrcheck.text import Span

_EOL = r"(?:\r\n|\n|\r(?!\n))"
_LINE = re.compile(_EOL)
_BLANK = re.compile(rf"{_EOL}[ \t>]*{_EOL}")
_OPEN, _CLOSE = ("“", "„", "&ldquo;", "&bdquo;", "&#8220;", "&#x201c;"), ("”", "&rdquo;", "&#8221;", "&#x201d;")
_CURLED = re.compile("|".join((*_OPEN, *_CLOSE)), re.IGNORECASE)
_TOGGLES = (re.compile(r'"|&quot;|&#34;|&#x22;', re.IGNORECASE), re.compile("[«»‹›]|&[lr]aquo;", re.IGNORECASE), re.compile("`+"))
_SINGLE_OPEN = re.compile(r"(?<!\w)(?:['‘]|&lsquo;|&#8216;|&apos;|&#39;)(?=[\w“\"‘'])", re.IGNORECASE)
_SINGLE_CLOSE = re.compile(r"(?<!\s)(?:['’]|&rsquo;|&#8217;|&apos;|&#39;)(?!\w)", re.IGNORECASE)
_ANY = re.compile("[“”„\"«»‹›`'‘’]|&[a-z#]", re.IGNORECASE)
_JSON = re.compile(r'\s*\{\s*"')
_ESCAPED = re.compile(r'\\.|"')
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
_TAG = re.compile(r"<(/?)(?:code|pre|kbd|samp|script|style|q|blockquote)\b", re.IGNORECASE)


class Verbatim(NamedTuple):
    """Stretches that nobody mends, in order and apart from each other."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def touches(self, span: Span) -> bool:
        """Whether any of a span lies in such a stretch."""
        before = bisect_right(self.starts, max(span.start, span.end - 1)) - 1
        return before >= 0 and self.ends[before] > span.start


def verbatim(text: str, quoted: Sequence[Span] = ()) -> Verbatim:
    """The stretches of a text that are to be left as they are, with those that are known to be quoted.

    The marks that fence the strings of JSON are no quotation marks.
    """
    text = _ESCAPED.sub(_unfenced, text) if _JSON.match(text) else text
    found = [*quoted, *_paired(text), *_fenced(text), *_tagged(text)]
    for divider in (_LINE, _BLANK):
        for part in (part for part in _parts(text, divider) if _ANY.search(text, *part)):
            found += (*_curled(text, part), *_single(text, part), *(s for marks in _TOGGLES for s in _toggled(text, part, marks)))
    return _merged(sorted(found))


def _unfenced(m: re.Match[str]) -> str:
    """A quotation mark within a string of JSON, at its place; a blank for one that fences a string."""
    return ' "' if m.group() == '\\"' else " " if m.group() == '"' else m.group()


def _merged(spans: list[Span]) -> Verbatim:
    """Spans without overlaps."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Verbatim(tuple(starts), tuple(ends))


def _parts(text: str, divider: re.Pattern[str]) -> Iterator[Span]:
    """The stretches between dividers."""
    at = 0
    for m in divider.finditer(text):
        yield Span(at, m.start())
        at = m.end()
    yield Span(at, len(text))


def _curled(text: str, part: Span) -> Iterator[Span]:
    """Between opening and closing marks; a closing one without an opening one closes what an earlier line opened."""
    opened: int | None = None
    for m in _CURLED.finditer(text, part.start, part.end):
        if m.group().lower() in _OPEN:
            opened = m.start() if opened is None else opened
        else:
            yield Span(part.start if opened is None else opened, m.end())
            opened = None
    if opened is not None:
        yield Span(opened, part.end)


def _paired(text: str) -> Iterator[Span]:
    """From an opening mark to the next mark where that closes, over however many paragraphs."""
    found = list(_CURLED.finditer(text))
    for one, other in pairwise(found):
        if one.group().lower() in _OPEN and other.group().lower() in _CLOSE:
            yield Span(one.start(), other.end())


def _toggled(text: str, part: Span, marks: re.Pattern[str]) -> Iterator[Span]:
    """Between marks that open and close alike; from the first one to the end where their number is odd."""
    found = list(marks.finditer(text, part.start, part.end))
    if len(found) % 2:
        yield Span(found[0].start(), part.end)
    yield from (Span(a.start(), b.end()) for a, b in zip(found[::2], found[1::2], strict=False))


def _single(text: str, part: Span) -> Iterator[Span]:
    """From the first single mark that can open to the last that can close: an apostrophe looks like a closing mark."""
    opened = _SINGLE_OPEN.search(text, part.start, part.end)
    if opened is None:
        return
    closed = [m.end() for m in _SINGLE_CLOSE.finditer(text, opened.end(), part.end)]
    if closed:
        yield Span(opened.start(), closed[-1])


def _fenced(text: str) -> Iterator[Span]:
    """Blocks between code fences; the last to the end of the text where it is left open."""
    found = [m.start() for m in _FENCE.finditer(text)]
    yield from (Span(a, b + 3) for a, b in zip(found[::2], found[1::2], strict=False))
    if len(found) % 2:
        yield Span(found[-1], len(text))


def _tagged(text: str) -> Iterator[Span]:
    """What stands between the tags of code and of quotations, however they are nested."""
    depth, start = 0, 0
    for m in _TAG.finditer(text):
        if not m[1]:
            start = start if depth else m.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield Span(start, m.end())
    if depth:
        yield Span(start, len(text))

"""A text cut up for a page: its paragraphs, and in each the stretches that findings are about."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kerrcheck.findings import Finding
from kerrcheck.text import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Mark(NamedTuple):
    """Words that a finding, known by its number, is about; or, where it is not the main one, a place that it is related to."""

    span: Span
    number: int
    main: bool = True


class Piece(NamedTuple):
    """A stretch within the words of the same findings; `ends` are those whose words end with it."""

    span: Span
    about: tuple[int, ...] = ()
    related: bool = False
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def marks(numbered: Sequence[tuple[int, Finding]]) -> list[Mark]:
    """All places that findings point at, in the order of the text."""
    found = [Mark(finding.span, number) for number, finding in numbered]
    found += [Mark(span, number, main=False) for number, finding in numbered for span, _ in finding.related]
    return sorted(found)


def paragraphs(text: str, places: Sequence[Mark]) -> Iterator[Span]:
    """Runs of lines between blank ones; a blank line that a mark holds stays inside, and there is always one paragraph."""
    held = _joined([mark.span for mark in places])
    start, end, seen, at = 0, 0, False, 0
    for line in _LINE.finditer(text):
        while at < len(held) and held[at].end <= line.start():
            at += 1
        if line.group().strip() or (at < len(held) and held[at].start < line.end()):
            start, end = (line.start() if start == end else start), line.end()
        elif start < end:
            yield Span(start, end)
            start, end, seen = line.end(), line.end(), True
        else:
            start = end = line.end()
    if start < end or not seen:
        yield Span(start, end)


def pieces(paragraph: Span, places: Sequence[Mark]) -> Iterator[Piece]:
    """The paragraph's stretches in order, without a gap; a mark of no length is a piece of no length."""
    inside = [mark._replace(span=_within(mark.span, paragraph)) for mark in places]
    cuts = sorted({*paragraph, *(point for mark in inside for point in mark.span)})
    begun: dict[int, list[Mark]] = {cut: [] for cut in cuts}
    for mark in inside:
        begun[mark.span.start].append(mark)
    open_: list[Mark] = []
    for left, right in [*pairwise(cuts), (cuts[-1], cuts[-1])]:
        empty = tuple(mark.number for mark in begun[left] if mark.main and mark.span.end == left)
        if empty:
            yield Piece(Span(left, left), begins=empty, ends=empty)
        open_ = [mark for mark in [*open_, *begun[left]] if mark.span.end > left]
        if left < right:
            yield _piece(Span(left, right), open_)


def _piece(span: Span, around: list[Mark]) -> Piece:
    """The stretch between two cuts."""
    main = [mark for mark in around if mark.main]
    begins = tuple(mark.number for mark in main if mark.span.start == span.start)
    ends = tuple(mark.number for mark in main if mark.span.end == span.end)
    return Piece(span, tuple(mark.number for mark in main), len(main) < len(around), begins, ends)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Sorted spans with those that overlap made one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _within(span: Span, paragraph: Span) -> Span:
    """A span as far as it lies in a paragraph."""
    start = min(max(span.start, paragraph.start), paragraph.end)
    return Span(start, max(start, min(span.end, paragraph.end)))

"""Comments in Markdown, HTML and XML: `<!-- kerrcheck: ignore wrong-mark until 2026-01-31 -- reason -->`.

Alone on a line it holds for the block that begins on the next line, beside words for that line, as `ignore-file` for the whole file, and
`ignore-start` for all that comes before the next `ignore-end`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kerrcheck.findings import Report
from kerrcheck.settings import Settings
from kerrcheck.silencers import Silencer, checks_of
from kerrcheck.text import Lines, Span

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml", ".xml")

_OPENED = re.compile(r"<!--\s{0,20}kerrcheck:")
_COMMENT = re.compile(_OPENED.pattern + r"(.{0,2000}?)--!?>", re.DOTALL)
_SAID = re.compile(r"\s*(ignore(?:-start|-end|-file)?)(?![\w-])(.*?)(?:(?<!\S)(?:--|—)(?!\S)(.*))?", re.DOTALL)
_UNTIL = re.compile(r"(?<!\S)until\s+(\S+)\s*")
# What begins a block of its own and so ends the one before it.
_BLOCK = re.compile(r"(?:[<#>|]|[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~)")


class _Said(NamedTuple):
    """A comment, taken apart."""

    at: Span
    what: str
    checks: frozenset[str] = frozenset()
    reason: str = ""
    until: str | None = None
    wrong: str = ""


def silencers(report: Report, settings: Settings) -> Iterator[Silencer]:  # noqa: ARG001 (a comment holds whatever is set)
    """One for each comment of ours."""
    page = _Page(report.text)
    said = list(_comments(report.text))
    ends = _ends(said)
    opened = False
    for one, end in zip(said, ends, strict=True):
        if one.what == "ignore-end":
            if not opened:
                yield _silencer(one, (), "ends no ignore-start")
            opened = False
        else:
            opened |= one.what == "ignore-start"
            yield _silencer(one, (_stretch(page, one, end),), "is never ended; write ignore-end" if _endless(one, end) else "")


def _comments(text: str) -> Iterator[_Said]:
    """What each comment of ours says, those too that are never closed."""
    end = 0
    for opened in _OPENED.finditer(text):
        if opened.start() >= end:
            match = _COMMENT.match(text, opened.start())
            end = match.end() if match else opened.end()
            yield _read(match) if match else _Said(Span(*opened.span()), "", wrong="is never closed, or longer than 2,000 characters")


def _read(match: re.Match[str]) -> _Said:
    """What a comment says."""
    at = Span(*match.span())
    found = _SAID.fullmatch(match[1])
    if found is None:
        return _Said(at, "", wrong="is not understood; write ignore, ignore-start, ignore-end or ignore-file, and the names of checks")
    until = _UNTIL.search(found[2])
    names = _UNTIL.sub(" ", found[2]).replace(",", " ").split()
    checks, wrong = checks_of(names) if found[1] != "ignore-end" else (frozenset(), "")
    if until and not _is_day(until[1]):
        wrong = wrong or f"names no day: '{until[1]}'; write it as 2026-01-31"
    return _Said(at, found[1], checks, (found[3] or "").strip(), until[1] if until else None, wrong)


def _is_day(text: str) -> bool:
    """Whether a word is an ISO day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _silencer(said: _Said, stretches: tuple[Span, ...], wrong: str) -> Silencer:
    """A comment as a silencer of some stretches."""
    return Silencer("comment", said.checks, stretches, said.at, said.reason, said.until, wrong=said.wrong or wrong)


def _ends(said: list[_Said]) -> list[int | None]:
    """For each comment where the next `ignore-end` stands."""
    found: list[int | None] = []
    next_end: int | None = None
    for one in reversed(said):
        found.append(next_end)
        next_end = one.at.start if one.what == "ignore-end" else next_end
    return found[::-1]


def _endless(said: _Said, end: int | None) -> bool:
    """Whether a comment begins a block that nothing ends."""
    return said.what == "ignore-start" and end is None


def _stretch(page: "_Page", said: _Said, end: int | None) -> Span:
    """What a comment holds for."""
    if said.what == "ignore-file":
        return Span(0, len(page.text) + 1)
    if said.what == "ignore-start":
        return Span(said.at.end, len(page.text) + 1 if end is None else end)
    first, last = page.line(said.at.start), page.line(said.at.end)
    if page.alone(first, last):
        return page.block(last + 1)
    return Span(page.span(first).start, page.span(last).end)


class _Page:
    """The lines of a text, by their numbers from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = Lines(text).starts
        self._alone: dict[tuple[int, int], bool] = {}

    def line(self, offset: int) -> int:
        """The line that an offset is in."""
        return bisect_right(self._starts, offset) - 1

    def span(self, line: int) -> Span:
        """Where a line begins and ends, with its line end; nothing after the last one."""
        starts = [*self._starts[line : line + 2], len(self.text), len(self.text)]
        return Span(starts[0], starts[1])

    def alone(self, first: int, last: int) -> bool:
        """Whether some lines have nothing but comments of ours."""
        if (first, last) not in self._alone:
            self._alone[first, last] = not _COMMENT.sub("", self.text[self.span(first).start : self.span(last).end]).strip()
        return self._alone[first, last]

    def block(self, line: int) -> Span:
        """The block that begins on a line or after it: its first line that is not blank, and those that go on with it."""
        while line < len(self._starts) and not self._said(line):
            line += 1
        start = self.span(line).start
        line += 1
        while line < len(self._starts) and self._said(line) and not _BLOCK.match(self._said(line)):
            line += 1
        return Span(start, self.span(line - 1).end)

    def _said(self, line: int) -> str:
        """The words of a line."""
        span = self.span(line)
        return self.text[span.start : span.end].strip()

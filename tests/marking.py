"""Marked articles (`[[wrong|category|right]]`, `{{soft|category}}`), and how well the findings on one answer its marks.

An error or warning answers a mark that it overlaps without reaching more than SLACK characters beyond it on either side; several
on one mark count once. One that answers no mark and overlaps no soft text is a false alarm. A mark that is found and has a right
text (a conflict of narratives aside) is mended where the suggestion of a finding that answers it gives exactly that text.
"""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from canonical import mended

from kerrcheck.findings import Finding, Report
from kerrcheck.text import Span

SLACK = 15
_MARK = re.compile(r"\[\[(?P<wrong>[^|\]]*)\|(?P<category>[a-z]+)\|(?P<right>[^\]]*)\]\]|\{\{(?P<soft>[^|}]*)\|[a-z]+\}\}")


class Mark(NamedTuple):
    """A planted error: its place in the article as shown, and what should stand there (empty where nothing mends it)."""

    span: Span
    category: str
    right: str


class Article(NamedTuple):
    """An article as it is shown, with its planted errors and neutral places, and its text with every error put right.

    `unmended` are the places of the corrected text that are neutral or that nothing mends.
    """

    name: str
    text: str
    marks: tuple[Mark, ...]
    soft: tuple[Span, ...]
    corrected: str
    unmended: tuple[Span, ...]


class Score(NamedTuple):
    """What came of some articles; `planted`, `found` count marks by category, `mended` and `mendable` those of the found."""

    planted: Counter[str]
    found: Counter[str]
    mendable: int
    mended: int
    alarms: tuple[tuple[str, Finding], ...]
    misses: tuple[tuple[str, Mark], ...]
    words: int
    clean: int
    quiet: int

    @property
    def recall(self) -> float:
        """The share of the planted errors that are found."""
        return self.found.total() / max(self.planted.total(), 1)

    @property
    def precision(self) -> float:
        """The share of found errors among these and the false alarms."""
        return self.found.total() / max(self.found.total() + len(self.alarms), 1)

    @property
    def fixes(self) -> float:
        """The share of the found errors with a right text for which it is suggested."""
        return self.mended / max(self.mendable, 1)

    @property
    def alarm_rate(self) -> float:
        """False alarms in a thousand words."""
        return 1000 * len(self.alarms) / max(self.words, 1)


def articles(folder: Path) -> list[Article]:
    """The marked articles of a folder, by name."""
    return [parsed(path.name.partition(".")[0], path.read_text("utf-8")) for path in sorted(folder.glob("*.kc.txt"))]


def parsed(name: str, raw: str) -> Article:
    """An article from its marked text."""
    shown, corrected = "", ""
    marks: list[Mark] = []
    soft: list[Span] = []
    unmended: list[Span] = []
    at = 0
    for m in _MARK.finditer(raw):
        between = raw[at : m.start()]
        words = m["soft"] if m["wrong"] is None else m["wrong"]
        shown, corrected = shown + between, corrected + between
        span = Span(len(shown), len(shown) + len(words))
        if m["wrong"] is None:
            soft.append(span)
        else:
            marks.append(Mark(span, m["category"], m["right"]))
        if not m["right"]:
            unmended.append(Span(len(corrected), len(corrected) + len(words)))
        shown, corrected, at = shown + words, corrected + (m["right"] or words), m.end()
    return Article(name, shown + raw[at:], tuple(marks), tuple(soft), corrected + raw[at:], tuple(unmended))


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def answers(finding: Finding, mark: Mark) -> bool:
    """Whether a finding is about a planted error."""
    within = mark.span.start - SLACK <= finding.span.start and finding.span.end <= mark.span.end + SLACK
    return within and overlap(finding.span, mark.span)


def score(judged: Iterable[tuple[Article, Report]]) -> Score:
    """How well the reports on some articles answer their marks."""
    planted, found = Counter[str](), Counter[str]()
    mendable = right = words = clean = quiet = 0
    alarms: list[tuple[str, Finding]] = []
    misses: list[tuple[str, Mark]] = []
    for article, report in judged:
        loud = [f for f in report.findings if f.severity != "info"]
        words += len(article.text.split())
        for mark in article.marks:
            mine = [f for f in loud if answers(f, mark)]
            planted[mark.category] += 1
            found[mark.category] += bool(mine)
            misses += [] if mine else [(article.name, mark)]
            if mine and mark.right and mark.category != "narrative":
                mendable += 1
                right += wanted(article, mark) in {mended(article.text, f) for f in mine}
        false = [f for f in loud if not any(answers(f, m) for m in article.marks) and not any(overlap(f.span, s) for s in article.soft)]
        alarms += [(article.name, f) for f in false]
        clean += not article.marks
        quiet += not article.marks and not false
    return Score(planted, found, mendable, right, tuple(alarms), tuple(misses), words, clean, quiet)


def wanted(article: Article, mark: Mark) -> str:
    """The whole text with one planted error put right."""
    return article.text[: mark.span.start] + mark.right + article.text[mark.span.end :]

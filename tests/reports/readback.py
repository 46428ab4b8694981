"""How other programs read a report: lines counted letter by letter, code span for code span, without the code under test."""

import json
import re

from kerrcheck.findings import Finding, Report
from kerrcheck.members import member
from kerrcheck.reports import Page, Run
from kerrcheck.text import Span


def rendered(name: str, run: Run, page: Page | None = None) -> str:
    """A run in a format."""
    return "".join(member("reports", name).render(run, page or Page()))


def told(name: str, run: Run, page: Page | None = None) -> dict:
    """A run in a format that is JSON."""
    return json.loads(rendered(name, run, page))


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends: LF, CRLF or CR."""
    lines = [""]
    for at, char in enumerate(text):
        lines[-1] += char
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            lines.append("")
    return lines


def between(text: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The words between two places, each a line and a column that count characters from 1."""
    lines = lines_of(text)
    first, last = (sum(map(len, lines[: line - 1])) + column - 1 for line, column in (start, end))
    return text[first:last]


def on_first_line(words: str) -> str:
    """As much of some words as stands on their first line."""
    return re.split(r"[\r\n]", words, maxsplit=1)[0]


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them: level, properties and message; other lines are left out."""
    found = []
    for line in text.split("\n"):
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        if match:
            pairs = [part.partition("=") for part in match[2].split(",")]
            found.append((match[1], {key: unescaped(value) for key, _, value in pairs}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def report_on(text: str, spans: list[Span], related: list[Span] = (), path: str = "a.txt", **fields: object) -> Report:
    """A report with a finding and a suggestion on each span; `related` belongs to the first."""
    given = {"check": "wrong-mark", "family": "results", "severity": "error", "message": "This is wrong."}
    from kerrcheck.findings import Suggestion

    findings = tuple(
        Finding(
            **{**given, **fields},
            span=span,
            suggestion=Suggestion(span, "right"),
            related=tuple((place, "and this") for place in related) if not number else (),
        )
        for number, span in enumerate(spans)
    )
    return Report(path, text, None, None, len(text.split()), (), findings)

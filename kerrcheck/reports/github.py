"""Workflow commands for GitHub Actions: annotations on the changed lines, the gravest first, ten of each level."""

from collections import Counter
from collections.abc import Iterator

from kerrcheck.coverage import counted
from kerrcheck.reports import Page, Run
from kerrcheck.reports._paths import relative
from kerrcheck.reports._ranked import Ranked, elsewhere, lines, ranked
from kerrcheck.visible import escaped

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
# What one step may show of each level; more is dropped without a word by GitHub itself.
_MOST = 10


def render(run: Run, page: Page) -> Iterator[str]:
    """A command for each document that failed and for each finding as far as there is room, then the rest in plain lines."""
    shown: Counter[str] = Counter()
    left: list[str] = []
    for failure in run.failures:
        place = {"title": "kerrcheck", "file": relative(failure.path, page.root)}
        yield from _put("error", _command("error", place, [failure.message]), failure.message, shown, left)
    for one in ranked(run):
        yield from _put(one.finding.severity, _annotation(one, page.root), _line(one), shown, left)
    if left:
        yield f"kerrcheck: {counted(len(left), 'annotation')} beyond the {_MOST} of a level that GitHub shows:\n"
        yield from map(_plain, left)


def _put(severity: str, command: str, line: str, shown: Counter[str], left: list[str]) -> Iterator[str]:
    """The command where there is room for one more of its level; else its line is kept for the end."""
    shown[severity] += 1
    if shown[severity] > _MOST:
        left.append(line)
    else:
        yield command


def _annotation(one: Ranked, root: str) -> str:
    """The command for a finding."""
    region = one.region
    place = {
        "title": f"{one.finding.check} ({one.finding.severity})",
        "file": relative(one.report.path, root),
        "line": str(region.line),
        "endLine": str(region.end_line),
        "col": str(region.column),
        "endColumn": str(region.end_column),
    }
    return _command(_LEVELS[one.finding.severity], place, lines(one.finding, elsewhere(one.finding, one.report.text, one.regions)))


def _command(level: str, place: dict[str, str], said: list[str]) -> str:
    """A workflow command; nothing in a path or a message can end it or begin another."""
    told = ",".join(f"{key}={_escaped(escaped(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in place.items())
    return f"::{level} {told}::{'%0A'.join(_escaped(escaped(line)) for line in said)}\n"


def _escaped(text: str) -> str:
    """Text without the signs that a command is made of."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _line(one: Ranked) -> str:
    """A finding in one line of the log."""
    return f"{one.report.path}:{one.region.line}:{one.region.column}: {one.finding.severity} {one.finding.check} {one.finding.message}"


def _plain(line: str) -> str:
    """A line of the log that is no command, whatever stands in it."""
    return f"- {escaped(line).replace('##[', '# #[')}\n"

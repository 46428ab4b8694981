"""A comment for a pull request, in GitHub's Markdown: a table of what was found, and below it what is on record."""

import re
from collections.abc import Iterator
from itertools import takewhile

from kerrcheck.coverage import account, counted
from kerrcheck.reports import Page, Run
from kerrcheck.reports._paths import relative
from kerrcheck.reports._ranked import NOUNS, Ranked, elsewhere, ranked, reasons
from kerrcheck.visible import visible

# GitHub refuses a comment of more than 65,536 characters.
_ROOM = 60_000
_LONG = 160
_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]")
# What GitHub makes into a link, or into a message to somebody; a word joiner keeps it from that.
_BAIT = re.compile(r"(?i)(?<=@)|(?<=#)(?=\d)|(?<=gh)(?=-\d)|(?<=www)(?=\.)|(?<=:)(?=//)|(?<=\w)(?=@)|(?<=:)(?=[\w+-]+:)")
_JOINER = "\u2060"


def render(run: Run, page: Page) -> Iterator[str]:
    """The gravest findings first, as many as a comment holds, and how many were left out."""
    found = run.severities()
    yield f"### kerrcheck: {', '.join(counted(found[severity], noun) for severity, noun in NOUNS)}\n\n"
    for failure in run.failures:
        yield f"> **error** {_said(failure.message)}\n\n"
    every = ranked(run)
    rows = [(_row(one, page.root), _evidence(number, one, page.root)) for number, one in enumerate(every, 1)]
    shown = _fitting(rows)
    if shown:
        yield "| | severity | where | what was found | write |\n| ---: | --- | --- | --- | --- |\n"
        yield from (f"| {number} {row}" for number, (row, _) in enumerate(shown, 1))
        yield "\n"
    if len(shown) < len(rows):
        yield f"{counted(len(rows) - len(shown), 'further finding')} left out: a comment holds no more.\n\n"
    if any(evidence for _, evidence in shown):
        yield "<details><summary>What is on record</summary>\n\n" + "".join(evidence for _, evidence in shown) + "\n</details>\n\n"
    yield _account(run)


def _fitting(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """As many rows with their evidence as a comment has room for."""
    used = 0

    def fits(row: tuple[str, str]) -> bool:
        nonlocal used
        used += sum(map(len, row))
        return used <= _ROOM

    return list(takewhile(fits, rows))


def _row(one: Ranked, root: str) -> str:
    """A finding as a row of the table."""
    finding = one.finding
    words = one.report.text[finding.span.start : finding.span.end]
    fix = finding.suggestion.replacement if finding.suggestion else ""
    told = f"{_code(words)} {_said(finding.message)} ({_code(finding.check)})"
    return f"| **{finding.severity}** | {_where(one, root)} | {told} | {_code(fix) if fix else ''} |\n"


def _evidence(number: int, one: Ranked, root: str) -> str:
    """What a finding rests on, as an item of a list."""
    told: dict[str, list[str]] = {}
    for label, text in (*reasons(one.finding), *elsewhere(one.finding, one.report.text, one.regions)):
        told.setdefault(label, []).append(_said(text))
    told.pop("write", None)
    said = ". ".join(f"{label.capitalize()}: {'; '.join(texts)}" for label, texts in told.items())
    return f"{number}. {_where(one, root)} {said}\n" if said else ""


def _where(one: Ranked, root: str) -> str:
    """A finding's place."""
    return _code(f"{relative(one.report.path, root)}:{one.region.line}:{one.region.column}")


def _account(run: Run) -> str:
    """What was read and what came of it, in a line."""
    told = ", ".join(f"{line.number:,} {line.label}" for line in account(run.documents) if line.number)
    facts, sources = counted(run.store.facts, "fact"), counted(run.store.sources, "source")
    checked = told or "no claim was read: nothing was checked"
    return (
        f"{counted(len(run.documents), 'article')}; {checked}. Held against {facts} from {sources}, complete to {run.store.complete_to}.\n"
    )


def _said(text: str) -> str:
    """Words that stay words: no sign of Markdown or HTML is obeyed, nobody is called, nothing becomes a link."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", _BAIT.sub(_JOINER, _short(visible(text), 4 * _LONG)))


def _code(text: str) -> str:
    """Words as they are, in a span of code that they cannot end; a bar would end the cell of a table."""
    if not text:
        return ""
    shown = _short(visible(text), _LONG).replace("\\|", "\\ |").replace("|", "\\|")
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if shown.strip() and (shown[0] in "` " or shown[-1] in "` ") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _short(text: str, room: int) -> str:
    """No more of a text than there is room for."""
    return text if len(text) <= room else text[: room - 1] + "…"

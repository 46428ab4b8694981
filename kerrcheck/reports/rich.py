"""The report for people: each finding in its line of text, what is on record, and how much of the text was checked."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.text import Text

from kerrcheck.coverage import Line, account, counted, day, shortly, silenced
from kerrcheck.excerpt import Pointer, excerpt
from kerrcheck.findings import Finding, Report
from kerrcheck.grounds import grounds
from kerrcheck.reports import Page, Run
from kerrcheck.text import Lines
from kerrcheck.visible import visible

# Shades that can be read on black as well as on white.
STYLES = {
    "error": "bold color(196)",
    "warning": "bold color(130)",
    "info": "bold color(31)",
    "supported": "color(28)",
    "contradicted": "color(196)",
    "conflicting": "color(130)",
    "unverified": "color(31)",
    "not checkable": "color(244)",
    "quiet": "color(244)",
    "strong": "bold",
}
_KEY = 11
_COUNT = 22
_NOUNS = (("error", "error"), ("warning", "warning"), ("info", "note"))


def render(run: Run, page: Page) -> Iterator[str]:
    """The findings of each document in the order of its text, then what was checked and what was not."""
    sheet = Sheet(page)
    many = len(run.documents) > 1
    for report in run.documents:
        if many:
            sheet.title(report.path)
        lines = Lines(report.text)
        for finding in report.findings:
            _show(sheet, report, finding, lines)
        if many:
            sheet.words(shortly(report))
            sheet.words(_sentence(day(report)), "quiet")
            sheet.gap()
        yield sheet.taken()
    _sum_up(sheet, run)
    yield sheet.taken()


class Sheet:
    """A page that is written line by line; no line is wider than the page, and no mark-up is obeyed."""

    def __init__(self, page: Page) -> None:
        self.width = max(page.width, 24)
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=self.width,
            force_terminal=page.colour,
            no_color=not page.colour,
            color_system="auto" if page.colour else None,
            legacy_windows=False,
        )

    def gap(self) -> None:
        """An empty line."""
        self._out.write("\n")

    def title(self, text: str) -> None:
        """A line that begins a document."""
        rule = visible(text)
        line = Text.assemble(("── ", STYLES["quiet"]), (rule, STYLES["strong"]))
        line.append(" " + "─" * max(0, self.width - line.cell_len - 1), STYLES["quiet"])
        self._print(line)
        self.gap()

    def words(self, text: str, style: str = "", key: str = "", indent: int = 0) -> None:
        """Running text, broken between words, with a key before it where there is one."""
        body = Text(visible(text), STYLES.get(style, ""))
        for number, line in enumerate(body.wrap(self._console, self.width - indent, overflow="fold")):
            line.rstrip()
            lead = f"  {key if not number else '':<{indent - 2}}" if indent else ""
            self._print(Text.assemble((lead, STYLES["quiet"]), line))

    def parts(self, *parts: tuple[str, str]) -> None:
        """One line of differently styled parts, kept whole so that a terminal can make a link of it."""
        self._print(Text.assemble(*((visible(text), STYLES.get(style, style)) for text, style in parts)))

    def row(self, gutter: str, body: Text) -> None:
        """A row of an excerpt behind its gutter."""
        self._print(Text.assemble((gutter, STYLES["quiet"]), body))

    def taken(self) -> str:
        """What has been written since this was last asked."""
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return text

    def _print(self, text: Text) -> None:
        """Write a line as it is."""
        text.rstrip()
        self._console.print(text, soft_wrap=True, highlight=False, emoji=False)


def _show(sheet: Sheet, report: Report, finding: Finding, lines: Lines) -> None:
    """One finding: where, what, the words themselves, and what speaks against them."""
    line, column = lines.place(finding.span.start)
    place = f"{report.path}:{line}:{column}"
    sheet.parts((place, "strong"), ("  ", ""), (finding.severity, finding.severity), (" ", ""), (finding.check, finding.severity))
    sheet.words(finding.message)
    sheet.gap()
    _show_lines(sheet, report.text, finding, lines)
    sheet.gap()
    before = ""
    for key, text in grounds(finding):
        sheet.words(text, "quiet" if key == "source" else "", "" if key == before else key, _KEY + 2)
        before = key
    sheet.gap()


def _show_lines(sheet: Sheet, text: str, finding: Finding, lines: Lines) -> None:
    """The lines of the text that a finding is about, with its words marked."""
    fix = finding.suggestion
    label = f"write {fix.replacement}" if fix and fix.span == finding.span else ""
    pointers = [Pointer(finding.span, label, main=True), *(Pointer(span, message) for span, message in finding.related)]
    gutter = max(3, *(len(str(lines.place(pointer.span.start)[0])) for pointer in pointers))
    for row in excerpt(text, lines, pointers, sheet.width - gutter - 3):
        body = Text(row.text)
        for left, right, main in row.at:
            body.stylize(STYLES[finding.severity if main else "strong"], left, right)
        sheet.row(f"{'' if row.number is None else row.number:>{gutter}} │ ", body)


def _sum_up(sheet: Sheet, run: Run) -> None:
    """The account of the whole run: what was read, what came of it, what was found, and against what."""
    sheet.title("What was checked")
    if run.documents:
        _show_account(sheet, account(run.documents), sum(report.words for report in run.documents))
        sheet.gap()
    if len(run.documents) == 1:
        sheet.words(_sentence(day(run.documents[0])))
    facts, sources = counted(run.store.facts, "fact"), counted(run.store.sources, "source")
    sheet.words(f"Held against {facts} from {sources}, complete to {run.store.complete_to}.")
    if run.failures:
        sheet.words(f"{counted(len(run.failures), 'file')} could not be examined; standard error says why.", "error")
    if apart := silenced(run.documents):
        sheet.words(apart, "quiet")
    found = run.severities()
    told = ", ".join(counted(found[severity], noun) for severity, noun in _NOUNS)
    sheet.words(f"{told}.", next((severity for severity, _ in _NOUNS if found[severity]), "strong"))


def _show_account(sheet: Sheet, lines: list[Line], words: int) -> None:
    """The account line by line, each with a bar for its share."""
    total = lines[0].number
    sheet.parts((f"  {lines[0].label:<15}{total:>5}", "strong"), (f"   in {counted(words, 'word')}", "quiet"))
    if not total:
        sheet.words("No claim was read: nothing was checked.", "error", indent=2)
    for line in lines[1:] if total else lines[-1:]:
        bar = "█" * _share(line.number, total, sheet.width - _COUNT - 4) if line.label != "not read" else ""
        sheet.parts((f"  {line.label:<15}{line.number:>5}", ""), (f"   {bar}", line.label))
        for reason in line.reasons:
            sheet.words(reason, "quiet", indent=_COUNT + 3)


def _share(count: int, total: int, room: int) -> int:
    """The length of a bar for a share of the total, at least one where there is any."""
    return max(1, min(40, room) * count // max(total, 1)) if count else 0


def _sentence(text: str) -> str:
    """The text as a sentence."""
    return f"{text[0].upper()}{text[1:]}."

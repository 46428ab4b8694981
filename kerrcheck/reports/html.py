"""One page for mail and print: the article with the wrong words marked, and what is on record beside them."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from kerrcheck.coverage import account, counted, day, shortly
from kerrcheck.findings import Finding, Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports._marked import Mark, Piece, marks, paragraphs, pieces
from kerrcheck.reports._ranked import NOUNS, elsewhere, reasons
from kerrcheck.reports._regions import Regions
from kerrcheck.text import Span
from kerrcheck.visible import visible

MARKUP = True

_STYLE = Path(__file__).with_name("_page.css")
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"
_GRAVITY = {severity: number for number, (severity, _) in enumerate(NOUNS)}

Numbered = list[tuple[int, Finding]]


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (a browser lays the page out)
    """The page: counts, each document with its notes, what was checked. It has no script and asks for nothing from outside."""
    title = f"kerrcheck: {_told(run.documents[0].path) if len(run.documents) == 1 else counted(len(run.documents), 'article')}"
    yield from _head(title)
    yield f"<h1>{title if len(run.documents) != 1 else 'kerrcheck'}</h1>\n<p class=told>{_counts(run)}</p>\n"
    for failure in run.failures:
        yield f'<p class="told failed">{_told(failure.message)}</p>\n'
    first = 1
    for report in run.documents:
        numbered = list(enumerate(report.findings, first))
        first += len(numbered)
        yield from _document(report, numbered)
    yield from _account(run)
    yield "</body>\n</html>\n"


def _head(title: str) -> Iterator[str]:
    """What stands before the body; the policy forbids whatever a hostile text might want to fetch or run."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
    yield f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n"


def _counts(run: Run) -> str:
    """How much was found."""
    found = run.severities()
    return ", ".join(counted(found[severity], noun) for severity, noun in NOUNS) + "."


def _document(report: Report, numbered: Numbered) -> Iterator[str]:
    """One article: its paragraphs, each with its notes beside it."""
    yield f"<article>\n<h2>{_told(report.path)}</h2>\n<p class=told>{_told(shortly(report))} {_told(_sentence(day(report)))}</p>\n"
    severities = {number: finding.severity for number, finding in numbered}
    regions, places, waiting = Regions(report.text), marks(numbered), sorted(numbered, key=lambda one: one[1].span)
    rows = list(paragraphs(report.text, places))
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        end = following.start if following else len(report.text) + 1
        inside = [mark for mark in places if mark.span.start < end and mark.span.end >= row.start]
        places = [mark for mark in places if mark.span.end > row.end or mark.span.start >= end]
        notes = [one for one in waiting if one[1].span.start < end]
        waiting = waiting[len(notes) :]
        # The notes stand first so that they can float beside their paragraph, and go on beside the next without holding it up.
        beside = "".join(_note(number, finding, report.text, regions) for number, finding in notes)
        yield f"<div class=row>\n<aside>\n{beside}</aside>\n" if beside else "<div class=row>\n"
        yield f"<div class=text>{_text(report.text, row, inside, severities)}</div>\n</div>\n"
    yield "</article>\n"


def _text(text: str, row: Span, places: list[Mark], severities: dict[int, str]) -> str:
    """A paragraph with its words marked; its last line end is the paragraph's own."""
    end = row.start + len(text[row.start : row.end].rstrip("\r\n"))
    last = max([end, *(mark.span.end for mark in places if mark.span.end <= row.end)])
    return "".join(_marked(text, piece, severities) for piece in pieces(Span(row.start, last), places))


def _marked(text: str, piece: Piece, severities: dict[int, str]) -> str:
    """A stretch of text, marked in the gravest way that its findings ask for, with the numbers of those that end here."""
    shown = _told(text[piece.span.start : piece.span.end])
    if piece.about:
        gravest = min((severities[number] for number in piece.about), key=_GRAVITY.__getitem__)
        shown = f'<mark class={gravest} data-note="{" ".join(map(str, piece.about))}">{shown}</mark>'
    elif piece.related:
        shown = f"<span class=related>{shown}</span>"
    begun = "".join(f'<span id="w{number}"></span>' for number in piece.begins)
    return begun + shown + "".join(f'<sup><a href="#n{number}">{number}</a></sup>' for number in piece.ends)


def _note(number: int, finding: Finding, text: str, regions: Regions) -> str:
    """What is to be said of some words: the message, what to write, what is on record and who says so."""
    region = regions.whole(finding.span)
    head = f"<b>{finding.severity}</b> {_told(finding.check)}, {region.line}:{region.column}"
    told: list[str] = []
    before = ""
    for label, said in (*reasons(finding), *elsewhere(finding, text, regions)):
        told.append(f"<dt>{'' if label == before else label}</dt><dd{' class=write' * (label == 'write')}>{_told(said)}</dd>")
        before = label
    body = f"<dl>{''.join(told)}</dl>" if told else ""
    return (
        f'<section class="note {finding.severity}" id="n{number}"><h3><a href="#w{number}">{number}</a> {head}</h3>'
        f"<p>{_told(finding.message)}</p>{body}</section>\n"
    )


def _account(run: Run) -> Iterator[str]:
    """What was read and what came of it, and what it was held against."""
    yield "<footer>\n"
    if run.documents:
        yield "<table class=account>\n"
        for line in account(run.documents):
            why = "; ".join(line.reasons)
            yield f"<tr><th scope=row>{line.label}</th><td class=number>{line.number:,}</td><td class=why>{_told(why)}</td></tr>\n"
        yield "</table>\n"
    facts, sources = counted(run.store.facts, "fact"), counted(run.store.sources, "source")
    yield f"<p>Held against {facts} from {sources}, complete to {_told(run.store.complete_to)}.</p>\n</footer>\n"


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _told(text: str) -> str:
    """Text that is shown and never obeyed: a sign for each control character, line ends as they are."""
    return escape("\n".join(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))

"""List the claims read out of articles, judged or not, each with its verdict; --why explains one span.

SPAN is a place in the text, as line:column or as offsets such as 120-127.
"""

from collections.abc import Iterator
from typing import Annotated

import typer

from kerrcheck.batch import jobs, run
from kerrcheck.commands import _asked, _writing
from kerrcheck.commands._options import Config, Facts, Isolated, NoCanon, Paths, Published, StdinFilename
from kerrcheck.commands._told import failed, noted
from kerrcheck.errors import UsageError
from kerrcheck.findings import ClaimRecord, Report
from kerrcheck.grounds import worded
from kerrcheck.planning import Plan
from kerrcheck.settings import Options
from kerrcheck.text import Lines, Span
from kerrcheck.visible import escaped, in_json

EXAMPLE = "kerrcheck claims draft.txt --why 3:41"

_Why = Annotated[str | None, typer.Option(metavar="SPAN", help="Explain the claims at this place: line:column, or offsets.")]
_Format = Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")]


def command(
    paths: Paths = None,
    why: _Why = None,
    format: _Format = "text",  # noqa: A002 (the option's name)
    facts: Facts = None,
    no_canon: NoCanon = False,
    published: Published = None,
    config: Config = None,
    isolated: Isolated = False,
    stdin_filename: StdinFilename = None,
) -> int:
    """Print the claims of the articles and give the exit status."""
    _asked.one_of(format, ("text", "json"), "--format")
    place = _place(why) if why else None
    _asked.some_paths(paths)
    options = Options(_asked.a_day(published), facts=tuple(facts or ()), no_canon=no_canon, config=config, isolated=isolated)
    plan = Plan(options._replace(stdin=stdin_filename))
    work, notes = jobs(paths or [], plan)
    done = run(work, plan)
    for note in notes:
        noted(note)
    chosen = [report._replace(claims=_at(report, place)) for report in done.documents]
    _writing.to_stdout(_json(chosen) if format == "json" else _text(chosen, why is not None))
    return failed(done.failures)


def _place(why: str) -> tuple[str, int, int]:
    """What a span means: ("-", from, to) in offsets or (":", line, column)."""
    for sign in (":", "-"):
        first, found, second = why.partition(sign)
        if found and first.isdecimal() and second.isdecimal():
            return sign, int(first), int(second)
    raise UsageError(f"--why '{why}' is no place; write line:column, such as 3:41, or offsets, such as 120-127")


def _at(report: Report, place: tuple[str, int, int] | None) -> tuple[ClaimRecord, ...]:
    """The claims of a report that touch a place; all of them where none is given."""
    if place is None:
        return report.claims
    sign, first, second = place
    if sign == ":":
        starts = Lines(report.text).starts
        offset = starts[min(first, len(starts)) - 1] + second - 1 if first else 0
        span = Span(offset, offset + 1)
    else:
        span = Span(first, second)
    return tuple(claim for claim in report.claims if claim.span.start < span.end and span.start < claim.span.end)


def _text(reports: list[Report], explained: bool) -> Iterator[str]:
    """Each claim on one line, with how it came about below it where that is asked."""
    for report in reports:
        lines = Lines(report.text)
        for claim in report.claims:
            line, column = lines.place(claim.span.start)
            yield escaped(f"{report.path}:{line}:{column}: {claim.verdict} {claim.kind} {_told(report, claim)}") + "\n"
            yield from (f"    {escaped(step)}\n" for step in (claim.trace if explained else ()))


def _told(report: Report, claim: ClaimRecord) -> str:
    """The words, whom they are about, what they mean, and why there is no verdict."""
    words = report.text[claim.span.start : claim.span.end]
    subject = f" {claim.subject[1]}:" if claim.subject else ""
    context = " ".join(claim.context.get(part, "") for part in ("competition", "sex", "event", "round"))
    place = f" ({' '.join(context.split())})" if context.strip() else ""
    mode = "" if claim.modality == "asserted" else f" [{claim.modality}]"
    return f"“{words}”{subject} {worded(claim.value)}{place}{mode}" + (f": {claim.reason}" if claim.reason else "")


def _json(reports: list[Report]) -> Iterator[str]:
    """The claims as in the JSON report, with how each came about."""
    import json

    from kerrcheck.reports.json import SCHEMA_VERSION, document

    documents = []
    for report in reports:
        told = document(report)
        claims = [{**row, "trace": list(claim.trace)} for row, claim in zip(told["claims"], report.claims, strict=True)]
        documents.append({"path": report.path, "published": report.published, "claims": claims, "unread": told["unread"]})
    yield in_json(json.dumps({"schema_version": SCHEMA_VERSION, "documents": documents}, ensure_ascii=False)) + "\n"

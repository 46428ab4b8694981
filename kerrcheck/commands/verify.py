"""Check articles: hold what they say beside what is on record.

PATH is a file, a folder (its articles, recursed, sorted, hidden files and links left out), or - for standard input.
The status is 0 where nothing is found at or above the fail level, 1 where something is, 2 where a file or option
could not be used, 3 where kerrcheck itself is at fault.
"""

from typing import Annotated

import typer

from kerrcheck.commands._asked import plain_names
from kerrcheck.commands._options import Config, Facts, Isolated, NoCanon, Paths, Published, StdinFilename
from kerrcheck.commands._verifying import Asked, Extra, verify

EXAMPLE = "kerrcheck verify draft.txt --published 2024-08-07"

_FORMATS = f"One of {', '.join(plain_names('reports'))}; by default rich on a terminal, text in a pipe."

_Format = Annotated[str | None, typer.Option(metavar="FORMAT", help=_FORMATS, show_default=False)]
_Reports = Annotated[
    list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="Write a further report into a file.", show_default=False)
]
_Output = Annotated[str | None, typer.Option(metavar="FILE", help="Write the report into a file, whole or not at all.")]
_Select = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Run only these checks or families.", show_default=False)]
_Ignore = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Leave out these checks or families.", show_default=False)]
_FailOn = Annotated[
    str | None, typer.Option(metavar="LEVEL", help="The mildest finding that makes the status 1: error, warning, info or never.")
]
_Today = Annotated[str | None, typer.Option(metavar="DAY", help="The day on which silencers with an end are judged.")]
_Baseline = Annotated[str | None, typer.Option(metavar="FILE", help="Leave alone what this file lists, and say what of it is fixed.")]
_WriteBaseline = Annotated[str | None, typer.Option(metavar="FILE", help="List all that is found in a file, and leave it alone.")]
_Since = Annotated[str | None, typer.Option(metavar="REV", help="Tell only what is on lines changed since a revision of git.")]
_DiffBase = Annotated[str | None, typer.Option(metavar="REV", help="The same, since where the present branch left that revision's.")]
_Fix = Annotated[bool, typer.Option("--fix", help="Put safe suggestions, the spellings of names, into the files.")]
_UnsafeFixes = Annotated[bool, typer.Option("--unsafe-fixes", help="Put every suggestion into the files.")]
_Diff = Annotated[bool, typer.Option("--diff", help="Change no file; print what --fix or --unsafe-fixes would change as a patch.")]
_Jobs = Annotated[int | None, typer.Option(metavar="N", help="How many processes work; by default one for few files.", show_default=False)]
_NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep reports from one run to the next.")]
_Watch = Annotated[bool, typer.Option("--watch", help="Check files again as they change, until interrupted.")]
_Statistics = Annotated[bool, typer.Option("--statistics", help="Count what each check found, on standard error.")]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing beside the report and what went wrong.")]
_Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say for each file what was read and judged, on standard error.")]


def command(
    paths: Paths = None, facts: Facts = None, no_canon: NoCanon = False, published: Published = None,
    format: _Format = None, reports: _Reports = None, output: _Output = None,  # noqa: A002 (the option's name)
    select: _Select = None, ignore: _Ignore = None, fail_on: _FailOn = None,
    config: Config = None, isolated: Isolated = False, today: _Today = None,
    baseline: _Baseline = None, write_baseline: _WriteBaseline = None, since: _Since = None, diff_base: _DiffBase = None,
    fix: _Fix = False, unsafe_fixes: _UnsafeFixes = False, diff: _Diff = False,
    jobs: _Jobs = None, no_cache: _NoCache = False, watch: _Watch = False,
    statistics: _Statistics = False, quiet: _Quiet = False, verbose: _Verbose = False,
    stdin_filename: StdinFilename = None,
) -> int:  # fmt: skip
    """The exit status of checking the articles."""
    asked = Asked(paths or [], facts or [], no_canon, published, format, reports or [], output, select or [], ignore or [], fail_on)
    asked = asked._replace(config=config, isolated=isolated, today=today, baseline=baseline, write_baseline=write_baseline)
    extra = Extra(fix, unsafe_fixes, diff, jobs, no_cache, watch, statistics, quiet, verbose)
    return verify(asked._replace(since=since, diff_base=diff_base, stdin_filename=stdin_filename, extra=extra))

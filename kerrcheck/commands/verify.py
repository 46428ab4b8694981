"""Check articles: hold what they say beside what is on record.

PATH is a file, a folder (its articles, recursed, sorted, hidden files and links left out), or - for standard input.
The status is 0 where nothing is found at or above the fail level, 1 where something is, 2 where a file or option
could not be used, 3 where kerrcheck itself is at fault.
"""

from typing import Annotated

import typer

from kerrcheck.commands._options import Facts, NoCanon, Paths, Published
from kerrcheck.commands._verifying import Asked, verify

EXAMPLE = "kerrcheck verify draft.txt --published 2024-08-07"

_Format = Annotated[str | None, typer.Option(metavar="FORMAT", help="rich (on a terminal), text (in a pipe) or json.")]
_Reports = Annotated[
    list[str] | None, typer.Option("--report", metavar="FORMAT=FILE", help="Write a further report into a file.", show_default=False)
]
_Output = Annotated[str | None, typer.Option(metavar="FILE", help="Write the report into a file, whole or not at all.")]
_Select = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Run only these checks or families.", show_default=False)]
_Ignore = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Leave out these checks or families.", show_default=False)]
_FailOn = Annotated[str, typer.Option(metavar="LEVEL", help="The mildest finding that makes the status 1: error, warning, info, never.")]


def command(
    paths: Paths = None,
    facts: Facts = None,
    no_canon: NoCanon = False,
    published: Published = None,
    format: _Format = None,  # noqa: A002 (the option's name)
    reports: _Reports = None,
    output: _Output = None,
    select: _Select = None,
    ignore: _Ignore = None,
    fail_on: _FailOn = "error",
) -> int:
    """The exit status of checking the articles."""
    asked = (paths or [], facts or [], no_canon, published, format, reports or [], output, select or [], ignore or [], fail_on)
    return verify(Asked(*asked))

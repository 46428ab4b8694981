"""Explain a check: why it is there, what it flags, and what it must leave alone."""

from collections.abc import Iterator
from textwrap import fill
from typing import Annotated

import typer

from kerrcheck.commands import _asked
from kerrcheck.manual import Entry, entry
from kerrcheck.selection import check, check_names

EXAMPLE = "kerrcheck explain wrong-mark"

_WIDTH = 79
_Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a check; 'kerrcheck checks' lists them.")]


def command(name: _Name) -> int:
    """Print the manual's entry on one check."""
    _asked.one_of(name, check_names(), "the check")
    for line in _lines(entry(check(name))):
        typer.echo(line)
    return 0


def _lines(one: Entry) -> Iterator[str]:
    """The entry, line by line; examples mark «wrong → right»."""
    yield f"{one.name}  ({one.family}, {one.severity})"
    yield ""
    yield fill(one.title, _WIDTH)
    if one.why:
        yield ""
        yield one.why
    for title, examples in (("Flags", one.flags), ("Leaves alone", one.allows), ("Authority", one.authority)):
        if examples:
            yield ""
            yield f"{title}:"
            yield from (fill(example, _WIDTH, initial_indent="  ", subsequent_indent="    ") for example in examples)

"""List every check: its family, its name, its severity, and what it finds."""

from typing import Annotated

import typer

from kerrcheck.commands import _asked
from kerrcheck.manual import Entry, entry
from kerrcheck.selection import every_check

EXAMPLE = "kerrcheck checks --family results"

_Family = Annotated[str | None, typer.Option(metavar="NAME", help="List only this family.")]


def command(family: _Family = None) -> int:
    """Print the checks, family by family."""
    entries = sorted(map(entry, every_check()), key=lambda one: (one.family, one.name))
    families = sorted({one.family for one in entries})
    if family is not None:
        families = [_asked.one_of(family, families, "--family")]
    width = max((len(one.name) for one in entries), default=0)
    for name in families:
        typer.echo(name)
        for one in entries:
            if one.family == name:
                typer.echo(_line(one, width))
    return 0


def _line(one: Entry, width: int) -> str:
    """One check on one line."""
    return f"  {one.name:<{width}}  {one.severity:<7}  {one.title}"

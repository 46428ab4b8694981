"""Let a name stand, everywhere or in one folder: it raises no finding of the family names there.

The name goes into kerrcheck-accepted.toml beside the configuration, with its scope and the reason.
"""

import os
from typing import Annotated

import typer

from kerrcheck.accepting import LIST, Entry, with_entry
from kerrcheck.commands import _asked, _writing
from kerrcheck.commands._options import Config
from kerrcheck.errors import UsageError
from kerrcheck.planning import Plan, within
from kerrcheck.settings import Options

EXAMPLE = 'kerrcheck accept "Ingebrightsen" --in archive/ --reason "as printed at the time"'

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The name as the articles have it.")]
_In = Annotated[str | None, typer.Option("--in", metavar="PATH", help="The file or folder in which it holds; by default everywhere.")]
_Reason = Annotated[str, typer.Option(metavar="WHY", help="Why it may stand.")]
_Until = Annotated[str | None, typer.Option(metavar="DAY", help="The last day on which it holds, judged by --today.")]


def command(name: _Name, inside: _In = None, reason: _Reason = "", until: _Until = None, config: Config = None) -> int:
    """Add a name to the list and say where."""
    if not name.strip():
        raise UsageError("the name is empty; give it as the articles have it")
    found = Plan(Options(config=config)).configuration(within(inside or "."))
    if found is None:
        raise UsageError("there is no configuration for this folder, beside which the list is kept; write one with 'kerrcheck init'")
    path = os.path.join(found.folder, LIST)
    entry = Entry(" ".join(name.split()), _scope(inside, found.folder), reason, _asked.a_day(until))
    _writing.to_file(path, [with_entry(path, entry)])
    _writing.line(f"{path}: '{entry.name}' is accepted {f'in {entry.scope}' if entry.scope else 'everywhere below'}")
    return 0


def _scope(inside: str | None, folder: str) -> str:
    """A file or folder as a pattern that is held from the list's own folder; empty for that folder itself."""
    if inside is None:
        return ""
    scope = os.path.relpath(os.path.abspath(inside), folder).replace(os.sep, "/")
    if scope.startswith("../"):
        raise UsageError(f"--in {inside}: is not below {folder}; name a file or folder there")
    end = "/" if inside.endswith(("/", os.sep)) or os.path.isdir(inside) else ""
    return "" if scope == "." else "/" + "".join(f"\\{char}" if char in "*?[]\\" else char for char in scope) + end

"""Write a commented kerrcheck.toml, and on request the files for pre-commit and for GitHub.

Nothing is written where one of the files is there already; --force overwrites them. --print shows them instead.
"""

import os
from typing import Annotated

import typer

from kerrcheck.canon import data_dir
from kerrcheck.commands import _writing
from kerrcheck.commands._told import noted
from kerrcheck.errors import UsageError
from kerrcheck.settings import FOUND_IN

EXAMPLE = "kerrcheck init --hook"

_OWN = FOUND_IN[0]
_TEMPLATES = {
    _OWN: "kerrcheck.toml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/kerrcheck.yml": "workflow.yml",
}
_Folder = Annotated[str, typer.Argument(metavar="[FOLDER]", help="The top folder of the articles; by default the one that one is in.")]
_Hook = Annotated[bool, typer.Option("--hook", help="Write .pre-commit-config.yaml too.")]
_Action = Annotated[bool, typer.Option("--action", help="Write .github/workflows/kerrcheck.yml too.")]
_Force = Annotated[bool, typer.Option("--force", help="Overwrite what is there.")]
_Print = Annotated[bool, typer.Option("--print", help="Print the files and write none.")]


def command(folder: _Folder = ".", hook: _Hook = False, action: _Action = False, force: _Force = False, shown: _Print = False) -> int:
    """Write the files and say which."""
    wanted = [name for name, asked in zip(_TEMPLATES, (True, hook, action), strict=True) if asked]
    if shown:
        _writing.to_stdout(f"# {name}\n{_template(name)}\n" for name in wanted)
        return 0
    for name in _to_write(folder, wanted, force):
        path = os.path.join(folder, name)
        _writing.made(os.path.dirname(path) or ".")
        _writing.to_file(path, [_template(name)])
        _writing.line(f"{path}: written")
    return 0


def _to_write(folder: str, wanted: list[str], force: bool) -> list[str]:
    """The files to write; the configuration is left as it is where another file is what was asked for."""
    there = [name for name in wanted if os.path.lexists(os.path.join(folder, name)) and not force]
    if there == [_OWN] and len(wanted) > 1:
        noted(f"{os.path.join(folder, _OWN)}: is there already and stays as it is")
        return [name for name in wanted if name != _OWN]
    for name in (name for name in there if name != _OWN or len(wanted) == 1):
        advice = "take it away, or say --force" if name == _OWN else "add to it what --print shows, or say --force"
        raise UsageError(f"{os.path.join(folder, name)}: is there already; {advice}")
    return wanted


def _template(name: str) -> str:
    """The text of a file."""
    return (data_dir() / "templates" / _TEMPLATES[name]).read_text("utf-8")

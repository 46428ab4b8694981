"""Serve an editor: the language server, on standard input and output.

The editor starts it. Findings appear while a text is written, with quick fixes, the facts under the pointer, and how much was checked.
It needs pip install kerrcheck[lsp].
"""

import logging
from typing import Annotated

import typer

from kerrcheck.commands import _asked
from kerrcheck.commands._options import Config, Facts, Isolated, NoCanon, Published
from kerrcheck.commands._told import noted
from kerrcheck.errors import UsageError
from kerrcheck.settings import Options

EXAMPLE = "kerrcheck lsp --facts our-facts/"

_LIBRARY = ("pygls", "lsprotocol", "cattrs", "attrs")

_Select = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Run only these checks or families.", show_default=False)]
_Ignore = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Leave out these checks or families.", show_default=False)]
_Stdio = Annotated[bool, typer.Option("--stdio", help="Accepted because many editors give it; there is no other way.")]


class _Told(logging.Handler):
    """What goes wrong, a line at a time on standard error, with nothing in it that a terminal would obey."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of one thing."""
        for line in self.format(record).splitlines():
            noted(line)


def command(
    facts: Facts = None,
    no_canon: NoCanon = False,
    published: Published = None,
    select: _Select = None,
    ignore: _Ignore = None,
    config: Config = None,
    isolated: Isolated = False,
    stdio: _Stdio = True,  # noqa: ARG001 (there is no other way)
) -> int:
    """Serve until the editor goes; the exit status."""
    named = (_asked.checks(select or [], "--select"), _asked.checks(ignore or [], "--ignore"))
    options = Options(_asked.a_day(published), *named, None, tuple(facts or ()), no_canon, None, config, isolated)
    return _served(options)


def _served(options: Options) -> int:
    """Serve texts; raises UsageError where the library is missing."""
    try:
        from kerrcheck.editor.desk import Desk
        from kerrcheck.editor.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARY:
            raise
        raise UsageError("the language server needs a library that is not installed; run pip install kerrcheck[lsp]") from error
    logging.basicConfig(handlers=[_Told()], level=logging.ERROR)
    desk = Desk(options)
    try:
        desk.ready()
        server(desk).start_io()
    finally:
        desk.end()
    return 0

"""The option parser: the commands of the folder as one application, and its complaints as one line."""

from typing import Annotated

import typer
from typer.exceptions import TyperException

from kerrcheck.errors import UsageError
from kerrcheck.members import member, names, public_name

_HELP = "Hold what a sports article says beside what is on record. Nothing opens a network connection."
_EPILOG = "\b\nExample:\n  {}"


def parsed(arguments: list[str]) -> int:
    """The status of the command that the arguments ask for."""
    try:
        return int(_application(arguments)(args=arguments, standalone_mode=False, prog_name="kerrcheck") or 0)
    except TyperException as error:
        raise UsageError(f"{_complaint(error)}; see '{_command(error)} --help'") from error


def _application(arguments: list[str]) -> typer.Typer:
    """The commands: only the one that is asked for where that can be seen, all of them for help."""
    example = _EPILOG.format("kerrcheck verify draft.txt --published 2024-08-07")
    asked = arguments[0] if arguments else ""
    alone = asked in names("commands")
    app = typer.Typer(help=_HELP, epilog=example, add_completion=not alone, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_callback)
    for name in (asked,) if alone else names("commands"):
        module = member("commands", name)
        epilog = _EPILOG.format(module.EXAMPLE)
        if hasattr(module, "app"):
            app.add_typer(module.app, name=public_name(module), help=module.__doc__, epilog=epilog)
        else:
            app.command(public_name(module), help=module.__doc__, epilog=epilog)(module.command)
    return app


def _version(asked: bool) -> None:
    """Print the version and how far the shipped facts reach, then leave."""
    if asked:
        from kerrcheck import __version__
        from kerrcheck.layers import opened

        typer.echo(f"kerrcheck {__version__}, facts complete to {opened([]).complete_to}")
        raise typer.Exit


_Version = Annotated[
    bool,
    typer.Option("--version", help="Print the version and the day the shipped facts are complete to.", callback=_version, is_eager=True),
]


def _callback(context: typer.Context, version: _Version = False) -> None:  # noqa: ARG001 (its own callback answers it)
    """Show the help where no command is named."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _complaint(error: TyperException) -> str:
    """What the parser objects to, as one sentence without its stop."""
    told = error.format_message() if hasattr(error, "format_message") else str(error)
    return " ".join(told.split()).rstrip(".")


def _command(error: TyperException) -> str:
    """The command whose help answers a complaint."""
    context = getattr(error, "ctx", None)
    return context.command_path if context else "kerrcheck"

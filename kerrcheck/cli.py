"""The command line: one line and a status for what the operator can mend, a traceback for what only we can.

Exit status: 0 nothing at or above the fail level, 1 findings, 2 the command could not do its work, 3 a fault of ours.
"""

import os
import sys
from contextlib import suppress
from typing import Any

from kerrcheck.errors import KerrcheckError

# Options of `verify` that take one value: a call with no others is read without the option parser, whose import costs
# more than judging an article does. Both ways end in the same function.
_PLAIN = {
    "--baseline": "baseline",
    "--config": "config",
    "--diff-base": "diff_base",
    "--fail-on": "fail_on",
    "--format": "format",
    "--output": "output",
    "--published": "published",
    "--since": "since",
    "--stdin-filename": "stdin_filename",
    "--today": "today",
}
_LITTLE = 65536


def main() -> None:
    """Run the command that the process was called with, and exit with its status."""
    if not _short(sys.argv[1:]):
        sys.exit(run(sys.argv[1:]))
    import gc

    # What a short run leaves lying in circles is less than the search for it costs; a long run must give memory back.
    gc.disable()
    status = run(sys.argv[1:])
    _leave(status)


def _leave(status: int) -> None:
    """End the process without taking it to pieces first: it holds nothing that has to be closed but what it has printed."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def run(arguments: list[str]) -> int:
    """The exit status of a command line; what has to be said is printed."""
    from kerrcheck.commands._told import fault, refused

    try:
        call = plain(arguments)
        return _parsed(arguments) if call is None else _verified(*call)
    except KerrcheckError as error:
        return refused(str(error))
    except KeyboardInterrupt:
        return 130
    except Exception:  # noqa: BLE001 (the last place where a fault of ours can be told)
        return fault()


def _short(arguments: list[str]) -> bool:
    """Whether a command line is a plain call of `verify` for a few files of little size."""
    call = plain(arguments)
    try:
        return call is not None and all(os.path.isfile(path) for path in call[0]) and sum(map(os.path.getsize, call[0])) <= _LITTLE
    except (OSError, ValueError):
        return False


def _verified(paths: list[str], options: dict[str, Any]) -> int:
    """The status of a plain call of `verify`."""
    from kerrcheck.commands._verifying import Asked, verify

    return verify(Asked(paths)._replace(**options))


def _parsed(arguments: list[str]) -> int:
    """The status of any other command line."""
    from kerrcheck.commands._parsing import parsed

    return parsed(arguments)


def plain(arguments: list[str]) -> tuple[list[str], dict[str, Any]] | None:
    """The paths and options of a plain call of `verify`, one-valued options only; None for any other command line."""
    if not arguments or arguments[0] != "verify":
        return None
    options: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        value = next(rest, None) if argument in _PLAIN else None
        if argument in _PLAIN and value is not None and not value.startswith("-"):
            options[_PLAIN[argument]] = value
        elif argument.startswith("-") and argument != "-":
            return None
        else:
            paths.append(argument)
    return paths, options

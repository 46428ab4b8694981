"""The work of `verify`, whichever way its options were read."""

from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.batch import Wanted, run
from kerrcheck.commands import _asked, _writing
from kerrcheck.commands._told import status
from kerrcheck.errors import UsageError
from kerrcheck.layers import opened
from kerrcheck.members import member
from kerrcheck.reports import Page, Run

_LEVELS = ("error", "warning", "info", "never")


class Asked(NamedTuple):
    """What a call of `verify` asks, as it was written; lists are options that may be repeated."""

    paths: Sequence[str]
    facts: Sequence[str] = ()
    no_canon: bool = False
    published: str | None = None
    format: str | None = None
    reports: Sequence[str] = ()
    output: str | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_on: str = "error"


def verify(asked: Asked) -> int:
    """Check the articles, write the reports, and give the exit status; no work is begun where an option is wrong."""
    _asked.one_of(asked.fail_on, _LEVELS, "--fail-on")
    written = _reports(asked)
    day = _asked.a_day(asked.published)
    wanted = Wanted(day, _asked.checks(asked.select, "--select"), _asked.checks(asked.ignore, "--ignore"))
    _asked.some_paths(asked.paths)
    done = run(asked.paths, opened(asked.facts, canon=not asked.no_canon), wanted)
    for name, path in written:
        _write(done, name, path)
    return status(done, asked.fail_on)


def _reports(asked: Asked) -> list[tuple[str, str | None]]:
    """Which formats are written where; None is standard output."""
    usual = "rich" if asked.output is None and _writing.on_terminal() else "text"
    written: list[tuple[str, str | None]] = [(_asked.a_format(asked.format or usual), asked.output)]
    for one in asked.reports:
        name, equals, path = one.partition("=")
        if not equals or not path:
            raise UsageError(f"--report '{one}' names no file; write it as FORMAT=FILE, such as json=report.json")
        written.append((_asked.a_format(name), path))
    return written


def _write(done: Run, name: str, path: str | None) -> None:
    """Write one report where it is wanted."""
    pieces = member("reports", name).render(done, _writing.page(path) if name == "rich" else Page())
    if path is None:
        _writing.to_stdout(pieces)
    else:
        _writing.to_file(path, pieces)

"""Settings: what holds for one file, whoever said so; all that a plain run needs of a configuration."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kerrcheck.keys import Accepted

FOUND_IN = ("kerrcheck.toml", "pyproject.toml")
LEVELS = ("error", "warning", "info", "never")


class Settings(NamedTuple):
    """What holds for one file: the day and how it is found, the checks, the facts, and what is silenced.

    `key` is the front matter's key of the day, `default` the day that the path gives. `select` and `ignore` are names of checks,
    `severity` the severity that a check's findings get. `facts` and `canon` say which store it is held against.
    """

    published: str | None = None
    key: str | None = None
    default: str | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] | None = None
    severity: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    canon: bool = True
    fail_on: str = "error"
    today: str | None = None
    accepted: "tuple[Accepted, ...]" = ()


class Options(NamedTuple):
    """What a command line sets for every file; it wins over what files say, further facts are laid on top of theirs.

    `stdin` is the name that standard input goes by.
    """

    published: str | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] | None = None
    fail_on: str | None = None
    facts: tuple[str, ...] = ()
    no_canon: bool = False
    today: str | None = None
    config: str | None = None
    isolated: bool = False
    stdin: str | None = None

"""Keys: what a configuration may say, what holds where it does not, and the names that it accepts."""

from typing import Any, NamedTuple

GRADES = ("error", "warning", "info", "off")


class Key(NamedTuple):
    """A key of the configuration: what its value is, what holds where nobody says, and what it is for.

    `kind` is text, path, flag, day, level, format, paths, checks, globs, pattern or grades. `whole`: it is about the whole
    run, so that an override for some paths cannot set it.
    """

    kind: str
    default: Any
    about: str
    whole: bool = False


KEYS = {
    "select": Key("checks", None, "run only these checks or families"),
    "ignore": Key("checks", None, "leave out these checks or families"),
    "severity": Key("grades", {}, "the severity of a check's or family's findings: error, warning, info or off"),
    "fail-on": Key("level", "error", "the mildest finding that makes the status 1: error, warning, info or never"),
    "format": Key("format", None, "the report's format; by default rich on a terminal and text in a pipe", whole=True),
    "facts": Key("paths", (), "further stores or folders of fact files, the last one on top"),
    "no-canon": Key("flag", False, "leave the shipped facts out"),
    "published-key": Key("text", None, "the front-matter key that gives the day of publication"),
    "published-path": Key("pattern", None, "where the path gives the day: {year}, {month} and {day} in a pattern"),
    "exclude": Key("globs", (), "leave out these files, named explicitly or not", whole=True),
    "baseline": Key("path", None, "the file that lists findings to be left alone", whole=True),
    "today": Key("day", None, "the day on which silencers with an end are judged; without one none ends", whole=True),
}


class Accepted(NamedTuple):
    """A name that a desk lets stand, and where; `place` says where it is listed."""

    name: str
    scope: str
    reason: str
    until: str | None
    place: str

"""Patterns of paths, as `.gitignore` has them, and the day that a path gives where a pattern has fields for it.

Paths are relative to the folder of the file that names the pattern, with `/` between their parts. `*` and `?` stay within one part, `**` is
any number of parts. A pattern without a stroke, or with one at its end only, fits at any depth; any other is held from the top.
What fits a folder fits all that is in it.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

_FIELDS = {"{year}": r"(?P<year>\d{4})", "{month}": r"(?P<month>\d{1,2})", "{day}": r"(?P<day>\d{1,2})"}
_PIECES = re.compile(r"\{(?:year|month|day)\}|/\*\*/|^\*\*/|/\*\*$|\*+|\?|\[[!^]?\]?[^\]/]*\]|\\.|.", re.DOTALL)
_ANY = {"/**/": "/(?:.*/)?", "**/": "(?:.*/)?", "/**": "/.*", "?": "[^/]"}


def fits(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path, or a folder that it is in, fits one of some patterns."""
    return any(_compiled(pattern).match(path) for pattern in patterns)


def day_in(path: str, pattern: str) -> str | None:
    """The ISO day that a path gives by a pattern's fields; None where it does not fit or gives no day of the calendar."""
    found = _dated(pattern).match(path)
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day"))).isoformat() if found else None
    except ValueError:
        return None


def obstacle(pattern: str) -> str | None:
    """What is wrong with a pattern, None where nothing is."""
    if not pattern.strip("/ "):
        return "the pattern is empty"
    return "a pattern cannot begin with !; name what is to be left out" if pattern.startswith("!") else None


def lacks_fields(pattern: str) -> bool:
    """Whether a pattern does not have each of the fields of a day just once."""
    return any(pattern.count(field) != 1 for field in _FIELDS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as an expression."""
    body = pattern.rstrip("/")
    head = "" if "/" in body else "(?:.*/)?"
    tail = "/" if pattern.endswith("/") else "(?:/|$)"
    return re.compile(head + _expression(body.lstrip("/"), fields=False) + tail, re.DOTALL)


@cache
def _dated(pattern: str) -> re.Pattern[str]:
    """A pattern with fields as an expression for a whole path."""
    return re.compile(_expression(pattern.lstrip("/"), fields=True) + "$", re.DOTALL)


def _expression(pattern: str, *, fields: bool) -> str:
    """The pieces of a pattern as an expression."""
    return "".join(_piece(piece, fields) for piece in _PIECES.findall(pattern))


def _piece(piece: str, fields: bool) -> str:
    """One piece of a pattern as an expression."""
    if piece in _FIELDS:
        return _FIELDS[piece] if fields else re.escape(piece)
    if piece.startswith("*") and "/" not in piece:
        return "[^/]*"
    if piece in _ANY:
        return _ANY[piece]
    if len(piece) > 2 and piece.startswith("["):
        turned = piece[1] in "!^"
        inside = piece[1 + turned : -1].replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("^", "\\^")
        return f"(?!/)[{'^' * turned}{inside}]"
    return re.escape(piece[-1] if piece.startswith("\\") else piece)

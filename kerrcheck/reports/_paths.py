"""Paths as other tools read them: relative to the root of the repository, with forward slashes."""

import os
from urllib.parse import quote

_NAMELESS = "-"


def relative(path: str, root: str) -> str:
    """A path below the root, links resolved where that stays below it; an absolute path where it is elsewhere.

    Without a root the path stays as it was given; standard input and a text without a file are `-`.
    """
    if path in ("", _NAMELESS):
        return _NAMELESS
    if not root:
        return _slashed(os.path.normpath(path))
    real = os.path.realpath(path)
    for base, place in ((os.path.realpath(root), real), (os.path.abspath(root), os.path.abspath(path))):
        below = os.path.relpath(place, base)
        if below.split(os.sep)[0] != os.pardir:
            return _slashed(below)
    return _slashed(real)


def uri(path: str, root: str) -> str:
    """The same as a URI, percent-encoded; relative wherever the path is."""
    place = relative(path, root)
    return f"{'file://' if place.startswith('/') else ''}{quote(os.fsencode(place))}"


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")

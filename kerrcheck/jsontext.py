"""JSON whose strings know their places: the standard library's parser, with a scanner of strings that notes where each stands."""

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from kerrcheck.errors import InputError
from kerrcheck.origin import Piece

_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)


class Placed(str):
    """A string of a JSON text; `start` and `end` are the places of its quotation marks' inner sides."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _Decoder(json.JSONDecoder):
    """Reads strings as placed ones."""

    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _placed
        self.scan_once = py_make_scanner(self)


def parsed(path: str, text: str) -> Any:
    """The value that a JSON text is, its strings placed; raises InputError where it is none or is nested too deep."""
    try:
        return _Decoder().decode(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}: line {error.lineno}: no valid JSON ({error.msg.lower()}); mend it, or give it another ending") from error
    except RecursionError:
        raise InputError(f"{path}: this JSON is nested deeper than any article is") from None
    except ValueError as error:
        raise InputError(f"{path}: no JSON of an article ({str(error).partition(';')[0].lower()}); mend it") from error


def pieces(text: str, string: Placed) -> Iterator[Piece]:
    """A string as it reads, its escapes in place of what they stand for; half a surrogate pair is no character."""
    at = string.start
    for m in _ESCAPE.finditer(text, string.start, string.end):
        yield Piece(text[at : m.start()], at, m.start())
        meant = scanstring(f'{m.group()}"', 0, False)[0]
        yield Piece("\ufffd" if "\ud800" <= meant <= "\udfff" else meant, m.start(), m.end())
        at = m.end()
    yield Piece(text[at : string.end], at, string.end)


def _placed(text: str, start: int, strict: bool) -> tuple[Placed, int]:
    """The string that begins after a quotation mark, and where the text goes on."""
    words, end = scanstring(text, start, strict)
    placed = Placed(words)
    placed.start, placed.end = start, end - 1
    return placed, end

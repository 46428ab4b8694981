"""Text made fit for a terminal: control characters, escapes and direction marks are shown, never sent."""

import re

_JOINERS = "\u200c\u200d"
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_PICTURES = {code: chr(0x2400 + code) for code in range(32)} | {9: " ", 127: "␡"}


def visible(text: str) -> str:
    """The text with one harmless character for each of its characters, so that columns stay where they are."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _stand_in(c) for c in text)


def escaped(text: str) -> str:
    r"""The text on one line, with `\x1b`, `\n`, `\u202e` for what must not reach a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() or _harmless(c) else _escape(c) for c in text)


def in_json(text: str) -> str:
    r"""JSON on one line, with `\u009b` for what a terminal would obey and JSON lets stand; it says the same."""
    return text if text.isprintable() else _OBEYED.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def _stand_in(char: str) -> str:
    """A control picture, a plain space for the wider ones, else the replacement character."""
    if char in _JOINERS:
        return char
    if char.isspace() and ord(char) > 159 and char not in "\u2028\u2029":
        return " "
    return _PICTURES.get(ord(char), "\ufffd")


def _harmless(char: str) -> bool:
    """Whether an unprintable character is a kind of space or joins letters."""
    return char in _JOINERS or (char.isspace() and ord(char) > 159 and char not in "\u2028\u2029")


def _escape(char: str) -> str:
    """The character as a program's source would write it."""
    return char.encode("unicode_escape").decode("ascii")

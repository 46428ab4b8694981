"""Reports put where they are wanted: on standard output, or into a file, whole or not at all."""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress

from kerrcheck.errors import UsageError
from kerrcheck.reports import Page
from kerrcheck.visible import escaped, visible

_FILE_WIDTH = 100


def to_stdout(pieces: Iterable[str], *, markup: bool = False) -> None:
    """Write to standard output; a reader who has gone away is no error. `markup` is HTML or XML."""
    if sys.stdout is None:
        return
    try:
        for piece in pieces:
            sys.stdout.write(_fitting(piece, markup))
        sys.stdout.flush()
    except BrokenPipeError:
        with open(os.devnull, "w", encoding="utf-8") as nowhere, suppress(OSError, ValueError):
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    except OSError as error:
        raise UsageError(f"standard output: {error.strerror or error}; make room or write elsewhere") from error


def raw_to_stdout(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output as they are; on a terminal in a form that it does not obey."""
    if on_terminal() or not hasattr(sys.stdout, "buffer"):
        to_stdout(f"{visible(line)}\n" for line in b"".join(pieces).decode("utf-8", "replace").split("\n"))
        return
    try:
        sys.stdout.buffer.write(b"".join(pieces))
        sys.stdout.flush()
    except BrokenPipeError:
        to_stdout([])
    except OSError as error:
        raise UsageError(f"standard output: {error.strerror or error}; make room or write elsewhere") from error


def to_file(path: str, pieces: Iterable[str]) -> None:
    """Write a file beside its place and move it there when it is whole; devices and pipes are written to as they are."""
    place = os.path.realpath(path)
    direct = os.path.exists(place) and not os.path.isfile(place)
    waiting = place if direct else f"{place}.{os.getpid()}.tmp"
    try:
        with open(waiting, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(pieces)
        if not direct:
            os.replace(waiting, place)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UsageError(f"{path}: cannot be written ({why}); name a file in a folder you may write to") from error
    finally:
        if not direct:
            with suppress(OSError):
                os.unlink(waiting)


def made(folder: str | os.PathLike[str]) -> None:
    """Make a folder and those above it, where they are not there."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({(error.strerror or str(error)).lower()}); choose another folder") from error


def page(name: str, path: str | None = None) -> Page:
    """The page that a report is written on: the terminal, or a file's plain page; lines of text need to know nothing of it."""
    if name != "rich":
        return Page() if name == "text" else Page(root=root())
    if path is not None:
        return Page(_FILE_WIDTH)
    import shutil

    return Page(shutil.get_terminal_size((80, 24)).columns, _colourful())


def root() -> str:
    """The folder that other tools begin their paths at: that of the repository around us, else the one we work in."""
    try:
        here = os.getcwd()
    except OSError:
        return ""
    place = here
    while not os.path.exists(os.path.join(place, ".git")):
        if os.path.dirname(place) == place:
            return here
        place = os.path.dirname(place)
    return place


def apart(written: Sequence[tuple[str, str | None]], articles: Iterable[str]) -> None:
    """Nothing, where each report has a file of its own; raises UsageError where two share one, or one would replace an article."""
    files = [(name, path, os.path.realpath(path)) for name, path in written if path is not None]
    taken = {os.path.realpath(path): f"{path} is to be checked" for path in articles if os.path.isfile(path)} if files else {}
    for name, path, place in files:
        if os.path.exists(place) and not os.path.isfile(place):
            continue
        if place in taken:
            raise UsageError(f"{path}: the {name} report cannot go there, {taken[place]}; name another file")
        taken[place] = f"the {name} report does already"


def on_terminal() -> bool:
    """Whether somebody reads standard output on a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _colourful() -> bool:
    """Whether standard output takes colours and nobody has asked for none."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (on_terminal() and os.environ.get("TERM") != "dumb")


def _fitting(piece: str, markup: bool) -> str:
    r"""The text with escapes for what the encoding of standard output lacks: `&#129352;` in mark-up, else `\ud83e\udd48` as in JSON."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        piece.encode(encoding)
    except UnicodeEncodeError:
        return "".join(char if _has(encoding, char) else f"&#{ord(char)};" if markup else _halves(char) for char in piece)
    return piece


def _has(encoding: str, char: str) -> bool:
    """Whether an encoding has a character."""
    try:
        return bool(char.encode(encoding))
    except UnicodeEncodeError:
        return False


def _halves(char: str) -> str:
    """A character as JSON escapes it, one beyond the first plane in two halves."""
    raw = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{raw[k : k + 4]}" for k in range(0, len(raw), 4))


def line(text: str) -> None:
    """Write one line for people, with nothing in it that a terminal would obey."""
    to_stdout([escaped(text) + "\n"])

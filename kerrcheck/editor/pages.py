"""Pages: the manual's entry on each check as a file that an editor can open, written when it is first pointed to."""

import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from kerrcheck import __version__, members
from kerrcheck.canon import cache_dir
from kerrcheck.manual import Entry, entry


@cache
def page(check: str) -> str | None:
    """The address of the manual's page on a check; None where there is no such check or nothing can be written."""
    if check.replace("-", "_") not in members.names("checks"):
        return None
    place = cache_dir() / "checks" / __version__ / f"{check}.md"
    with suppress(OSError):
        _write(place, _text(entry(members.member("checks", check))))
        return place.absolute().as_uri()
    return None


def _write(place: Path, text: str) -> None:
    """Write a page where it is not yet, whole or not at all."""
    with suppress(FileNotFoundError):
        if place.read_text("utf-8") == text:
            return
    place.parent.mkdir(parents=True, exist_ok=True)
    waiting = place.with_name(f"{place.name}.{os.getpid()}.tmp")
    waiting.write_text(text, "utf-8", newline="\n")
    waiting.replace(place)


def _text(one: Entry) -> str:
    """An entry as a page of Markdown."""
    parts = [f"# {one.name}", f"*{one.family}, {one.severity}*", one.title, one.why]
    for title, examples in (("Flags", one.flags), ("Leaves alone", one.allows), ("Authority", one.authority)):
        if examples:
            parts += [f"## {title}", "\n".join(f"- {example}" for example in examples)]
    return "\n\n".join(part for part in parts if part) + "\n"

"""Watching: which of the files that paths name have changed since one last looked, by their size, time and number."""

import os
from collections.abc import Callable, Iterator, Sequence

from kerrcheck import files

State = dict[str, tuple[int, int, int]]


def changes(paths: Sequence[str], left_out: Callable[[str], object], pause: Callable[[], None]) -> Iterator[tuple[list[str], list[str]]]:
    """The files there are; then, after each pause in which something happened, those that are new or changed, and those that are gone.

    What changes while somebody looks at what was told is told the next time; there is no end.
    """
    before = _state(paths, left_out)
    yield list(before), []
    while True:
        pause()
        now = _state(paths, left_out)
        changed = [path for path, stamp in now.items() if before.get(path) != stamp]
        gone = [path for path in before if path not in now]
        before = now
        if changed or gone:
            yield changed, gone


def _state(paths: Sequence[str], left_out: Callable[[str], object]) -> State:
    """The stamps of the files that are there, and are not left out."""
    state: State = {}
    for path, obstacle in files.find(list(paths)):
        if obstacle or left_out(path) is not None:
            continue
        try:
            found = os.stat(path)
        except OSError:
            continue
        state[path] = (found.st_size, found.st_mtime_ns, found.st_ino)
    return state

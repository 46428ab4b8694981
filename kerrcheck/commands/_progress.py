"""A bar on the terminal for what takes long; nothing where standard error is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kerrcheck.visible import visible


@contextmanager
def bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """What is told of each file: its name, how many are done, how many there are."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    # A file's name is no mark-up, and nothing in it may reach the terminal as a command.
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)

        def told(name: str, done: int, total: int) -> None:
            shown.update(task, description=visible(name[-50:]), completed=done, total=total)

        yield told

"""Processes that work side by side: results in the order of the tasks, and a task whose process dies is told of.

Each process makes its own worker, from a function and arguments that can be sent to it, and is given one task after another. They ignore
an interrupt: who waits for them ends them. When that process is gone they end by themselves.
"""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

Worker = Callable[[Any], Any]
_AHEAD = 32


class Known(NamedTuple):
    """A task whose result is known without any work."""

    result: Any


class Lost(NamedTuple):
    """A task that came to no result, and how its process ended."""

    task: Any
    how: str


def ordered(make: Callable[[], Worker], tasks: Iterable[Any], number: int) -> Iterator[Any]:
    """The result of each task, or Lost, in the order of the tasks; no more than a few tasks are taken ahead of the slowest.

    Processes are started when the first task asks for one.
    """
    crew: list[_Process] = []
    waiting: deque[_Place] = deque()
    source = map(_Place, tasks)
    try:
        while place := next(source, None):
            waiting.append(place)
            if not place.done:
                _free(crew, make, number).give(place)
            while waiting and (waiting[0].done or len(waiting) > _AHEAD * number):
                yield _finished(crew, waiting.popleft())
        while waiting:
            yield _finished(crew, waiting.popleft())
    finally:
        for process in crew:
            process.end()


class _Place:
    """A task's place in the order, and what came of it."""

    def __init__(self, task: Any) -> None:
        self.task, self.done = task, isinstance(task, Known)
        self.result: Any = task.result if isinstance(task, Known) else None


def _free(crew: "list[_Process]", make: Callable[[], Worker], number: int) -> "_Process":
    """A process without a task: a new one while there may be more, else the first that is done with its own."""
    if len(crew) < number:
        crew.append(_Process(make))
        return crew[-1]
    while True:
        for process in crew:
            if process.place is None:
                return process
        _listen(crew)


def _finished(crew: "list[_Process]", place: _Place) -> Any:
    """The result of a task, once it is there."""
    while not place.done:
        _listen(crew)
    return place.result


def _listen(crew: "list[_Process]") -> None:
    """Wait until some process has something to say, and take it."""
    busy = {process.pipe: process for process in crew if process.place}
    for pipe in wait(list(busy)) if busy else ():
        busy[pipe].take()  # type: ignore[index]


class _Process:
    """One process at work, started anew when it dies."""

    def __init__(self, make: Callable[[], Worker]) -> None:
        self._make = make
        self.place: _Place | None = None
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._make), daemon=True)
        with _undisturbed():
            self._process.start()
        theirs.close()

    def give(self, place: _Place) -> None:
        """Hand over a task."""
        self.place = place
        with suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(place.task)

    def take(self) -> None:
        """Take the result; where the process has died, say how, and start another."""
        assert self.place is not None
        try:
            self.place.result = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._process.join()
            self.place.result = Lost(self.place.task, _ended(self._process.exitcode))
            self.pipe.close()
            self._start()
        self.place.done, self.place = True, None

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def _work(pipe: Connection, make: Callable[[], Worker]) -> None:
    """A process's life: one task after another, until nobody gives any more."""
    worker = make()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send(worker(pipe.recv()))


def _ended(code: int | None) -> str:
    """How a process ended, in words."""
    return f"was ended by signal {-code}" if code and code < 0 else f"ended with status {code}"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes that start meanwhile are deaf to an interrupt of the terminal, from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

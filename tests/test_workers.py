"""Processes side by side: results in order, a process that dies costs its own task only, and none is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from kerrcheck.workers import Known, Lost, ordered


def worker(name: str) -> Callable[[object], object]:
    """A worker for tests: it sleeps, dies or answers, as its task says."""

    def work(task: object) -> object:
        if isinstance(task, float):
            time.sleep(task)
        elif task == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif task == "exit":
            os._exit(7)
        elif task == "pid":
            return os.getpid()
        return (name, task)

    return work


MAKE = partial(worker, "w")


def test_results_come_in_the_order_of_the_tasks() -> None:
    tasks = [0.3, *range(40), 0.1, "last"]
    assert list(ordered(MAKE, tasks, 3)) == [("w", task) for task in tasks]


def test_what_is_known_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kerrcheck.workers._Process", None)
    assert list(ordered(MAKE, map(Known, range(200)), 2)) == list(range(200))


def test_a_process_that_dies_is_told_of_and_the_others_go_on() -> None:
    tasks = [1, "kill", 2, "exit", Known("kept"), 3]
    lost = [Lost("kill", "was ended by signal 9"), Lost("exit", "ended with status 7")]
    assert list(ordered(MAKE, tasks, 2)) == [("w", 1), lost[0], ("w", 2), lost[1], "kept", ("w", 3)]


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = ordered(MAKE, tasks(), 2)
    assert next(results) == ("w", 0)
    assert len(taken) < 100
    results.close()


def test_no_process_is_left_behind() -> None:
    results = ordered(MAKE, ["pid", 30.0, 30.0, 30.0], 2)
    process = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_processes_end_when_the_one_that_waits_is_killed() -> None:
    code = "from test_workers import MAKE, ordered\nfor one in ordered(MAKE, ['pid', 'pid', 2.0, 2.0], 2): print(one, flush=True)"
    here = os.path.dirname(__file__)
    running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=here, env={**os.environ, "PYTHONPATH": here})
    told = {int(running.stdout.readline()) for _ in range(2)}
    running.kill()
    running.wait()
    running.stdout.close()
    for process in told:
        assert ended(process)


def ended(process: int) -> bool:
    """Whether a process comes to its end within what its task takes."""
    for _ in range(300):
        try:
            os.kill(process, 0)
            with open(f"/proc/{process}/stat", encoding="utf-8") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.1)
    return False

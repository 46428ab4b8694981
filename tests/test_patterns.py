"""No pattern of ours backtracks: each is held against long repetitions of what it is made of, with a budget of its own computing time.

A pattern that is linear needs some thousandths of a second for each; one that goes back over what it has read needs seconds or for ever.
The clock is that of the process, which stands still while others compute.
"""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kerrcheck

LENGTH, BUDGET, MOST = 10_000, 0.5, 6
OPTIONAL = {"pyarrow", "pygls", "lsprotocol"}
CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": "-", "CATEGORY_NOT_SPACE": "x"}


def modules() -> Iterator[ModuleType]:
    """Every module of ours that can be imported here."""
    for found in pkgutil.walk_packages(kerrcheck.__path__, "kerrcheck."):
        if found.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if (error.name or "").split(".")[0] not in OPTIONAL:
                raise


def patterns(value: Any, depth: int = 2) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns that a value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, list | tuple | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from patterns(one, depth - 1)


SOURCES = "\n".join(path.read_text("utf-8") for path in Path(kerrcheck.__path__[0]).rglob("*.py"))


def anchored(name: str) -> bool:
    """Whether a pattern is only ever tried at one place of a text."""
    return set(re.findall(rf"\b{name}\.(\w+)\(", SOURCES)) <= {"match", "fullmatch"} != set()


ALL = {
    (one.pattern, one.flags): pytest.param(one, anchored(name), id=f"{module.__name__.removeprefix('kerrcheck.')}.{name}")
    for module in modules()
    for name, value in vars(module).items()
    for one in patterns(value)
}


def made_of(pattern: re.Pattern[Any]) -> list[str]:
    """A few characters that a pattern can match, and one that it hardly does."""
    found: dict[str, None] = {}

    def take(node: Any) -> None:
        if isinstance(node, tuple) and len(node) == 2 and str(node[0]) in {"LITERAL", "NOT_LITERAL"}:
            found[chr(node[1])] = None
        elif isinstance(node, tuple) and len(node) == 2 and str(node[0]) == "RANGE":
            found[chr(node[1][0])] = None
        elif isinstance(node, tuple) and len(node) == 2 and str(node[0]) == "CATEGORY":
            found[CATEGORIES.get(str(node[1]), "a")] = None
        elif hasattr(node, "__iter__") and not isinstance(node, str | bytes):
            for one in node:
                take(one)

    take(re._parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    chosen = list(found)
    return list(dict.fromkeys([*chosen[: MOST - 1], *chosen[-1:], *(" 1a" if len(chosen) < 3 else "")]))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ended by TimeoutError when the process has computed for longer."""

    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def adversaries(pattern: re.Pattern[Any]) -> Iterator[str]:
    """Long repetitions of one and of two characters, ending in what the pattern does not expect."""
    some = made_of(pattern)
    for unit in [*some, *map("".join, product(some, repeat=2))]:
        yield unit * (LENGTH // len(unit)) + "\0"


def exhausted(pattern: re.Pattern[Any], text: str, once: bool = False) -> None:
    """A pattern sought in all of a text, or tried at its beginning."""
    subject: Any = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    if once:
        pattern.match(subject)
    else:
        for _ in pattern.finditer(subject):
            pass


@pytest.mark.skipif(not hasattr(signal, "ITIMER_VIRTUAL"), reason="this system has no clock of a process")
@pytest.mark.parametrize(("pattern", "once"), ALL.values())
def test_no_pattern_goes_back_over_what_it_has_read(pattern, once):
    for text in adversaries(pattern):
        try:
            with within(BUDGET):
                exhausted(pattern, text, once)
        except TimeoutError:
            pytest.fail(f"{pattern.pattern!r} backtracks on {text[:20]!r} ...")


def test_a_pattern_that_backtracks_is_found_out():
    bad = re.compile(r"(a+)+b")
    with pytest.raises(TimeoutError), within(0.5):
        exhausted(bad, "a" * LENGTH)

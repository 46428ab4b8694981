"""Succession: a record or a best stands until another mark takes its place."""

from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.values.mark import parse


class Step(NamedTuple):
    """One mark of a history: the day it was made, its writing, and an end that is on record."""

    start: str
    value: str
    end: str | None = None


def ends(steps: Sequence[Step]) -> list[str | None]:
    """The day on which each mark of a history was replaced, None for those that stand; equal marks stand together."""
    sizes = [_size(step.value) for step in steps]
    upward = _upward(steps, sizes)
    order = sorted(range(len(steps)), key=lambda i: (steps[i].start, sizes[i] if upward else -sizes[i], i))
    found: list[str | None] = [step.end for step in steps]
    following: tuple[int, str] | None = None
    after: str | None = None
    for i in reversed(order):
        if following and following[0] != sizes[i]:
            after = following[1]
        found[i] = min(filter(None, (found[i], after)), default=None)
        following = (sizes[i], steps[i].start)
    return found


def _size(value: str) -> int:
    mark = parse(value)
    return mark.milli if mark else 0


def _upward(steps: Sequence[Step], sizes: Sequence[int]) -> bool:
    """Whether marks grow from the first day to the last, as lengths do and times do not."""
    first = min(range(len(steps)), key=lambda i: steps[i].start, default=0)
    last = max(range(len(steps)), key=lambda i: steps[i].start, default=0)
    return bool(steps) and sizes[last] > sizes[first]

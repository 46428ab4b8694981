"""Narrowing: the smallest stretch of whole words in which a text and its correction differ."""

from typing import NamedTuple


class Change(NamedTuple):
    """The stretch of a raw text, half open, that a replacement stands for."""

    start: int
    end: int
    replacement: str


def narrowed(raw: str, right: str) -> Change:
    """The whole words of `raw` that differ from `right`: `75` and `77` of `75 feet, 3½ inches` and `77 feet, 3½ inches`."""
    old, new = raw.split(" "), right.split(" ")
    head = 0
    while head < min(len(old), len(new)) - 1 and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head - 1 and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start = sum(len(word) + 1 for word in old[:head])
    end = len(raw) - sum(len(word) + 1 for word in old[len(old) - tail :])
    return Change(start, end, " ".join(new[head : len(new) - tail]))

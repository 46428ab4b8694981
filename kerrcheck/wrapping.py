"""Wrapping: the line ends that only a line's width made, in plain texts as agencies and mail send them."""

from itertools import pairwise

_NARROWEST, _WIDEST, _LEAST = 40, 120, 3
_FITTING, _SMALL, _FULL = 0.8, 0.25, 0.9


def soft_ends(text: str, body: int) -> frozenset[int]:
    """The offsets of the line ends that end neither a sentence nor a paragraph: the next word would hardly have stood in the line.

    A text is taken for wrapped where nearly all line ends inside its blocks are of that kind, and many of the next lines go on in small
    letters; else no line end is.
    """
    if text.count("\n", body) < _LEAST:
        return frozenset()
    lines, at = [], body
    for line in text[body:].split("\n"):
        lines.append((at + len(line), line.rstrip()))
        at += len(line) + 1
    inner = [(end, line, nxt) for (end, line), (_, nxt) in pairwise(lines) if line.strip() and nxt.strip() and len(line) <= _WIDEST]
    if len(inner) < _LEAST:
        return frozenset()
    width = max(len(line) for _, line, _ in inner)
    if width < _NARROWEST:
        return frozenset()
    full = [(end, nxt) for end, line, nxt in inner if len(line) + 1 + len(nxt.split(maxsplit=1)[0]) > _FULL * width]
    small = sum(nxt.lstrip()[0].islower() for _, nxt in full)
    wrapped = len(full) >= max(_LEAST, _FITTING * len(inner)) and small >= _SMALL * len(full)
    return frozenset(end for end, _ in full) if wrapped else frozenset()

"""A unified patch of what is mended in a file, byte for byte, as `git apply` and `patch -p1` take it."""

import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.bytewise import Splice, spliced

_CONTEXT = 3
_PLAIN = frozenset(range(32, 127)) - set(b'"\\')
_ESCAPES = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: '"', 92: "\\"}


class Block(NamedTuple):
    """Lines of the old file from `first` to `last`, exclusive, and the lines that take their place."""

    first: int
    last: int
    new: list[bytes]


def patch(path: str, content: bytes, made: Sequence[Splice]) -> Iterator[bytes]:
    """The patch of one file, piece by piece; nothing where nothing is mended. Lines end at LF, as in every patch."""
    if not made:
        return
    lines = _lines(content)
    yield b"--- " + _name("a", path) + b"\n+++ " + _name("b", path) + b"\n"
    grown = 0
    for hunk in _hunks(_blocks(lines, content, made)):
        yield from _hunk(lines, hunk, grown)
        grown += sum(len(block.new) - (block.last - block.first) for block in hunk)


def _lines(content: bytes) -> list[bytes]:
    """The lines of a file with their ends, LF alone ending one."""
    lines = [line + b"\n" for line in content.split(b"\n")]
    return [*lines[:-1], lines[-1][:-1]] if lines[-1] != b"\n" else lines[:-1]


def _blocks(lines: list[bytes], content: bytes, made: Sequence[Splice]) -> Iterator[Block]:
    """The lines that splices touch, those of splices on one line taken together."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    waiting: list[Splice] = []
    for splice in made:
        if waiting and bisect_right(starts, splice.start) > bisect_right(starts, max(waiting[-1].start, waiting[-1].end - 1)):
            yield _block(starts, content, waiting)
            waiting = []
        waiting.append(splice)
    yield _block(starts, content, waiting)


def _block(starts: list[int], content: bytes, made: list[Splice]) -> Block:
    """The lines of some splices, old and new."""
    first, last = bisect_right(starts, made[0].start) - 1, bisect_right(starts, max(made[-1].start, made[-1].end - 1))
    low, high = starts[first], starts[last]
    inside = [Splice(start - low, end - low, new) for start, end, new in made]
    return Block(first, last, _lines(spliced(content[low:high], inside)))


def _hunks(blocks: Iterator[Block]) -> Iterator[list[Block]]:
    """Blocks whose context would meet, together."""
    together: list[Block] = []
    for block in blocks:
        if together and block.first - together[-1].last > 2 * _CONTEXT:
            yield together
            together = []
        together.append(block)
    if together:
        yield together


def _hunk(lines: list[bytes], blocks: list[Block], grown: int) -> Iterator[bytes]:
    """One hunk with the lines around it; `grown` is by how many lines the file has become longer before it."""
    low, high = max(0, blocks[0].first - _CONTEXT), min(len(lines), blocks[-1].last + _CONTEXT)
    more = sum(len(block.new) - (block.last - block.first) for block in blocks)
    yield f"@@ -{low + 1},{high - low} +{low + 1 + grown},{high - low + more} @@\n".encode()
    at = low
    for block in blocks:
        yield from (_line(b" ", line) for line in lines[at : block.first])
        yield from (_line(b"-", line) for line in lines[block.first : block.last])
        yield from (_line(b"+", line) for line in block.new)
        at = block.last
    yield from (_line(b" ", line) for line in lines[at:high])


def _line(sign: bytes, line: bytes) -> bytes:
    """A line of a hunk, with the note that a patch wants where the file does not end its last line."""
    return sign + line if line.endswith(b"\n") else sign + line + b"\n\\ No newline at end of file\n"


def _name(side: str, path: str) -> bytes:
    """A file's name in a patch: below the working folder where it is there, quoted where it has more than plain characters."""
    inside = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    shown = path.lstrip("/") if inside.startswith("..") else inside
    raw = os.fsencode(f"{side}/{shown.replace(os.sep, '/')}")
    if all(byte in _PLAIN or byte > 127 for byte in raw):
        return raw + (b"\t" if b" " in raw else b"")
    quoted = "".join(chr(byte) if byte in _PLAIN else f"\\{_ESCAPES.get(byte) or format(byte, '03o')}" for byte in raw)
    return f'"{quoted}"'.encode()

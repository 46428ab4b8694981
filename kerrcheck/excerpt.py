"""Lines of a text with words marked under them, cut to a width, as a compiler shows a fault."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from kerrcheck.text import Lines, Span
from kerrcheck.visible import visible

_ELLIPSIS = "…"

Place = tuple[int, int, bool]


class Pointer(NamedTuple):
    """A span to be marked, with a word on it; the main one is marked by carets, others by dashes."""

    span: Span
    label: str = ""
    main: bool = False


class Row(NamedTuple):
    """One row of an excerpt: a line of text with its number, or the marks and labels below it.

    `at` has the letters (from, to, main) that are to stand out.
    """

    number: int | None
    text: str
    at: tuple[Place, ...] = ()


def excerpt(text: str, lines: Lines, pointers: Sequence[Pointer], width: int) -> Iterator[Row]:
    """The rows that show where the pointers point, none wider than `width` cells; labels may be cut where they are too long."""
    located = sorted((lines.place(pointer.span.start)[0], pointer.span, pointer) for pointer in pointers)
    for number, group in groupby(located, key=lambda item: item[0]):
        start = lines.starts[number - 1]
        end = _end_of_line(text, lines, number)
        inside = [_within(pointer, end) for _, _, pointer in group]
        for together in _windows(text, start, end, inside, width):
            yield from _rows(text, number, (start, end), together, width)


def _end_of_line(text: str, lines: Lines, number: int) -> int:
    """Where a line ends, before what ends it."""
    if number >= len(lines.starts):
        return len(text)
    after = lines.starts[number]
    return after - (2 if text[after - 2 : after] == "\r\n" else 1)


def _within(pointer: Pointer, end: int) -> Pointer:
    """The pointer, ending where its line does."""
    return pointer._replace(span=Span(min(pointer.span.start, end), min(pointer.span.end, end)))


def _windows(text: str, start: int, end: int, pointers: list[Pointer], width: int) -> Iterator[list[Pointer]]:
    """The pointers of one line, in groups that fit on one row together."""
    if _fits(text, start, end, width):
        yield pointers
        return
    group: list[Pointer] = []
    for pointer in pointers:
        if group and not _fits(text, group[0].span.start, pointer.span.end, width * 2 // 3):
            yield group
            group = []
        group.append(pointer)
    yield group


def _fits(text: str, start: int, end: int, width: int) -> bool:
    """Whether a stretch takes no more cells than that; a stretch of very many characters is not even measured."""
    return end - start <= 4 * width and cell_len(visible(text[start:end])) <= width


def _rows(text: str, number: int, line: tuple[int, int], pointers: list[Pointer], width: int) -> Iterator[Row]:
    """A line of text, the marks below it, and the labels."""
    low, high = _window(text, line, (pointers[0].span.start, max(p.span.end for p in pointers)), width)
    before = _ELLIPSIS if low > line[0] else ""
    shown = before + visible(text[low:high]) + (_ELLIPSIS if high < line[1] else "")
    letters = [_letters(pointer, len(before) - low, high) for pointer in pointers]
    places = [_cells(shown, one) for one in letters]
    yield Row(number, shown, tuple(letters))
    yield from _marks(pointers, places, width)


def _letters(pointer: Pointer, shift: int, high: int) -> Place:
    """The letters of a shown row that a pointer covers."""
    return min(pointer.span.start, high) + shift, min(pointer.span.end, high) + shift, pointer.main


def _cells(shown: str, place: Place) -> Place:
    """The cells that letters of a shown row take, at least one."""
    left = cell_len(shown[: place[0]])
    return left, left + max(1, cell_len(shown[place[0] : place[1]])), place[2]


def _marks(pointers: list[Pointer], places: list[Place], width: int) -> Iterator[Row]:
    """The carets and dashes of a row, the last label behind them, the others below their marks."""
    drawn = [" "] * max(right for _, right, _ in places)
    for left, right, main in sorted(places, key=lambda place: place[2]):
        drawn[left:right] = ("^" if main else "-") * (right - left)
    labels = [(place, visible(pointer.label)) for place, pointer in zip(places, pointers, strict=True) if pointer.label]
    marks = "".join(drawn)
    if labels and labels[-1][0][1] == len(marks) and len(marks) + 1 + cell_len(labels[-1][1]) <= width:
        place, label = labels.pop()
        yield Row(None, f"{marks} {label}", (*places, (len(marks) + 1, len(marks) + 1 + len(label), place[2])))
    else:
        yield Row(None, marks, tuple(places))
    for place, label in reversed(labels):
        yield from _label(place, label, width)


def _label(place: Place, label: str, width: int) -> Iterator[Row]:
    """A label on rows of its own: under its mark where it fits, else as far right as it does, else broken between words."""
    left = max(0, min(place[0], width - cell_len(label)))
    row = ""
    for word in label.split(" "):
        if row and left + cell_len(row) + 1 + cell_len(word) > width:
            yield Row(None, " " * left + row, ((left, left + len(row), place[2]),))
            row = ""
        row = f"{row} {word}" if row else word
    yield Row(None, " " * left + row, ((left, left + len(row), place[2]),))


def _window(text: str, line: tuple[int, int], span: tuple[int, int], width: int) -> tuple[int, int]:
    """The part of a line to show around a span: all of it, or as much on both sides as the width takes, cut between words."""
    start, end = line
    if _fits(text, start, end, width):
        return start, end
    low, high = span[0], min(span[1], span[0] + width - 2)
    while cell_len(visible(text[low:high])) > width - 2:
        high -= 1
    room = width - 2 - cell_len(visible(text[low:high]))
    left = _reach(text[max(start, low - 2 * width) : low][::-1], room // 2)
    right = _reach(text[high : min(end, high + 2 * width)], room - left[1])
    if low - left[0] > start:
        left = _reach(text[max(start, low - 2 * width) : low][::-1], room - right[1])
    return _whole_words(text, line, (low - left[0], low), (high, high + right[0]))


def _reach(part: str, room: int) -> tuple[int, int]:
    """How many characters of a part fit into so many cells, and the cells that they take."""
    used = 0
    for count, char in enumerate(part):
        cells = cell_len(visible(char))
        if used + cells > room:
            return count, used
        used += cells
    return len(part), used


def _whole_words(text: str, line: tuple[int, int], left: tuple[int, int], right: tuple[int, int]) -> tuple[int, int]:
    """A window drawn in to the nearest spaces where its ends are cut, but never into the span."""
    low, high = left[0], right[1]
    if low > line[0]:
        space = text.find(" ", low - 1, left[1])
        low = space + 1 if 0 <= space < low + 20 else low
    if high < line[1]:
        space = text.rfind(" ", right[0], high + 1)
        high = space if space > high - 20 else high
    return low, high

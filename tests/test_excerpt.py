"""Excerpts: whatever stands in a text, the marks are under their words and no row is wider than it may be."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kerrcheck.excerpt import Pointer, excerpt
from kerrcheck.text import Lines, Span
from kerrcheck.visible import visible

CHARS = st.sampled_from([*"abc de  fg.\n\r\t", "\u0301", "日", "é", "\x1b", "\u202e", "\u200d", "👩", "\x00", "\u2028", "ı"])
TEXTS = st.lists(CHARS, min_size=1, max_size=400).map("".join)


@given(TEXTS, st.data(), st.integers(24, 100))
def test_rows_fit_and_mark_the_words_they_are_about(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    other = data.draw(st.integers(0, len(text) - 1))
    pointers = [Pointer(Span(start, end), "write this instead", main=True), Pointer(Span(other, other + 1), "see here")]
    rows = list(excerpt(text, Lines(text), pointers, width))
    assert all(cell_len(row.text) <= width for row in rows)
    assert all(not any(c in row.text for c in "\x1b\x00\n\r\t\u202e\u2028") for row in rows)
    numbered = [(row, mark) for row in rows if row.number is not None for mark in row.at if mark[2]]
    ((row, (left, right, _)),) = numbered
    line_end = min((at for at in (text.find("\n", start), text.find("\r", start), len(text)) if at >= 0), default=len(text))
    wrong = visible(text[start : max(start, min(end, line_end))])
    assert wrong.startswith(row.text[left:right])
    assert row.text[left:right] or not wrong or cell_len(wrong) > width - 2
    assert sum(row.text.count("^") for row in rows if row.number is None) >= 1


def test_two_marks_near_each_other_share_a_row() -> None:
    text = "second in 3:27.97, 0.41 seconds behind"
    rows = list(excerpt(text, Lines(text), [Pointer(Span(19, 23), "write 0.14", main=True), Pointer(Span(10, 17), "this")], 60))
    assert [row.text for row in rows] == [text, " " * 10 + "-------  ^^^^ write 0.14", " " * 10 + "this"]


def test_a_label_too_long_for_its_row_is_broken_between_words() -> None:
    text = "Kerr ran 3:27.97"
    rows = list(excerpt(text, Lines(text), [Pointer(Span(9, 16), "one two three four five six seven", main=True)], 24))
    assert [row.text for row in rows] == [text, " " * 9 + "^" * 7, "one two three four five", "six seven"]

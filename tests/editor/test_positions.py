"""Places of a text as an editor counts them, held against the encodings themselves."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("lsprotocol", reason="the language server's library is not installed")

from lsprotocol import types

from kerrcheck.editor.positions import Positions, changed
from kerrcheck.text import Span

ODD = st.text(st.sampled_from("aé\u0301🥈👩‍👩‍👧\t\u2028\u2029\x0b\x0c\x85\r\n\ufeff\u200f\ud83d“”"), max_size=30)
ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def lines(text: str) -> list[str]:
    """The lines of a text as the protocol has them, with their ends."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text) or [""]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=ODD, data=st.data())
def test_a_place_is_its_line_and_the_units_before_it(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    codec, unit = ENCODINGS[encoding]
    at = Positions(text, encoding).position(offset)
    before = lines(text[:offset])
    if not text[:offset].endswith(("\r", "\n")) or (text[:offset].endswith("\r") and text[offset : offset + 1] == "\n"):
        head = before.pop()
    else:
        head = ""
    before = [line for line in before if line]
    assert at.line == len(before)
    assert at.character == len(head.encode(codec, "surrogatepass")) // unit


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=ODD, data=st.data())
def test_a_place_leads_back_to_its_offset(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)).filter(lambda n: text[n - 1 : n + 1] != "\r\n"))
    places = Positions(text, encoding)
    assert places.offset(places.position(offset)) == offset


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=ODD, line=st.integers(0, 40), column=st.integers(0, 2**31 - 1))
def test_no_place_is_outside_the_text(encoding: str, text: str, line: int, column: int) -> None:
    offset = Positions(text, encoding).offset(types.Position(line, column))
    assert 0 <= offset <= len(text)
    if line < len(Positions(text, encoding).starts):
        assert Positions(text, encoding).position(offset).line in (line, line - 1)


def test_the_middle_of_a_character_is_its_start() -> None:
    assert Positions("🥈a", "utf-16").offset(types.Position(0, 1)) == 0
    assert Positions("🥈a", "utf-8").offset(types.Position(0, 3)) == 0
    assert Positions("🥈a", "utf-16").offset(types.Position(0, 2)) == 1


def test_lines_end_at_line_ends_only() -> None:
    text = "one\u2028still one\x85and\x0bon\rtwo\r\nthree"
    assert Positions(text).position(text.index("two")) == types.Position(1, 0)
    assert Positions(text).position(text.index("three")) == types.Position(2, 0)
    assert Positions(text).range(Span(4, 9)) == types.Range(types.Position(0, 4), types.Position(0, 9))


@given(text=ODD, words=ODD, data=st.data())
def test_a_change_is_applied_where_the_editor_made_it(text: str, words: str, data: st.DataObject) -> None:
    inside = st.integers(0, len(text)).filter(lambda n: text[n - 1 : n + 1] != "\r\n")
    start, end = sorted((data.draw(inside), data.draw(inside)))
    places = Positions(text, "utf-16")
    change = types.TextDocumentContentChangePartial(places.range(Span(start, end)), words)
    assert changed(text, [change], "utf-16") == text[:start] + words + text[end:]


def test_changes_count_from_each_other_and_may_be_whole_or_absurd() -> None:
    def at(line: int, column: int, to_line: int, to_column: int, words: str) -> types.TextDocumentContentChangePartial:
        return types.TextDocumentContentChangePartial(types.Range(types.Position(line, column), types.Position(to_line, to_column)), words)

    assert changed("ab", [at(0, 1, 0, 1, "X"), at(0, 2, 0, 3, "Y")], "utf-16") == "aXY"
    assert changed("ab", [at(9, 9, 99, 99, "!")], "utf-16") == "ab!"
    assert changed("ab\ncd", [at(1, 1, 0, 1, "-")], "utf-16") == "a-d"
    assert changed("ab", [types.TextDocumentContentChangeWholeDocument("new")], "utf-16") == "new"

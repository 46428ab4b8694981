"""What a terminal is given: nothing that it would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerrcheck.visible import escaped, visible


@given(st.text())
def test_one_character_stands_for_one_and_none_is_a_control(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(c.isprintable() or c in "\u200c\u200d" for c in shown)
    assert all(a == b for a, b in zip(text, shown, strict=True) if a.isprintable())


@given(st.text())
def test_an_escaped_text_is_one_line(text: str) -> None:
    assert len(escaped(text).splitlines()) <= 1
    assert "\x1b" not in escaped(text)


@pytest.mark.parametrize(
    ("char", "picture", "escape"),
    [
        ("\x1b", "␛", "\\x1b"),
        ("\n", "␊", "\\n"),
        ("\u202e", "\ufffd", "\\u202e"),
        ("\udcff", "\ufffd", "\\udcff"),
        ("\u00a0", " ", "\u00a0"),
        ("\u200d", "\u200d", "\u200d"),
        ("\t", " ", "\\t"),
        ("é", "é", "é"),
    ],
)
def test_what_is_shown_and_what_is_written(char: str, picture: str, escape: str) -> None:
    assert (visible(char), escaped(char)) == (picture, escape)

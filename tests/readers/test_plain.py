"""Plain text: every encoding that reporters send, and what is no text at all."""

import codecs

import pytest

from kerrcheck.errors import InputError
from kerrcheck.readers.plain import read
from kerrcheck.text import front_matter_end

TEXT = "Kerr – “silver” für Großbritannien\r\nzweite Zeile\rdritte\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_unicode_is_read_as_it_is_without_its_mark(mark: bytes, encoding: str) -> None:
    document = read("a.txt", mark + TEXT.encode(encoding))
    assert document.text == TEXT
    assert document.notes == ()


def test_windows_1252_is_read_and_noted_once() -> None:
    document = read("a.txt", TEXT.encode("cp1252"))
    assert document.text == TEXT
    ((check, span, message),) = document.notes
    assert (check, span) == ("damaged-text", (5, 6))
    assert "5 bytes" in message
    assert "Windows-1252" in message


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    document = read("a.txt", "Großer ".encode() + b"caf\xe9" + " für".encode())
    assert document.text == "Großer café für"
    assert document.notes[0][1] == (10, 11)


def test_a_byte_that_no_encoding_knows_becomes_the_replacement_character() -> None:
    assert read("a.txt", b"ab\x81cd").text == "ab\ufffdcd"


def test_utf16_cut_short_is_noted() -> None:
    document = read("a.txt", codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert document.text == "ab\ufffd"
    assert document.notes


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03",
        b"\x89PNG\r\n\x1a\n" + b"abc" * 50,
        b"PK\x03\x04 a docx file",
        b"%PDF-1.7 and so on",
        "no mark before it".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.bin: this is no text [^\n]*; save it as UTF-8 text$"):
        read("a.bin", content)


def test_a_few_nul_bytes_are_noted_and_kept() -> None:
    document = read("a.txt", b"Josh Kerr ran\x00 3:27.79\x00 in Paris")
    assert document.text == "Josh Kerr ran\x00 3:27.79\x00 in Paris"
    assert document.notes == (("damaged-text", (13, 14), "2 control characters stand in the text, invisible to a reader"),)


def test_an_empty_file_is_an_empty_document() -> None:
    assert read("a.txt", b"") == ("a.txt", "", 0, None, None, (), None, ())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("---\npublished: 2024-08-07\n---\nText", "Text"),
        ("---\r\ndate: 2024-08-07\r\n---\r\nText", "Text"),
        ("---\na: 1\n...\nText", "Text"),
        ("---\nnever closed\nText", "---\nnever closed\nText"),
        ("Text\n---\nmore\n---\n", "Text\n---\nmore\n---\n"),
        ("---", "---"),
        ("", ""),
    ],
)
def test_prose_begins_after_front_matter(text: str, prose: str) -> None:
    assert text[front_matter_end(text) :] == prose

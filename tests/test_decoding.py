"""Decoding: what a file's bytes are read as, and what is said of it."""

import pytest

from kerrcheck.decoding import decoded

TEXT = "Kerr’s silver: “I couldn’t have run faster”, he said in Málaga.\r\n"


@pytest.mark.parametrize(
    ("encoding", "declared", "named", "told"),
    [
        ("utf-8", None, "utf-8", None),
        ("utf-8", "windows-1252", "utf-8", None),
        ("cp1252", None, "cp1252", "read as Windows-1252"),
        ("cp1252", "windows-1252", "windows-1252", "the file is in windows-1252, as it declares, not in UTF-8"),
        ("cp1252", "ISO-8859-1", "windows-1252", "the file is in windows-1252, as it declares, not in UTF-8"),
        ("cp1250", "cp1250", "cp1250", "the file is in cp1250, as it declares, not in UTF-8"),
        ("mac_roman", None, "mac_roman", "the file is in mac_roman, as its apostrophes show, not in UTF-8"),
    ],
)
def test_a_whole_file_in_one_encoding(encoding: str, declared: str | None, named: str, told: str | None) -> None:
    found = decoded("a.txt", TEXT.encode(encoding), declared)
    assert found.text == TEXT
    assert found.encoding == named
    assert found.text.encode(found.encoding) == TEXT.encode(encoding)
    assert [message for _, _, message in found.notes] == ([found.notes[0][2]] if told else [])
    assert (told or "") in (found.notes[0][2] if found.notes else "")
    assert all((check, TEXT[slice(*span)]) == ("damaged-text", "’") for check, span, _ in found.notes)


def test_stray_bytes_among_utf_8_are_not_to_be_written_back() -> None:
    found = decoded("a.txt", "Großer ".encode() + b"caf\xe9")
    assert (found.text, found.encoding) == ("Großer café", None)


def test_bytes_that_the_declared_encoding_does_not_know_are_read_as_without_it() -> None:
    found = decoded("a.html", b"caf\xe9 \xff", "shift_jis")
    assert found.text == "café ÿ"
    assert "Windows-1252" in found.notes[0][2]

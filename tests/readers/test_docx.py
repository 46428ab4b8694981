"""Word files: paragraphs, tables and notes, each place a paragraph and a character; and archives that are up to something."""

import io
import zipfile

import pytest
from packed import document, docx, paragraph, table

from kerrcheck.errors import InputError
from kerrcheck.readers.docx import read
from kerrcheck.text import Lines, Span


def test_paragraphs_and_cells_are_lines_and_what_a_reader_sees_is_prose() -> None:
    found = read(
        "a.docx", docx(paragraph("Kérr ", "3:27.", "97 &amp; 🥈"), paragraph(), table(["1", "Hocker"], ["2", "Kerr"]), paragraph("end"))
    )
    assert found.origin is not None
    assert found.origin.text == "Kérr 3:27.97 & 🥈\n\n1\nHocker\n2\nKerr\nend"
    assert found.text == "Kérr 3:27.97 & 🥈\n\n1, Hocker\n2, Kerr\n\nend"
    at = found.text.index("Kerr")
    assert Lines(found.origin.text).place(found.origin.span(Span(at, at + 4)).start) == (6, 1)


def test_what_is_struck_out_hidden_or_code_is_not_read() -> None:
    def run(look: str, words: str) -> str:
        return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"

    runs = (
        run("<w:strike/>", "a"),
        run('<w:strike w:val="0"/>', "b"),
        run("<w:vanish/>", "c"),
        "<w:del><w:r><w:delText>d</w:delText></w:r></w:del>",
        "<w:ins>" + run("", "e") + "</w:ins>",
        "<w:hyperlink>" + run("<w:b/>", "f") + "</w:hyperlink>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
        "<w:moveFrom>" + run("", "g") + "</w:moveFrom>",
    )
    found = read("a.docx", docx(paragraph(*runs), paragraph("x = 1", style="SourceCode")))
    assert found.text == "bef"


def test_breaks_and_tabs_stay_within_their_paragraph() -> None:
    runs = ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",)
    found = read("a.docx", docx(paragraph(*runs), paragraph("e")))
    assert found.origin is not None
    assert (found.text, found.origin.text) == ("a\nb c\u2011d\n\ne", "a\u2028b\tc\u2011d\ne")


def test_a_paragraph_in_the_style_of_quotations_is_one_and_notes_come_last() -> None:
    notes = document(paragraph("A note.")).replace("w:document", "w:footnotes").replace("<w:body>", "").replace("</w:body>", "")
    found = read("a.docx", docx(paragraph("said", style="IntenseQuote"), paragraph("x"), footnotes=notes))
    assert [found.text[slice(*span)] for span in found.quoted] == ["said"]
    assert found.text == "said\n\nx\n\nA note."


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


BOMB = "<!DOCTYPE a [" + "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 12)) + "]>"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no Word file"),
        (b"no archive at all", "no Word file"),
        (docx(paragraph("x"))[:200], "no Word file"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "protected by a password"),
        (zipped(a=b"x"), "it has no word/document.xml"),
        (zipped(**{"word/document.xml": b"\xff\xfe\x00"}), "no Word file"),
        (docx(main="<w:document"), "no well-formed XML"),
        (docx(main=document(paragraph("&a11;"), before=BOMB)), "declares entities"),
        (docx(main=document(paragraph("&x;"), before='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), "declares entities"),
        (docx(main=document(paragraph("x" * 40_000_000))), "times smaller"),
        (zipped(**{f"{k}": b"" for k in range(6000)}), "6,000 files"),
        (docx(main="<a>" * 100_000), "nested more than"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_is_no_word_file_is_refused_in_one_line(content: bytes, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read("a.docx", content)
    assert told in str(caught.value)
    assert str(caught.value).startswith("a.docx: ")
    assert "\n" not in str(caught.value)


def test_a_member_that_lies_about_its_size_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(docx(main=document(paragraph("x" * 300_000))))
    size = len(document(paragraph("x" * 300_000)))
    content = content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    monkeypatch.setattr("kerrcheck.archive._MEMBER", 10_000)
    with pytest.raises(InputError):
        read("a.docx", bytes(content))

"""Mending in Word files: the letters that change, in the runs that have them; everything else in the archive as it was."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packed import NAMESPACE, RELATIONS, document, docx, paragraph, table

from kerrcheck import cli
from kerrcheck.errors import InputError
from kerrcheck.readers.docx import read
from kerrcheck.text import Span
from kerrcheck.wordwriting import rewritten

HEAD = (paragraph("7 August 2024"), paragraph("Men’s 1500m final, Paris 2024 Olympic Games"))
LINE = "Josh Kerr took silver in 3:27.97 behind Cole Hocker."
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


def disk(content: bytes) -> str:
    origin = read("a.docx", content).origin
    assert origin is not None
    return origin.text


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content: bytes, words: str, right: str) -> bytes:
    at = disk(content).index(words)
    return rewritten("a.docx", content, [(Span(at, at + len(words)), right)])


@pytest.mark.parametrize(
    ("runs", "words", "right", "mended"),
    [
        (["Jakob Ingebrightsen."], "Ingebrightsen", "Ingebrigtsen", ["Jakob Ingebrigtsen."]),
        (["Jakob Ingebrig", "htsen."], "Ingebrightsen", "Ingebrigtsen", ["Jakob Ingebrig", "tsen."]),
        (["In 3:", "27.", "97", "."], "3:27.97", "3:27.79", ["In 3:", "27.", "79", "."]),
        (["In 3:2", "7", ".97."], "27.97", "1.5", ["In 3:1.5", "", "."]),
        (["Kerr &amp; Co"], "Kerr & Co", "Kerr & Sons", ["Kerr &amp; Sons"]),
        (["Kerr &amp; Co"], "& Co", "< Co", ["Kerr &lt; Co"]),
        (["K&#233;rr"], "Kérr", "Kerr", ["Kerr"]),
        (["Ker", "Hocker"], "Ker", "Kerr", ["Kerr", "Hocker"]),
        (["won"], "won", "has won", ["has won"]),
    ],
)
def test_only_the_letters_that_change_are_written(runs: list[str], words: str, right: str, mended: list[str]) -> None:
    before = docx(paragraph("One."), paragraph(*runs), paragraph("End."))
    assert members(changed(before, words, right)) == members(docx(paragraph("One."), paragraph(*mended), paragraph("End.")))


def test_the_rest_of_the_archive_stays_as_it_is() -> None:
    made = io.BytesIO()
    others = {"[Content_Types].xml": b"<Types/>", "word/media/image1.png": bytes(range(256)) * 40, "word/styles.xml": b"<a>\r\n</a>"}
    main = document(paragraph(LINE)).replace("\n", "\r\n").encode("utf-16")
    with zipfile.ZipFile(made, "w") as archive:
        archive.comment = b"ours"
        for name, content in {**others, "_rels/.rels": RELATIONS.encode(), "word/document.xml": main}.items():
            info = zipfile.ZipInfo(name, (2024, 8, 7, 10, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    after = changed(made.getvalue(), "3:27.97", "3:27.79")
    assert members(after) == {
        **members(made.getvalue()),
        "word/document.xml": main.replace("97".encode("utf-16-le"), "79".encode("utf-16-le")),
    }
    with zipfile.ZipFile(io.BytesIO(after)) as new, zipfile.ZipFile(made) as old:
        assert new.comment == b"ours"
        for one, other in zip(new.infolist(), old.infolist(), strict=True):
            assert (one.filename, one.date_time, one.compress_type) == (other.filename, other.date_time, other.compress_type)
            assert (one.external_attr, one.file_size == other.file_size) == (other.external_attr, True)


def test_notes_and_tables_are_mended_where_they_are() -> None:
    note = f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote>{paragraph("In 3:27.97.")}</w:footnote></w:footnotes>'
    before = docx(table(["Kerr", "3:27.99"]), paragraph("x"), footnotes=note)
    parts = members(changed(changed(before, "3:27.97", "3:27.79"), "3:27.99", "3:27.79"))
    assert parts["word/footnotes.xml"].decode() == note.replace("97", "79")
    assert parts["word/document.xml"] == members(docx(table(["Kerr", "3:27.79"]), paragraph("x")))["word/document.xml"]


def test_what_has_no_letters_of_its_own_is_left() -> None:
    before = docx(paragraph("<w:r><w:t>3:27</w:t><w:tab/><w:t>97</w:t></w:r>"), paragraph("x"))
    for words, right in (("\t", " "), ("97\nx", "y")):
        with pytest.raises(InputError, match=r"a\.docx: the right words cannot be put into this Word file"):
            changed(before, words, right)


@given(st.lists(st.text(st.sampled_from("ab é🥈&<>\u2028\u200f."), min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_whatever_the_runs_the_text_is_the_mended_one(runs: list[str], data: st.DataObject) -> None:
    from html import escape

    content = docx(paragraph("One."), paragraph(*(escape(run, quote=False) for run in runs)), paragraph("End."))
    text = disk(content)
    start, end = sorted(data.draw(st.tuples(*[st.integers(text.index("\n") + 1, text.rindex("\n"))] * 2)))
    right = data.draw(st.text(st.sampled_from("xé<&"), max_size=3))
    made = rewritten("a.docx", content, [(Span(start, end), right)] if start < end else [])
    assert disk(made) == (text[:start] + right + text[end:] if start < end else text)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a Word file of two slips, one of them in a quotation."""
    monkeypatch.chdir(tmp_path)
    name = paragraph("Jakob ", BOLD.format("Ingebright"), "sen was fourth.")
    said = paragraph("Jakob Ingebrightsen was fourth.", style="Quote")
    (tmp_path / "a.docx").write_bytes(docx(*HEAD, paragraph(LINE), name, said, paragraph("“Jakob Ingebrightsen was fourth,” he said.")))
    return tmp_path


def test_a_word_file_is_mended_on_the_disk(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (desk / "a.docx").read_bytes()
    assert cli.run(["verify", "a.docx", "--unsafe-fixes"]) == 1
    out = capsys.readouterr()
    assert out.err == "kerrcheck: a.docx: 2 findings mended\n"
    assert [line.split(" ")[0] for line in out.out.splitlines()] == ["a.docx:5:7:", "a.docx:6:8:"], "what is quoted is told and left"
    after = members((desk / "a.docx").read_bytes())
    assert after["word/document.xml"] == members(before)["word/document.xml"].replace(b"3:27.97", b"3:27.79").replace(
        b"Ingebright</w:t>", b"Ingebrigt</w:t>"
    )
    assert list(desk.iterdir()) == [desk / "a.docx"]
    assert cli.run(["verify", "a.docx", "--unsafe-fixes"]) == 1
    assert capsys.readouterr().err == ""


def test_a_patch_leaves_word_files_out_and_says_so(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (desk / "a.docx").read_bytes()
    head = "---\npublished: 2024-08-07\n---\n# Men's 1500m final, Paris 2024 Olympic Games\n\n"
    (desk / "b.md").write_text(f"{head}Jakob Ingebrightsen was fourth.\n")
    assert cli.run(["verify", "a.docx", "b.md", "--diff"]) == 1
    out = capfd.readouterr()
    told = "kerrcheck: a.docx: 1 finding would be mended; it has no lines for a patch, so only --fix without --diff mends it\n"
    assert out.err == f"{told}kerrcheck: b.md: 1 finding would be mended\n"
    assert out.out.startswith("--- a/b.md\n")
    assert "a.docx" not in out.out
    subprocess.run(["git", "apply", "--check", "-"], input=out.out, text=True, check=True)
    assert (desk / "a.docx").read_bytes() == before

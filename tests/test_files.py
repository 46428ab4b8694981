"""Which files are read: folders in order, without links and hidden files; what cannot be read is told of, one line each."""

import io
import os
import sys
from pathlib import Path

import pytest
from packed import docx, paragraph

from kerrcheck import files
from kerrcheck.errors import InputError


def found(*paths: Path | str) -> list[str]:
    return [path for path, obstacle in files.find(list(map(str, paths))) if not obstacle]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.TEXT", "z.py", ".hidden.txt", "sub/d.txt", "sub/deep/e.txt", ".git/f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    return tmp_path


def test_a_folder_is_walked_in_order_without_links_and_hidden_files(folder: Path) -> None:
    assert [os.path.relpath(path, folder) for path in found(folder)] == ["a.md", "b.txt", "c.TEXT", "sub/d.txt", "sub/deep/e.txt"]


def test_files_whose_ending_others_use_too_are_taken_for_what_they_hold(tmp_path: Path) -> None:
    item, tool = '{"uri": "x", "headline": "Silver"}', '{"name": "x", "headline": 1'
    texts = {
        "a.json": item,
        "package.json": tool,
        "b.ninjs": item,
        "c.xml": "<nitf/>",
        "pom.xml": "<project/>",
        "e.JSON": item,
        "f.xml": "",
    }
    for name, text in {**texts, "g.html": "", "h.docx": "", "i.css": "", "j.nitf": "", "k.markdown": "", "l.xhtml": ""}.items():
        (tmp_path / name).write_text(text)
    names = [os.path.basename(path) for path in found(tmp_path)]
    assert names == ["a.json", "b.ninjs", "c.xml", "e.JSON", "g.html", "h.docx", "j.nitf", "k.markdown", "l.xhtml"]


def test_a_name_for_standard_input_decides_how_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("a.md", "b"), ("a/b.HTML", "*b*"), (None, "*b*")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"*b*")))
        read = files.read("-", name)
        assert (read.path, read.text) == (name or "-", text)


def test_a_file_that_is_named_is_read_whatever_its_name(folder: Path) -> None:
    named = [str(folder / name) for name in ("z.py", ".hidden.txt", "link.txt")]
    assert found(*named) == named


def test_paths_are_told_as_they_were_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert found("sub") == ["sub/d.txt", "sub/deep/e.txt"]
    assert found("./sub/") == ["./sub/d.txt", "./sub/deep/e.txt"]
    assert found("-", "b.txt", "b.txt") == ["-", "b.txt"]


def test_a_folder_without_articles_is_told_of(tmp_path: Path) -> None:
    ((path, obstacle),) = files.find([str(tmp_path)])
    assert path == str(tmp_path)
    assert "no article is in this folder" in str(obstacle)


def test_a_missing_file_is_told_of() -> None:
    with pytest.raises(InputError, match=r"^gone.txt: no such file or directory; check the path$"):
        files.read("gone.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_and_folder_are_told_of(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (folder / "sub").chmod(0)
    try:
        with pytest.raises(InputError, match="permission denied"):
            files.read(str(folder / "b.txt"))
        assert "permission denied" in " ".join(str(obstacle) for _, obstacle in files.find([str(folder)]))
    finally:
        (folder / "sub").chmod(0o700)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 2**20)
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 2**20)
    assert len(files.read(str(path)).text) == 2**20
    path.write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(InputError, match="too large; a file may have 1 MB"):
        files.read(str(path))


def test_a_path_that_no_system_takes_is_told_of() -> None:
    with pytest.raises(InputError, match="null"):
        files.read("a\0b.txt")


def test_the_text_on_disk_is_decoded_as_its_reader_does(tmp_path: Path) -> None:
    declared = '<meta charset="windows-1250">Hołuša'
    assert files.decoded("a.html", declared.encode("cp1250"))[:2] == (declared, "windows-1250")
    assert files.decoded("a.txt", b"\xef\xbb\xbfa")[:3] == ("a", "utf-8", b"\xef\xbb\xbf")
    with pytest.raises(InputError, match="no text"):
        files.decoded("a.docx", docx(paragraph("x")))

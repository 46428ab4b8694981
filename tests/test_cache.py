"""The cache: what it gives back is what was put in, it holds no word of an article, and nothing that befalls it does harm."""

import os
import pickle
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from conftest import ARTICLE

from kerrcheck import sealing
from kerrcheck.cache import Cache, circumstances, folder
from kerrcheck.findings import Report
from kerrcheck.parcel import packed, unpacked
from kerrcheck.values.mark import Mark

SEAL = sealing.seal(ARTICLE.encode(), b"circumstances")


def entries(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file())


def test_a_report_comes_back_as_it_was(tmp_path: Path, report: Report) -> None:
    first = report.claims[0]._replace(value=Mark(207_970, "s"), context={"event": "1500m"}, subject=None)
    report = report._replace(claims=(first, *report.claims[1:]))
    cache = Cache(tmp_path / "deep" / "cache")
    cache.keep(SEAL, report)
    assert cache.found(SEAL, ARTICLE, "elsewhere.txt") == report._replace(path="elsewhere.txt")
    assert type(cache.found(SEAL, ARTICLE, "").claims[0].value) is Mark
    assert cache.found(sealing.seal(ARTICLE.encode() + b" ", b"circumstances"), ARTICLE, "") is None
    assert cache.found(sealing.seal(ARTICLE.encode(), b"others"), ARTICLE, "") is None


def test_no_word_of_an_article_is_kept(tmp_path: Path, report: Report) -> None:
    assert b"Ingebrightsen" in packed(report), "without its seal the entry quotes the article"
    Cache(tmp_path).keep(SEAL, report)
    [entry] = entries(tmp_path)
    content = entry.read_bytes()
    told = f"{entry.relative_to(tmp_path)}".encode() + content
    for word in {*ARTICLE.split(), "misspelt-name", report.path}:
        assert len(word) < 4 or word.encode() not in told
    for at in range(len(content) - 2):
        with pytest.raises(zlib.error):
            zlib.decompress(content[at:])
    with pytest.raises(ValueError, match="damaged"):
        sealing.opened(content, sealing.seal(ARTICLE.encode()[:-1], b"circumstances").key)
    assert (tmp_path / entry.relative_to(tmp_path).parts[0]).stat().st_mode & 0o077 == 0


def test_damaged_entries_are_as_if_they_were_not_there(tmp_path: Path, report: Report) -> None:
    cache = Cache(tmp_path)
    cache.keep(SEAL, report)
    [entry] = entries(tmp_path)
    whole = entry.read_bytes()
    for content in (
        b"",
        whole[:10],
        whole[:-1],
        whole + b"x",
        b"\0" * len(whole),
        bytes([whole[0] ^ 1]) + whole[1:],
        whole[:99] + b"?" + whole[100:],
    ):
        entry.write_bytes(content)
        assert cache.found(SEAL, ARTICLE, "") is None
    entry.unlink()
    entry.mkdir()
    assert cache.found(SEAL, ARTICLE, "") is None
    cache.keep(SEAL, report)


@pytest.mark.parametrize("hostile", [("os", "system"), ("kerrcheck.cli", "run"), ("kerrcheck.findings", "Any"), ("kerrcheck.text", "fold")])
def test_an_entry_can_do_nothing(hostile: tuple[str, str]) -> None:
    module, name = hostile
    with pytest.raises(ValueError, match="no report"):
        unpacked(f"c{module}\n{name}\n(S'echo'\ntR.".encode(), "", "")
    with pytest.raises(ValueError, match="no report"):
        unpacked(pickle.dumps(("a", "tuple")), "", "")


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, report: Report) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    cache.keep(SEAL, report)
    assert cache.found(SEAL, ARTICLE, "") is None
    cache.trim()


def test_the_longest_unused_go_first(tmp_path: Path, report: Report) -> None:
    marks = [sealing.seal(str(n).encode(), b"") for n in range(8)]
    size = len(sealing.closed(packed(report), marks[0].key))
    cache = Cache(tmp_path, most=size * 6)
    for age, mark in zip((5, 4, 90, 3, 2, 80, 70, 1), marks, strict=True):
        cache.keep(mark, report)
        past = time.time() - age * 86400
        os.utime(tmp_path / mark.name[:2] / f"{mark.name[2:]}.report", (past, past))
    assert cache.found(marks[2], ARTICLE, ""), "use makes it young again"
    (tmp_path / marks[0].name[:2] / "left.report.1.tmp").write_bytes(b"half")
    os.utime(tmp_path / marks[0].name[:2] / "left.report.1.tmp", (1, 1))
    cache.trim()
    left = [number for number, mark in enumerate(marks) if cache.found(mark, ARTICLE, "")]
    assert left == [2, 3, 4, 7]
    assert not list(tmp_path.rglob("*.tmp"))


def test_two_runs_at_once_leave_whole_entries(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from kerrcheck import sealing
from kerrcheck.cache import Cache
from kerrcheck.findings import Report
cache = Cache(Path(sys.argv[1]), most=40_000)
for turn in range(300):
    mark = sealing.seal(str(turn % 20).encode(), b"")
    found = cache.found(mark, "", "")
    assert found is None or found.words == turn % 20
    cache.keep(mark, Report("", "", None, str(turn) * 500, turn % 20, (), ()))
    cache.trim()
"""
    both = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [one.communicate()[1] for one in both] == [b"", b""]
    assert entries(tmp_path)


def test_circumstances_are_the_same_in_every_run() -> None:
    code = "from kerrcheck.cache import circumstances as c; print(c(frozenset('abcdef'), {'b': 1, 'a': {2, 1}}, None, ('x',)).hex())"
    told = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in "123"
    }
    assert len(told) == 1
    assert circumstances({"a", "b"}) == circumstances({"b", "a"}) != circumstances({"a"})


def test_the_folder_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KERRCHECK_CACHE_DIR", str(tmp_path / "mine"))
    assert folder() == tmp_path / "mine"
    monkeypatch.delenv("KERRCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert folder() == tmp_path / "caches" / "kerrcheck" / "reports"

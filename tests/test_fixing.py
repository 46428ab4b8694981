"""`verify --fix`, `--unsafe-fixes` and `--diff` on real files: what is written, what is told, and what is left alone."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from kerrcheck import cli

TEXT = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
SAFE = TEXT.replace("Ingebrightsen", "Ingebrigtsen")
QUOTED = "\n“We saw Ingebrightsen of Norway win it in 3:27.97,” Kerr said.\n"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "good.txt").write_text("Nobody ran.\n", "utf-8")
    return tmp_path


def checks(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.split()[2] for line in capsys.readouterr().out.splitlines()]


def test_safe_suggestions_are_put_in_and_the_rest_is_told(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", "a.txt", "good.txt", "--fix"]) == 1
    out = capsys.readouterr()
    assert (drafts / "a.txt").read_text("utf-8") == SAFE
    assert (drafts / "good.txt").read_text("utf-8") == "Nobody ran.\n"
    assert out.err == "kerrcheck: a.txt: 1 finding mended\n"
    assert len(out.out.splitlines()) == 5
    assert "misspelt-name" not in out.out


def test_every_suggestion_is_put_in_on_request_and_a_second_run_finds_nothing(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", "a.txt", "--unsafe-fixes"]) == 0
    assert capsys.readouterr().err == "kerrcheck: a.txt: 6 findings mended\n"
    mended = (drafts / "a.txt").read_text("utf-8")
    assert "in an Olympic record of 3:27.65" in mended, "the article follows"
    before = (drafts / "a.txt").stat()
    assert cli.run(["verify", "a.txt", "--unsafe-fixes"]) == 0
    out = capsys.readouterr()
    assert (out.out, out.err) == ("", "")
    assert (drafts / "a.txt").stat().st_mtime_ns == before.st_mtime_ns, "nothing to mend, nothing written"


def test_no_suggestion_no_word_in_quotation_marks(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (drafts / "a.txt").write_text(TEXT + QUOTED, "utf-8")
    cli.run(["verify", "a.txt", "--unsafe-fixes"])
    assert (drafts / "a.txt").read_text("utf-8").endswith(QUOTED)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "> Jakob Ingebrightsen was fourth.\n> Josh Kerr took silver in 3:27.97.\n\nEnd."),
        ("a.md", "> One.\n>\n> > Jakob Ingebrightsen was fourth."),
        ("a.md", "- One:\n\n  > Jakob Ingebrightsen\nwas fourth."),
        ("a.md", "    Jakob Ingebrightsen was fourth."),
        ("a.html", "<p>One.<blockquote><p>Jakob Ingebrightsen was fourth.</blockquote>"),
        ("a.xml", "<nitf><body><p>One.</p><bq><block><p>Jakob Ingebrightsen was fourth.</p></block></bq></body></nitf>"),
        ("a.json", '{"uri": "x", "headline": "One", "body_html": "<blockquote>Jakob Ingebrightsen was fourth.</blockquote>"}'),
    ],
)
def test_a_quotation_by_mark_up_is_one(drafts: Path, capsys: pytest.CaptureFixture[str], name: str, text: str) -> None:
    (drafts / name).write_text(text, "utf-8")
    cli.run(["verify", name, "--unsafe-fixes", "--published", "2024-08-07"])
    assert (drafts / name).read_text("utf-8") == text
    out = capsys.readouterr()
    assert out.err == ""
    assert ("misspelt-name" in out.out) == (not text.startswith("    ")), "what is quoted is told; code is not read"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_encoding_and_line_ends_stay(drafts: Path, encoding: str, end: str) -> None:
    (drafts / "a.txt").write_bytes(TEXT.replace("\n", end).encode(encoding))
    cli.run(["verify", "a.txt", "--fix"])
    assert (drafts / "a.txt").read_bytes() == SAFE.replace("\n", end).encode(encoding)


def test_a_patch_is_printed_and_nothing_written(drafts: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (drafts / "sub dir").mkdir()
    (drafts / "sub dir" / "b.txt").write_text(TEXT.replace("\n", "\r\n"), "utf-8", newline="")
    for options, mended in (((), SAFE), (("--fix",), SAFE), (("--unsafe-fixes",), None)):
        assert cli.run(["verify", ".", "--diff", *options]) == 1
        told = capfdbinary.readouterr().out
        assert (drafts / "a.txt").read_text("utf-8") == TEXT
        for extra in (["--check"], [], ["--reverse"]):
            done = subprocess.run(["git", "apply", *extra, "-"], input=told, capture_output=True, check=False)
            assert done.returncode == 0, done.stderr
            if not extra and mended:
                assert (drafts / "a.txt").read_text("utf-8") == mended
                assert (drafts / "sub dir" / "b.txt").read_bytes() == mended.replace("\n", "\r\n").encode()
    assert cli.run(["verify", "good.txt", "--diff"]) == 0
    assert capfdbinary.readouterr().out == b""


def test_standard_input_is_mended_onto_standard_output(drafts: Path) -> None:
    command = [sys.executable, "-m", "kerrcheck", "verify", "-"]
    content = TEXT.replace("\n", "\r\n").encode("utf-8-sig")
    done = subprocess.run([*command, "--fix"], input=content, capture_output=True, check=False)
    assert done.stdout == SAFE.replace("\n", "\r\n").encode("utf-8-sig")
    assert done.returncode == 1
    told = done.stderr.decode().splitlines()
    assert told[0] == "kerrcheck: -: 1 finding mended"
    assert [line.split()[1] for line in told[1:]] == ["error"] * 5
    clean = subprocess.run([*command, "--fix"], input=b"Nobody ran.", capture_output=True, check=False)
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, b"Nobody ran.", b"")
    named = subprocess.run([*command, "--fix", "--stdin-filename", "a.txt"], input=content, capture_output=True, check=False)
    assert named.stdout == done.stdout
    assert (drafts / "a.txt").read_text("utf-8") == TEXT, "the file of that name is not what was read"
    into = subprocess.run([*command, "--fix", "--format", "json", "--output", "r.json"], input=content, capture_output=True, check=False)
    assert into.stdout == done.stdout
    assert len(json.loads((drafts / "r.json").read_text("utf-8"))["documents"][0]["findings"]) == 5


def test_an_edit_while_it_is_checked_is_not_lost(drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from kerrcheck import rewriting

    def edited(*given: object) -> None:
        (drafts / "a.txt").write_text("New text.", "utf-8")
        return rewrite(*given)

    rewrite = rewriting.rewrite
    monkeypatch.setattr("kerrcheck.commands._mending.rewrite", edited)
    assert cli.run(["verify", "a.txt", "--fix"]) == 2
    assert (drafts / "a.txt").read_text("utf-8") == "New text."
    out = capsys.readouterr()
    assert out.err == "kerrcheck: a.txt: changed while it was being checked, so it was not mended; run the command again\n"
    assert len(out.out.splitlines()) == 6


def test_what_a_reader_made_of_a_file_is_not_written_back(
    drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from kerrcheck.readers import plain

    read = plain.read
    monkeypatch.setattr(plain, "read", lambda path, content: read(path, b"Seen: " + content))
    assert cli.run(["verify", "a.txt", "--fix"]) == 2
    assert "a.txt: this kind of file is not written back" in capsys.readouterr().err
    assert (drafts / "a.txt").read_text("utf-8") == TEXT


def test_what_is_silenced_is_not_mended(drafts: Path) -> None:
    (drafts / "a.txt").write_text(TEXT.replace("Ingebrightsen", "Ingebrightsen [sic]"), "utf-8")
    cli.run(["verify", "a.txt", "--fix"])
    assert "Ingebrightsen [sic]" in (drafts / "a.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("a.txt --diff --format json", "--diff prints a patch in place of the report"),
        ("a.txt - --fix", "check - by itself"),
        ("a.txt --watch --fix", "--watch shows what is found"),
        ("- --watch", "--watch shows what is found"),
        ("a.txt --quiet --verbose", "--quiet and --verbose"),
        ("a.txt --jobs 0", "--jobs 0 is no number of processes"),
    ],
)
def test_options_that_do_not_go_together(drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch, arguments: str, told: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert cli.run(["verify", *arguments.split()]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert err.count("\n") == 1
    assert (drafts / "a.txt").read_text("utf-8") == TEXT


def test_quiet_verbose_and_statistics(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (drafts / "s.txt").write_text(TEXT.replace("Ingebrightsen", "Ingebrightsen [sic]"), "utf-8")
    report = cli.run(["verify", "a.txt", "s.txt"]), capsys.readouterr().out
    assert cli.run(["verify", "a.txt", "s.txt", "--statistics"]) == report[0]
    out = capsys.readouterr()
    assert out.out == report[1]
    assert out.err.splitlines()[0] == "     2  wrong-date (error)"
    assert out.err.splitlines()[-2:] == ["     1  misspelt-name silenced", "11 findings in 2 files, 1 silenced"]
    cli.run(["verify", "a.txt", "--verbose"])
    out = capsys.readouterr()
    assert out.err.startswith("kerrcheck: a.txt: ")
    assert "claims read" in out.err
    assert "judged as on 2024-08-07" in out.err
    cli.run(["verify", "a.txt", "--fix", "--quiet"])
    assert capsys.readouterr().err == ""

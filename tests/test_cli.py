"""The command line: exit statuses, one clear line for what can be mended, reports whole or not at all."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, StandIn, finding

from kerrcheck import cli, files
from kerrcheck.commands._verifying import Asked
from kerrcheck.findings import Report
from kerrcheck.members import names
from kerrcheck.text import Document


def examine(document: Document, store: object, *, select: object = None, ignore: object = None) -> Report:
    """A stand-in for judging: `WRONG`, `ODD` and `HINT` are findings, `FAULT` is a bug."""
    text = document.text
    if "FAULT" in text:
        raise RuntimeError("\x1b[31mbroken")
    found = [
        finding(text, word, severity=level) for word, level in (("WRONG", "error"), ("ODD", "warning"), ("HINT", "info")) if word in text
    ]
    found += [finding(text, text[slice(*span)], check=check, severity="info", message=message) for check, span, message in document.notes]
    return Report(document.path, text, document.published, document.published_from, len(text.split()), (), tuple(found))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with articles; judging and the store are stood in for."""
    texts = {"wrong": "All\nis WRONG here", "odd": "ODD", "hint": "HINT", "good": "Good.", "empty": "", "fault": "FAULT"}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "nothing").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kerrcheck.pipeline.examine", examine, raising=False)
    monkeypatch.setattr("kerrcheck.layers.opened", lambda paths, canon=True: StandIn())
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("good.txt", 0),
        ("empty.txt", 0),
        ("odd.txt", 0),
        ("hint.txt", 0),
        ("wrong.txt", 1),
        ("good.txt wrong.txt", 1),
        ("odd.txt --fail-on warning", 1),
        ("odd.txt --fail-on=warning", 1),
        ("hint.txt --fail-on warning", 0),
        ("hint.txt --fail-on info", 1),
        ("wrong.txt --fail-on never", 0),
        ("gone.txt", 2),
        ("gone.txt wrong.txt", 2),
        ("picture.png good.txt", 2),
        ("nothing", 2),
        ("fault.txt", 3),
        ("fault.txt gone.txt wrong.txt", 3),
        ("wrong.txt --format=json", 1),
    ],
)
def test_the_status_says_what_became_of_the_run(folder: Path, arguments: str, status: int) -> None:
    assert cli.run(["verify", *arguments.split()]) == status


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("verify", "no article is named"),
        ("claims", "no article is named"),
        ("verify gone.txt", "gone.txt: no such file or directory; check the path"),
        ("verify picture.png", "picture.png: this is no text"),
        ("verify nothing", "nothing: no article is in this folder"),
        ("verify good.txt --format jsn", "--format 'jsn' is unknown; perhaps json is meant"),
        ("verify good.txt --fail-on errors", "--fail-on 'errors' is unknown; perhaps error is meant"),
        ("verify good.txt --published tomorrow", "'tomorrow' is no day; write it as 2024-08-07"),
        ("verify good.txt --report json", "--report 'json' names no file"),
        ("verify good.txt --report jso=a", "--format 'jso' is unknown"),
        ("verify good.txt --output no/such/report", "no/such/report: cannot be written (no such file or directory)"),
        ("verify good.txt --output nothing", "nothing: cannot be written (is a directory)"),
        ("verify good.txt --no-such-option", "No such option: --no-such-option"),
        ("verify good.txt --format", "Option '--format' requires an argument"),
        ("vrify good.txt", "No such command 'vrify'"),
        ("explain no-such-check", "the check 'no-such-check' is unknown"),
        ("claims good.txt --why here", "--why 'here' is no place"),
    ],
)
def test_what_can_be_mended_is_one_line_and_status_2(folder: Path, capsys: pytest.CaptureFixture[str], arguments: str, told: str) -> None:
    assert cli.run(arguments.split()) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.startswith("kerrcheck: ")
    assert told in out.err
    assert out.err.count("\n") == 1


def test_one_bad_file_among_many_is_told_of_and_the_others_are_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", "gone.txt", "wrong.txt", "fault.txt", "odd.txt", "--format", "json"]) == 3
    out = capsys.readouterr()
    told = json.loads(out.out)
    assert [document["path"] for document in told["documents"]] == ["wrong.txt", "odd.txt"]
    assert [error["path"] for error in told["errors"]] == ["gone.txt", "fault.txt"]
    assert "Traceback (most recent call last)" in out.err
    assert out.err.splitlines()[-1] == "kerrcheck: fault.txt: a fault in kerrcheck: RuntimeError: \\x1b[31mbroken"


def test_a_fault_outside_a_document_keeps_its_traceback(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kerrcheck.layers.opened", lambda *_, **__: 1 / 0)
    assert cli.run(["verify", "good.txt"]) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        "good.txt",
        "wrong.txt",
        "wrong.txt gone.txt --format json",
        "odd.txt --fail-on warning",
        "hint.txt --published 2024-08-07 --format rich",
    ],
)
def test_the_quick_way_and_the_parser_do_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    line = ["verify", *arguments.split()]
    assert cli.plain(line) is not None
    quick = (cli.run(line), capsys.readouterr())
    monkeypatch.setattr(cli, "plain", lambda _: None)
    assert (cli.run(line), capsys.readouterr()) == quick


@pytest.mark.parametrize(
    "line",
    [
        "",
        "checks",
        "verify --help",
        "verify a.txt --output",
        "verify --fail-on=info a",
        "verify a --select x",
        "verify -- -a",
        "verify --format --output",
    ],
)
def test_any_other_command_line_goes_to_the_parser(line: str) -> None:
    assert cli.plain(line.split()) is None


def test_the_quick_way_knows_only_options_of_verify() -> None:
    assert set(cli._PLAIN.values()) <= set(Asked._fields)


def test_in_a_pipe_the_format_is_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["verify", "wrong.txt"])
    assert capsys.readouterr().out == "wrong.txt:2:4: error wrong-mark WRONG is wrong.\n"


def test_on_a_terminal_the_format_is_rich(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kerrcheck.commands._writing.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    cli.run(["verify", "wrong.txt"])
    coloured = capsys.readouterr().out
    assert "^^^^^" in coloured
    assert "\x1b[" in coloured
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(name, value)
            cli.run(["verify", "wrong.txt"])
            assert "\x1b" not in capsys.readouterr().out


def test_reports_go_into_files_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", "wrong.txt", "--output", "a.out", "--report", "json=b.json", "--report", "rich=c.rich"]) == 1
    assert capsys.readouterr().out == ""
    assert (folder / "a.out").read_text() == "wrong.txt:2:4: error wrong-mark WRONG is wrong.\n"
    assert json.loads((folder / "b.json").read_text())["summary"]["findings"]["error"] == 1
    assert "^^^^^" in (folder / "c.rich").read_text()
    assert list(folder.glob("*.tmp")) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--report json=a.out --report sarif=a.out", "a.out: the sarif report cannot go there, the json report does already"),
        ("--output a.out --report html=./nothing/../a.out", "./nothing/../a.out: the html report cannot go there, the text report does"),
        ("--output link --report json=a.out", "a.out: the json report cannot go there, the text report does already"),
        ("--output wrong.txt", "wrong.txt: the text report cannot go there, wrong.txt is to be checked; name another file"),
        ("--report json=./wrong.txt", "./wrong.txt: the json report cannot go there, wrong.txt is to be checked; name another file"),
    ],
)
def test_no_two_reports_go_into_one_file_and_none_over_an_article(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: str, told: str
) -> None:
    (folder / "link").symlink_to("a.out")
    monkeypatch.setattr("kerrcheck.commands._verifying.run", None)
    before = sorted(folder.iterdir())
    assert cli.run(["verify", "wrong.txt", *arguments.split()]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"kerrcheck: {told}")
    assert error.count("\n") == 1
    assert sorted(folder.iterdir()) == before
    assert (folder / "wrong.txt").read_text() == "All\nis WRONG here"


def test_two_reports_may_go_into_one_device(folder: Path) -> None:
    assert cli.run(["verify", "good.txt", "--output", os.devnull, "--report", f"json={os.devnull}"]) == 0


@pytest.mark.parametrize("name", names("reports"))
def test_every_format_is_named_in_the_help_and_can_be_asked_for(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert cli.run(["verify", "--help"]) == 0
    assert f" {name}" in " ".join(capsys.readouterr().out.split())
    assert cli.run(["verify", "wrong.txt", "--format", name, "--output", "a.out"]) == 1
    assert (folder / "a.out").stat().st_size > 0


def test_paths_for_other_tools_begin_at_the_root_of_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".git").mkdir()
    (folder / "news").mkdir()
    (folder / "news" / "wrong.txt").write_text("WRONG")
    monkeypatch.chdir(folder / "news")
    assert cli.run(["verify", "wrong.txt", "--report", "gitlab=a.json", "--report", "rdjson=b.json", "--output", "c.out"]) == 1
    assert json.loads((folder / "news" / "a.json").read_text())[0]["location"]["path"] == "news/wrong.txt"
    assert json.loads((folder / "news" / "b.json").read_text())["diagnostics"][0]["location"]["path"] == "wrong.txt"
    assert (folder / "news" / "c.out").read_text().startswith("wrong.txt:1:1: ")


def test_a_report_that_cannot_be_finished_leaves_the_old_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(run: object, page: object):
        yield "half"
        raise OSError(28, "No space left on device")

    (folder / "a.out").write_text("old")
    monkeypatch.setattr("kerrcheck.reports.text.render", half)
    assert cli.run(["verify", "wrong.txt", "--output", "a.out"]) == 2
    assert (folder / "a.out").read_text() == "old"
    assert list(folder.glob("*.tmp")) == []


def test_a_report_goes_through_a_link_and_into_a_device(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "real.out")
    assert cli.run(["verify", "good.txt", "--output", "link"]) == 0
    assert (folder / "link").is_symlink()
    assert (folder / "real.out").exists()
    assert cli.run(["verify", "good.txt", "--output", os.devnull]) == 0


def test_standard_input_is_a_document(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9 WRONG")))
    assert cli.run(["verify", "-"]) == 1
    assert capsys.readouterr().out.splitlines()[0].startswith("-:1:4: info damaged-text 1 byte is not in")


def test_findings_come_in_the_order_of_the_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "all.txt").write_text("HINT ODD WRONG")
    cli.run(["verify", "all.txt"])
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["info", "warning", "error"]


def test_a_file_of_50_megabytes_in_one_line_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "big.txt").write_bytes(b"word " * 10_000_000 + b"WRONG")
    assert cli.run(["verify", "big.txt", "--format", "rich"]) == 1
    assert "big.txt:1:50000001" in capsys.readouterr().out
    assert files.LIMIT > 50_000_000


@pytest.mark.parametrize("name", names("commands"))
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert "Example:" in out
    assert f"kerrcheck {name}" in out


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    out = capsys.readouterr().out
    assert all(name in out for name in names("commands"))
    assert cli.run(["--help"]) == 0


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A run of the real command."""
    return subprocess.run([sys.executable, "-m", "kerrcheck", *arguments], capture_output=True, check=False, **options)


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-m", "kerrcheck", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_a_plain_run_imports_nothing_it_does_not_need() -> None:
    article = str(ROOT / "data" / "articles" / "paris-1500m.txt")
    assert command("verify", article).returncode in (0, 1)
    code = f"""
import sys
from kerrcheck import cli
status = cli.run(["verify", {article!r}, "--format", "text"])
slow = {{"typer", "rich", "tomllib", "msgspec", "importlib.metadata", "socket", "asyncio", "dataclasses", "subprocess"}} & set(sys.modules)
sys.exit(f"{{status}} {{sorted(slow)}}" if slow or status not in (0, 1) else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_demonstration_article_is_found_out() -> None:
    done = command("verify", str(ROOT / "data" / "articles" / "paris-1500m.txt"), "--format", "json")
    found = json.loads(done.stdout)["documents"][0]["findings"]
    slips = {one["check"]: one["span"]["text"] for one in found if one["severity"] == "error"}
    assert {check: words.split()[0] for check, words in slips.items()} == {
        "wrong-date": "Wednesday",
        "wrong-record-scope": "world",
        "wrong-mark": "3:27.97",
        "wrong-margin": "0.41",
        "wrong-placing": "silver",
        "misspelt-name": "Ingebrightsen",
    }
    assert len([one for one in found if one["severity"] == "error"]) == 6
    assert done.returncode == 1

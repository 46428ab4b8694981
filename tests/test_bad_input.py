"""Bad input, as the real command meets it: one clear line, the status of the contract, no traceback, nothing half-written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from packed import docx, paragraph

import kerrcheck
from kerrcheck.errors import UsageError

TRUE = "Josh Kerr won silver in the men's 1500m final at the Paris 2024 Olympic Games."


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A run of the real command."""
    done = subprocess.run([sys.executable, "-m", "kerrcheck", *arguments], capture_output=True, text=True, check=False, **options)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 0),
        (b"\n\n", 0),
        (TRUE.encode("utf-16"), 0),
        (b"\xef\xbb\xbf" + TRUE.encode(), 0),
        (b"caf\xe9. " + TRUE.encode(), 0),
        (TRUE.encode() + b"\x00", 0),
        (b"\x7fELF" + bytes(200), 2),
        (bytes(range(256)) * 20, 2),
        (TRUE.encode("utf-16-le"), 2),
    ],
)
def test_a_file_of_any_bytes_has_its_status(tmp_path: Path, content: bytes, status: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    done = command("verify", str(path), "--published", "2024-08-07")
    assert done.returncode == status, done.stderr
    assert done.stderr.count("\n") == (status == 2)


def test_stray_bytes_are_noted_but_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    done = command("verify", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stdout.count("damaged-text")) == (0, 1)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.sqlite", b"SQLite format 3\x00" + b"x" * 200),
        ("empty.sqlite", b""),
        ("text.sqlite", b"no store at all"),
        ("facts/people/b.toml", b"[[contest]\nnot TOML"),
    ],
)
def test_a_broken_store_or_fact_file_is_told_of_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    (tmp_path / "a.txt").write_text(TRUE)
    done = command("verify", str(tmp_path / "a.txt"), "--facts", str(tmp_path / name.partition("/")[0]))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name.rpartition("/")[2] in done.stderr


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TRUE)
    nowhere = {**os.environ, "HOME": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere"}
    nowhere["PYTHONPATH"] = os.pathsep.join([str(ROOT), nowhere.get("PYTHONPATH", "")])
    assert command("verify", str(tmp_path / "a.txt"), "--published", "2024-08-07", env=nowhere).returncode == 0


def test_file_names_are_neither_obeyed_nor_sent_raw(tmp_path: Path) -> None:
    name = tmp_path / "[red]\x1b[31m\n\udcff.txt"
    try:
        name.write_bytes(b"caf\xe9")
    except OSError:
        pytest.skip("the file system takes no such name")
    for form in ("rich", "text", "json"):
        done = command("verify", str(tmp_path), "--format", form)
        assert done.returncode == 0
        assert "\x1b" not in done.stdout


def test_the_order_of_the_files_changes_no_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Josh Kerr won bronze in the men's 1500m final at the Paris 2024 Olympic Games.")
    (tmp_path / "b.txt").write_text("He won gold in 3:27.97.")
    both, turned = (
        command("verify", *map(str, paths)).stdout
        for paths in ((tmp_path / "a.txt", tmp_path / "b.txt"), (tmp_path / "b.txt", tmp_path / "a.txt"))
    )
    assert sorted(both.splitlines()) == sorted(turned.splitlines())
    assert both == command("verify", str(tmp_path)).stdout


def test_from_python_the_report_is_the_same() -> None:
    article = (ROOT / "data" / "articles" / "paris-1500m.txt").read_text("utf-8")
    report = kerrcheck.verify(article)
    assert (report.published, report.published_from) == ("2024-08-07", "text")
    assert {finding.check for finding in report.findings} >= {"misspelt-name"}
    assert kerrcheck.verify("---\ndate: 2024-08-07\n---\nNothing.").published_from == "front-matter"
    assert kerrcheck.verify("Nothing.", published="2024-08-07").published_from == "option"
    with pytest.raises(UsageError):
        kerrcheck.verify("Nothing.", published="today")


WRONG = "Josh Kerr won bronze in the men's 1500m final at the Paris 2024 Olympic Games in 3:27."


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        (
            "a.md",
            f"---\ndate: 2024-08-07\n---\n\n# Kérr 🥈\n\n`bronze` {WRONG}**97**.\n\n> {WRONG}79.\n",
            ["bronze", "3:27.**97", "bronze"],
        ),
        ("a.html", f"<meta name=date content=2024-08-07><p>K&eacute;rr <code>bronze</code> {WRONG}<b>97</b></p>", ["bronze", "3:27.<b>97"]),
        (
            "a.xml",
            f"<nitf><head><docdata><date.issue norm='20240807'/></docdata></head><body><p>{WRONG}&#57;7</p></body></nitf>",
            ["bronze", "3:27.&#57;7"],
        ),
        (
            "a.json",
            f'{{"uri": "x", "versioncreated": "2024-08-07T10:00", "body_html": "<p>K\\u00e9rr</p><p>{WRONG}<b>97</b></p>"}}',
            ["bronze", "3:27.<b>97"],
        ),
    ],
)
def test_findings_lie_in_the_file_as_it_is_on_disk(tmp_path: Path, name: str, text: str, words: list[str]) -> None:
    (tmp_path / name).write_bytes(text.encode())
    (report,) = json.loads(command("verify", str(tmp_path / name), "--format", "json").stdout)["documents"]
    found = [(f["span"], f["severity"]) for f in report["findings"]]
    assert [span["text"] for span, _ in found] == words
    assert all(text[span["start"] : span["end"]] == span["text"] for span, _ in found)
    assert [severity for _, severity in found] == ["error", "error", "info"][: len(words)]
    assert (report["published"], report["published_from"]) == ("2024-08-07", "front-matter")
    assert all(text[c["span"]["start"] : c["span"]["end"]] == c["span"]["text"] for c in report["claims"])


def test_a_finding_in_a_word_file_is_told_by_paragraph_and_character(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(paragraph("Silver"), paragraph(), paragraph(WRONG, "97.")))
    lines = command("verify", str(tmp_path / "a.docx"), "--published", "2024-08-07").stdout.splitlines()
    assert [line.split(" ")[0].removeprefix(str(tmp_path)) for line in lines] == ["/a.docx:3:15:", f"/a.docx:3:{WRONG.index('3:27') + 1}:"]


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.docx", b"PK\x03\x04 no archive", 2),
        ("a.docx", docx(paragraph("x" * 40_000_000)), 2),
        ("a.xml", b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', 2),
        ("a.json", b"{}", 2),
        ("a.json", b"[" * 100_000, 2),
        ("a.json", b'{"uri": "x", "headline": ' + b"1" * 5_000 + b"}", 2),
        ("a.txt", b"9" * 5_000 + b" " + b"3:" * 5_000 + b"27.97", 0),
        ("a.txt", b"a\r" * 20_000, 0),
        ("a.md", b"[a](" * 5_000, 0),
        ("a.html", b"<div>" * 100_000, 0),
        ("a.md", b">" * 100_000, 0),
        ("a.html", b"", 0),
        ("a.md", b"\xef\xbb\xbf", 0),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(100), 2),
    ],
)
def test_hostile_mark_up_has_its_status(tmp_path: Path, name: str, content: bytes, status: int) -> None:
    (tmp_path / name).write_bytes(content)
    done = command("verify", str(tmp_path / name), "--published", "2024-08-07")
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.count("\n") == (status == 2)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_are_can_be_judged_on(day: str) -> None:
    told = "Usain Bolt turns 24 on Friday. On Tuesday 16 August Bolt won the 100m in Berlin in 9.58 seconds last week."
    done = command(
        "verify",
        "-",
        "--published",
        day,
        input=told,
    )
    assert done.returncode in (0, 1)
    assert done.stderr == ""


def test_other_people_s_json_does_not_make_a_folder_fail(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / "a.md").write_text("Nothing.")
    done = command("verify", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_standard_input_goes_by_the_name_it_is_given() -> None:
    text = f"`{WRONG}` {WRONG}**97**"
    done = command("verify", "-", "--published", "2024-08-07", "--stdin-filename", "x/y.md", input=text)
    assert [line.split(" ")[2] for line in done.stdout.splitlines()] == ["wrong-placing", "wrong-mark"]
    assert done.stdout.startswith("x/y.md:1:")
    told = command("claims", "-", "--stdin-filename", "x/y.md", input=text).stdout
    assert told.startswith("x/y.md:1:")

"""Nothing that a terminal would obey leaves the command raw, in any format; and what an output's encoding lacks leaves a report whole."""

import io
import json
import unicodedata
from pathlib import Path
from xml.dom import minidom

import pytest

from kerrcheck import cli
from kerrcheck.members import names

HARM = "\x1b[31m\x9b31m\x07\x08\x7f\u202e\u2066\u2028\u200e\ufeff\x85[red]x[/red]\x00\x90q\x9c"
NAME = "[red]\x1b[31m\x9b\u202e\n::error::x%0A<b>&|`.md"
TEXT = f"""---
published: 2024-08-07
---
Men's 1500m final, Paris 2024 Olympic Games

{HARM} Josh Kerr {HARM} took “silver” 🥈 in 3:27.97 {HARM} behind Cole Hocker. “{HARM}”

Yared Nuguse was third and Jakob Ingebrightsen fourth. {HARM}
"""
FORMATS = ["text", *sorted({name.replace("_", "-") for name in names("reports")} - {"text"})]
LINES = ("jsonl",)
OBJECTS = ("json", "sarif", "gitlab", "rdjson", "claimreview")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one hostile article under a hostile name."""
    monkeypatch.chdir(tmp_path)
    try:
        (tmp_path / NAME).write_text(TEXT, "utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    return tmp_path


def obeyed(text: str) -> list[str]:
    """What of a text a terminal would obey, or a reader would not see."""
    return [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") and char not in "\n\u200d"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_sends_anything_raw(desk: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert cli.run(["verify", ".", "--format", form]) == 1
    out = capsys.readouterr()
    assert len(out.out) > 100, "there is a report to look at"
    assert obeyed(out.out) == []
    assert obeyed(out.err) == []


@pytest.mark.parametrize(
    "call",
    [
        ["claims", NAME, "--why", "3:27.97"],
        ["claims", NAME, "--format", "json"],
        ["config", NAME],
        ["config", NAME, "--format", "json"],
        ["verify", NAME, "--statistics", "--verbose"],
        ["verify", NAME, "--watch", "--fix"],
        ["verify", f"{NAME}.gone"],
        ["facts", "search", HARM.replace("\0", "")],
        ["facts", "build", NAME, "-o", f"{NAME}.sqlite"],
        ["accept", HARM.replace("\0", "")],
        ["init", "--force"],
        ["init", f"{NAME}.folder"],
    ],
)
def test_no_command_does(desk: Path, capsys: pytest.CaptureFixture[str], call: list[str]) -> None:
    (desk / "kerrcheck.toml").write_text("", "utf-8")
    assert cli.run(call) in (0, 1, 2)
    out = capsys.readouterr()
    assert out.out + out.err
    assert obeyed(out.out + out.err) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("form", FORMATS)
def test_an_output_in_another_encoding_is_whole_and_says_the_same(
    desk: Path, monkeypatch: pytest.MonkeyPatch, form: str, encoding: str
) -> None:
    said = {}
    for one in ("utf-8", encoding):
        raw = io.BytesIO()
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=one, newline="\n"))
        assert cli.run(["verify", NAME, "--format", form]) == 1
        said[one] = raw.getvalue().decode(one)
    if form in OBJECTS:
        assert json.loads(said[encoding]) == json.loads(said["utf-8"])
    elif form in LINES:
        assert list(map(json.loads, said[encoding].splitlines())) == list(map(json.loads, said["utf-8"].splitlines()))
    elif form == "junit":
        raw = said[encoding].replace("UTF-8", encoding, 1).encode(encoding)
        assert minidom.parseString(raw).toxml() == minidom.parseString(said["utf-8"].encode()).toxml()
    elif form == "html":
        assert "&#129352;" in said[encoding]
        assert "\\u" not in said[encoding]
    else:
        assert said[encoding].isascii() or encoding != "ascii"

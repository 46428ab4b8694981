"""A baseline hides what was there before, whatever is edited elsewhere, and says what has been fixed since."""

import json
from pathlib import Path

import pytest
from canonical import judged
from conftest import put
from hypothesis import given, settings
from hypothesis import strategies as st

from kerrcheck import baseline, cli
from kerrcheck.baseline import Baseline

SLIPS = "Josh Kerr won silver in 3:27.97 in the men's 1500m final at the Paris 2024 Olympic Games. Jakob Ingebrightsen was fourth."
DAY = "2024-08-07"
LINES = ("It rained all day.", "", "The stands were full.", "# A headline", "It rained all day.", "\u2028", "Nobody ran.")


def kept(text: str, path: str = "a.md") -> Baseline:
    """The baseline of all that is found in a text."""
    return baseline.parsed("b.json", "".join(baseline.written("b.json", [judged(text, DAY)._replace(path=path)])))


def test_the_text_has_slips_to_hide() -> None:
    assert {one.check for one in judged(SLIPS, DAY).findings} == {"wrong-mark", "misspelt-name"}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=6), st.lists(st.sampled_from(LINES), max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_unrelated_lines_above_and_below_change_nothing(above: list[str], below: list[str], end: str) -> None:
    old = kept(SLIPS)
    now = judged(end.join([*above, "", SLIPS, "", *below]), DAY)._replace(path="a.md")
    assert len(now.findings) == 2
    done = old.hidden(now)
    assert done.findings == ()
    assert [one.by for one in done.silenced] == ["baseline", "baseline"]
    assert old.mended([now]) == []


def test_a_new_slip_of_the_same_kind_is_told() -> None:
    old = kept(SLIPS)
    now = judged(SLIPS.replace("3:27.97", "3:28.97"), DAY)._replace(path="a.md")
    assert [now.text[slice(*one.span)] for one in old.hidden(now).findings] == ["3:28.97"]
    assert [(path, entry.words) for path, entry in old.mended([now])] == [("a.md", "3:27.97")]


def test_a_slip_that_stands_twice_is_hidden_as_often_as_it_was_there() -> None:
    twice = judged(f"{SLIPS}\n\n{SLIPS}", DAY)._replace(path="a.md")
    assert len(twice.findings) == 4
    assert len(kept(SLIPS).hidden(twice).findings) == 2
    old = kept(twice.text)
    once = judged(SLIPS, DAY)._replace(path="a.md")
    assert old.hidden(once).findings == ()
    assert len(old.mended([once])) == 2


def test_the_same_slip_in_another_file_is_another_slip() -> None:
    assert len(kept(SLIPS).hidden(judged(SLIPS, DAY)._replace(path="other.md")).findings) == 2


def test_the_file_can_be_read_by_people() -> None:
    told = json.loads("".join(baseline.written("b.json", [judged(SLIPS, DAY)._replace(path="a.md")])))
    mark = next(one for one in told["findings"]["a.md"] if one["check"] == "wrong-mark")
    assert (mark["words"], set(mark)) == ("3:27.97", {"check", "claim", "words", "fingerprint"})
    assert "josh-kerr" in mark["claim"]
    assert "2024-olympic-games" in mark["claim"]


def test_the_run_writes_it_and_honours_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"news/a.txt": "WRONG and ODD", "news/b.txt": "WRONG", "c.txt": "Good."})
    assert cli.run(["verify", "news", "c.txt", "--write-baseline", "lists/base.json"]) == 2
    (desk / "lists").mkdir()
    capsys.readouterr()
    assert cli.run(["verify", "news", "c.txt", "--write-baseline", "lists/base.json"]) == 0
    out = capsys.readouterr()
    assert (out.out, out.err) == ("", "kerrcheck: lists/base.json: 3 findings written into the baseline\n")
    assert list(json.loads((desk / "lists" / "base.json").read_text())["findings"]) == ["../news/a.txt", "../news/b.txt"]
    put(desk, {"news/a.txt": "One line.\n\nAnother: WRONG", "c.txt": "WRONG"})
    assert cli.run(["verify", "news", "c.txt", "--baseline", "lists/base.json", "--format", "json"]) == 1
    out = capsys.readouterr()
    told = json.loads(out.out)
    assert [len(document["findings"]) for document in told["documents"]] == [0, 0, 1]
    assert told["summary"]["silenced"] == 2
    assert out.err.splitlines() == [
        "kerrcheck: ../news/a.txt: fixed since the baseline was written: wrong-mark “ODD”",
        "kerrcheck: lists/base.json: lists 1 that no longer occur; bring it up to date with --write-baseline",
    ]


def test_bringing_it_up_to_date_keeps_what_was_not_checked_and_still_is_there(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"a.txt": "WRONG", "b.txt": "WRONG", "c.txt": "WRONG"})
    cli.run(["verify", ".", "--write-baseline", "base.json"])
    (desk / "c.txt").unlink()
    put(desk, {"a.txt": "Good."})
    assert cli.run(["verify", "a.txt", "--baseline", "base.json", "--write-baseline", "base.json"]) == 0
    assert list(json.loads((desk / "base.json").read_text())["findings"]) == ["b.txt"]
    told = capsys.readouterr().err
    assert "kerrcheck: a.txt: fixed since" in told
    assert "kerrcheck: c.txt: fixed since" in told
    assert "b.txt" not in told


def test_the_configuration_can_name_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(desk, {"a.txt": "WRONG", "kerrcheck.toml": 'baseline = "base.json"'})
    assert cli.run(["verify", "a.txt"]) == 2
    assert "base.json: the baseline cannot be read (no such file or directory); make one with --write-baseline" in capsys.readouterr().err
    assert cli.run(["verify", "a.txt", "--write-baseline", "base.json"]) == 0
    assert cli.run(["verify", "a.txt"]) == 0
    assert cli.run(["verify", "a.txt", "--isolated"]) == 1


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"kerrcheck_baseline": 2, "findings": {}}',
        '{"kerrcheck_baseline": 1, "findings": {"a": 1}}',
        '{"kerrcheck_baseline": 1, "findings": {"a": [{"check": 1}]}}',
        "\x00\ufffd",
    ],
)
def test_what_is_no_baseline_is_told_in_one_line(desk: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    put(desk, {"a.txt": "WRONG", "base.json": content})
    for option in ("--baseline", "--write-baseline"):
        assert cli.run(["verify", "a.txt", option, "base.json"]) == 2
        out = capsys.readouterr()
        assert (out.out, out.err.count("\n")) == ("", 1)
        assert out.err.startswith("kerrcheck: base.json: no baseline: ")
    assert (desk / "base.json").read_text() == content

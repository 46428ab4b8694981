"""Workflow commands: escaped, the gravest first, no more of a level than GitHub shows, and the rest told."""

from pathlib import Path

import pytest
from conftest import StandIn
from readback import commands, rendered, report_on

from kerrcheck.reports import Failure, Page, Run
from kerrcheck.text import Span


def test_each_finding_is_an_annotation_in_its_level_with_what_it_rests_on(run: Run) -> None:
    found = commands(rendered("github", run))
    assert [level for level, _, _ in found] == ["error", "error", "warning", "notice"]
    _, place, message = found[1]
    assert place["title"] == "wrong-margin (error)"
    assert place["file"] == "drafts/kerr [bold]1[/].txt"
    assert message.splitlines() == [
        "This is not the difference of the two marks.",
        "write: 0.14",
        "on record: 3:27.79, men's 1500m final, 2024-08-06",
        "on record: 3:27.65, men's 1500m final, 2024-08-06",
        "source: Results of the Games (2024-08-10), results.toml:12, results.toml:11",
        "sum: 0.41 s: 3:27.79 − 3:27.65 = 0.14 s",
        "see: 3:57 “3:27.97”, from this mark",
        "see: 3:121 “3:27.65”, to this one",
    ]


def test_the_gravest_come_first_whatever_their_order_in_the_text() -> None:
    reports = [report_on("wrong", [Span(0, 5)], path=f"{severity}.txt", severity=severity) for severity in ("info", "warning", "error")]
    found = commands(rendered("github", Run(tuple(reports), (), StandIn())))
    assert [place["file"] for _, place, _ in found] == ["error.txt", "warning.txt", "info.txt"]


@pytest.mark.parametrize(("number", "left"), [(10, 0), (11, 1), (37, 27)])
def test_ten_of_a_level_are_shown_and_the_rest_is_told(number: int, left: int) -> None:
    text = "wrong " * number
    spans = [Span(6 * n, 6 * n + 5) for n in range(number)]
    few = report_on("wrong", [Span(0, 5)], severity="info", path="few.txt")
    out = rendered("github", Run((report_on(text, spans), few), (), StandIn()))
    found = commands(out)
    assert [level for level, _, _ in found] == ["error"] * 10 + ["notice"]
    rest = [line for line in out.splitlines() if not line.startswith("::")]
    assert len(rest) == (left + 1 if left else 0)
    if left:
        told = "1 annotation" if left == 1 else f"{left} annotations"
        assert rest[0] == f"kerrcheck: {told} beyond the 10 of a level that GitHub shows:"
        assert rest[-1] == f"- a.txt:1:{6 * number - 5}: error wrong-mark This is wrong."


def test_a_failure_is_an_error(failed_run: Run) -> None:
    assert commands(rendered("github", failed_run))[0] == ("error", {"title": "kerrcheck", "file": "gone.txt"}, "gone.txt: no such file")


HOSTILE = [
    "a\n::error::b",
    "a\r::warning file=x::b",
    "100%0A::set-output::",
    "a,line=9",
    "a:b::c",
    "\x1b]0;t\x07",
    "\u2028::error::",
    "##[error]x",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_cannot_give_commands(words: str) -> None:
    text = f"{words} wrong"
    spans = [Span(0, len(words))] * 12
    report = report_on(text, spans, path=f"{words}.txt", message=words)
    out = rendered("github", Run((report,), (Failure(words, words),), StandIn()))
    lines = out.split("\n")
    assert sum(line.lstrip().startswith("::") for line in lines) == len(commands(out)) == 10
    assert all(level == "error" for level, _, _ in commands(out))
    assert all(set(place) <= {"title", "file", "line", "endLine", "col", "endColumn"} for _, place, _ in commands(out))
    plain = [line for line in lines if not line.startswith("::")]
    assert not any("##[" in line for line in plain)
    assert not any(char in out for char in "\x1b\x07\r\u2028")


def test_paths_begin_at_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    found = commands(rendered("github", Run((report_on("wrong", [Span(0, 5)]),), (), StandIn()), Page(root=str(tmp_path))))
    assert found[0][1]["file"] == "news/a.txt"


def test_a_clean_run_says_nothing() -> None:
    assert rendered("github", Run((report_on("right", []),), (), StandIn())) == ""

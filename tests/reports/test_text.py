"""The text report: one line a finding, whatever stands in the text."""

from conftest import StandIn, finding

from kerrcheck.findings import Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports.text import render


def test_a_finding_is_one_line_with_control_characters_escaped() -> None:
    text = "Kerr ran\n3:27.97 here"
    message = "a\nb\x1b[31m\x00\u202e\u2028é"
    report = Report("dir/a\nb\x1b.txt", text, None, None, 4, (), (finding(text, "3:27.97", message=message),))
    lines = "".join(render(Run((report,), (), StandIn()), Page()))
    assert lines == "dir/a\\nb\\x1b.txt:2:1: error wrong-mark a\\nb\\x1b[31m\\x00\\u202e\\u2028é\n"


def test_a_document_without_findings_says_nothing(failed_run: Run) -> None:
    assert "quiet.txt" not in "".join(render(failed_run, Page()))

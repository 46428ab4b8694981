"""The JSON Schema that is shipped: what we print follows it, and it refuses what we would not print."""

import json

import pytest
from conftest import StandIn
from jsonschema import Draft202012Validator, ValidationError
from readback import rendered, told

import kerrcheck
from kerrcheck.canon import data_dir
from kerrcheck.reports import Run

SCHEMA = json.loads((data_dir() / "schemas" / "report.schema.json").read_text("utf-8"))
WHOLE = Draft202012Validator(SCHEMA)


def part(name: str) -> Draft202012Validator:
    """The schema of a part of the report."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_report_follows_it(failed_run: Run) -> None:
    WHOLE.validate(told("json", failed_run))
    WHOLE.validate(told("json", Run((), (), StandIn())))


def test_the_report_in_lines_follows_it(failed_run: Run) -> None:
    *documents, closing = map(json.loads, rendered("jsonl", failed_run).splitlines())
    assert [document["path"] for document in documents] == [report.path for report in failed_run.documents]
    for document in documents:
        part("document").validate(document)
    part("closing").validate(closing)
    whole = told("json", failed_run)
    assert documents == whole.pop("documents")
    assert closing == whole


def test_a_real_report_follows_it() -> None:
    text = "Josh Kerr won silver in Paris in 3:27.97, 0.41 seconds behind Cole Hocker. Jakob Ingebrightsen was fourth."
    report = kerrcheck.verify(text, published="2024-08-07")
    assert report.findings
    WHOLE.validate(told("json", Run((report,), (), StandIn())))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: whole.update(schema_version=2),
        lambda whole: whole.update(extra=1),
        lambda whole: whole.pop("errors"),
        lambda whole: whole["documents"][0].update(published="7 August 2024"),
        lambda whole: whole["documents"][0]["claims"][0].update(verdict="true"),
        lambda whole: whole["documents"][0]["claims"][0].pop("value"),
        lambda whole: whole["documents"][0]["findings"][0].update(severity="fatal"),
        lambda whole: whole["documents"][0]["findings"][0].update(check="Wrong Mark"),
        lambda whole: whole["documents"][0]["findings"][0]["span"].update(line=0),
        lambda whole: whole["documents"][0]["findings"][0]["suggestion"].pop("safe"),
        lambda whole: whole["documents"][0]["findings"][0]["evidence"][0]["source"].update(date=2024),
        lambda whole: whole["summary"].update(claims=-1),
    ],
)
def test_it_refuses_what_we_would_not_print(spoil, run: Run) -> None:
    whole = told("json", run)
    spoil(whole)
    with pytest.raises(ValidationError):
        WHOLE.validate(whole)


def test_every_kind_of_severity_verdict_and_day_is_in_it() -> None:
    from kerrcheck.findings import SEVERITIES, VERDICTS

    definitions = SCHEMA["$defs"]
    assert set(definitions["finding"]["properties"]["severity"]["enum"]) == set(SEVERITIES)
    assert set(definitions["claim"]["properties"]["verdict"]["enum"]) == set(VERDICTS)

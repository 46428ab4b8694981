"""reviewdog's diagnostic format: its fields and no others, suggestions that mend the text."""

from conftest import ARTICLE, StandIn
from jsonschema import Draft202012Validator
from readback import report_on, told

from kerrcheck.reports import Run
from kerrcheck.text import Span


def message(required: list[str], **fields: dict) -> dict:
    """A message of the format: its fields and no others."""
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


STRING = {"type": "string"}
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
POSITION = message(["line", "column"], line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
RANGE = message(["start", "end"], start=POSITION, end=POSITION)
LOCATION = message(["path"], path=STRING, range=RANGE)
RESULT = Draft202012Validator(
    message(
        ["source", "severity", "diagnostics"],
        source=message(["name"], name=STRING),
        severity=SEVERITY,
        diagnostics={
            "type": "array",
            "items": message(
                ["message", "location", "severity"],
                message={"type": "string", "minLength": 1},
                location=LOCATION,
                severity=SEVERITY,
                code=message(["value"], value=STRING),
                suggestions={"type": "array", "items": message(["range", "text"], range=RANGE, text=STRING)},
                related_locations={"type": "array", "items": message(["message", "location"], message=STRING, location=LOCATION)},
            ),
        },
    )
)


def test_it_has_the_fields_of_the_format(run: Run, failed_run: Run) -> None:
    for one in (run, failed_run, Run((), (), StandIn())):
        RESULT.validate(told("rdjson", one))


def test_severities(run: Run, failed_run: Run) -> None:
    whole = told("rdjson", run)
    assert [one["severity"] for one in whole["diagnostics"]] == ["ERROR", "ERROR", "WARNING", "INFO"]
    assert whole["severity"] == "ERROR"
    info = Run((report_on("odd", [Span(0, 3)], severity="info"),), (), StandIn())
    assert told("rdjson", info)["severity"] == "INFO"
    assert told("rdjson", failed_run._replace(documents=()))["severity"] == "ERROR"
    assert told("rdjson", Run((), (), StandIn()))["severity"] == "UNKNOWN_SEVERITY"


def test_a_suggestion_mends_the_text(run: Run) -> None:
    one = told("rdjson", run)["diagnostics"][0]["suggestions"][0]
    line = ARTICLE.split("\n")[one["range"]["start"]["line"] - 1].encode()
    mended = line[: one["range"]["start"]["column"] - 1] + one["text"].encode() + line[one["range"]["end"]["column"] - 1 :]
    assert mended.decode() in ARTICLE.replace("3:27.97", "3:27.79")
    assert "suggestions" not in told("rdjson", run)["diagnostics"][3]


def test_columns_count_bytes() -> None:
    text = "日本 👍 wrong"
    place = told("rdjson", Run((report_on(text, [Span(5, 10)]),), (), StandIn()))["diagnostics"][0]["location"]["range"]
    assert place == {"start": {"line": 1, "column": 13}, "end": {"line": 1, "column": 18}}

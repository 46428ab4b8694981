"""GitLab's code quality report: the fields that it asks for, one fingerprint for each issue of a whole repository."""

from conftest import StandIn
from jsonschema import Draft202012Validator
from readback import report_on, told

from kerrcheck.reports import Run
from kerrcheck.text import Span

POINT = {"type": "object", "required": ["line", "column"], "properties": {"line": {"minimum": 1}, "column": {"minimum": 1}}}
ISSUES = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "additionalProperties": False,
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                        "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                        "positions": {"type": "object", "required": ["begin", "end"], "properties": {"begin": POINT, "end": POINT}},
                    },
                },
            },
        },
    }
)


def test_it_has_the_fields_that_gitlab_asks_for(run: Run, failed_run: Run) -> None:
    for one in (run, failed_run, Run((), (), StandIn())):
        ISSUES.validate(told("gitlab", one))


def test_severities(failed_run: Run) -> None:
    issues = told("gitlab", failed_run)
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor", "info", "blocker"]
    assert [issue["check_name"] for issue in issues] == [
        *("wrong-mark", "wrong-margin", "misspelt-name", "conflicting-description", "kerrcheck")
    ]


def test_what_is_the_same_in_two_files_or_twice_in_one_is_two_issues() -> None:
    reports = [report_on("wrong and wrong", [Span(0, 5), Span(10, 15)], path=path) for path in ("a.txt", "b.txt", "a\udcff.txt")]
    issues = told("gitlab", Run(tuple(reports), (), StandIn()))
    assert len({issue["fingerprint"] for issue in issues}) == 6


def test_edits_elsewhere_and_other_files_change_no_fingerprint() -> None:
    before = told("gitlab", Run((report_on("wrong", [Span(0, 5)]),), (), StandIn()))
    other = report_on("wrong", [Span(0, 5)], path="0.txt")
    after = told("gitlab", Run((other, report_on("New.\n\nwrong", [Span(6, 11)], path="./a.txt")), (), StandIn()))
    assert after[1]["fingerprint"] == before[0]["fingerprint"]


def test_a_clean_run_is_an_empty_list() -> None:
    assert told("gitlab", Run((report_on("right", []),), (), StandIn())) == []

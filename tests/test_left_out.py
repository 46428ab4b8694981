"""Each source article against a store built from the other four alone: what no canon is needed for."""

import json
from pathlib import Path

import pytest
from canonical import words

from kerrcheck.batch import jobs, run
from kerrcheck.build import build
from kerrcheck.findings import Report
from kerrcheck.planning import Plan
from kerrcheck.settings import Options

ARTICLES = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="session")
def left_out(material: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The report on each article, by its number, held against the other four."""
    folder = tmp_path_factory.mktemp("left-out")
    every = {path.name[:3]: path for path in sorted((material / "sources").glob("*.txt"))}
    assert tuple(every) == ARTICLES
    told = {}
    for number, article in every.items():
        store = folder / f"{number}.sqlite"
        build([path for other, path in every.items() if other != number], store)
        plan = Plan(Options(facts=(str(store),), no_canon=True, isolated=True))
        (told[number],) = run(jobs([str(article)], plan)[0], plan).documents
    return told


def loud(report: Report, severity: str) -> list[tuple[str, str]]:
    """The findings of a severity: check and words."""
    return [(f.check, words(report, f)) for f in report.findings if f.severity == severity]


def test_the_misspelling_is_the_one_error(left_out: dict[str, Report]) -> None:
    errors = [(number, *finding) for number, report in left_out.items() for finding in loud(report, "error")]
    assert errors == [("002", "misspelt-name", "Ingebrightsen")]
    assert [f.expected for f in left_out["002"].findings if f.severity == "error"] == ["Ingebrigtsen"]


def marked(material: Path, key: str) -> list[tuple[str, int, int]]:
    """The places that the gold gives an item: article and characters."""
    items = json.loads((material / "gold" / "inconsistencies.json").read_text("utf-8"))
    (spans,) = (item["spans"] for item in items if item["id"] == key)
    return [(span["doc"][:3], span["char_start"], span["char_end"]) for span in spans]


@pytest.mark.parametrize("key", ["X04", "X05"])
def test_a_statement_that_drifted_is_warned_of_in_both_articles(left_out: dict[str, Report], material: Path, key: str) -> None:
    places = marked(material, key)
    assert {number for number, _, _ in places} == {"001", "002"}
    for number, start, end in places:
        over = [f for f in left_out[number].findings if f.span.start < end and start < f.span.end]
        assert [(f.check, f.severity) for f in over] == [("altered-quote", "warning")]


def test_statements_that_are_only_alike_are_left_alone(left_out: dict[str, Report], material: Path) -> None:
    for number, start, end in marked(material, "X06"):
        assert not [f for f in left_out[number].findings if f.span.start < end and start < f.span.end]


def test_both_stories_of_who_led_are_seen(left_out: dict[str, Report]) -> None:
    told = [number for number, report in left_out.items() if "conflicting-description" in [check for check, _ in loud(report, "warning")]]
    assert told == ["000", "002"]


def test_nothing_else_is_said_aloud(left_out: dict[str, Report]) -> None:
    counted = {number: len(loud(report, "error")) + len(loud(report, "warning")) for number, report in left_out.items()}
    assert counted == {"000": 1, "001": 2, "002": 4, "003": 0, "004": 0}

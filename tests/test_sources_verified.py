"""The five source articles, verified against the shipped canon: one error, one warning, and most of what is read is supported."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from canonical import loud, sources, words

from kerrcheck.findings import VERDICTS, Finding, Report

SUPPORTED = 0.60


@pytest.fixture(scope="session")
def verified(material: Path) -> dict[str, Report]:
    """The report on each article, by its number."""
    return {name[:3]: report for name, report in sources(material).items()}


def found(reports: dict[str, Report], severity: str) -> list[tuple[str, str, str]]:
    """The findings of a severity: article, check, words."""
    every = [(number, report, f) for number, report in reports.items() for f in report.findings if f.severity == severity]
    return [(number, f.check, words(report, f)) for number, report, f in every]


def test_the_misspelt_name_is_the_one_error(verified: dict[str, Report]) -> None:
    assert found(verified, "error") == [("002", "misspelt-name", "Ingebrightsen")]
    (finding,) = (f for f in verified["002"].findings if f.severity == "error")
    assert finding.suggestion is not None
    assert (finding.suggestion.replacement, finding.suggestion.safe) == ("Ingebrigtsen", True)


def test_the_story_that_a_ruling_rejects_is_the_one_warning(verified: dict[str, Report]) -> None:
    warnings = found(verified, "warning")
    assert [(number, check) for number, check, _ in warnings] == [("000", "conflicting-description")]
    assert "until the final moments" in warnings[0][2]


def overlapping(report: Report, span: dict[str, Any]) -> list[Finding]:
    """The errors and warnings on a span of the gold."""
    return [f for f in loud(report) if f.span.start < span["char_end"] and span["char_start"] < f.span.end]


def test_what_the_gold_calls_right_is_left_alone(material: Path, verified: dict[str, Report]) -> None:
    items: list[dict[str, Any]] = json.loads((material / "gold" / "inconsistencies.json").read_text("utf-8"))
    spans = [(item["id"], span) for item in items if item["severity"] == "ok" for span in item["spans"]]
    assert len(spans) > 30
    wrong = [(key, f.check) for key, span in spans for f in overlapping(verified[span["doc"][:3]], span)]
    assert wrong == []


def test_most_of_what_is_read_is_supported(verified: dict[str, Report]) -> None:
    """The supported among all the claims read, those that assert nothing (`not-checkable`) too."""
    total: Counter[str] = Counter()
    for number, report in verified.items():
        verdicts = Counter(claim.verdict for claim in report.claims)
        total += verdicts
        print(f"  {number}: {len(report.claims)} claims, " + ", ".join(f"{verdicts[v]} {v}" for v in VERDICTS))
    judged = total.total() - total["not-checkable"]
    for what, many in {"all claims read": total.total(), "those judged": judged}.items():
        print(f"supported of {what}: {total['supported']}/{many} = {total['supported'] / many:.3f}")
    unverified = Counter(f"{c.kind}: {c.reason}" for r in verified.values() for c in r.claims if c.verdict == "unverified")
    for reason, times in unverified.most_common(12):
        print(f"  {times:>3} unverified {reason}")
    assert total["supported"] / total.total() >= SUPPORTED

"""The five source articles: each is read into a store, and verified against a store built from the other four alone."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from kerrcheck import asking
from kerrcheck.build import gather
from kerrcheck.canon import canon
from kerrcheck.files import read
from kerrcheck.findings import Finding, Report
from kerrcheck.memory import in_memory
from kerrcheck.pipeline import examine
from kerrcheck.publication import dated
from kerrcheck.stack import Stack

RACE = "2024-olympic-games/men/1500m/final"
Verified = Callable[[int], Report]


@pytest.fixture(scope="session")
def articles(material: Path) -> list[Path]:
    """The five articles, by their numbers."""
    return sorted((material / "sources").glob("*.txt"))


@pytest.fixture(scope="session")
def others(articles: list[Path]) -> Callable[[int], Stack]:
    """For each article, the store of the other four."""
    made: dict[int, Stack] = {}

    def of(number: int) -> Stack:
        if number not in made:
            rest = [path for n, path in enumerate(articles) if n != number]
            made[number] = Stack([in_memory(gather(rest))], packs=canon())
        return made[number]

    return of


@pytest.fixture(scope="session")
def verified(articles: list[Path], others: Callable[[int], Stack]) -> Verified:
    """What is found in an article by the store of the other four."""
    return lambda number: examine(dated(read(str(articles[number]))), others(number))


def loud(report: Report, check: str) -> list[Finding]:
    return [f for f in report.findings if f.check == check and f.severity != "info"]


def words(report: Report, finding: Finding) -> str:
    return report.text[finding.span.start : finding.span.end]


@pytest.mark.parametrize("number", range(5))
def test_the_misspelt_name_is_the_one_error(number: int, verified: Verified) -> None:
    report = verified(number)
    errors = [words(report, f) for f in report.findings if f.severity == "error"]
    assert errors == (["Ingebrightsen"] if number == 2 else [])


@pytest.mark.parametrize("number", [1, 2])
def test_the_two_versions_of_one_statement_are_told(number: int, verified: Verified) -> None:
    report = verified(number)
    told = [words(report, f) for f in loud(report, "altered-quote")]
    assert len(told) == 2
    assert "performance" in told[0]
    assert "start worrying about what" in told[1]


@pytest.mark.parametrize("number", [0, 3, 4])
def test_other_quotations_are_left_alone(number: int, verified: Verified) -> None:
    assert loud(verified(number), "altered-quote") == []


@pytest.mark.parametrize(("number", "phrase"), [(0, "until the final moments"), (2, "into the lead with 100 metres to go")])
def test_each_story_of_who_led_conflicts_with_the_other(number: int, phrase: str, verified: Verified) -> None:
    report = verified(number)
    assert [phrase in words(report, f) for f in loud(report, "conflicting-description")] == [True]


@pytest.mark.parametrize("number", [1, 3, 4])
def test_both_stories_are_among_the_conflicts(number: int, others: Callable[[int], Stack]) -> None:
    found = {row.predicate: row for row in asking.conflicts(others(number)) if row.subject == RACE}
    assert {"leader:60"} == set(found)
    assert found["leader:60"].standing == "contested"


def test_a_mark_follows_from_a_margin(others: Callable[[int], Stack]) -> None:
    facts = [f for f in others(0).facts_in(RACE) if f.subject == "yared-nuguse" and f.predicate == "mark"]
    assert [(f.value, f.standing) for f in facts] == [("3:27.80", "derived")]


def test_two_articles_that_share_wordings_are_one_source(articles: list[Path]) -> None:
    store = in_memory(gather(articles))
    rows = store.link.rows("SELECT title, origin FROM source ORDER BY title")
    titles = {title[:20]: origin for title, origin in rows}
    assert len(set(titles.values())) == 4
    assert titles["In an electrifying f"] == titles["Josh Kerr reflects o"]


def test_the_order_of_the_articles_never_matters(articles: list[Path]) -> None:
    orders = [list(order) for n, order in enumerate(permutations(articles)) if n % 40 == 0]
    assert len({in_memory(gather(order)).id for order in orders}) == 1

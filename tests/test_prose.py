"""True prose: the pages of the test material, judged as they lie there; every error and warning has been read and has a verdict.

`prose/verdicts.toml` holds the verdicts. A finding without one is printed with `python -m pytest tests/test_prose.py -s`: read the page
and add it. What is called supported is counted too, so that silence does not win.
"""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from benchmarks.accuracy.judging import bench, pages
from canonical import judged, loud, words

VERDICTS = Path(__file__).parent / "prose" / "verdicts.toml"
BEGINNING = "Athletics_at_the_2020_Summer_Olympics_"
# Errors and warnings at most, false ones at most (lowered when fewer are raised), and claims supported at least.
LOUD, FALSE, SUPPORTED = 0, 0, 455
# Of slips put into the pages at least this share is found.
SEED, RECALL = 2020, 0.48


class Told(NamedTuple):
    """An error or warning in a page: where, which check, on which words."""

    page: str
    start: int
    check: str
    words: str


class Prose(NamedTuple):
    """What is told in all pages, with its message, and how many claims are supported in how many words."""

    told: dict[Told, str]
    supported: int
    length: int


@pytest.fixture(scope="session")
def prose(material: Path) -> Prose:
    """The pages, judged."""
    pages = sorted((material / "texts").rglob("*.txt"))
    assert pages, f"{material / 'texts'}: no pages"
    reports = {path.stem.removeprefix(BEGINNING): judged(path.read_text("utf-8")) for path in pages}
    told = {Told(page, f.span.start, f.check, words(r, f)): f.message for page, r in reports.items() for f in loud(r)}
    return Prose(told, sum(r.count("supported") for r in reports.values()), sum(r.words for r in reports.values()))


def verdicts() -> dict[Told, bool]:
    """The verdicts: whether a finding is right."""
    rows = tomllib.loads(VERDICTS.read_text("utf-8"))["finding"]
    return {Told(row["page"], row["start"], row["check"], row["words"]): row["right"] for row in rows}


def test_every_finding_has_been_read(prose: Prose) -> None:
    unread = {told: message for told, message in prose.told.items() if told not in verdicts()}
    for told, message in unread.items():
        print(f"UNREAD {told}: {message}")
    assert not unread, "read these and write their verdicts"


def test_false_accusations_do_not_grow(prose: Prose) -> None:
    false = [told for told in prose.told if not verdicts().get(told, False)]
    print(f"errors and warnings {len(prose.told)}, of these false {len(false)}; supported {prose.supported} in {prose.length} words")
    assert len(prose.told) <= LOUD
    assert len(false) <= FALSE


def test_silence_does_not_win(prose: Prose) -> None:
    assert prose.supported >= SUPPORTED


def test_slips_in_the_pages_are_found(material: Path) -> None:
    found = bench(pages(material / "texts"), 1, SEED, most=3)
    print(f"slips in the pages found: {found.hits}/{len(found.trials)} = {found.recall:.3f}")
    assert len(found.trials) >= 50
    assert found.recall >= RECALL

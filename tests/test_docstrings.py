"""The manual's examples: what a check says that it flags, it flags on just those words; what it says that it allows, is quiet."""

import re

import pytest
from canonical import judged, loud, mended, words

from kerrcheck.findings import Finding, Report
from kerrcheck.manual import Entry, entry
from kerrcheck.members import members

PUBLISHED = "2024-08-07"
MARKED = re.compile(r"«([^»→]*?)(?: → ([^»]*))?»")
CHECKS = [entry(module) for module in members("checks")]


def examples(section: str) -> list[object]:
    """Every example of a section with its check."""
    found = [(check, number, text) for check in CHECKS for number, text in enumerate(getattr(check, section), 1)]
    return [pytest.param(check, text, id=f"{check.name}-{number}") for check, number, text in found]


def told(report: Report, check: Entry) -> list[Finding]:
    """The findings that count for a check's examples: errors and warnings, and notes where it only makes notes."""
    return [*report.findings] if check.severity == "info" else loud(report)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_every_check_says_what_it_flags_and_what_it_allows(check: Entry) -> None:
    assert check.title.endswith(".")
    assert check.flags
    assert check.allows
    assert all(MARKED.search(text) for text in check.flags)
    assert not any(MARKED.search(text) for text in check.allows)


@pytest.mark.parametrize(("check", "text"), examples("flags"))
def test_what_is_marked_is_flagged_on_just_those_words(check: Entry, text: str) -> None:
    report = judged(MARKED.sub(lambda m: m[1], text), PUBLISHED)
    marked = [(check.name, m[1]) for m in MARKED.finditer(text)]
    assert [(f.check, words(report, f)) for f in told(report, check)] == marked


@pytest.mark.parametrize(("check", "text"), examples("flags"))
def test_the_suggestions_give_the_right_text_and_it_is_quiet(check: Entry, text: str) -> None:
    right = MARKED.sub(lambda m: m[2] or "", text)
    marked = list(MARKED.finditer(text))
    if not all(m[2] for m in marked):
        pytest.skip("nothing mends it")
    for m in marked:
        before, after = text[: m.start()], text[m.end() :]
        one = MARKED.sub(lambda x: x[2] or "", before) + m[1] + MARKED.sub(lambda x: x[2] or "", after)
        assert right in {mended(one, f) for f in told(judged(one, PUBLISHED), check) if f.check == check.name}
    assert told(judged(right, PUBLISHED), check) == []


@pytest.mark.parametrize(("check", "text"), examples("allows"))
def test_what_is_allowed_is_quiet(check: Entry, text: str) -> None:
    assert told(judged(text, PUBLISHED), check) == []

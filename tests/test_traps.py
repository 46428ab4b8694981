"""Trap files: what makes a fact-checker cry wolf, and what it must catch all the same.

In `traps/GROUP.toml` a case has the number of its `trap` in the taxonomy of athletics news (T1 to T61), and either a `quiet` text, true
though it looks false, which must raise nothing, or a `text` in which `«wrong → right»` marks each error (`«wrong»` where nothing mends
it): an error or warning must stand on just those words, propose what mends them, and nothing else may be raised. `headline` and
`published` are as in the case files. A `pending` case says why it fails today; it must fail, and loses the word when it no longer does.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from test_cases import MARKED, loud, read

HERE = Path(__file__).parent / "traps"
TRAPS = range(1, 62)


def every() -> list[tuple[str, dict[str, Any]]]:
    """All cases with their names."""
    found = [(path.stem, case) for path in sorted(HERE.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return [(f"T{case['trap']}-{'quiet' if 'quiet' in case else 'caught'}-{stem}{number}", case) for number, (stem, case) in enumerate(found, 1)]


def marked(case: dict[str, Any]) -> Any:
    """A case as a parameter, expected to fail where it is pending."""
    pending = [pytest.mark.xfail(reason=case["pending"], strict=True)] if "pending" in case else []
    return pytest.param(case, marks=pending)


def test_every_trap_has_two_cases() -> None:
    cases = [case for _, case in every()]
    assert all(Counter(case["trap"] for case in cases)[trap] >= 2 for trap in TRAPS)
    assert {case["trap"] for case in cases if "quiet" in case} == set(TRAPS)
    assert all(("quiet" in case) != ("text" in case) for case in cases)


@pytest.mark.parametrize("case", [marked(case) for _, case in every()], ids=[name for name, _ in every()])
def test_a_trap_is_stepped_over_and_what_is_false_is_caught(case: dict[str, Any]) -> None:
    if "quiet" in case:
        assert loud(read(case, case["quiet"])[0]) == []
        return
    found, at = read(case, MARKED.sub(lambda m: m[1], case["text"]))
    told = [f for f in found.findings if f.severity != "info"]
    marks = list(MARKED.finditer(case["text"]))
    assert marks
    for m in marks:
        start = at + len(MARKED.sub(lambda x: x[1], case["text"][: m.start()]))
        end = start + len(m[1])
        mine = [f for f in told if start <= f.span.start and f.span.end <= end]
        assert mine, f"{m[1]!r} is not found; found: {loud(found)}"
        fixes = {found.text[start : f.suggestion.span.start] + f.suggestion.replacement + found.text[f.suggestion.span.end : end]
                 for f in mine if f.suggestion}  # fmt: skip
        assert m[2] is None or m[2] in fixes, f"{m[1]!r} would become {sorted(fixes)}"
        told = [f for f in told if f not in mine]
    assert not told, f"besides: {loud(found)}"

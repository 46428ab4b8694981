"""Cases that are judged whole: a text with its errors marked, of which each must be found and mended and beside which nothing is raised.

A case has either a `quiet` text, which must raise nothing, or a `text` in which `«wrong → right»` marks each error (`«wrong»` where
nothing mends it); `headline` and `published` are as in the case files of `test_cases.py`. A `pending` case says why it fails today: it
must fail, and loses the word when it no longer does.
"""

from typing import Any

import pytest
from test_cases import MARKED, loud, read

from kerrcheck.findings import Finding


def marked(case: dict[str, Any], name: str) -> Any:
    """A case as a parameter, expected to fail where it is pending."""
    pending = [pytest.mark.xfail(reason=case["pending"], strict=True)] if "pending" in case else []
    return pytest.param(case, marks=pending, id=name)


def judge(case: dict[str, Any]) -> None:
    """Hold what is found in a case against what is marked in it."""
    if "quiet" in case:
        assert loud(read(case, case["quiet"])[0]) == []
        return
    found, at = read(case, MARKED.sub(lambda m: m[1], case["text"]))
    rest = [f for f in found.findings if f.severity != "info"]
    marks = list(MARKED.finditer(case["text"]))
    assert marks, "nothing is marked"
    for m in marks:
        start = at + len(MARKED.sub(lambda x: x[1], case["text"][: m.start()]))
        end = start + len(m[1])
        mine = [f for f in rest if start <= f.span.start and f.span.end <= end]
        assert mine, f"{m[1]!r} is not found; found: {loud(found)}"
        fixes = {mended(found.text, f, start, end) for f in mine}
        assert m[2] is None or m[2] in fixes, f"{m[1]!r} would become {fixes}"
        rest = [f for f in rest if f not in mine]
    assert not rest, f"besides: {loud(found)}"


def mended(text: str, finding: Finding, start: int, end: int) -> str | None:
    """The words from start to end with a finding's suggestion put in."""
    fix = finding.suggestion
    return text[start : fix.span.start] + fix.replacement + text[fix.span.end : end] if fix else None

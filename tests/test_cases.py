"""Case files: every check and every kind of claim on short texts, against the shipped facts.

In `checks/NAME.toml` a case is a `text` in which `«wrong → right»` marks each error (`«wrong»` where nothing mends it), or a
`quiet` text. The check must find each error on just those words and propose those that mend it; the mended text, and a quiet
one, must raise nothing. In `claims/NAME.toml` a `text` marks with `«words»` each claim of that kind that must be read, with
`subject` and `verdict` where they are given; a `quiet` text holds none.

Both take an optional `headline` and the day of publication, `published`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kerrcheck import verify
from kerrcheck.findings import Report

HERE = Path(__file__).parent
PUBLISHED = "2024-08-07"
MARKED = re.compile(r"«([^»→]*?)(?: → ([^»]*))?»")


def cases(folder: str) -> list[Any]:
    """Every case of a folder, with the name of the member it is for."""
    found = []
    for path in sorted((HERE / folder).glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1):
            name = path.stem.replace("_", "-")
            found.append(pytest.param(name, case, id=f"{name}-{number}"))
    return found


@cache
def report(text: str, published: str | None) -> Report:
    """The report on a text, made once."""
    return verify(text, published=published)


def read(case: dict[str, Any], body: str) -> tuple[Report, int]:
    """The report on the body of a case under its headline, and where the body begins."""
    head = f"{case['headline']}\n\n" if "headline" in case else ""
    return report(f"{head}{body}\n", str(case.get("published", PUBLISHED))), len(head)


def loud(found: Report) -> list[tuple[str, str]]:
    """The errors and warnings of a report: check and words."""
    return [(f.check, found.text[f.span.start : f.span.end]) for f in found.findings if f.severity != "info"]


@pytest.mark.parametrize(("name", "case"), cases("checks"))
def test_a_check_finds_what_is_marked_and_nothing_else(name: str, case: dict[str, Any]) -> None:
    if "quiet" in case:
        assert loud(read(case, case["quiet"])[0]) == []
        return
    wrong = MARKED.sub(lambda m: m[1], case["text"])
    found, at = read(case, wrong)
    for m in MARKED.finditer(case["text"]):
        start = at + len(MARKED.sub(lambda x: x[1], case["text"][: m.start()]))
        end = start + len(m[1])
        mine = [f for f in found.findings if f.check == name and start <= f.span.start and f.span.end <= end]
        assert mine, f"{m[1]!r} is not found; found: {loud(found)}"
        fix = mine[0].suggestion
        mended = found.text[start : fix.span.start] + fix.replacement + found.text[fix.span.end : end] if fix else None
        assert mended == m[2]
    assert {check for check, _ in loud(found)} == {name}
    if all(m[2] for m in MARKED.finditer(case["text"])):
        assert loud(read(case, MARKED.sub(lambda m: m[2], case["text"]))[0]) == []


@pytest.mark.parametrize(("name", "case"), cases("claims"))
def test_a_claim_is_read_where_one_is_made(name: str, case: dict[str, Any]) -> None:
    text = case.get("quiet") or case["text"]
    found, at = read(case, MARKED.sub(lambda m: m[1], text))
    claims = [c for c in found.claims if c.kind == name and c.span.start >= at]
    told = {found.text[c.span.start : c.span.end] for c in claims}
    assert told == {m[1] for m in MARKED.finditer(text)}
    if "subject" in case:
        assert {c.subject[0] if c.subject else None for c in claims} == {case["subject"]}
    if "verdict" in case:
        assert {c.verdict for c in claims} == {case["verdict"]}


def test_the_title_of_somebody_who_never_had_one_is_marked_whole() -> None:
    text = "Anouk Vetter took bronze in the heptathlon at the World Championships in Budapest. Vetter is also the Olympic champion."
    assert loud(report(text, "2023-08-21")) == [("wrong-title", "Olympic champion")]

"""People files: namesakes, married and former names, transliterations, changed nations; true sentences are quiet, false ones caught.

What a case of `people/GROUP.toml` has is in `wholecases.py`.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from wholecases import judge, marked

HERE = Path(__file__).parent / "people"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in sorted(HERE.glob("*.toml"))}
CASES = [marked(case, f"{stem}-{number}") for stem, cases in FILES.items() for number, case in enumerate(cases, 1)]


def test_there_are_cases_of_each_kind_both_ways() -> None:
    assert sum(map(len, FILES.values())) >= 30
    assert all(any("quiet" in case for case in cases) and any("text" in case for case in cases) for cases in FILES.values())


@pytest.mark.parametrize("case", CASES)
def test_people_are_told_apart_and_known_by_all_their_names(case: dict[str, Any]) -> None:
    judge(case)

"""Trap files: what makes a fact-checker cry wolf, and what it must catch all the same.

In `traps/GROUP.toml` a case has the number of its `trap` in the taxonomy of athletics news (T1 to T61); a `quiet` one is true though it
looks false, the other false though it looks ordinary. What else a case has is in `wholecases.py`.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from wholecases import judge, marked

HERE = Path(__file__).parent / "traps"
TRAPS = range(1, 62)


def every() -> list[tuple[str, dict[str, Any]]]:
    """All cases with their names."""
    found = [(path.stem, case) for path in sorted(HERE.glob("*.toml")) for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return [
        (f"T{case['trap']}-{'quiet' if 'quiet' in case else 'caught'}-{stem}{number}", case) for number, (stem, case) in enumerate(found, 1)
    ]


def test_every_trap_has_two_cases() -> None:
    cases = [case for _, case in every()]
    assert all(Counter(case["trap"] for case in cases)[trap] >= 2 for trap in TRAPS)
    assert {case["trap"] for case in cases if "quiet" in case} == set(TRAPS)
    assert all(("quiet" in case) != ("text" in case) for case in cases)


@pytest.mark.parametrize("case", [marked(case, name) for name, case in every()])
def test_a_trap_is_stepped_over_and_what_is_false_is_caught(case: dict[str, Any]) -> None:
    judge(case)

"""Sentence pairs: a true sentence is quiet, the same with one error is not. Each stands under the headline and day of the file.

`python -m pytest tests/test_pairs.py -s` prints the pairs that are not told apart.
"""

import json
from pathlib import Path
from typing import Any

from canonical import judged, loud, words

FLOOR = 36


def told(body: str, pairs: dict[str, Any]) -> list[str]:
    """What is found in a sentence: check and words."""
    head = f"{pairs['headline']}\n\n"
    report = judged(f"{head}{body}\n", pairs["published"])
    return [f"{f.check} {words(report, f)!r}" for f in loud(report) if f.span.start >= len(head)]


def test_pairs_are_told_apart(material: Path) -> None:
    pairs: dict[str, Any] = json.loads((material / "gold" / "pairs.json").read_text("utf-8"))
    apart = 0
    for pair in pairs["pairs"]:
        true, false = told(pair["true"], pairs), told(pair["false"], pairs)
        apart += bool(false) and not true
        if true:
            print(f"ALARM {pair['kind']}: {pair['true']} {true}")
        if not false:
            print(f"MISS  {pair['kind']}: {pair['false']}")
    print(f"pairs told apart: {apart}/{len(pairs['pairs'])}")
    assert apart >= FLOOR

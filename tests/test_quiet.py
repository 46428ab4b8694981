"""True texts of every kind that a desk publishes, each to be passed without an error or a warning.

A text begins with `=== NAME DAY`, the day on which it is judged. They were written to brush against what a checker may misread: things
denied, wanted and asked, places on the way, namesakes, other contests, other days. Those in `pending` still raise a false alarm, each with
the words that it is about; one that has become quiet fails until it is taken out.
"""

import re
import tomllib
from pathlib import Path

import pytest
from canonical import judged, loud, words

HERE = Path(__file__).parent / "quiet"
TEXTS = {
    f"{path.stem}:{head.split()[0]}": (head.split()[1], body.strip() + "\n")
    for path in sorted(HERE.glob("*.txt"))
    for head, _, body in (piece.partition("\n") for piece in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:])
}
PENDING: dict[str, list[str]] = tomllib.loads((HERE / "pending.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_true_text_is_passed(name: str) -> None:
    day, text = TEXTS[name]
    report = judged(text, day)
    assert [words(report, finding) for finding in loud(report)] == PENDING.get(name, [])


def test_no_text_hides_another_of_its_name() -> None:
    heads = [
        f"{path.stem}:{name}" for path in HERE.glob("*.txt") for name in re.findall(r"^=== (\S+)", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(heads) == sorted(TEXTS)


def test_what_is_pending_is_there() -> None:
    assert set(PENDING) <= set(TEXTS)
    assert len(PENDING) <= len(TEXTS) / 50

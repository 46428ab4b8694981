"""The comparison of two revisions: what was won and lost, told from two saved results."""

from typing import Any

from benchmarks.accuracy.compare import table


def trial(start: int, found: bool, mended: bool = False) -> dict[str, Any]:
    """What came of a slip, as it is saved."""
    words = {"text": "a", "kind": "medal", "right": "gold", "wrong": "silver", "around": f"…⟦silver⟧ at {start}…", "told": "nothing read"}
    return {**words, "start": start, "found": found, "mended": mended}


def test_what_was_won_and_lost_is_told() -> None:
    one = {"trials": [trial(1, True, True), trial(2, False), trial(3, True)], "alarms": ["old"], "words": 10}
    other = {"trials": [trial(1, False), trial(2, True, True), trial(4, True)], "alarms": ["new"], "words": 10}
    lines = table(one, other).splitlines()
    assert lines[1].split() == ["medal", "2", "1", "1", "1", "1", "1", "1"]
    assert lines[2].split() == ["all", "2", "1", "1", "1", "1"]
    assert [line.split()[0] for line in lines[3:7]] == ["LOST", "WON", "NEW", "GONE"]
    assert "at 1" in lines[3]
    assert "at 2" in lines[4]
    assert lines[7] == "only in one of the two: 2"


def test_the_same_result_twice_loses_nothing() -> None:
    one = {"trials": [trial(1, True)], "alarms": [], "words": 10}
    assert len(table(one, one).splitlines()) == 3

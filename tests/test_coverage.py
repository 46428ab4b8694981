"""Coverage: statements drawn from the data sets are supported as they stand and contradicted with one slip.

`benchmarks/coverage_probe.py` draws more. `python -m pytest tests/test_coverage.py -s` prints the shares and every miss with what was said.
"""

import random
from pathlib import Path

import pytest
from probing import Probe, probed
from stating import Statement, changed, event, plain_mark, reversed_name, said, titled

SEED, DRAWN = 1983, 60
# The least share of each kind, raised when the measure rises; `probing.TARGET` is what is wanted.
FLOORS = {"supported": 0.96, "mark changed": 0.93, "medal changed": 0.96, "nation changed": 0.94}
ROW = Statement("a", "Mara Quill", "IRL", "women's", "800 metres", "1:58.04", "1996-12-20", "1996 Olympic Games in Atlanta", "silver")


@pytest.fixture(scope="session")
def probe(material: Path) -> Probe:
    """The probe of a few statements."""
    return probed(material / "data", DRAWN, SEED)


@pytest.mark.parametrize("group", FLOORS)
def test_statements_are_supported_and_changed_ones_contradicted(probe: Probe, group: str) -> None:
    for miss in probe.misses:
        print(miss)
    for name, (right, tried) in probe.shares().items():
        print(f"{name:<24} {right}/{tried} = {right / tried:.3f}")
    assert probe.share(group) >= FLOORS[group]


def test_a_row_becomes_a_plain_sentence() -> None:
    nations = {"IRL": "Ireland", "KEN": "Kenya"}
    told = said(ROW, 0, nations)
    assert told.sentence == "Mara Quill of Ireland won silver in the women's 800 metres at the 1996 Olympic Games in Atlanta in 1:58.04."
    assert told.parts == {"mark": "1:58.04", "medal": "silver", "nation": "Ireland"}
    assert (told.headline, told.published) == ("Women's 800 metres final at the 1996 Olympic Games in Atlanta", "1996-12-21")


@pytest.mark.parametrize("what", ["mark", "medal"])
def test_a_slip_changes_one_thing(what: str) -> None:
    other, wrong = changed(ROW, what, random.Random(1), {})
    assert other != ROW
    assert other._replace(**{what: getattr(ROW, what)}) == ROW
    assert getattr(other, what) == wrong


def test_names_events_and_marks_of_the_data_sets_are_read() -> None:
    assert [titled(name) for name in ("Mary Lou McQUILL", "Jo O'BREKKE-LI", "Xi LU")] == ["Mary Lou McQuill", "Jo O'Brekke-Li", "Xi Lu"]
    assert reversed_name("VAN QUILL Mara") == ["Mara", "VAN", "QUILL"]
    words = ("10000M", "4x100-metres-relay", "20-kilometres-race-walk", "Discus Throw", "Shot", "3000 m Steeple", "20Km Race Walk")
    assert [event(word) for word in words] == [
        "10000 metres",
        "4x100 metres",
        "20 kilometres race walk",
        "discus",
        "shot put",
        "3000 metres steeplechase",
        "20 kilometres race walk",
    ]
    assert [plain_mark(mark) for mark in ("7587.0", "68.4", "1:58.04", "None", "")] == ["7587", "68.4", "1:58.04", "", ""]

"""Constructions: the ways in which a result is told, filled from some finals; `benchmarks/accuracy/constructions.py` uses all.

`python -m pytest tests/test_constructions.py -s` prints the table and every miss.
"""

from benchmarks.accuracy.constructions import Construction, constructions, table, trials, tried
from benchmarks.accuracy.fields import fillings

STEP = 6
# Raised when the measure rises: the share of slips that are found, by file.
FOUND = {"before": 0.6, "broadsheet": 0.25, "features": 0.35, "results": 0.85, "wire": 0.45}


def test_slips_are_found_and_what_is_true_is_passed() -> None:
    every = list(trials(STEP))
    for one in every:
        if not one.found:
            print(f"MISS  {one.kind:<8} {one.wrong}")
    print(table(every))
    marked = [one for one in every if one.kind != "quiet"]
    assert len(marked) > len(constructions()) / 2
    assert [alarm for one in every for alarm in one.alarms if one.source != "pending"] == []
    for source, least in FOUND.items():
        mine = [one.found for one in marked if one.source == source]
        assert sum(mine) / len(mine) >= least, source


def test_a_false_text_is_no_true_one() -> None:
    final = next(filling for filling in fillings() if filling.event == "1500m")
    alarmed = tried(Construction("quiet", "{B} took gold in {B.m}."), final)
    assert alarmed
    assert alarmed.alarms
    missed = tried(Construction("mark", "{B} was «second|second to none» in {B.m}."), final)
    assert missed
    assert not missed.found
    assert tried(Construction("mark", "{nothing of the kind}"), final) is None

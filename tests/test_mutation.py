"""Mutation: a few slips of each class in our own true articles; `benchmarks/accuracy/mutation.py` puts in more.

`python -m pytest tests/test_mutation.py -s` prints the table and every miss.
"""

import random

import pytest
from benchmarks.accuracy.figures import change_digit, neighbour, redigited, swapped
from benchmarks.accuracy.ground import Ground, Mutant
from benchmarks.accuracy.judging import Bench, Text, bench, mutants, ours
from benchmarks.accuracy.mutation import table
from benchmarks.accuracy.scene import agrees, scene, value
from benchmarks.accuracy.standings import medal
from canonical import store

SEED, EACH, MOST = 1500, 1, 4
# Raised when the measure rises: recall, classes counting nearly the same, fixes right, and false alarms per 1,000 words.
RECALL, FIXES, ALARMS = 0.60, 0.80, 0.2
TRUE = Text(
    "made",
    "Hocker wins\n\nCole Hocker won the men’s 1500m final at the Paris 2024 Olympic Games in 3:27.65.\n\n"
    "Josh Kerr took silver in the men’s 1500m in 3:27.79. “I ran 3:27.79 and that is silver,” he did not say.\n",
    "2024-08-07",
)


@pytest.fixture(scope="session")
def quick() -> Bench:
    """The bench over our own articles, a few slips of each class in all."""
    return bench(ours(), EACH, SEED, most=MOST)


def test_slips_are_found_and_mended_and_the_true_text_is_quiet(quick: Bench) -> None:
    for trial in quick.trials:
        if not trial.found:
            print(f"MISS {trial.kind:<22} {trial.text} {trial.around} (right: {trial.right}) {trial.told}")
    for alarm in quick.alarms:
        print(f"ALARM {alarm}")
    print(table(quick))
    assert len(quick.trials) >= 100
    assert quick.recall >= RECALL
    assert quick.fixes >= FIXES
    assert quick.alarm_rate <= ALARMS


def found(mutator: object) -> list[Mutant]:
    """What a mutator does to the true text."""
    seen = scene(store(), TRUE.name, TRUE.text, TRUE.published)
    return list(mutator(Ground(seen, store(), random.Random(1))))  # type: ignore[operator]


def test_the_same_seed_draws_the_same_slips() -> None:
    assert list(mutants(TRUE, 2, 1)) == list(mutants(TRUE, 2, 1))
    assert list(mutants(TRUE, 2, 1)) != list(mutants(TRUE, 2, 2))


def test_what_stands_in_quotation_marks_is_left_alone() -> None:
    quoted = TRUE.text.index("“")
    assert all(m.span.start < quoted or m.span.start > TRUE.text.index("”") for m in mutants(TRUE, 9, 1))


def test_a_changed_mark_is_nobodys() -> None:
    slips = found(change_digit)
    assert [TRUE.text[slice(*m.span)] for m in slips] == ["3:27.65", "3:27.79"]
    assert not {m.wrong for m in slips} & {"3:27.65", "3:27.79", "3:27.80", "3:28.24"}


def test_a_neighbours_mark_is_of_the_same_race_and_not_of_somebody_named_beside_it() -> None:
    slips = {TRUE.text[slice(*m.span)]: m.wrong for m in found(neighbour)}
    assert slips["3:27.65"] == "3:27.79"
    assert slips["3:27.79"] in ("3:27.65", "3:27.80")


def test_a_medal_is_changed_only_to_one_that_was_never_won() -> None:
    assert {(TRUE.text[slice(*m.span)], m.wrong) for m in found(medal)} <= {("silver", "bronze"), ("silver", "gold")}
    assert ("silver", "bronze") not in {(TRUE.text[slice(*m.span)], m.wrong) for m in found(medal)}, "he won bronze in Tokyo"


def test_marks_are_compared_at_the_precision_written() -> None:
    assert value("2min 08.65sec") == 128.65
    assert value("6,955") == 6955
    assert agrees("3:27.6", "3:27.65")
    assert agrees("3:27.7", "3:27.65")
    assert not agrees("3:27.9", "3:27.65")
    assert not agrees("3:27.66", "3:27.65")
    assert set(swapped("3:27.65", random.Random(1))) == {"3:72.65", "3:27.56"}
    assert redigited("9.79", random.Random(1)) != "9.79"

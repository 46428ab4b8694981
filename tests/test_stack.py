"""Stores laid over each other: the last one that knows gives the answer, the lower one is shown against it."""

from pathlib import Path

import pytest

from kerrcheck.build import build_in_memory
from kerrcheck.fact import Fact
from kerrcheck.overlay import laid_over
from kerrcheck.stack import Stack

WORLD = Path(__file__).parent / "world"
FINAL = "2024-olympic-games/men/1500m/final"

DESK = {
    "sources.toml": '[source.desk]\ntitle = "Desk notes"\npublisher = "Desk"\ntier = 2\ncomplete_to = 2026-08-01\n',
    "results/2024-olympic-games.toml": '''competition = "2024-olympic-games"
source = "desk"
[[contest]]
event = "1500m"
sex = "men"
round = "final"
rows = """
2 | josh-kerr | GBR | 3:27.97 |
3 | yared-nuguse | USA | 3:27.80 |
9 | new-runner | GBR | 3:30.00 |
"""
''',
    "records/world.toml": '''[[list]]
scope = "world"
event = "1500m"
sex = "men"
source = "desk"
complete_to = 2026-08-01
rows = """
2026-07-10 | 3:25.99 | josh-kerr | GBR | rome |
"""
''',
    "people/J.toml": '[josh-kerr]\nname = "Josh Kerr"\nfamily = "Kerr"\ngiven = "Josh"\nhome = ["seattle"]\nsources = ["desk"]\n',
}


@pytest.fixture(scope="module")
def stack(tmp_path_factory) -> Stack:
    desk = tmp_path_factory.mktemp("desk")
    for name, text in DESK.items():
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(text, "utf-8")
    return Stack([build_in_memory([WORLD]), build_in_memory([desk])])


def fact(facts, subject, predicate, setting=None):
    (found,) = [f for f in facts if (f.subject, f.predicate) == (subject, predicate) and (f.setting and f.setting.key()) == setting]
    return found


def test_the_upper_answer_counts_and_the_lower_is_shown_against_it(stack):
    mark = fact(stack.facts_about("josh-kerr"), "josh-kerr", "mark", FINAL)
    assert mark.value == "3:27.97"
    assert [(value, e.source) for value, e in mark.against] == [("3:27.79", "games-results")]
    assert mark.evidence[0].source == "desk"


def test_agreement_joins_the_evidence(stack):
    mark = fact(stack.facts_in(FINAL), "yared-nuguse", "mark", FINAL)
    assert (mark.value, mark.against, [e.source for e in mark.evidence]) == ("3:27.80", (), ["desk", "games-results"])
    assert mark.day == "2024-08-06"


def test_what_only_the_lower_layer_says_beside_a_record_is_kept():
    lower = Fact("quill", "record:world", "43.18", valid_from="1999-08-26", detail='{"city":"lima","nation":"GBR"}')
    upper = lower._replace(detail='{"hand":true,"nation":"NOR"}')
    (one,) = laid_over([lower], [upper])
    assert one.detail == '{"city":"lima","hand":true,"nation":"NOR"}'
    assert laid_over([lower], [lower._replace(detail=None)]) == (lower,)


def test_what_one_layer_does_not_know_the_other_tells(stack):
    assert fact(stack.facts_in(FINAL), "new-runner", "placing", FINAL).value == "9"
    assert fact(stack.facts_in(FINAL), "cole-hocker", "placing", FINAL).value == "1"


def test_a_new_record_ends_the_one_below(stack):
    held = [f for f in stack.records("1500m", "men") if f.predicate == "record:world"]
    assert [(f.value, f.valid_to) for f in held] == [("3:27.37", "1998-07-14"), ("3:26.00", "2026-07-10"), ("3:25.99", None)]
    assert stack.listing("record:world", "1500m", "men").complete_to == "2026-08-01"


def test_homes_add_up(stack):
    assert {f.value for f in stack.facts_about("josh-kerr") if f.predicate == "home"} == {"edinburgh", "seattle"}


def test_people_and_contests_are_filled_from_below(stack):
    assert stack.people(["josh-kerr"])["josh-kerr"].born == "1997-10-08"
    assert stack.contest(FINAL).whole
    assert stack.edition("2024-olympic-games").city == "paris"
    assert len(stack.aliases(["kerr"])) == len(set(stack.aliases(["kerr"]))) == 5


def test_the_stack_tells_what_it_is_made_of(stack):
    assert stack.id == "+".join(store.id for store in stack.stores)
    assert stack.complete_to == "2026-08-01"
    assert stack.source("desk").title == "Desk notes"


def test_every_question_of_a_store_can_be_put_to_a_stack():
    from kerrcheck.store import Store

    asked = {name for name in vars(Store) if not name.startswith("_")}
    assert asked <= {name for name in vars(Stack) if not name.startswith("_")}


def test_layers_are_opened_over_the_shipped_facts(tmp_path, monkeypatch):
    from kerrcheck import layers
    from kerrcheck.build import build, lexicon_blob
    from kerrcheck.canon import data_dir
    from kerrcheck.errors import StoreError

    world = build_in_memory([WORLD], meta={"lexicon": lexicon_blob(data_dir())})
    monkeypatch.setattr(layers, "shipped", lambda: world)
    build([WORLD / "facts" / "world"], tmp_path / "more.sqlite")
    assert layers.opened([]) is world
    assert [store.path for store in layers.opened([str(tmp_path / "more.sqlite"), str(WORLD)]).stores][1:] == [
        str(tmp_path / "more.sqlite"),
        "memory",
    ]
    alone = layers.opened([str(tmp_path / "more.sqlite")], canon=False)
    assert alone.lexicon()
    assert not alone.people(["josh-kerr"])
    with pytest.raises(StoreError, match="facts build"):
        layers.opened([str(tmp_path / "gone")])

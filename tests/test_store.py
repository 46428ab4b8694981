"""What the fact files say comes back from the compiled store, whichever way it is asked."""

import sqlite3
from pathlib import Path

import pytest

from kerrcheck.build import build, build_in_memory, gather
from kerrcheck.compiling import compile_into
from kerrcheck.entity import Alias
from kerrcheck.errors import DataError, KerrcheckError, StoreError
from kerrcheck.fact import Assertion, Evidence
from kerrcheck.link import Link
from kerrcheck.naming import words
from kerrcheck.packing import pack_evidence, pack_extra, unpack_evidence
from kerrcheck.store import Store, open_store

WORLD = Path(__file__).parent / "world"
FINAL = "2024-olympic-games/men/1500m/final"


@pytest.fixture(scope="module")
def store() -> Store:
    return build_in_memory([WORLD])


def called(store: Store, *keys: str) -> set[tuple[str, str, str]]:
    return {(" ".join(alias.words), alias.id, alias.flavour) for alias in store.aliases(keys)}


def value(facts, predicate, contest=None, **fields):
    (found,) = [
        fact
        for fact in facts
        if fact.predicate == predicate
        and (fact.setting.key() if fact.setting else None) == contest
        and all(getattr(fact, name) == wanted for name, wanted in fields.items())
    ]
    return found.value


# Names


def test_people_are_found_by_the_last_word_of_their_family_name(store):
    assert called(store, "kerr") == {
        ("josh kerr", "josh-kerr", "full"),
        ("joshua kerr", "josh-kerr", "variant"),
        ("kerr", "josh-kerr", "family"),
        ("hamish kerr", "hamish-kerr", "full"),
        ("kerr", "hamish-kerr", "family"),
    }


def test_a_family_name_of_several_words_is_found_whole_and_short(store):
    found = called(store, "guerrouj")
    assert {("el guerrouj", "hicham-el-guerrouj", "family"), ("guerrouj", "hicham-el-guerrouj", "family")} <= found


def test_both_sides_of_a_hyphen_and_the_former_name_are_known(store):
    who = "elaine-thompson-herah"
    assert {("thompson herah", who, "family"), ("herah", who, "family")} <= called(store, "herah")
    assert {("elaine thompson", who, "former"), ("thompson", who, "former")} <= called(store, "thompson")
    assert ("stephen cherono", "saif-saaeed-shaheen", "former") in called(store, "cherono")


def test_the_key_word_is_where_the_alias_says(store):
    assert all(alias.words[alias.at] in ("paris", "kerr", "olympic") for alias in store.aliases(["paris", "kerr", "olympic"]))


def test_things_are_found_by_their_rarest_capitalised_word(store):
    assert Alias(("tokyo", "2020"), 0, "edition", "2020-olympic-games", "alias") in store.aliases(["tokyo"])
    assert not store.aliases(["2020"])
    assert ("stade de france", "stade-de-france", "name") in called(store, "france")


def test_nations_are_found_by_adjective_demonym_plural_and_code(store):
    assert called(store, "british", "briton", "britons", "gbr") == {
        ("british", "GBR", "adjective"), ("briton", "GBR", "demonym"), ("britons", "GBR", "plural"), ("gbr", "GBR", "code")
    }  # fmt: skip


def test_folding_knows_no_marks():
    assert words("Pénélope O’Brien-Ødegård") == ("penelope", "obrien", "odegard")


def test_slips_are_near_and_strangers_are_not(store):
    near = store.near(["ingebrightsen", "ingebrigsten", "hooker", "cherruyot", "zebra", "kerr"])
    assert near["ingebrightsen"] == near["ingebrigsten"] == ["ingebrigtsen"]
    assert near["hooker"] == ["hocker"]
    assert near["cherruyot"] == ["cheruiyot"]
    assert "zebra" not in near
    assert "kerr" not in near.get("kerr", [])


def test_a_thousand_words_are_one_question(store):
    assert len(store.aliases([f"w{i}" for i in range(2000)] + ["kerr"])) == 5
    assert "hooker" in store.near([f"word{i}" for i in range(2000)] + ["hooker"])


# Facts


def test_a_result_comes_with_its_contest_and_its_row(store):
    (mark,) = [f for f in store.facts_about("josh-kerr") if f.id == f"josh-kerr/mark/{FINAL}"]
    assert (mark.value, mark.day, mark.whole, mark.setting.round) == ("3:27.79", "2024-08-06", True, "final")
    line = (WORLD / "facts/athletics/results/2024-olympic-games.toml").read_text("utf-8").split("\n")
    assert mark.evidence[0].source == "games-results"
    assert "josh-kerr" in line[int(mark.evidence[0].locator.rpartition(":")[2]) - 1]


def test_a_contest_knows_everybody_in_it(store):
    places = {f.subject: f.value for f in store.facts_in(FINAL) if f.predicate == "placing"}
    assert places == {"cole-hocker": "1", "josh-kerr": "2", "yared-nuguse": "3", "jakob-ingebrigtsen": "4"}
    heat = store.facts_in("2024-olympic-games/men/1500m/heat-1")
    assert [f.value for f in heat if f.predicate == "status"] == ["DNF"]
    assert not any(f.whole for f in heat)


def test_a_medal_that_was_changed_has_two_truths(store):
    placings = [f for f in store.facts_about("USA") if f.predicate == "placing"]
    assert [(f.value, f.valid_from, f.valid_to) for f in placings] == [
        ("3", "2021-08-06", "2022-02-18"),
        ("2", "2022-02-18", None),
    ]


def test_a_relay_team_has_its_runners(store):
    relay = "2020-olympic-games/women/4x100m/final"
    assert value(store.facts_about("elaine-thompson-herah"), "team", relay) == "JAM"
    assert value(store.facts_in(relay), "legs", relay).split(",")[1] == "elaine-thompson-herah"


def test_records_come_oldest_first_and_end_with_the_next(store):
    held = [f for f in store.records("1500m", "men") if f.predicate == "record:national:GBR"]
    assert [(f.subject, f.valid_from, f.valid_to) for f in held] == [
        ("mo-farah", "2013-07-19", "2024-08-06"),
        ("josh-kerr", "2024-08-06", None),
    ]
    assert not store.records("1500m", "women")


def test_a_list_is_whole_from_the_day_it_says(store):
    world = [f for f in store.records("1500m", "men") if f.predicate == "record:world"]
    assert all(f.whole for f in world)
    assert store.listing("record:world", "1500m", "men").since == "1995-07-12"
    assert store.listing("record:national:GBR", "1500m", "men").since is None


def test_a_change_of_nation_has_its_days(store):
    shaheen = store.people(["saif-saaeed-shaheen", "nobody"])["saif-saaeed-shaheen"]
    assert shaheen.nations == (("KEN", None, "2003-08-09"), ("QAT", "2003-08-09", None))


def test_offices_and_coaches_are_found_by_whom_they_serve(store):
    assert [f.subject for f in store.holders("world-athletics")] == ["sebastian-coe"]
    assert [f.subject for f in store.holders("josh-kerr")] == ["danny-mackey"]


def test_a_ruled_story_is_ruled(store):
    (led,) = [f for f in store.facts_in(FINAL) if f.predicate == "led"]
    assert (led.subject, led.value, led.standing) == ("jakob-ingebrigtsen", "100-1400", "ruled")
    assert store.source(led.evidence[0].source).tier == 0


def test_places_and_editions(store):
    assert store.edition("2024-olympic-games").stadium == "stade-de-france"
    assert [e.year for e in store.editions("olympic-games")] == [2020, 2024]
    assert store.place("stade-de-france").city == "saint-denis"
    assert store.place("paris", "city").near == ("saint-denis",)
    assert store.place("GBR").extra["demonyms"] == ("Briton", "Britons", "Brit")
    assert [s.scope_word for s in store.all_series] == ["Olympic"]
    assert store.edition("1066-games") is store.place("nowhere") is store.contest("x/y/z/w") is None
    assert [c.setting.event for c in store.contests("2020-olympic-games")] == ["1500m", "4x100m"]


def test_quotations_are_found_by_shared_words(tmp_path):
    stage = gather([WORLD])
    told = "It is the fastest I have ever run and the best performance I could ever ask for"
    stage.take(Assertion("josh-kerr", "said", told, evidence=Evidence("paper", "120-199")))
    link = sqlite3.connect(":memory:", isolation_level=None)
    compile_into(stage, link, {})
    store = Store(Link(link))
    (found,) = store.quotations(words("the fastest race and the finest performance I could ask for"))
    assert (found.value, found.evidence) == (told, (Evidence("paper", "120-199"),))
    assert not store.quotations(["zebra"])


def test_sources_have_their_origin(store):
    assert store.source("almanac-reprint").origin == store.source("almanac").origin == "almanac"
    assert (store.sources, store.complete_to) == (6, "2024-12-31")


def test_the_order_of_the_sources_does_not_matter(store, tmp_path):
    files = sorted(path for path in WORLD.rglob("*.toml"))
    turned = build_in_memory(reversed(files))
    assert turned.id == store.id
    assert list(turned.link.connection.iterdump()) == list(store.link.connection.iterdump())


def test_the_same_build_gives_the_same_bytes(tmp_path):
    for name in ("a.sqlite", "b.sqlite"):
        build([WORLD], tmp_path / name)
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_look_ups_use_indexes(store):
    plans = [
        "SELECT * FROM alias WHERE key IN ('a', 'b')",
        "SELECT * FROM near WHERE form IN (1, 2)",
        "SELECT * FROM fact f JOIN subject s ON s.id = f.subject WHERE s.key IN ('a')",
        "SELECT * FROM fact f WHERE f.contest = (SELECT id FROM contest WHERE key = 'x') AND f.predicate IN (1, 2)",
        "SELECT * FROM fact f JOIN held h ON h.subject = f.subject AND h.n = f.n WHERE h.of_whom = 'x'",
        "SELECT * FROM contest WHERE key >= 'a/' AND key < 'a0'",
        "SELECT * FROM edition WHERE series = 'a' ORDER BY year, id",
    ]
    for query in plans:
        steps = [row[3] for row in store.link.rows(f"EXPLAIN QUERY PLAN {query}")]
        assert not any(step.startswith("SCAN") for step in steps), (query, steps)


def test_packing_keeps_what_it_is_given():
    numbers = {("paper", ""): 1, ("book", "finals.toml"): 2}
    evidence = (Evidence("paper", "120-131"), Evidence("book", "finals.toml:12"), Evidence("paper", ""))
    packed = pack_evidence(evidence, lambda source, file: numbers[source, file])
    back = {number: key for key, number in numbers.items()}
    assert unpack_evidence(packed, back.__getitem__) == evidence
    assert "British" in pack_extra({"adjectives": ("British", "Scots"), "area": "EUR"})


# What can be wrong


PERSON = '[a-b]\nname = "A B"\nfamily = "B"\ngiven = {}\nsources = {}\n'
RESULTS = 'competition = "x"\nsource = "s"\n[[contest]]\nevent = "1500m"\nsex = "men"\nround = "final"\nrows = """\n{}\n"""\n'
RECORDS = '[[list]]\nscope = "world"\nevent = "mile"\nsex = "men"\nsource = "s"\nrows = """\n{}\n"""\n'


@pytest.mark.parametrize(
    ("name", "text", "place", "told"),
    [
        ("people/A.toml", PERSON.format("3", '["x"]'), ":1: [a-b].given", "Expected `str`, got `int`"),
        ("people/A.toml", PERSON.format('"A"', "[]"), ":1: [a-b].sources", "at least one source"),
        ("people/A.toml", '[a-b]\nnmae = "A B"\n', ":1: [a-b]", "name"),
        ("people/A.toml", "[a-b\n", "", "not valid TOML"),
        ("results/x.toml", RESULTS.format("1 | a-b | GBR | 3:27.79 |\nx | c-d | GBR | 3:28.00 |"), ":9: ", "expected a place"),
        ("results/x.toml", RESULTS.format("1 | a-b | GBR | 3;27 |"), ":8: ", "expected a mark"),
        ("results/x.toml", RESULTS.format("1 | a-b"), ":8: ", "cells between bars"),
        ("results/x.toml", RESULTS.format("1 | a-b | GBR | 3:27.79 | first=2"), ":8: ", "expected known=DAY"),
        ("records/world.toml", RECORDS.format("1999 | 3:43.13 | h-e | MAR | rome | unheard"), ":7: ", "found 'unheard'"),
        ("records/world.toml", RECORDS.format("07/07/1999 | 3:43.13 | h-e | MAR"), ":7: ", "expected a day"),
    ],
)
def test_an_error_names_file_place_and_expectation(tmp_path, name, text, place, told):
    file = tmp_path / name
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    with pytest.raises(DataError) as error:
        build(tmp_path.iterdir(), tmp_path / "out.sqlite")
    assert str(error.value).startswith(f"{file}{place}")
    assert told in str(error.value)
    assert "\n" not in str(error.value)
    assert [path.name for path in tmp_path.iterdir()] == [file.parent.name]


def test_what_no_importer_reads_is_said(tmp_path):
    odd = tmp_path / "odd.bin"
    odd.write_bytes(b"\0")
    with pytest.raises(DataError, match=r"odd\.bin: no importer reads this"):
        build([odd], tmp_path / "out.sqlite")
    with pytest.raises(DataError, match="no such file"):
        build([tmp_path / "gone"], tmp_path / "out.sqlite")


def test_a_failed_build_leaves_the_old_store(tmp_path):
    target = tmp_path / "out.sqlite"
    build([WORLD], target)
    before = target.read_bytes()
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "A.toml").write_text("[a", "utf-8")
    with pytest.raises(DataError):
        build([tmp_path / "people"], target)
    assert target.read_bytes() == before


def test_a_store_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(StoreError, match="cannot be written"):
        build([WORLD], tmp_path / "no" / "such" / "out.sqlite")


def damaged(path: Path, how: str) -> None:
    if how == "missing":
        path.unlink()
    elif how == "text":
        path.write_text("not a database, but long enough to look at" * 50)
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:6000])
    else:
        link = sqlite3.connect(path)
        link.execute({"newer": "PRAGMA user_version = 99", "older": "PRAGMA user_version = 0", "other": "PRAGMA application_id = 7"}[how])
        link.commit()
        link.close()


@pytest.mark.parametrize("how", ["missing", "text", "empty", "cut", "newer", "older", "other"])
def test_a_bad_store_says_what_to_run(tmp_path, how):
    target = tmp_path / "out.sqlite"
    build([WORLD], target)
    damaged(target, how)
    with pytest.raises(KerrcheckError) as error:
        open_store(target).facts_about("josh-kerr")
    assert isinstance(error.value, StoreError)
    assert str(target) in str(error.value)
    assert ("upgrade" if how == "newer" else "kerrcheck facts build") in str(error.value)


def test_a_store_is_read_only_and_shared(tmp_path):
    target = tmp_path / "strange name #1?.sqlite"
    build([WORLD], target)
    one, other = open_store(target), open_store(target, immutable=True)
    assert one.facts_about("josh-kerr") == other.facts_about("josh-kerr")
    with pytest.raises(StoreError):
        one.link.rows("DELETE FROM fact")


def test_two_passports_from_one_source_are_no_conflict(tmp_path):
    (tmp_path / "people").mkdir()
    entry = '[a-b]\nname = "A B"\nfamily = "B"\ngiven = "A"\nnations = ["BLR", "URS"]\nsources = ["lists"]\n'
    (tmp_path / "people" / "A.toml").write_text(entry, "utf-8")
    facts = build_in_memory([tmp_path]).facts_about("a-b")
    assert [(f.value, f.standing) for f in facts if f.predicate == "nation"] == [("BLR", "settled"), ("URS", "settled")]

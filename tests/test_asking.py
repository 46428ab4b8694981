"""Queries in a desk's words, and what changed between two builds."""

from pathlib import Path

import pytest

from kerrcheck import asking
from kerrcheck.build import build_in_memory, gather, lexicon_blob
from kerrcheck.canon import data_dir
from kerrcheck.store import Store

WORLD = Path(__file__).parent / "world"


@pytest.fixture(scope="module")
def store() -> Store:
    return build_in_memory([WORLD], meta={"lexicon": lexicon_blob(data_dir())})


def told(rows, *fields):
    return [tuple(getattr(row, field) for field in fields) for row in rows]


def test_a_bare_surname_lists_namesakes(store):
    assert {row.subject for row in asking.show(store, "Kerr")} == {"josh-kerr", "hamish-kerr"}
    assert {row.predicate for row in asking.show(store, "Kerr")} == {"born", "nation", "home"}


def test_namesakes_are_narrowed_by_nation_event_and_year(store):
    assert {row.subject for row in asking.show(store, "Kerr NZL")} == {"hamish-kerr"}
    assert {row.subject for row in asking.show(store, "Kerr 1500m")} == {"josh-kerr"}
    marks = [row.contest for row in asking.show(store, "Kerr 1500m 2021") if row.predicate == "mark"]
    assert marks == ["2020-olympic-games/men/1500m/final"]


def test_a_contest_is_found_by_its_words(store):
    rows = asking.show(store, "men 1500m 2024 Olympic final")
    assert {row.contest for row in rows} == {"2024-olympic-games/men/1500m/final"}
    assert ("josh-kerr", "3:27.79") in told([row for row in rows if row.predicate == "mark"], "subject", "value")


def test_a_record_is_shown_as_of_a_day(store):
    assert told(asking.show(store, "British record men 1500m", "2020-01-01"), "subject", "value") == [("mo-farah", "3:28.81")]
    assert told(asking.show(store, "British record men 1500m", "2024-08-06"), "subject", "value") == [("josh-kerr", "3:27.79")]
    assert {row.predicate for row in asking.show(store, "men's 1500m world record")} == {"record:world"}


def test_search_finds_slips(store):
    assert [found.id for found in asking.search(store, "Ingebrightsen")] == ["jakob-ingebrigtsen"]
    assert {found.id for found in asking.search(store, "kerr")} == {"josh-kerr", "hamish-kerr"}


def test_counts_and_exports_agree(store):
    counted = sum(count.facts for count in asking.stats(store) if count.part == "predicate")
    assert counted == store.facts == len(list(asking.export(store)))
    (marks,) = [count for count in asking.stats(store) if (count.part, count.name) == ("predicate", "mark")]
    assert (marks.first, marks.last) == ("2021", "2024")


def test_conflicts_show_both_sides(tmp_path):
    (tmp_path / "people").mkdir()
    for letter, source, day in (("J", "book", "1997-10-08"), ("K", "other", "1997-10-09")):
        entry = f'[josh-kerr]\nname = "Josh Kerr"\nfamily = "Kerr"\ngiven = "Josh"\nborn = {day}\nsources = ["{source}"]\n'
        (tmp_path / "people" / f"{letter}.toml").write_text(entry, "utf-8")
    (row,) = asking.conflicts(build_in_memory([tmp_path]))
    assert (row.predicate, row.value, row.standing) == ("born", "1997-10-08", "contested")
    assert row.against == "1997-10-09 (other people/K.toml:1)"


def test_diff_tells_what_a_build_changed(store, tmp_path):
    files = [path for path in sorted(WORLD.rglob("*.toml")) if path.name != "world.toml"]
    assert gather(files).files == len(files)
    changes = list(asking.diff(store, build_in_memory(files)))
    assert {change.what for change in changes} == {"removed"}
    assert all("record:world" in change.id for change in changes)
    assert not list(asking.diff(store, store))

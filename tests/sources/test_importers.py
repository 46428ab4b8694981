"""Importers: what each reads out of a good file, and that hostile ones are told of, line by line, and stop nothing else."""

import gzip
import json
import lzma
import sqlite3
import tracemalloc
from pathlib import Path

import pytest

from kerrcheck.build import Built, build
from kerrcheck.errors import DataError
from kerrcheck.store import Store, open_store

from .sheets import LIST_2025, MAPPING, OURS, TEXTS, laid, rounds, shuffled

FINAL = "2024-olympic-games/men/1500m/final"


def built(tmp_path: Path, *paths: Path, strict: bool = False) -> tuple[Built, Store]:
    made = build(paths, tmp_path / "out.sqlite", strict=strict)
    return made, open_store(tmp_path / "out.sqlite")


def said(store: Store, who: str, contest: str) -> dict[str, str]:
    return {f.predicate: f.value for f in store.facts_about(who) if f.setting and f.setting.key() == contest}


def test_a_list_is_read_into_editions_on_record_and_made_ones(tmp_path: Path) -> None:
    made, store = built(tmp_path, laid(tmp_path, "lists-2025/male/1500-metres.csv"))
    assert not made.troubles
    assert said(store, "josh-kerr", FINAL) == {"mark": "3:27.79", "placing": "2"}
    assert said(store, "josh-kerr", "2024-olympic-games/men/1500m/heat-1")["placing"] == "2"
    assert said(store, "josh-kerr", "2024-diamond-league-zurich/men/1500m/final")["placing"] == "3"
    assert said(store, "josh-kerr", "2019-06-15-seattle/men/1500m/final")["mark"] == "3:33.60"
    edition = store.edition("2019-06-15-seattle")
    assert edition
    assert (edition.start, edition.end, edition.city, edition.country) == ("2019-06-15", "2019-06-15", "seattle", "USA")
    assert not store.all_series
    assert [e.id for e in store.editions_at(["seattle"], "2019-01-01", "2019-12-31")] == ["2019-06-15-seattle"]


def test_bests_follow_from_a_list_and_a_contest_of_it_is_never_whole(tmp_path: Path) -> None:
    _, store = built(tmp_path, laid(tmp_path, "lists-2025/male/1500-metres.csv"))
    bests = [(f.value, f.valid_from, f.valid_to, f.standing) for f in store.facts_about("josh-kerr") if f.predicate == "best"]
    assert bests == [("3:33.60", "2019-06-15", "2024-08-06", "derived"), ("3:27.79", "2024-08-06", None, "derived")]
    contest = store.contest(FINAL)
    assert contest
    assert not contest.whole


def test_two_lists_and_a_feed_are_one_athlete_and_one_outing(tmp_path: Path) -> None:
    names = ("lists-2025/male/1500-metres.csv", "lists-2023/men/1500-metres.csv", "feed/results.csv")
    paths = [laid(tmp_path, name) for name in names]
    _, store = built(tmp_path, *paths)
    assert list(store.people(["josh-kerr", "kerr-josh", "josh-kerr-1997"])) == ["josh-kerr"]
    marks = [f for f in store.facts_about("josh-kerr") if f.predicate == "mark" and f.setting and f.setting.key() == FINAL]
    assert [f.value for f in marks] == ["3:27.79"]
    assert len({e.source for e in marks[0].evidence}) == 2
    assert said(store, "josh-kerr", "2020-olympic-games/men/1500m/semi-final-2") == {"mark": "3:29.1", "placing": "3"}


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    paths = [laid(tmp_path, name) for name in TEXTS]
    first, second = built(tmp_path, *paths)[1].id, built(tmp_path, *reversed(paths))[1].id
    assert first == second


def test_a_feed_and_sheets_list_everybody(tmp_path: Path) -> None:
    for path in (laid(tmp_path, "feed/results.csv"), rounds(tmp_path)):
        made, store = built(tmp_path, path)
        assert not made.troubles
        contest = store.contest(FINAL)
        assert contest
        assert contest.whole
        assert said(store, "josh-kerr", FINAL)["placing"] == "2"


def test_medallists_and_records_name_those_on_record(tmp_path: Path) -> None:
    _, store = built(tmp_path, laid(tmp_path, "medals/medallists.csv"), laid(tmp_path, "records/national.csv"))
    assert said(store, "matthew-centrowitz", "2016-olympic-games/men/1500m/final")["placing"] == "1"
    assert {f.subject: f.value for f in store.records("1500m", "men")} == {"josh-kerr": "3:27.79", "jakob-ingebrigtsen": "3:26.73"}


def test_a_desk_brings_its_own_table_in_any_form(tmp_path: Path) -> None:
    head, row = (line.split(",") for line in OURS.strip().split("\n"))
    (tmp_path / "results.toml").write_text(MAPPING, "utf-8")
    (tmp_path / "a.tsv").write_text(OURS.replace(",", "\t"), "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(dict(zip(head, row, strict=True))) + "\n", "utf-8")
    (tmp_path / "c.csv.gz").write_bytes(gzip.compress(OURS.encode()))
    with sqlite3.connect(tmp_path / "d.sqlite") as link:
        link.execute(f"CREATE TABLE results ({', '.join(head)})")
        link.execute(f"INSERT INTO results VALUES ({','.join('?' * len(row))})", row)
    link.close()
    for name in ("a.tsv", "b.jsonl", "c.csv.gz", "d.sqlite"):
        made, store = built(tmp_path, tmp_path / name)
        assert not made.troubles
        assert said(store, "josh-kerr", "2020-07-31-newberg/men/1500m/final") == {"mark": "3:34.53", "placing": "1", "nation": "GBR"}


def test_two_athletes_of_one_name_stay_two(tmp_path: Path) -> None:
    other = LIST_2025.replace("1,3:27.65,,Cole HOCKER,06 JUN 2001,USA,1", "1,3:37.65,,Josh KERR,01 JAN 1950,NZL,9")
    path = laid(tmp_path, "lists-2025/male/1500-metres.csv", lambda _: other.encode())
    _, store = built(tmp_path, path)
    assert sorted(p.id for p in store.people([a.id for a in store.aliases(["kerr"])]).values()) == ["josh-kerr", "josh-kerr-1950"]


@pytest.mark.parametrize("name", TEXTS)
def test_columns_may_come_in_any_order(tmp_path: Path, name: str) -> None:
    made, _ = built(tmp_path, laid(tmp_path, name))
    turned, _ = built(tmp_path, laid(tmp_path, name, shuffled))
    assert (made.facts, turned.troubles) == (turned.facts, ())


@pytest.mark.parametrize("name", TEXTS)
def test_bytes_that_are_no_utf8_leave_out_one_row_and_say_which(tmp_path: Path, name: str) -> None:
    path = laid(tmp_path, name, lambda text: text.encode() + b"\xff" + text.split("\n")[-2].encode() + b"\n")
    made, _ = built(tmp_path, path)
    assert made.troubles
    assert f"{path}:{TEXTS[name].count(chr(10)) + 1}:1: expected UTF-8" in made.troubles[0]


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_cut_short_is_read_as_far_as_it_goes(tmp_path: Path, name: str) -> None:
    path = laid(tmp_path, name)
    whole = lzma.compress(path.read_bytes() * 1)
    packed = path.with_name(f"{path.name}.xz")
    packed.write_bytes(whole[:-12])
    made, _ = built(tmp_path, packed)
    assert any("damaged or cut short" in trouble for trouble in made.troubles)
    with pytest.raises(DataError, match="damaged or cut short"):
        built(tmp_path, packed, strict=True)


@pytest.mark.parametrize("name", TEXTS)
def test_a_huge_field_takes_no_memory(tmp_path: Path, name: str) -> None:
    huge = b"x" * 20_000_000
    good, _ = built(tmp_path, laid(tmp_path, name))

    def swollen(text: str) -> bytes:
        row = text.split("\n")[1].encode()
        return b"\n".join([text.encode().strip(), huge, row, b'"' + huge, row, b""])

    path = laid(tmp_path, name, swollen)
    tracemalloc.start()
    made, _ = built(tmp_path, path)
    assert tracemalloc.get_traced_memory()[1] < 150_000_000
    tracemalloc.stop()
    assert sum("expected a line of less than" in trouble for trouble in made.troubles) == 2
    assert made.facts >= good.facts


def test_an_open_quote_swallows_a_bounded_stretch_and_is_told(tmp_path: Path) -> None:
    rows = LIST_2025.split("\n")
    text = "\n".join([rows[0], rows[1], '9,"3:27', *rows[2:5] * 2000, *rows[2:]])
    made, store = built(tmp_path, laid(tmp_path, "lists-2025/male/1500-metres.csv", lambda _: text.encode()))
    assert made.troubles
    assert said(store, "josh-kerr", FINAL)["mark"] == "3:27.79"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("lists-2025/male/1500-metres.csv", "3:27.65", "fast", ":2:2: expected a mark"),
        ("lists-2025/male/1500-metres.csv", "06 AUG 2024", "summer", ":2:9: expected a day"),
        ("feed/results.csv", ",1.0,", ",first,", ":2:9: expected a rank"),
        ("records/national.csv", "1K5;M;3:27.79", "ZZZ;M;3:27.79", ":2:3: expected an event"),
        ("desk/results.csv", "1500m", "knitting", ":2:4: expected an event"),
        ("desk/results.csv", ",GBR,", ",Nowhere: Land,", ":2:3: expected a nation's code"),
        ("records/national.csv", "Kerr;GBR", "Kerr;Nowhere: Land", ":2:13: expected a nation's code"),
    ],
)
def test_a_bad_cell_is_told_with_its_place(tmp_path: Path, name: str, old: str, new: str, expected: str) -> None:
    path = laid(tmp_path, name, lambda text: text.replace(old, new).encode())
    made, _ = built(tmp_path, path)
    assert any(f"{path}{expected}" in trouble for trouble in made.troubles)
    with pytest.raises(DataError, match="expected"):
        built(tmp_path, path, strict=True)


def test_a_mapping_that_names_no_column_is_an_error(tmp_path: Path) -> None:
    path = laid(tmp_path, "desk/results.csv", lambda text: text.replace("Town", "Place").encode())
    with pytest.raises(DataError, match="expected a column named Town for city"):
        built(tmp_path, path)

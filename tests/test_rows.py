"""Rows of the facts: in lines, with commas, as JSON, in tables; every form of `facts` takes every format."""

import csv
import io
import json
from pathlib import Path

import pytest

from kerrcheck.asking import Count, Found, Row
from kerrcheck.build import build, lexicon_blob
from kerrcheck.canon import data_dir
from kerrcheck.cli import main
from kerrcheck.commands import _rows
from kerrcheck.commands._grid import grid
from kerrcheck.reports import Page

WORLD = Path(__file__).parent / "world"
FINAL = "2024-olympic-games/men/1500m/final"
ROW = Row("id", "josh-kerr", "mark", "3:27.79", FINAL, "2024-08-06", "", "", "settled", "a x.toml:1, b y.toml:2", "", "")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small world as a store."""
    path = tmp_path_factory.mktemp("rows") / "world.sqlite"
    build([WORLD], path, meta={"lexicon": lexicon_blob(data_dir())})
    return str(path)


def asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Status and both outputs of a command."""
    monkeypatch.setattr("sys.argv", ["kerrcheck", "facts", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    out = capsys.readouterr()
    return int(ended.value.code or 0), out.out, out.err


@pytest.mark.parametrize("words", [("show", "Kerr"), ("search", "kerr"), ("conflicts",), ("stats",), ("export",)])
@pytest.mark.parametrize("format", ["rich", "text", "csv", "json"])
def test_every_question_has_every_format(monkeypatch, capsys, store, words, format) -> None:  # noqa: A002
    status, out, err = asked(monkeypatch, capsys, *words, "--no-canon", "--facts", store, "--format", format)
    assert (status, err) == (0, "")
    if format == "json":
        rows = [json.loads(line) for line in out.splitlines()]
    elif format == "csv":
        rows = list(csv.DictReader(io.StringIO(out)))
    else:
        rows = out.splitlines()
    assert rows or words == ("conflicts",)


def test_a_format_that_is_none_is_told(monkeypatch, capsys, store) -> None:
    status, out, err = asked(monkeypatch, capsys, "stats", "--no-canon", "--facts", store, "--format", "xml")
    assert (status, out) == (2, "")
    assert "choose from csv, json, rich, text" in err


def test_a_build_tells_as_json_what_it_left_out(monkeypatch, capsys, tmp_path) -> None:
    (tmp_path / "in" / "people").mkdir(parents=True)
    (tmp_path / "in" / "photo.raw").write_bytes(b"\x00\x01")
    (tmp_path / "in" / "people" / "a.toml").write_text('[a-b]\nname = "A B"\nfamily = "B"\ngiven = "A"\nsources = ["s"]\n', "utf-8")
    status, out, err = asked(monkeypatch, capsys, "build", str(tmp_path / "in"), "-o", str(tmp_path / "o.sqlite"), "--format", "json")
    told = json.loads(out)
    assert (status, told["files"], told["troubles"]) == (0, 1, [])
    assert told["unread"] == [f"{tmp_path / 'in' / 'photo.raw'}: no importer reads this; it was left out"]
    assert "no importer reads this" in err


def test_a_table_obeys_no_markup_and_no_escape() -> None:
    row = ROW._replace(value="[bold]\x1b[2J3:27.79", subject="josh-kerr")
    out = "".join(grid([row], Page(200)))
    assert "[bold]␛[2J3:27.79" in out
    assert "\x1b" not in out
    assert "settled: a, b" in out


def test_tables_of_many_rows_come_a_page_at_a_time() -> None:
    pages = list(grid((Found("person", f"p-{n}", f"P {n}", "full") for n in range(2500)), Page(100)))
    assert len(pages) == 3
    assert sum(page.count("person") for page in pages) == 2500


def test_numbers_and_periods_are_written_for_people() -> None:
    assert "12,345" in "".join(grid([Count("part", "people", 12345)], Page(80)))
    assert _rows.days(ROW) == "2024-08-06"
    assert _rows.days(ROW._replace(valid_from="2024-08-06", valid_to="2026-01-01")) == "2024-08-06 (stood until 2026-01-01)"
    assert _rows.days(ROW._replace(valid_from="2026-01-01")) == "2024-08-06 (stood from 2026-01-01)"
    assert _rows.days(ROW._replace(day="", valid_from="2013-07-19", valid_to="2024-08-06")) == "2013-07-19 to 2024-08-06"

"""Parquet tables of a desk, read for real; skipped, saying so, where the package that reads them is not installed."""

import csv
import io
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kerrcheck.build import build
from kerrcheck.errors import DataError
from kerrcheck.store import open_store

from .sheets import MAPPING, OURS

arrow: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install kerrcheck[parquet]")
HEAD, *ROWS = csv.reader(io.StringIO(OURS))
KEY = "2020-07-31-newberg/men/1500m/final"


@pytest.fixture
def desk(tmp_path: Path) -> Callable[..., Path]:
    """A desk's folder into which a table is written, its mapping beside it."""
    from pyarrow import parquet

    (tmp_path / "results.toml").write_text(MAPPING, "utf-8")

    def written(columns: dict[str, list[Any]], **options: Any) -> Path:
        parquet.write_table(arrow.table(columns), tmp_path / "results.parquet", **options)
        return tmp_path / "results.parquet"

    return written


def ours(**changed: list[Any]) -> dict[str, list[Any]]:
    """Our results by column."""
    return {**{name: [row[at] for row in ROWS] for at, name in enumerate(HEAD)}, **changed}


def kerr(path: Path) -> dict[str, str]:
    """What the table says of Kerr."""
    made = build([path], path.with_name("out.sqlite"))
    assert made.troubles == ()
    facts = open_store(path.with_name("out.sqlite")).facts_about("josh-kerr")
    return {fact.predicate: fact.value for fact in facts if fact.setting and fact.setting.key() == KEY}


@pytest.mark.parametrize("compression", ["snappy", "gzip", "zstd", "none"])
def test_a_table_is_read(desk: Callable[..., Path], compression: str) -> None:
    assert kerr(desk(ours(), compression=compression)) == {"mark": "3:34.53", "placing": "1", "nation": "GBR"}


def test_columns_have_types_and_any_order(desk: Callable[..., Path]) -> None:
    from datetime import date

    typed = ours(Rank=[1], Date=[date(2020, 7, 31)], Born=[date(1997, 10, 8)], Heat=[None])
    assert kerr(desk(dict(reversed(typed.items())))) == {"mark": "3:34.53", "placing": "1", "nation": "GBR"}


def test_a_bad_cell_is_told_with_its_row_and_column(desk: Callable[..., Path]) -> None:
    path = desk({name: cells * 2 for name, cells in ours().items()} | {"Time": ["fast", "3:34.53"]})
    made = build([path], path.with_name("out.sqlite"))
    assert made.troubles == (f"{path}:1:9: expected a mark such as 3:27.79, found 'fast'",)


def test_a_column_that_is_missing_is_told(desk: Callable[..., Path]) -> None:
    path = desk({name: cells for name, cells in ours().items() if name != "Town"})
    with pytest.raises(DataError, match="expected a column named Town for city"):
        build([path], path.with_name("out.sqlite"))


@pytest.mark.parametrize("damage", [lambda b: b[: len(b) // 2], lambda b: b[:4] + b"\xff" * 40 + b[44:], lambda _: b"", lambda _: b"PAR1"])
def test_a_damaged_file_is_told(desk: Callable[..., Path], damage: Callable[[bytes], bytes]) -> None:
    path = desk(ours())
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataError, match=r"results\.parquet: not a Parquet file that can be read"):
        build([path], path.with_name("out.sqlite"))


def test_a_group_too_large_for_memory_is_refused(desk: Callable[..., Path]) -> None:
    path = desk(ours(Athlete=["x" * 300_000_000]))
    tracemalloc.start()
    with pytest.raises(DataError, match="a group of rows takes 286 MB unpacked"):
        build([path], path.with_name("out.sqlite"))
    assert tracemalloc.get_traced_memory()[1] < 150_000_000
    tracemalloc.stop()

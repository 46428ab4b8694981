"""Whatever stands in a cell, a build tells of it or takes it as it is, and the store that it makes can be read back and built upon."""

import copy
import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kerrcheck import asking
from kerrcheck.build import build
from kerrcheck.canon import canon, data_dir
from kerrcheck.register import Register
from kerrcheck.store import Store, open_store

from .sheets import ROUNDS, TEXTS, laid

HOSTILE = (
    "a b:c|d/e", "x\x1f\x1ey", "Ω", "-", "'; --", "GB R", "9" * 40, "0", "-1",
    "1e9", "1:2:3:4:5", "0000-99-99", "31 FEB 2020", "²", "٣", "nan",
    "\u202e", "a\nb", "../..", "GBR:2000:", "Москва (RUS)", "Ω, Ω (RUS)",
)  # fmt: skip
NO_TEXTS: tuple[Any, ...] = (None, 5, 1.5, [], {}, [None], ["a"], {"a": "b"}, True)
IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{3}")
VALUES = re.compile(r"[-+A-Za-z0-9:.]+")


def twisted(text: str) -> bytes:
    """A table whose every row has one hostile cell, each sort in each column."""
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    head, first, *rest = csv.reader(io.StringIO(text), delimiter=delimiter)
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerows([head, first, *rest])
    rows.writerows([*first[:at], cell, *first[at + 1 :]] for at in range(len(head)) for cell in HOSTILE)
    return out.getvalue().encode()


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of everything in a decoded JSON text."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


def put(value: Any, path: tuple[Any, ...], cell: Any) -> Any:
    """A copy with something else at a path."""
    made = copy.deepcopy(value)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = cell
    return made


def readable(store: Store) -> None:
    """Everything in a store, read back; and a register upon it."""
    subjects = [key for (key,) in store.link.rows("SELECT key FROM subject")]
    assert [key for key in subjects if not IDS.fullmatch(key)] == []
    assert list(store.people(subjects)) == [
        key for (key,) in store.link.rows("SELECT s.key FROM person p JOIN subject s ON s.id = p.id ORDER BY 1")
    ]
    for key, kind in store.link.rows("SELECT id, kind FROM place"):
        assert store.place(key, kind)
        assert IDS.fullmatch(key)
    for (key,) in store.link.rows("SELECT id FROM edition"):
        assert store.edition(key)
    contests = [key for (key,) in store.link.rows("SELECT key FROM contest")]
    assert [key for key in contests if key.count("/") != 3 or not all(IDS.fullmatch(part) for part in key.split("/") if part)] == []
    facts = [fact for _, some in asking.every(store) for fact in some]
    plain = ("nation", "wind", "placing", "mark", "status", "born", "sex")
    assert [(f.predicate, f.value) for f in facts if f.predicate in plain and not VALUES.fullmatch(f.value)] == []
    assert all(value.isprintable() for fact in facts for value, _ in fact.against)
    Register([store], data_dir(), canon().lexicon() or {})


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_with_every_sort_of_cell_in_every_column(tmp_path: Path, name: str) -> None:
    path = laid(tmp_path, name, twisted)
    made = build([path], tmp_path / "out.sqlite")
    assert made.troubles
    assert all(re.match(rf"{re.escape(str(path))}:\d+:\d+: ", trouble) for trouble in made.troubles)
    readable(open_store(tmp_path / "out.sqlite"))


def test_sheets_with_every_sort_of_value_in_every_place(tmp_path: Path) -> None:
    for number, path in enumerate(place for place in places(ROUNDS) if place not in ((), ("events",))):
        for sort, cell in enumerate((*HOSTILE, *NO_TEXTS)):
            made = json.dumps(put(ROUNDS, path, cell), ensure_ascii=False)
            (tmp_path / f"{number}-{sort}.json").write_text(made, "utf-8")
    built = build([tmp_path], tmp_path / "out.sqlite")
    assert built.troubles
    readable(open_store(tmp_path / "out.sqlite"))

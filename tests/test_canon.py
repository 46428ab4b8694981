"""The canon is found, compiled once, compiled again when it changes, and never half."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kerrcheck import canon, checkout

WORLD = Path(__file__).parent / "world"
ROOT = Path(__file__).parent.parent


@pytest.fixture
def data(tmp_path) -> Path:
    """A data folder with its packs, of the small world."""
    shutil.copytree(WORLD, tmp_path / "data")
    for name in ("languages", "sports"):
        shutil.copytree(ROOT / "data" / name, tmp_path / "data" / name)
    return tmp_path / "data"


def test_the_data_of_the_checkout_is_found():
    assert canon.data_dir().name == "data"
    assert (canon.data_dir() / "facts").is_dir()


def test_it_is_compiled_once(data, tmp_path):
    cache = tmp_path / "cache"
    first = checkout.compiled(data, cache)
    (made,) = cache.glob("*.sqlite")
    stamp = made.stat().st_mtime_ns, made.stat().st_ino
    second = checkout.compiled(data, cache)
    assert (made.stat().st_mtime_ns, made.stat().st_ino) == stamp
    assert first.id == second.id
    assert second.lexicon()
    assert [path.suffix for path in sorted(cache.iterdir())] == [".lock", ".sqlite"]


@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_a_changed_input_compiles_it_again(data, tmp_path, change):
    before = checkout.compiled(data, tmp_path / "cache")
    people = data / "facts" / "athletics" / "people"
    if change == "edit":
        file = people / "J.toml"
        file.write_text(file.read_text("utf-8").replace("1997-10-08", "1997-10-09"), "utf-8")
    elif change == "add":
        (people / "Z.toml").write_text('[z-z]\nname = "Z Z"\nfamily = "Z"\ngiven = "Z"\nsources = ["handbook"]\nborn = 1990\n', "utf-8")
    else:
        (people / "S.toml").unlink()
    after = checkout.compiled(data, tmp_path / "cache")
    assert before.id != after.id


def test_a_broken_cache_is_compiled_again(data, tmp_path):
    first = checkout.compiled(data, tmp_path / "cache")
    (made,) = (tmp_path / "cache").glob("*.sqlite")
    made.write_bytes(made.read_bytes()[:100])
    assert checkout.compiled(data, tmp_path / "cache").id == first.id


def test_where_nothing_can_be_written_it_is_compiled_in_memory(data, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = checkout.compiled(data, blocked / "cache")
    assert store.path == "memory"
    assert store.people(["josh-kerr"])
    assert store.lexicon()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_home_is_no_obstacle(data, tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    assert checkout.compiled(data, home / "cache").path == "memory"


def test_two_processes_at_once_both_get_a_whole_store(data, tmp_path):
    call = f"compiled(Path({str(data)!r}), Path({str(tmp_path / 'cache')!r}))"
    code = f"from pathlib import Path; from kerrcheck.checkout import compiled; print({call}.id)"

    def run(_: int) -> str:
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        return done.stdout

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(run, range(4)))
    assert len(ids) == 1
    assert len(list((tmp_path / "cache").glob("*.sqlite"))) == 1
    assert not list((tmp_path / "cache").glob("*.tmp"))


def test_asking_needs_no_toml_no_msgspec_no_rapidfuzz(data, tmp_path):
    checkout.compiled(data, tmp_path / "cache")
    code = (
        "import sys; from pathlib import Path; from kerrcheck.checkout import compiled;"
        f"s = compiled(Path({str(data)!r}), Path({str(tmp_path / 'cache')!r})); s.near(['hooker']); s.facts_about('josh-kerr');"
        "print([m for m in ('tomllib', 'msgspec', 'rapidfuzz', 'argparse', 'json', 'hashlib', 'dataclasses') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_was_opened_before_serves_again_in_its_own_thread(data, tmp_path, monkeypatch):
    monkeypatch.setattr(canon, "data_dir", lambda: data)
    monkeypatch.setattr(canon, "cache_dir", lambda: tmp_path / "cache")
    first = canon.canon()
    assert canon.canon() is first
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(canon.canon).result() is not first
    with (data / "facts" / "world" / "cities.toml").open("a", encoding="utf-8") as file:
        file.write("\n# another\n")
    assert canon.canon() is not first, "other facts, another store"

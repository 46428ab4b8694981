"""The store at size: what building, looking up and verifying cost with about a million marks. Run on demand::

    python tests/benchmarks/store_size.py [--store STORE] [ARTICLE...]

Without a store, one is built from both folders of all-time lists of the test material.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kerrcheck.batch import jobs, run
from kerrcheck.canon import canon
from kerrcheck.planning import Plan
from kerrcheck.settings import Options
from kerrcheck.store import Store, open_store

ROOT = Path(__file__).parents[2]
MATERIAL = Path(os.environ.get("KERRCHECK_MATERIAL") or ROOT.parent / "shared")
LISTS = ("world-athletics-lists-2023", "world-athletics-lists-2025")
LIMIT, RUNS = 1.3, 3


def command(*words: str) -> tuple[float, float]:
    """Seconds that a command takes, and the most memory in MB that it or an earlier one took."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kerrcheck", *words], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def timed(fresh: Callable[[], Store], question: Callable[[Store], object], runs: int = 60) -> float:
    """Microseconds of one answer of a store that remembers nothing, the middle of several."""
    found = []
    for _ in range(runs):
        store = fresh()
        start = time.perf_counter()
        question(store)
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1e6


def look_ups(path: str | None) -> Iterator[tuple[str, float]]:
    """Questions of each kind, each put to a store that has just been opened."""
    where = path or canon().path
    questions: dict[str, Callable[[Store], object]] = {
        "by full or family name (kerr)": lambda s: s.aliases(["kerr"]),
        "by folded name (el guerrouj)": lambda s: s.aliases(["guerrouj"]),
        "by variant (chase ealey)": lambda s: s.aliases(["ealey"]),
        "by near name (ingebrightsen)": lambda s: s.near(["ingebrightsen"]),
        "everything about somebody": lambda s: s.facts_about("josh-kerr"),
        "by contest": lambda s: s.facts_in("2024-olympic-games/men/1500m/final"),
        "records of an event": lambda s: s.records("1500m", "men"),
        "meetings of a town in a year": lambda s: s.editions_at(["cologne"], "1997-01-01", "1997-12-31"),
    }
    yield "open", timed(lambda: open_store(where), lambda _: open_store(where))
    for name, question in questions.items():
        yield name, timed(lambda: open_store(where), question)


def articles(paths: list[Path], store: str) -> Iterator[tuple[str, float, float]]:
    """Seconds for all articles, with the shipped canon and with the store laid over it: cold in a process each, warm in one."""
    for name, measure in (("cold, a process each", cold), ("warm, one process", warm)):
        alone = min(measure(paths, None) for _ in range(RUNS))
        yield name, alone, min(measure(paths, store) for _ in range(RUNS))


def cold(paths: list[Path], store: str | None) -> float:
    """Seconds in a process for each article."""
    return sum(command("verify", str(path), "--format", "json", *(["--facts", store] if store else []))[0] for path in paths)


def warm(paths: list[Path], store: str | None) -> float:
    """Seconds in this process, the store open and the articles read before."""
    plan = Plan(Options(facts=(store,) if store else (), isolated=True))
    work, _ = jobs([str(path) for path in paths], plan)
    run(work, plan)
    start = time.perf_counter()
    run(work, plan)
    return time.perf_counter() - start


def main() -> None:
    """Measure, and print tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--store", help="a store of the lists that is there already")
    options.add_argument("articles", nargs="*", type=Path)
    given, console = options.parse_args(), Console()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or str(Path(folder) / "million.sqlite")
        told = Table("figure", "value", title="The store")
        if not given.store:
            seconds, memory = command("facts", "build", *(str(MATERIAL / "data" / name) for name in LISTS), "-o", store)
            told.add_row("build", f"{seconds:.0f} s")
            told.add_row("peak memory", f"{memory:.0f} MB")
        told.add_row("size", f"{Path(store).stat().st_size / 2**20:.0f} MB")
        told.add_row("facts", f"{open_store(store).facts:,}")
        console.print(told)
        table = Table("look-up", "canon, µs", "store, µs", title="Look-ups")
        for (name, small), (_, large) in zip(look_ups(None), look_ups(store), strict=True):
            table.add_row(name, f"{small:.0f}", f"{large:.0f}")
        console.print(table)
        paths = given.articles or sorted((ROOT / "tests" / "articles").glob("*/*.txt"))[:12]
        table = Table("articles", "canon, s", "canon and store, s", "ratio", title=f"{len(paths)} articles (limit {LIMIT})")
        for name, alone, both in articles(paths, store):
            table.add_row(name, f"{alone:.2f}", f"{both:.2f}", f"{both / alone:.2f}")
        console.print(table)


if __name__ == "__main__":
    main()

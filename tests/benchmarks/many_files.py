"""Many files: one process, two processes, and a second run with the cache; medians of turns, and their ratios.

`python tests/benchmarks/many_files.py [--files 5000] [--turns 1]`, with kerrcheck installed (not `--editable`) beside the Python that runs
it. The articles are our own marked ones, no two files alike, about 3 KB each. Every turn takes the three ways one after the other, so that
what else the machine does weighs on all of them; with fewer files more turns can be taken. Wanted: two processes in at most 0.6 of
the time of one, the second run in at most a tenth. That all three say the same is checked.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from cold_start import command
from marking import articles

MARKED = Path(__file__).parent.parent / "articles"


def written(folder: Path, files: int) -> int:
    """That many articles written into a folder; how many bytes they have."""
    texts = [article.text for group in ("paris1500", "broad") for article in articles(MARKED / group)]
    size = 0
    for number in range(files):
        one, other = texts[number % len(texts)], texts[(number // len(texts) + number + 1) % len(texts)]
        half = other[: len(other) // 2].rpartition("\n")[0]
        content = f"{one}\n\nEdition {number}.\n\n{half}\n".encode()
        (folder / f"{number:05}.txt").write_bytes(content)
        size += len(content)
    return size


def told(folder: Path, cache: Path, *options: str) -> tuple[float, bytes]:
    """How long a run takes, and its report."""
    asked = [command("kerrcheck"), "verify", str(folder), "--format", "json", "--quiet", *options]
    start = time.perf_counter()
    done = subprocess.run(asked, env={**os.environ, "KERRCHECK_CACHE_DIR": str(cache)}, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start, done.stdout


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--turns", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "articles"), Path(place, "cache")
        folder.mkdir()
        size = written(folder, asked.files)
        told(folder, cache, "--jobs", "2")
        ways = (("--jobs", "1", "--no-cache"), ("--jobs", "2", "--no-cache"), ("--jobs", "1"))
        turns = [[told(folder, cache, *way) for way in ways] for _ in range(asked.turns)]
        kept = sum(path.stat().st_size for path in cache.rglob("*.report"))
    if len({report for turn in turns for _, report in turn}) != 1:
        sys.exit("the ways do not say the same")
    one, two, again = (statistics.median(turn[way][0] for turn in turns) for way in range(3))
    print(f"{asked.files} files, {size / 1e6:.1f} MB, {asked.turns} turns; the cache has {kept / 1e6:.1f} MB")
    print(f"one process {one:.1f} s, two {two:.1f} s, the second run with the cache {again:.2f} s")
    print(f"time of two processes over that of one {two / one:.2f}, of the second run over that of one {again / one:.3f}")


if __name__ == "__main__":
    main()

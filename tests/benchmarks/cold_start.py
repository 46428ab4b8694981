"""Cold start: one article in text format by a fresh process, beside codespell on the same file; paired runs, ratio of medians.

`python tests/benchmarks/cold_start.py [ARTICLE] [--pairs 30]`, with both commands installed beside the Python that runs it.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

BESIDE = Path(sys.executable).parent
ARTICLE = Path(__file__).parent.parent.parent / "data" / "articles" / "paris-1500m.txt"


def command(name: str) -> str:
    """The command of that name beside this Python."""
    path = BESIDE / name
    if not path.exists():
        sys.exit(f"{path}: not installed; run {BESIDE / 'pip'} install {name}")
    return str(path)


def timed(call: list[str]) -> float:
    """Seconds that a call takes; findings (status 1, for codespell 65) are no failure."""
    begun = time.perf_counter()
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - begun
    if done.returncode not in (0, 1, 65):
        sys.exit(f"{' '.join(call)} exited {done.returncode}: {done.stderr[-300:]}")
    return taken


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", default=str(ARTICLE))
    parser.add_argument("--pairs", type=int, default=30)
    asked = parser.parse_args()
    ours = [command("kerrcheck"), "verify", asked.article, "--format", "text"]
    theirs = [command("codespell"), asked.article]
    timed(ours), timed(theirs)  # both caches warm
    pairs = [(timed(ours), timed(theirs)) for _ in range(asked.pairs)]
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    wins = statistics.median(a / b for a, b in pairs)
    print(f"kerrcheck {1000 * one:.0f} ms, codespell {1000 * other:.0f} ms (medians of {len(pairs)} pairs)")
    print(f"ratio of medians {one / other:.2f}, median of ratios {wins:.2f} (wanted: at most 1.2)")


if __name__ == "__main__":
    main()

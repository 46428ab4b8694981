"""Throughput: a folder of articles in one run, beside proselint on the same files; paired runs, ratio of medians.

`python tests/benchmarks/throughput.py [--copies 5] [--pairs 5]`, with both commands installed beside the Python that runs it.
The articles are our own marked ones, as they are shown, copied a few times over so that the start of the process weighs little.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from cold_start import command, timed
from marking import articles

MARKED = Path(__file__).parent.parent / "articles"


def written(folder: Path, copies: int) -> int:
    """The articles written into a folder; how many words they have."""
    words = 0
    for group in ("paris1500", "broad"):
        for article in articles(MARKED / group):
            for copy in range(copies):
                (folder / f"{group}-{article.name}-{copy}.txt").write_text(article.text, "utf-8")
                words += len(article.text.split())
    return words


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        words = written(Path(folder), asked.copies)
        # One process that knows nothing yet: neither helps the other tool.
        ours = [command("kerrcheck"), "verify", folder, "--format", "text", "--jobs", "1", "--no-cache"]
        theirs = [command("proselint"), "check", folder]
        timed(ours), timed(theirs)
        pairs = [(timed(ours), timed(theirs)) for _ in range(asked.pairs)]
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{words} words: kerrcheck {words / one:,.0f} words/s, proselint {words / other:,.0f} words/s (medians of {len(pairs)} pairs)")
    print(f"time of kerrcheck over time of proselint {one / other:.2f}")


if __name__ == "__main__":
    main()

"""The mutation bench: true articles, and the same with one slip each that the store refutes; recall by class, fixes right, false alarms.

`python tests/benchmarks/accuracy/mutation.py [--each 3] [--seed 1500] [--only CLASS] [--misses] [--ours] [--marked] [--save FILE]`. The
texts are our marked articles with every error put right, and, without `--ours`, the pages of the test material where it is present. Of
each class at most `--each` slips are put into a text, one at a time. `--marked` adds the errors that are planted in our articles,
`--save` writes what came of each slip, for `compare.py`.
"""

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.judging import Bench, bench, ours, pages, planted

MATERIAL = Path(os.environ.get("KERRCHECK_MATERIAL") or Path(__file__).parents[4] / "shared")


def table(found: Bench) -> str:
    """Recall and fixes by class."""
    lines = [f"{'class':<24}{'slips':>6}{'found':>7}{'recall':>8}{'mended':>8}"]
    for kind in sorted({trial.kind for trial in found.trials}):
        mine = [trial for trial in found.trials if trial.kind == kind]
        hit = [trial for trial in mine if trial.found]
        lines.append(
            f"{kind:<24}{len(mine):>6}{len(hit):>7}{len(hit) / len(mine):>8.2f}{sum(t.mended for t in hit) / max(len(hit), 1):>8.2f}"
        )
    lines.append(f"{'all':<24}{len(found.trials):>6}{found.hits:>7}{found.recall:>8.3f}{found.fixes:>8.3f}")
    lines.append(f"mean of the classes' recalls {found.even:.3f}")
    lines.append(f"false alarms in the true texts: {len(found.alarms)} in {found.words} words, {found.alarm_rate:.2f} per 1,000")
    return "\n".join(lines)


def main() -> None:
    """Mutate, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1500)
    parser.add_argument("--only", default="")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--marked", action="store_true")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--save", type=Path)
    asked = parser.parse_args()
    texts = [*ours(), *(pages(MATERIAL / "texts") if MATERIAL.is_dir() and not asked.ours else ())]
    found = bench(texts, asked.each, asked.seed, asked.only)
    found = found._replace(trials=(*found.trials, *planted())) if asked.marked else found
    for trial in found.trials:
        if asked.misses and not trial.found:
            print(f"MISS {trial.kind:<22} {trial.text} {trial.around} (right: {trial.right}) {trial.told}")
    for alarm in found.alarms:
        print(f"ALARM {alarm}")
    print(table(found))
    if asked.save:
        rows = [trial._asdict() for trial in found.trials]
        asked.save.write_text(json.dumps({"trials": rows, "alarms": found.alarms, "words": found.words}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

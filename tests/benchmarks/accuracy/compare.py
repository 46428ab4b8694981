"""Gains and losses between two revisions on the planted errors: which spans were won, which lost, which alarms came and went.

`python tests/benchmarks/accuracy/compare.py ONE OTHER [--each 2]`, each a revision of the repository or a file that `--save` wrote. A
revision is unpacked into a folder of its own for the run, and its engine and facts judge this checkout's articles: the errors planted
in them and those that the mutation bench puts in. Slips that the facts of only one of the two refute are counted and left out.
"""

import argparse
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
Rows = dict[tuple[Any, ...], dict[str, Any]]


def measured(revision: str, each: int) -> dict[str, Any]:
    """What the benches find with the engine and facts of a revision, on the planted errors of this checkout."""
    packed = subprocess.run(["git", "-C", str(ROOT), "archive", revision], capture_output=True, check=False)
    if packed.returncode:
        sys.exit(f"{revision}: {packed.stderr.decode().strip()}")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
        return judged_at(Path(folder), each)


def judged_at(there: Path, each: int) -> dict[str, Any]:
    """The saved result of a run of this checkout's bench over the package that lies in a folder."""
    saved = there / "found.json"
    bench = [sys.executable, str(Path(__file__).parent / "mutation.py"), "--ours", "--marked", "--each", str(each), "--save", str(saved)]
    code = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code, str(there), *bench[1:]], capture_output=True, text=True, check=False, cwd=there)
    if done.returncode:
        sys.exit(f"{there}: the bench failed: {done.stderr.strip()[-500:]}")
    return json.loads(saved.read_text("utf-8"))


def loaded(source: str, each: int) -> dict[str, Any]:
    """A saved result, else what is measured of a revision."""
    return json.loads(Path(source).read_text("utf-8")) if Path(source).is_file() else measured(source, each)


def by_place(result: dict[str, Any]) -> Rows:
    """The trials of a result by what makes them the same."""
    return {(t["text"], t["kind"], t["start"], t["wrong"]): t for t in result["trials"]}


def table(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Both results side by side, then what was won and lost."""
    before, after = by_place(one), by_place(other)
    both = [key for key in before if key in after]
    won = [key for key in both if after[key]["found"] and not before[key]["found"]]
    lost = [key for key in both if before[key]["found"] and not after[key]["found"]]
    lines = [f"{'class':<24}{'slips':>6}{'before':>8}{'after':>7}{'won':>5}{'lost':>6}{'mended before':>15}{'after':>7}"]
    for kind, count in sorted(Counter(key[1] for key in both).items()):
        mine = [key for key in both if key[1] == kind]
        found = [sum(rows[key][what] for key in mine) for what in ("found", "mended") for rows in (before, after)]
        gained = [sum(key[1] == kind for key in keys) for keys in (won, lost)]
        lines.append(f"{kind:<24}{count:>6}{found[0]:>8}{found[1]:>7}{gained[0]:>5}{gained[1]:>6}{found[2]:>15}{found[3]:>7}")
    total = [sum(rows[key]["found"] for key in both) for rows in (before, after)]
    lines.append(f"{'all':<24}{len(both):>6}{total[0]:>8}{total[1]:>7}{len(won):>5}{len(lost):>6}")
    lines += [f"LOST {key[1]:<22} {key[0]} {before[key]['around']} {after[key]['told']}" for key in lost]
    lines += [f"WON  {key[1]:<22} {key[0]} {after[key]['around']}" for key in won]
    lines += [f"NEW ALARM {alarm}" for alarm in other["alarms"] if alarm not in one["alarms"]]
    lines += [f"GONE ALARM {alarm}" for alarm in one["alarms"] if alarm not in other["alarms"]]
    uncommon = len(before.keys() ^ after.keys())
    return "\n".join([*lines, f"only in one of the two: {uncommon}"] if uncommon else lines)


def main() -> None:
    """Measure or read both, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("one")
    parser.add_argument("other")
    parser.add_argument("--each", type=int, default=2)
    asked = parser.parse_args()
    print(table(loaded(asked.one, asked.each), loaded(asked.other, asked.each)))


if __name__ == "__main__":
    main()

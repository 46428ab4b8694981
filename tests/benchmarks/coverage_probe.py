"""The coverage probe: statements drawn from the data sets of the test material, judged against the shipped canon.

On demand: `python tests/benchmarks/coverage_probe.py [--count 200] [--seed 1896]`; the material where `KERRCHECK_MATERIAL` says.
A true statement counts as supported where every claim on its mark, medal and nation is, and nothing is wrong; a changed one as
contradicted where an error stands on the changed words. Every miss is printed with what the engine said.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from probing import TARGET, Probe, probed

ROOT = Path(__file__).parents[2]
MATERIAL = Path(os.environ.get("KERRCHECK_MATERIAL") or ROOT.parent / "shared")


def table(probe: Probe) -> str:
    """The shares, by kind and by data set."""
    lines = [f"{'':<24}{'of':>6}{'right':>7}{'share':>8}"]
    for name, (right, tried) in probe.shares().items():
        lines.append(f"{name:<24}{tried:>6}{right:>7}{right / max(tried, 1):>8.3f}")
    return "\n".join(lines)


def main() -> None:
    """Draw, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1896)
    asked = parser.parse_args()
    if not MATERIAL.is_dir():
        sys.exit(f"{MATERIAL}: no test material; set KERRCHECK_MATERIAL to its folder")
    probe = probed(MATERIAL / "data", asked.count, asked.seed)
    for miss in probe.misses:
        print(miss)
    print(f"{table(probe)}\nwanted: at least {TARGET} each")


if __name__ == "__main__":
    main()

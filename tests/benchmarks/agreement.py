"""The shipped facts against the whole of both all-time lists, about a million marks; on demand, some minutes.

`python tests/benchmarks/agreement.py [--source world-athletics-lists-2023]`; the material where `KERRCHECK_MATERIAL` says. What disagrees
and is not explained by `tests/agreement.toml` is printed; the status is 1 where there is any.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from agreeing import Canon, Explanations, compared, said_by

from kerrcheck.canon import canon

ROOT = Path(__file__).parents[2]
MATERIAL = Path(os.environ.get("KERRCHECK_MATERIAL") or ROOT.parent / "shared")
LISTS = ("world-athletics-lists-2023", "world-athletics-lists-2025")


def main() -> None:
    """Compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", choices=LISTS, action="append")
    asked = parser.parse_args()
    if not MATERIAL.is_dir():
        sys.exit(f"{MATERIAL}: no test material; set KERRCHECK_MATERIAL to its folder")
    explained, shipped = Explanations(ROOT / "tests" / "agreement.toml"), Canon(canon())
    tally = compared(said_by(MATERIAL / "data" / name for name in asked.source or LISTS), shipped, explained)
    print("\n".join(tally.table()))
    print("\n".join(tally.unexplained()))
    sys.exit(1 if tally.unexplained() else 0)


if __name__ == "__main__":
    main()

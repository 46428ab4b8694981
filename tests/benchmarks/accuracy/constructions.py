"""Constructions: a result in all the ways in which it is told, filled from many finals; what is found, and what is accused.

`python tests/benchmarks/accuracy/constructions.py [--only KIND] [--misses]`. Each line of `tests/constructions/*.txt` is `KIND | TEXT`:
true for every final as it is, and false where a `«right|wrong»` takes its second reading. `quiet` lines have none. A slip is found
where its own words are accused. The lines of `pending.txt` are true and still accused in some finals.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.accuracy.fields import HERE, Fields, Filling, fillings
from canonical import judged, loud

MARKED = re.compile(r"«(.*?)\|(.*?)»")
FIELD = re.compile(r"\{([^}]*)\}")


class Construction(NamedTuple):
    """A line: what kind of slip it holds, its text, and the file that it is from."""

    kind: str
    text: str
    source: str = ""


class Tried(NamedTuple):
    """A construction filled from one final: whether its slip was found, and what was accused in the true text."""

    kind: str
    source: str
    wrong: str
    found: bool
    alarms: tuple[str, ...]


def constructions() -> list[Construction]:
    """All of them."""
    lines = ((line, path.stem) for path in sorted(HERE.glob("*.txt")) for line in path.read_text("utf-8").splitlines())
    return [Construction(*line.split(" | ", 1), source) for line, source in lines if " | " in line and not line.startswith("#")]


def tried(construction: Construction, filling: Filling) -> Tried | None:
    """A construction filled from a final; None where it asks for what is not on record, or where the slip is none there."""
    marked = MARKED.search(construction.text)
    right = filled(MARKED.sub(lambda m: m[1], construction.text), filling.fields)
    if right is None:
        return None
    told = loud(judged(f"{filling.lead}{right}\n", filling.published))
    alarms = tuple(f"{right} :: {f.check} {f.message}" for f in told)
    if marked is None:
        return Tried(construction.kind, construction.source, right, True, alarms)
    parts = [filled(text, filling.fields) for text in (construction.text[: marked.start()], marked[2], construction.text[marked.end() :])]
    if any(part is None for part in parts) or parts[1] == filled(marked[1], filling.fields):
        return None
    before, wrong, after = (part or "" for part in parts)
    start = len(filling.lead) + len(before)
    findings = loud(judged(f"{filling.lead}{before}{wrong}{after}\n", filling.published))
    found = any(f.span.start < start + len(wrong) and start < f.span.end for f in findings)
    return Tried(construction.kind, construction.source, f"{before}⟦{wrong}⟧{after}", found, alarms)


def filled(text: str, fields: Fields) -> str | None:
    """A text with its fields filled in, None where one is not known."""
    return FIELD.sub(lambda m: fields[m[1]], text) if {m[1] for m in FIELD.finditer(text)} <= {*fields} else None


def trials(step: int = 1) -> Iterator[Tried]:
    """Every construction with every final, or with every `step`th, another one for each construction."""
    finals = fillings()
    for number, construction in enumerate(constructions()):
        yield from (one for filling in finals[number % step :: step] if (one := tried(construction, filling)))


def table(every: list[Tried]) -> str:
    """How many slips were found in each file and of each kind, and how many true texts were accused."""
    rows = []
    groups = [*sorted({one.source for one in every}), *sorted({one.kind for one in every})]
    for kind in groups:
        mine = [one for one in every if kind == one.kind or (kind == one.source and one.kind != "quiet")]
        rows.append(f"{kind:<12}{sum(one.found for one in mine):>6}{len(mine):>6}{sum(bool(one.alarms) for one in mine):>6}")
    marked = [one for one in every if one.kind != "quiet"]
    rows.append(f"{'all slips':<12}{sum(one.found for one in marked):>6}{len(marked):>6}{sum(bool(one.alarms) for one in every):>6}")
    return "\n".join([f"{'file, kind':<12}{'found':>6}{'of':>6}{'false':>6}", *rows])


def main() -> None:
    """Fill, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    every = [one for one in trials() if asked.only in ("", one.kind)]
    for one in every:
        for alarm in one.alarms:
            print(f"ALARM {alarm}")
        if asked.misses and not one.found:
            print(f"MISS  {one.kind:<8} {one.wrong}")
    print(table(every))


if __name__ == "__main__":
    main()

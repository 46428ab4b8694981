"""The coverage probe: what comes of statements of the data sets, as they are and with one slip each, under the shipped canon."""

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from canonical import judged, loud, words
from stating import Said, changed, countries, drawn, said

from kerrcheck.findings import Report
from kerrcheck.text import Span

TARGET = 0.97


class Probe(NamedTuple):
    """What came of the statements: by group, how many were tried and how many judged right, and a line on each of the others."""

    tried: Counter[str]
    right: Counter[str]
    misses: tuple[str, ...]

    def shares(self) -> dict[str, tuple[int, int]]:
        """Right and tried, by group."""
        return {group: (self.right[group], self.tried[group]) for group in self.tried}

    def share(self, group: str) -> float:
        """The share that is right in a group."""
        return self.right[group] / max(self.tried[group], 1)


def place(text: str, said: Said, part: str) -> Span:
    """Where a part of the sentence stands in the text."""
    at = text.rindex(part, len(said.headline))
    return Span(at, at + len(part))


def on(span: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return span.start < other.end and other.start < span.end


def blamed(span: Span, said: Said, what: str) -> bool:
    """Whether an error is about what was changed; of a team, whose nation is its name, also where it is put down to mark or medal."""
    parts = said.parts.values() if what == "nation" and said.team else [said.parts[what]]
    return any(on(span, place(said.text, said, part)) for part in parts)


def unsupported(said: Said, report: Report) -> list[str]:
    """What keeps a true statement from being wholly supported."""
    found = [f"{f.check} on {words(report, f)!r}: {f.message}" for f in loud(report)]
    for part, text in said.parts.items():
        here = [c for c in report.claims if on(c.span, place(report.text, said, text))]
        weak = [f"{c.kind} {report.text[slice(*c.span)]!r} {c.verdict} ({c.reason})" for c in here if c.verdict != "supported"]
        if part == "nation" and said.team:
            continue
        kinds = {"mark": ("mark", "record", "best"), "medal": ("placing",), "nation": ("nation", "record")}[part]
        if not any(kind in c.kind for c in here for kind in kinds):
            weak.append(f"no claim read on the {part} {text!r}")
        found += weak
    return found


def probed(data: Path, count: int, seed: int) -> Probe:
    """The probe of so many statements."""
    tried, right = Counter[str](), Counter[str]()
    misses = []
    nations, draw = countries(data), random.Random(seed + 1)
    for shape, statement in enumerate(drawn(data, count, seed)):
        true = said(statement, shape, nations)
        weak = unsupported(true, judged(true.text, true.published))
        for group in ("supported", f"from {statement.source}"):
            tried[group] += 1
            right[group] += not weak
        if weak:
            misses.append(f"UNSUPPORTED {statement.source} {true.published} {true.sentence} | {'; '.join(weak)}")
        for what in true.parts:
            other, _ = changed(statement, what, draw, nations)
            false = said(other, shape, nations)
            report = judged(false.text, false.published)
            hit = any(f.severity == "error" and blamed(f.span, false, what) for f in report.findings)
            for group in ("contradicted", f"{what} changed"):
                tried[group] += 1
                right[group] += hit
            if not hit:
                misses.append(
                    f"NOT CONTRADICTED {what} {statement.source} {false.published} {false.sentence} | {told(report, false, what)}"
                )
    return Probe(tried, right, tuple(misses))


def told(report: Report, said: Said, what: str) -> str:
    """What was found in a text, else what was read where the slip is."""
    found = [f"{f.check} {f.severity} on {words(report, f)!r}" for f in report.findings]
    here = [c for c in report.claims if on(c.span, place(report.text, said, said.parts[what]))]
    read = [f"{c.kind} {report.text[slice(*c.span)]!r} {c.verdict} ({c.reason})" for c in here]
    return "; ".join(found or read) or "no claim read there"

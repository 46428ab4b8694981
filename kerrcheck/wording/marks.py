"""Marks: a right result in the notation of a wrong one."""

from kerrcheck.lexicon import Lexicon
from kerrcheck.values.mark import Mark
from kerrcheck.wording._clocks import clock
from kerrcheck.wording._durations import duration
from kerrcheck.wording._lengths import length, points
from kerrcheck.wording._letters import differing


def mark(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """The right mark as the writer writes marks, with the decimals written where that makes a difference, else with its own."""
    if right.unit == "s":
        said = clock(raw, right, lexicon) or duration(raw, right, lexicon)
    elif right.unit == "m":
        said = length(raw, right, lexicon)
    else:
        said = points(raw, right, lexicon)
    return differing(raw, said)

"""Predecessors: what is listed behind an ordinal as having come before: `a third title, after those of 2009 and 2013`."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED
from kerrcheck.claims._lists import Listed, run
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_WHEN = ("edition", "year", "city")
_FEWEST, _MOST, _REACH = 2, 6, 12


def before_this(discourse: Discourse, part: Part, at: int) -> int:
    """How many years, towns or editions are listed behind `after` that stands at a token; 0 where no whole list follows."""
    if at >= part.sentence.b or not _in(discourse, at, "predecessors_follow"):
        return 0
    k = at + 1
    while k < part.sentence.b and _in(discourse, k, "predecessors_of"):
        k += 1
    found, end = _run_of(discourse, part, k)
    return found if found >= _FEWEST and _closed(discourse, part, end) else 0


def nth(discourse: Discourse, part: Part) -> Iterator[Listed]:
    """Ordinals of people behind whom those who came before are listed: `the third man to retain it, after Bikila and Cierpinski`."""
    low, countable = discourse.tokens.low, discourse.lexicon.words["countable:"]
    nations = {m.i for m in part.sentence.kind("nation")}
    for m in part.sentence.kind("ordinal"):
        if not 1 < m.value <= _MOST or m.j >= part.sentence.b or (low[m.j] not in countable and m.j not in nations):
            continue
        lead = [t for t in range(m.j, min(part.sentence.b, m.j + _REACH)) if _in(discourse, t, "predecessors_follow")]
        first = next((a for a in part.actors if lead and a.np == a.i == lead[0] + 1 and a.how in NAMED), None)
        names = run(discourse, part, first) if first else []
        if abs(len(names) + 1 - m.value) <= 1 and len(names) >= _FEWEST and _closed(discourse, part, names[-1].j):
            yield Listed(m.i, m.j, m.value, len(names) + 1, names[-1].j)


def _in(discourse: Discourse, at: int, name: str) -> bool:
    """Whether a token is a word of a set."""
    return discourse.tokens.low[at] in discourse.lexicon.sets[name]


def _run_of(discourse: Discourse, part: Part, at: int) -> tuple[int, int]:
    """How many years, towns or editions follow each other from a token on, and where they end."""
    found, k = 0, at
    while (m := _longest(part, k)) is not None:
        found, k = found + 1, m.j
        year = _longest(part, k + _in(discourse, k, "held_in")) if k < part.sentence.b and not discourse.tokens.gap(k).strip() else None
        k = year.j if year and year.kind == "year" and m.kind == "city" else k
        joined = k < part.sentence.b and _in(discourse, k, "conjunction")
        if not joined and (k >= part.sentence.b or discourse.tokens.gap(k).strip() != "," or _longest(part, k) is None):
            break
        k += joined
    return found, k


def _longest(part: Part, at: int) -> Mention | None:
    return max((m for m in part.sentence.kind(*_WHEN) if m.i == at), key=lambda m: m.j, default=None)


def _closed(discourse: Discourse, part: Part, at: int) -> bool:
    """Whether a list ends where its clause does."""
    return at >= part.sentence.b or discourse.tokens.gap(at).strip()[:1] in (",", ";", ")", "–", "—", ".")

"""Scores: bare numbers that are points, those of a combined event and those that part two people."""

from kerrcheck.mentions import Scan
from kerrcheck.mentions._measures import follow, unit

_DIGITS, _AROUND, _SCORED, _ROUND = 3, 60, 14, 1000
_STOPS = ",.;:)]–—\n"


def points(scan: Scan, i: int, j: int) -> bool:
    """Whether a bare number is points: a score, or what parts two people where points are told near by (`316 clear of`, `by 115`)."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    if j - i == 1 and _thousands(tokens.low[i]):
        return _set_against(scan, i) or _score(scan, i)
    if j - i != 1 or not tokens.low[i].isdigit() or not 1 < len(tokens.low[i]) <= _DIGITS:
        return False
    ends = _ends(scan, j)
    apart = not ends and (
        tokens.low[j] in sets["short_of"] or tokens.low[j] in sets["back_words"] or follow(scan, j, "more_points", "than")
    )
    by = i > 0 and tokens.low[i - 1] in sets["doers"] and (ends or tokens.low[j] in sets["after_score"])
    return (apart or by) and any(unit(scan, k) == "points" for k in range(max(0, i - _AROUND), min(len(tokens), i + _AROUND)))


def _set_against(scan: Scan, i: int) -> bool:
    """Whether a number of thousands is set against another where points are told of (`8,811 to 8,730`)."""
    low, to = scan.tokens.low, scan.lexicon.sets["pairing"]
    behind = i + 2 < len(low) and low[i + 1] in to and _thousands(low[i + 2])
    before = i > 1 and low[i - 1] in to and _thousands(low[i - 2])
    return (behind or before) and any(unit(scan, k) == "points" for k in range(max(0, i - _SCORED), i))


def _score(scan: Scan, i: int) -> bool:
    """Whether a number of thousands stands as the score of a combined event that the text names (`third with 6,628`)."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    value = int(tokens.low[i].replace(",", ""))
    if not value % _ROUND or not (_ends(scan, i + 1) or tokens.low[i + 1] in sets["after_score"]):
        return False
    events = [e for e in scan.lexicon.events.values() if e.unit == "pts" and e.low <= value * _ROUND <= e.high]
    return any(name in tokens.vocabulary for e in events for name in e.names)


def _ends(scan: Scan, j: int) -> bool:
    """Whether a stop, or nothing, follows."""
    gap = scan.tokens.gap(j) if j < len(scan.tokens) else ""
    return j >= len(scan.tokens) or any(c in _STOPS for c in gap[:1] + gap.strip()[:1])


def _thousands(word: str) -> bool:
    """Whether a word is a number of four figures."""
    return word[0].isdigit() and len(word.replace(",", "")) == _DIGITS + 1 and word.replace(",", "").isdigit()

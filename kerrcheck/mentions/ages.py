"""Ages: `26-year-old`, `aged 26`, `is 26`, `turned 29`, and a bare number beside a name."""

from collections.abc import Iterator

from kerrcheck.mentions import Mention, Scan, number

_AGES = range(12, 100)


def find(scan: Scan) -> Iterator[Mention]:
    """Every `age`; the value is (years, how): old, aged, is, turn, aside (between commas or in brackets)."""
    low, numbers = scan.tokens.low, scan.lexicon.numbers
    for i, word in enumerate(low):
        if not (word[0].isdigit() or word in numbers):
            continue
        if i and low[i - 1] in numbers and word in numbers and not scan.tokens.gap(i).strip("-"):
            continue
        found = number(scan, i)
        if found and found[0] in _AGES:
            how = _how(scan, i, found[1])
            if how:
                yield Mention("age", i, found[1], (found[0], how), "ages")


def _how(scan: Scan, i: int, j: int) -> str | None:
    """Which form gives an age at tokens i to j, or None."""
    tokens, low = scan.tokens, scan.tokens.low
    nxt = low[j : j + 2]
    if nxt and not tokens.gap(j) and nxt[0] in ("st", "nd", "rd", "th"):
        return None
    if nxt and scan.lexicon.units.get(nxt[0]) == "years":
        if nxt[1:] in (["old"], ["olds"]):
            return "old"
        return None
    before = low[i - 1] if i else ""
    closes = j >= len(low) or tokens.gap(j)[:1] in ",.;:!?)\n–—" or tokens.gap(j).strip()[:1] in ("–", "—", ")") 
    if before == "aged" or (before == "age" and i > 1 and low[i - 2] == "the") or (before == "of" and i > 1 and low[i - 2] in ("age", "woman", "man")):
        return "aged"
    if before == "of" and closes and i > 1 and tokens.raw[i - 2][0].isupper():
        return "of"
    if before in ("turns", "turned", "turn") and closes | (low[j : j + 1] != []):
        return "turn"
    if before in ("now", "mere", "already") and closes:
        return "is"
    if before in ("is", "was", "only", "just", "s", "he's", "she's") and closes and tokens.gap(i).strip() == "":
        return "is"
    if before == "at" and closes and low[j : j + 1] != [] and not tokens.gap(i).strip():
        return "at"
    gap = tokens.gap(i).strip() if i else ""
    if closes and gap in (",", "(", "–", "—", ";") and i:
        return "aside"
    return None

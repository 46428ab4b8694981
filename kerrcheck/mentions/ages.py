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
    low, sets, gap = scan.tokens.low, scan.lexicon.sets, scan.tokens.gap
    after = low[j] if j < len(low) else ""
    if after in sets["ordinal_endings"] and not gap(j):
        return None
    if scan.lexicon.units.get(after) == "years":
        return _old(scan, i, j)
    if i and _aged(scan, i):
        return "aged"
    closes = j >= len(low) or gap(j)[:1] in ",.;:!?)\n–—" or gap(j).strip()[:1] in ("–", "—", ")")
    if i and low[i - 1] in sets["turning"] and (closes or after):
        return "turn"
    if i and (how := _reached(scan, i, j)):
        return how
    closes = closes or _tells_on(scan, i, j)
    return _closed(scan, i, after) if closes and i else None


def _old(scan: Scan, i: int, j: int) -> str | None:
    """Which form gives an age before `years`: `is 26 years old`, `the 26-year-old`."""
    low, sets = scan.tokens.low, scan.lexicon.sets
    if j + 1 >= len(low) or low[j + 1] not in sets["old"]:
        return None
    said = i > 0 and low[i - 1] in sets["age_is"] | sets["age_now"] and not scan.tokens.gap(j).strip()
    return "is" if said else "old"


def _reached(scan: Scan, i: int, j: int) -> str | None:
    """Which form gives an age behind which a day is told: `Quill, 26 last Thursday`, `who was 26 on Monday`, `was 26 on the day`."""
    low, sets, gap = scan.tokens.low, scan.lexicon.sets, scan.tokens.gap(i).strip()
    after, then = low[j] if j < len(low) else "", low[j + 1] if j + 1 < len(low) else ""
    if after in sets["on"] and then in sets["definite"] and {*low[j + 2 : j + 3]} & sets["time_nouns"]:
        return "day" if low[i - 1] in sets["was"] and not gap else None
    if after not in sets["birthday_words"] and not (after in sets["on"] and then in scan.lexicon.weekdays):
        return None
    if gap == "," and scan.tokens.raw[i - 1][0].isupper():
        return "aside"
    return "turn" if low[i - 1] in sets["age_now"] | sets["age_is"] and not gap else None


def _tells_on(scan: Scan, i: int, j: int) -> bool:
    """Whether `and`, and no other number, goes on behind an age that a pronoun has: `who is 17 and whose 3:29.54`."""
    low, sets, numbers = scan.tokens.low, scan.lexicon.sets, scan.lexicon.numbers
    told = i > 1 and low[i - 2] in sets["age_bearers"] and low[i - 1] in sets["present_being"]
    return told and low[j] in sets["conjunction"] and j + 1 < len(low) and not (low[j + 1][0].isdigit() or low[j + 1] in numbers)


def _aged(scan: Scan, i: int) -> bool:
    """Whether `aged`, `the age`, `the age of`, `a woman of` stands before token i."""
    low, sets = scan.tokens.low, scan.lexicon.sets
    before, earlier = low[i - 1], low[i - 2] if i > 1 else ""
    listed = scan.tokens.gap(i - 1).strip() in (",", "(")
    if before in sets["aged"] or (before in sets["age_noun"] and (earlier in sets["definite"] or listed)):
        return True
    return before in sets["of"] and earlier in sets["age_people"]


def _closed(scan: Scan, i: int, after: str) -> str | None:
    """Which form gives an age that a stop ends: `Kerr of 26`, `is 26`, `at 26`, `Kerr, 26`."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    before, gap = tokens.low[i - 1], tokens.gap(i).strip()
    if before in sets["of"] and i > 1 and tokens.raw[i - 2][0].isupper():
        return "of"
    if before in sets["age_now"] or (before in sets["age_is"] and not gap):
        return "is"
    if before in sets["at"] and after and not gap:
        return "at"
    return "aside" if gap in (",", "(", "–", "—", ";") else None

"""Days, weekdays, months, years, day numbers and spans of years."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.mentions import Mention, Scan, number

_YEARS = range(1890, 2041)


class When(NamedTuple):
    """A day as far as it is written: year, month, day of the month; None where silent."""

    year: int | None
    month: int | None
    day: int | None


def find(scan: Scan) -> Iterator[Mention]:
    """Every `weekday`, `date`, `year`, `day-number` and `ago` (years back, negative for ahead) of the text."""
    done = 0
    for i, word in enumerate(scan.tokens.stem):
        if i < done:
            continue
        if found := _at(scan, i, word):
            yield found
            done = found.j


def _at(scan: Scan, i: int, word: str) -> Mention | None:
    """The day word at token i, if there is one."""
    lexicon = scan.lexicon
    if word in lexicon.weekdays and scan.tokens.raw[i][0].isupper():
        return Mention("weekday", i, i + 1, lexicon.weekdays[word], "dates")
    if word in lexicon.months:
        return _month(scan, i)
    if word[0].isdigit() or word in lexicon.numbers or word == "a":
        return _dated(scan, i) or _numeric(scan, i) or _year(scan, i) or _years_ago(scan, i)
    return _day_number(scan, i) if word == "day" else None


def _day_of_month(scan: Scan, i: int) -> tuple[int, int] | None:
    """`6`, `6th`, `sixth`: the day and the token after it."""
    low = scan.tokens.low
    if i >= len(low) or i < 0:
        return None
    if low[i].isdigit() and 1 <= int(low[i]) <= 31:
        glued = i + 1 < len(low) and low[i + 1] in ("st", "nd", "rd", "th") and not scan.tokens.gap(i + 1)
        return int(low[i]), i + 1 + glued
    return None


def _tail_year(scan: Scan, j: int) -> tuple[int | None, int]:
    """A year right after a day, if there is one."""
    low = scan.tokens.low
    if j < len(low) and low[j].isdigit() and int(low[j]) in _YEARS and scan.tokens.gap(j).strip() in ("", ","):
        return int(low[j]), j + 1
    return None, j


def _month(scan: Scan, i: int) -> Mention | None:
    """`August 6`, `Aug 6, 2024`, `August 2024`, or a month by itself."""
    low, month = scan.tokens.low, scan.lexicon.months[scan.tokens.stem[i]]
    if scan.tokens.raw[i][0].islower():
        return None
    day = _day_of_month(scan, i + 1)
    if day and _goes_on(scan, i):
        year, j = _tail_year(scan, day[1])
        return Mention("date", i, j, When(year, month, day[0]), "dates")
    of = i + 1 < len(low) and low[i + 1] == "of" and not scan.tokens.gap(i + 1).strip()
    year, j = _tail_year(scan, i + 1 + of)
    if year:
        return Mention("date", i, j, When(year, month, None), "dates")
    if len(low[i]) > 3 and not (low[i] == "may" and scan.tokens.opens(i)) and low[i] != "march":
        return Mention("date", i, i + 1, When(None, month, None), "dates")
    return (
        Mention("date", i, i + 1, When(None, month, None), "dates") if i and low[i - 1] in ("in", "on", "last", "this", "since") else None
    )


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether the day behind a month is its own: a stop between the two is of a short form (`Aug. 6`), and no line ends."""
    gap, word, months = scan.tokens.gap(i + 1), scan.tokens.low[i], scan.lexicon.months
    short = any(longer != word and longer.startswith(word) and months[longer] == months[word] for longer in months)
    return "\n" not in gap and (not gap.strip() or (gap.strip() == "." and short))


def _dated(scan: Scan, i: int) -> Mention | None:
    """`6 August`, `7th August 2024`, `the 6th of August`."""
    day = _day_of_month(scan, i)
    if not day:
        return None
    low, j = scan.tokens.low, day[1]
    if j < len(low) and low[j] == "of":
        j += 1
    if j < len(low) and low[j] in scan.lexicon.months and scan.tokens.raw[j][0].isupper() and not scan.tokens.gap(j).strip():
        month = scan.lexicon.months[low[j]]
        year, end = _tail_year(scan, j + 1)
        return Mention("date", i, end, When(year, month, day[0]), "dates")
    return None


def _numeric(scan: Scan, i: int) -> Mention | None:
    """`07.08.2024`, `2024-08-07`."""
    low, gap = scan.tokens.low, scan.tokens.gap
    parts = low[i].split(".")
    if len(parts) == 3 and len(parts[2]) == 4 and all(p.isdigit() for p in parts):
        return Mention("date", i, i + 1, When(int(parts[2]), int(parts[1]), int(parts[0])), "dates")
    if len(low[i]) == 4 and i + 2 < len(low) and gap(i + 1) == gap(i + 2) == "-" and low[i + 1].isdigit() and low[i + 2].isdigit():
        return Mention("date", i, i + 3, When(int(low[i]), int(low[i + 1]), int(low[i + 2])), "dates")
    return None


def _year(scan: Scan, i: int) -> Mention | None:
    """A year in figures, in words (`twenty thirteen`), or short (`'12`)."""
    tokens = scan.tokens
    word, before = tokens.low[i], tokens.text[max(0, tokens.start[i] - 1) : tokens.start[i]]
    if before in ("’", "'") and word.isdigit() and len(word) == 2 and tokens.text[max(0, tokens.start[i] - 2)] in " (\n":
        value = int(word)
        return Mention("year", i, i + 1, 2000 + value if value <= 40 else 1900 + value, "dates")
    found = number(scan, i)
    if not found or found[0] not in _YEARS or "," in word or before in "£$€#":
        return None
    if (word.isdigit() and len(word) == 4) or (not word[0].isdigit() and found[1] - i >= 2):
        nxt = tokens.low[found[1]] if found[1] < len(tokens) else ""
        if nxt in scan.lexicon.units and nxt not in ("in", "s", "h"):
            return None
        return Mention("year", i, found[1], found[0], "dates")
    return None


def _years_ago(scan: Scan, i: int) -> Mention | None:
    """`three years ago`, `four years earlier`, `in four years' time`, `eleven years`, `38 days`."""
    low, units = scan.tokens.low, scan.lexicon.units
    found = (1, i + 1) if low[i] == "a" else number(scan, i)
    if not found or found[1] >= len(low):
        return None
    unit = units.get(low[found[1]].replace("'s", ""))
    if unit not in ("years", "summers", "days", "weeks", "months"):
        return None
    j = found[1] + 1
    tail = low[j] if j < len(low) else ""
    sets = scan.lexicon.sets
    if tail in sets["years_back"] or tail in sets["years_ahead"]:
        kind = "ago" if tail in sets["years_from_now"] else "offset"
        return Mention(kind, i, j + 1, ((-1 if tail in sets["years_ahead"] else 1) * found[0], unit, tail), "dates")
    if low[i] == "a" or (j < len(low) and low[j] == "old"):
        return None
    return Mention("years", i, j, (found[0], unit, ""), "dates")


def _day_number(scan: Scan, i: int) -> Mention | None:
    """`day eleven`, `Day 11`."""
    found = number(scan, i + 1)
    if found and found[0] <= 25 and not scan.tokens.gap(i + 1).strip():
        return Mention("day-number", i, found[1], found[0], "dates")
    return None

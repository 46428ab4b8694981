"""Numbers: counts, ages and years, in figures or words as they were written."""

import re

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.wording._figures import agreed, leading, ordinal, spelled, whole
from kerrcheck.wording._letters import alike, differing

_OLDEST = 120
_SHORT_YEARS = range(1941, 2041)


def count(raw: str, n: int, lexicon: Lexicon) -> str | None:
    """A right count: `three` for `four`, `8` for `11`, `second` for `third`, `three times` for `twice`; the noun agrees."""
    if n < 0:
        return None
    low = fold(raw)
    if low in lexicon.times:
        said = _multiple(low, n, lexicon)
        return differing(raw, alike(raw, said) if said else None)
    return differing(raw, ordinal(raw, n, lexicon) or _cardinal(raw, n, lexicon))


def _multiple(low: str, n: int, lexicon: Lexicon) -> str | None:
    """`twice` or `double`: an adverb stays one, a multiple stays one."""
    if low in lexicon.forms["multiples"].values() or low not in (*lexicon.forms["adverbs"].values(), *lexicon.phrases["thrice"]):
        return lexicon.forms["multiples"].get(str(n))
    return _times(n, lexicon)


def _times(n: int, lexicon: Lexicon) -> str | None:
    """`once`, `twice`, `three times`."""
    figures = spelled(n, lexicon)
    return lexicon.forms["adverbs"].get(str(n)) or (f"{figures} {lexicon.phrases['times'][0]}" if figures and n else None)


def _cardinal(raw: str, n: int, lexicon: Lexicon) -> str | None:
    """A text that begins with a number, with another one."""
    found = leading(raw, lexicon)
    if not found:
        return None
    old, end = found
    figures, rest = raw[:end], raw[end:]
    if not figures[0].isdigit() and fold(rest.strip()) in lexicon.phrases["times"] and rest[0] == " " and n in (1, 2):
        return alike(raw, _times(n, lexicon) or "")
    tail = agreed(rest, old, n, lexicon)
    said = whole(n, figures) if figures[0].isdigit() else spelled(n, lexicon)
    return alike(figures, said) + tail if said and tail is not None else None


def age(raw: str, n: int, lexicon: Lexicon) -> str | None:
    """A right age: `26` for `28`, `twenty-six` for `twenty-eight`, what follows being kept."""
    return count(raw, n, lexicon) if 0 < n < _OLDEST else None


def year(raw: str, y: int, lexicon: Lexicon) -> str | None:
    """A right year: `1993` for `1998`, `twenty twelve` for `twenty thirteen`, `'12` for `'13`."""
    if re.fullmatch(r"\d{4}", raw):
        return differing(raw, f"{y:04d}")
    if m := re.fullmatch(r"(['’‘]?)\d\d", raw):
        return differing(raw, f"{m[1]}{y % 100:02d}") if y in _SHORT_YEARS else None
    century, rest = divmod(y, 100)
    if raw[:1].isdigit() or rest < 10 or not raw or not _says_year(raw, lexicon):
        return None
    return differing(raw, alike(raw, f"{spelled(century, lexicon)} {spelled(rest, lexicon)}"))


def _says_year(raw: str, lexicon: Lexicon) -> bool:
    """Whether a text is made of number words only, of a century and more."""
    words = re.split(r"[\s-]+", fold(raw))
    return len(words) > 1 and lexicon.numbers.get(words[0], 0) > 12 and all(word in lexicon.numbers for word in words)

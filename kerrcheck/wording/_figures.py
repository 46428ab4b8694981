"""Figures: whole numbers and decimals as figures or in words, ordinals, and the word that is counted."""

import re
from collections.abc import Mapping

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Scan, number
from kerrcheck.text import Document, fold
from kerrcheck.wording._letters import alike
from kerrcheck.words import Tokens

_RANKED = re.compile(r"(?<!\d)(\d+)([^\W\d_]{2})(?![^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")


def spelled(n: int, lexicon: Lexicon) -> str | None:
    """A whole number in words: `fourteen`, `twenty-six`, `fifteen hundred`, `five thousand`."""
    names = backwards(lexicon.numbers)
    if n in names:
        return names[n]
    if 0 < n < 100:
        return f"{names[n - n % 10]}-{names[n % 10]}"
    for scale, value in sorted(lexicon.scales.items(), key=lambda item: -item[1]):
        if n >= value and n % value == 0 and n // value < 100:
            return f"{spelled(n // value, lexicon)} {scale}"
    return None


def backwards(table: Mapping[str, int]) -> dict[int, str]:
    """A table of words by their value; of several words the first."""
    return {value: word for word, value in reversed(list(table.items()))}


def leading(raw: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """The whole number that a text begins with, in figures or words, an article being one, and where it ends."""
    tokens = Tokens(Document("", raw))
    if not len(tokens) or tokens.start[0]:
        return None
    found = number(Scan(tokens, lexicon), 0)
    if found:
        return found[0], tokens.end[found[1] - 1]
    return (1, tokens.end[0]) if tokens.low[0] in lexicon.phrases["one"] else None


def whole(n: int, like: str) -> str:
    """A whole number in figures, with commas between thousands where `like` has them, and a leading nought if it has one."""
    if "," in like:
        return f"{n:,}"
    digits = like.strip()
    return str(n).zfill(len(digits)) if digits.startswith("0") and len(digits) == 2 else str(n)


def decimal(milli: int, precision: int, point: str = ".") -> str:
    """Thousandths as figures with so many decimals, the half rounded up."""
    rest = f"{rounded(milli, precision) % 1000:03d}"[:precision]
    full = rounded(milli, precision) // 1000
    return f"{full}{point}{rest}" if precision else str(full)


def rounded(milli: int, precision: int) -> int:
    """Thousandths to the nearest value with so many decimals, the half rounded up."""
    step = int(10 ** (3 - precision))
    return (milli + step // 2) // step * step


def needed(milli: int) -> int:
    """The decimals that thousandths need."""
    return next(p for p in (0, 1, 2, 3) if rounded(milli, p) == milli)


def counted(word: str, one: bool, lexicon: Lexicon) -> str:
    """The singular or plural of a word that is counted; an abbreviation stays."""
    plurals = lexicon.forms["plurals"]
    low = fold(word)
    if one:
        return next((single for single, plural in plurals.items() if plural == low), word)
    return plurals.get(low, word)


def agreed(rest: str, old: int, new: int, lexicon: Lexicon) -> str | None:
    """What follows a number, agreeing with another one; None where the plural of the word is not known."""
    m = _LETTERS.search(rest)
    if not m or (old == 1) == (new == 1) or rest[0] in "-‑":
        return rest
    word = counted(m.group(), new == 1, lexicon)
    return None if word == m.group() else rest[: m.start()] + word + rest[m.end() :]


def ranked(n: int, lexicon: Lexicon) -> str | None:
    """An ordinal in words: `third`, `twenty-first`."""
    names = backwards(lexicon.ordinals)
    if n in names or not 20 < n < 100 or not n % 10:
        return names.get(n)
    return f"{spelled(n - n % 10, lexicon)}-{names[n % 10]}"


def ending(n: int, lexicon: Lexicon) -> str:
    """The ending of an ordinal in figures: `st`, `nd`, `rd`, `th`."""
    endings = lexicon.forms["endings"]
    return endings["0"] if 10 < n % 100 < 20 else endings.get(str(n % 10), endings["0"])


def ordinal(raw: str, n: int, lexicon: Lexicon) -> str | None:
    """A text with its only ordinal, in figures or words, made the n-th; None if it has none or two."""
    places = [(m.start(), m.end(), f"{n}{_cased(m[2], ending(n, lexicon))}") for m in _RANKED.finditer(raw) if _is_ending(m[2], lexicon)]
    word = ranked(n, lexicon)
    places += [(start, end, word or "") for start, end in _worded(raw, lexicon)]
    if len(places) != 1 or not places[0][2]:
        return None
    start, end, said = places[0]
    return raw[:start] + alike(raw[start:end], said) + raw[end:]


def _is_ending(letters: str, lexicon: Lexicon) -> bool:
    return letters.lower() in lexicon.forms["endings"].values()


def _cased(like: str, word: str) -> str:
    return word.upper() if like.isupper() else word


def _worded(raw: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where ordinals in words stand, with the tens that belong to them."""
    tokens = Tokens(Document("", raw))
    found = []
    for i, low in enumerate(tokens.stem):
        if low in lexicon.ordinals:
            tens = lexicon.numbers.get(tokens.low[i - 1], 0) if i and tokens.gap(i) in ("-", " ", "‑") else 0
            found.append((tokens.start[i - 1 if tens >= 20 else i], tokens.span(i, i + 1).end))
    return found

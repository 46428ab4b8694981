"""Articles: `a` or `an` before a word, by how it sounds."""

import re

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.wording._letters import alike

_LAST = re.compile(r"([^\W\d_]+)[\s ]+$")
_EIGHTH = re.compile(r"8|1[18](?!\d)|1[18],\d{3}(?!\d)|1[18]\d{3}(?!\d)")
_VOWELS = "aeiou"
_LONGEST_LETTERS = 3


def articled(before: str, word: str, lexicon: Lexicon) -> str | None:
    """The article that must stand before `word`, where `before` ends in the other one; None where nothing changes."""
    m = _LAST.search(before)
    consonant, vowel = lexicon.phrases["one"]
    if not m or fold(m[1]) not in (consonant, vowel) or not word:
        return None
    right = vowel if sounds_open(word, lexicon) else consonant
    if fold(m[1]) == right:
        return None
    return alike(m[1], right) if len(m[1]) > 1 or not m[1].isupper() else right.capitalize()


def sounds_open(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins with the sound of a vowel: figures as they are read, short capitals letter by letter."""
    first = word.split(maxsplit=1)[0].strip("‘’“”'\"(")
    if not first or first[0].isdigit():
        return bool(_EIGHTH.match(first))
    low = fold(first)
    if first.isupper() and len(first) <= _LONGEST_LETTERS:
        return low[0] in lexicon.phrases["spelled_vowel"]
    if low.startswith(lexicon.phrases["sounds_consonant"]):
        return False
    return low.startswith(lexicon.phrases["sounds_vowel"]) or low[0] in _VOWELS

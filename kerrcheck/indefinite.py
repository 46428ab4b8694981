"""The indefinite article before words that change: which of its two forms the first sound of a word asks for."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kerrcheck.text import Span, fold

_BEFORE = re.compile(r"(?<!\w)(\w+)(\s+)$")
_FIRST = re.compile(r"\d+|[^\W\d_]+")
_FAR = 16


class Sounds(NamedTuple):
    """The two forms of the article, and the beginnings of words that ask for each; the longest beginning decides.

    A beginning that ends in a space is a whole word.
    """

    before_consonant: str
    before_vowel: str
    consonants: tuple[str, ...]
    vowels: tuple[str, ...]

    def form(self, words: str) -> str | None:
        """The form that words ask for, None where no sound is to be heard."""
        first = _FIRST.search(words)
        if first is None:
            return None
        heard = f"{fold(first.group())} "
        known = [(len(start), form) for form, starts in self._starts() for start in starts if heard.startswith(start)]
        return max(known)[1] if known else None

    def _starts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (self.before_consonant, self.consonants), (self.before_vowel, self.vowels)


def sounds(table: Mapping[str, Sequence[str]]) -> Sounds:
    """The sounds of a language pack."""
    one, other = table["forms"]
    return Sounds(one, other, tuple(table["consonants"]), tuple(table["vowels"]))


def with_article(text: str, span: Span, replacement: str, known: Sounds) -> tuple[Span, str]:
    """A replacement together with the article before it, where the old words had the right one and the new ones ask for the other."""
    before = _BEFORE.search(text, max(0, span.start - _FAR), span.start)
    old, new = known.form(text[span.start : span.end]), known.form(replacement)
    if before is None or old == new or new is None or before[1].lower() != old:
        return span, replacement
    return Span(before.start(), span.end), _cased(new, before[1]) + before[2] + replacement


def _cased(form: str, like: str) -> str:
    """A form of the article in the case of another."""
    return form.capitalize() if like[0].isupper() else form

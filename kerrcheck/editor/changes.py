"""Changes: which paragraphs of a text are no longer what they were when it was last read."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from kerrcheck.text import Span
from kerrcheck.words import Tokens


class Change(NamedTuple):
    """What of a text has to be read anew.

    Tokens `a` to `b` of the new text are the paragraphs that changed, the tokens up to `c` the paragraph after them; what comes then
    begins with the old token `rest`; `sentences` whole sentences stand before them. `before` and `after` are the stretches of the old
    and the new text that those paragraphs take up; `head` and `tail` how many characters at either end of the text are as they were.
    """

    a: int
    b: int
    c: int
    rest: int
    sentences: int
    before: Span
    after: Span
    head: int
    tail: int

    def moved(self, span: Span) -> Span | None:
        """Where a stretch of the old text is now, None where it lies in what is read anew."""
        if span.end <= self.before.start:
            return span
        return self.shifted(span) if span.start >= self.before.end else None

    def untouched(self, span: Span, length: int) -> Span | None:
        """Where a stretch of an old text of some length is now, None where its own characters have changed."""
        if span.end <= self.head:
            return span
        return self.shifted(span) if span.start >= length - self.tail else None

    def untold(self, old: int, new: int) -> "Change":
        """The same change where nothing is read anew: only the very characters that changed, of texts of some lengths."""
        return self._replace(b=self.a, before=Span(self.head, old - self.tail), after=Span(self.head, new - self.tail))

    def shifted(self, span: Span) -> Span:
        """A stretch moved by what the text has grown."""
        grown = self.after.end - self.before.end
        return Span(span.start + grown, span.end + grown)


def change(old: Tokens, new: Tokens) -> Change:
    """What has changed between two versions of a text."""
    head, tail = _same(old.text, new.text)
    k, j = _leading(old, new, head), _trailing(old, new, tail)
    grown = len(new) - len(old)
    b = j if _opens(new, j) and _opens(old, j - grown) and j and new.end[j - 1] >= len(new.text) - tail else _paragraph_end(new, j)
    a = k if _unmoved(old, new, k, head) else _paragraph_start(new, k)
    b = max(a, b)
    c = _paragraph_end(new, b)
    return Change(a, b, c, c - grown, bisect_left(new.first, a), _stretch(old, a, b - grown), _stretch(new, a, b), head, tail)


def _same(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginnings, and then at their ends."""
    most = min(len(old), len(new))
    head = _most(most, lambda n: old[:n] == new[:n])
    return head, _most(most - head, lambda n: old[len(old) - n :] == new[len(new) - n :])


def _most(most: int, same: Callable[[int], bool]) -> int:
    """The largest number up to `most` that passes; what a number passes, every smaller one does."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low


def _leading(old: Tokens, new: Tokens, head: int) -> int:
    """How many tokens at the beginning are surely as they were: with a character behind them that is, too."""
    return min(bisect_left(old.end, head), bisect_left(new.end, head))


def _trailing(old: Tokens, new: Tokens, tail: int) -> int:
    """The first of the new tokens at the end that are surely as they were."""
    m = min(len(old) - bisect_right(old.start, len(old.text) - tail), len(new) - bisect_right(new.start, len(new.text) - tail))
    grown = len(new.text) - len(old.text)
    while m and (old.raw[-m] != new.raw[-m] or old.start[-m] + grown != new.start[-m]):
        m -= 1
    return len(new) - m


def _opens(tokens: Tokens, i: int) -> bool:
    """Whether a paragraph begins with token i; after the last one, one would."""
    return i in (0, len(tokens)) or (i < len(tokens) and tokens.paragraph[i] != tokens.paragraph[i - 1])


def _unmoved(old: Tokens, new: Tokens, k: int, head: int) -> bool:
    """Whether a paragraph begins with token k, in the place where one began before."""
    inside = k < min(len(old), len(new))
    return inside and _opens(new, k) and _opens(old, k) and old.start[k] == new.start[k] <= head


def _paragraph_start(tokens: Tokens, i: int) -> int:
    """The first token of the paragraph that token i-1 belongs to."""
    return bisect_left(tokens.paragraph, tokens.paragraph[i - 1]) if i else 0


def _paragraph_end(tokens: Tokens, i: int) -> int:
    """The end of the paragraph that token i belongs to."""
    return bisect_right(tokens.paragraph, tokens.paragraph[i]) if i < len(tokens) else len(tokens)


def _stretch(tokens: Tokens, a: int, b: int) -> Span:
    """The text that tokens a to b take up, with the gaps around them."""
    start = tokens.end[a - 1] if a else 0
    return Span(start, tokens.start[b] if b < len(tokens) else len(tokens.text))

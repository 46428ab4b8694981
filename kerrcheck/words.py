"""Tokens: the words and numbers of a text, where they are, and how sentences and quotations divide them."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import chain

from kerrcheck.text import Document, Span, fold
from kerrcheck.wrapping import soft_ends

_TOKEN = re.compile(r"(?<![\w.])\.\d+|\d+(?:[.,:]\d+)*|[¼½¾]|[^\W\d_¼½¾]+(?:['’ʼ][^\W\d_]+)*", re.UNICODE)
_END = re.compile(r"[.!?…]+[\"”’')\]]*\s|[!?…]|\n")
_QUOTES = re.compile(r"[“”\"\n]")
_POSSESSIVE = ("'s", "’s", "ʼs")
_BREAK = re.compile(r"\n\s*\n|\r\s*\r")

# What is longer is neither a sentence nor a word of prose; without an end to them a hostile text would cost the square of its length.
_LONGEST, _WIDEST, _NO_WORD = 250, 200, "…"


class Tokens:
    """The tokens of a document, as parallel lists.

    `start`, `end` are offsets; `raw` the words as written; `low` folded words (a possessive keeps its 's); `stem` the same
    without it; `sentence` and `paragraph` number each token; `quoted` tells whether it stands in quotation marks. A stop
    after one of the `abbreviations` ends no sentence; words without a stop are cut into sentences after a great many.
    """

    def __init__(self, document: Document, abbreviations: AbstractSet[str] = frozenset()) -> None:
        self.text = text = document.text
        self.abbreviations = abbreviations
        found = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, document.body)]
        self.start: list[int] = [start for start, _, _ in found]
        self.end: list[int] = [end for _, end, _ in found]
        self.raw: list[str] = [raw for _, _, raw in found]
        forms = [_forms(raw) for raw in self.raw]
        self.low: list[str] = [low for low, _ in forms]
        self.stem: list[str] = [stem for _, stem in forms]
        self._gaps = [text[a:b] for a, b in zip(chain((0,), self.end), self.start, strict=False)]
        soft = soft_ends(text, document.body)
        if soft:
            self._gaps = [_unwrapped(gap, start - len(gap), soft) for gap, start in zip(self._gaps, self.start, strict=True)]
        quotes = _quotations(text, document.body, soft)
        self.quotes = _joined(quotes, document.quoted) if document.quoted else quotes
        self._divide()

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The text's words, without a possessive."""
        return frozenset(self.stem)

    def gap(self, i: int) -> str:
        """What stands between token i-1 and token i."""
        return self._gaps[i]

    def span(self, i: int, j: int) -> Span:
        """The text from token i to token j, exclusive, without a possessive at its end."""
        last = self.raw[j - 1]
        cut = 2 if last[-2:] in _POSSESSIVE else 0
        return Span(self.start[i], self.end[j - 1] - cut)

    def opens(self, i: int) -> bool:
        """Whether token i is the first of a sentence."""
        k = bisect_left(self.first, i)
        return k < len(self.first) and self.first[k] == i

    def at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.start, offset)

    def _divide(self) -> None:
        """Number sentences and paragraphs, and mark what is quoted."""
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        self.quoted: list[bool] = []
        self.first: list[int] = []
        sentence = paragraph = -1
        spans = iter([*self.quotes, Span(len(self.text) + 1, len(self.text) + 2)])
        quote = next(spans)
        for i, at in enumerate(self.start):
            broken = (self._break(i) or i - self.first[-1] >= _LONGEST) if i else 2
            if broken:
                sentence += 1
                self.first.append(i)
                paragraph += broken == 2
            while at >= quote.end:
                quote = next(spans)
            self.sentence.append(sentence)
            self.paragraph.append(paragraph)
            self.quoted.append(at >= quote.start)

    def _break(self, i: int) -> int:
        """2 where a paragraph starts at token i, 1 where a sentence does, else 0."""
        gap = self.gap(i)
        if "\n" in gap or "\r" in gap:
            return 0 if self._wrapped(i, gap) else 2
        if not _END.search(gap + ("" if gap[-1:] != "." else " ")):
            return 0
        return 1 if self._opens(i) and not self._abbreviated(i, gap) else 0

    def _wrapped(self, i: int, gap: str) -> bool:
        """Whether a line end is only a line's width: one break, no stop before it, a small letter after."""
        return not _BREAK.search(gap) and not gap.strip() and self.raw[i][0].islower()

    def _opens(self, i: int) -> bool:
        """Whether token i can open a sentence."""
        return not self.raw[i][0].islower()

    def _abbreviated(self, i: int, gap: str) -> bool:
        """Whether the stop belongs to an abbreviation: one letter, or a short title before a name."""
        word = self.raw[i - 1]
        return gap[:1] == "." and gap.strip() == "." and ((len(word) == 1 and word.isupper()) or self.low[i - 1] in self.abbreviations)


@lru_cache(maxsize=65536)
def _forms(raw: str) -> tuple[str, str]:
    """A word as it is looked up, with its possessive and without it."""
    owner = raw[-2:] in _POSSESSIVE
    word = _NO_WORD if len(raw) > _WIDEST else fold(raw[:-2] if owner else raw)
    return (word + "'s" if owner else word), word


def _unwrapped(gap: str, at: int, soft: AbstractSet[int]) -> str:
    """What stands between two tokens, with a space for the end of a line that only its width made."""
    return gap.replace("\r", "").replace("\n", " ") if at + gap.find("\n") in soft else gap


def _quotations(text: str, body: int, soft: AbstractSet[int]) -> list[Span]:
    """Stretches inside double quotation marks; one left open runs to the end of its paragraph, past line ends that are `soft`."""
    spans: list[Span] = []
    opened = -1
    for m in _QUOTES.finditer(text, body):
        mark, at = m.group(), m.start()
        if at in soft:
            continue
        if mark in {"\n", "”"} or (mark == '"' and opened >= 0):
            if opened >= 0:
                spans.append(Span(opened, at + (mark != "\n")))
            opened = -1
        elif opened < 0 and not (mark == '"' and at and text[at - 1].isdigit()):
            opened = at
    if opened >= 0:
        spans.append(Span(opened, len(text)))
    return spans


def _joined(quotes: list[Span], quoted: Iterable[Span]) -> list[Span]:
    """Stretches in quotation marks and those quoted by mark-up, in order; what overlaps is one."""
    joined: list[Span] = []
    for span in sorted([*quotes, *quoted]):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined

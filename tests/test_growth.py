"""What a text costs grows with its length: the work is counted, in lines of ours that are run, and no clock is read."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from marking import articles

import kerrcheck
from kerrcheck import batch
from kerrcheck.excerpt import Pointer, excerpt
from kerrcheck.settings import Settings
from kerrcheck.text import Document, Lines, Span

OURS = str(Path(kerrcheck.__path__[0]))
MARKED = Path(__file__).parent / "articles"
SHORT, TIMES, ALLOWED = 2_000, 4, 1.25


def prose() -> str:
    """Our own marked articles, one behind another."""
    return "\n\n".join(article.text[article.text.find("\n---\n") + 5 :] for article in articles(MARKED / "broad")[:6])


def work(task: Callable[[], object]) -> int:
    """How many lines of ours a task runs, those of loops each time."""
    count = 0

    def line(*_: object) -> object:
        nonlocal count
        count += 1
        return line

    def call(frame, *_):
        return line if frame.f_code.co_filename.startswith((OURS, "<")) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        task()
    finally:
        sys.settrace(before)
    return count


def repeated(text: str, length: int) -> str:
    """A text over and over, up to a length."""
    return (f"{text}\n\n" * (length // len(text) + 1))[:length]


def family(n: int) -> str:
    """A family name of nobody, not near to the others."""
    return f"V{''.join(chr(97 + n * 7919**k // 13 % 26) for k in range(1, 8))}"


TEXTS = {
    "paragraphs": lambda length: repeated(prose()[: SHORT - 2], length),
    "one line": lambda length: " ".join(repeated(prose()[: SHORT - 2], length).split()),
    "no stop": lambda length: re.sub(r"[.!?:;\s]+", " ", repeated(prose()[: SHORT - 2], length)),
    "marks": lambda length: repeated("Kerr ran 3:27.79 and Hocker 3:27.65, 0.14 apart.", length),
    "quotations": lambda length: repeated("“I ran the best race of my life so far,” Kerr said.", length),
    "unknown names": lambda length: " ".join(f"Anna {family(n)} won." for n in range(length // 22)),
    "records": lambda length: repeated("Kerr broke the British record with 3:27.79. The world record of 3:26.00 stands.", length),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_four_times_as_long_takes_four_times_the_work(kind):
    stores, settings = batch.Stores(), Settings("2024-08-12")
    made = TEXTS[kind]

    def read(length: int) -> None:
        batch.judged(Document("", made(length)), stores.of(settings), settings)

    read(SHORT * TIMES)
    short, long = work(lambda: read(SHORT)), work(lambda: read(SHORT * TIMES))
    print(f"{kind}: {long / short:.2f}")
    assert long <= TIMES * ALLOWED * short


class Watched(str):
    """A text that counts the characters that are taken out of it."""

    taken = 0

    def __getitem__(self, key):
        part = super().__getitem__(key)
        Watched.taken += len(part)
        return part


def test_showing_words_of_a_line_does_not_read_the_line():
    text = Watched("Kerr ran 3:27.97 in Paris. " * 20_000)
    lines, spans = Lines(text), [Span(n * 270 + 9, n * 270 + 16) for n in range(1_000)]
    Watched.taken = 0
    for span in spans:
        assert list(excerpt(text, lines, [Pointer(span, main=True)], 80))
    assert Watched.taken < 2_000 * len(spans)

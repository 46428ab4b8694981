"""Line ends that only a line's width made divide neither sentences nor quotations; those of lists and headlines do."""

import textwrap
from pathlib import Path

import pytest
from canonical import judged, loud
from marking import articles

from kerrcheck.wrapping import soft_ends

HERE = Path(__file__).parent / "articles"
QUOTED = """Josh Kerr of Great Britain was second in the men's 1500m final at the
Paris 2024 Olympic Games on Tuesday evening, and he did not hide what he
thought of it.

"I took silver in the 1500m final at the Paris Olympics in a time of
3:27.97 and I am happy with that, as I think that anybody would be," he
said.
"""
LIST = """Men's 1500m final, Paris 2024 Olympic Games
1. Cole Hocker (United States) 3:27.65 Olympic record
2. Josh Kerr (Great Britain) 3:27.79 national record
3. Yared Nuguse (United States) 3:27.80 his best ever
4. Jakob Ingebrigtsen (Norway) 3:28.24 the champion
"""


def wrapped(text: str) -> str:
    """A text whose long lines are broken at 72 characters, as mail does."""
    lines = (textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join("\n".join(some) for some in lines)


def found(text: str) -> list[tuple[str, str]]:
    """The checks that tell, and the first of the words each marks."""
    report = judged(text)
    return sorted((f.check, report.text[f.span.start : f.span.end].split()[0]) for f in loud(report))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_end_inside_a_sentence_is_a_space(end: str) -> None:
    text = QUOTED.replace("\n", end)
    ends = soft_ends(text, 0)
    assert [text[at + 1 :].split()[0] for at in sorted(ends)] == ["Paris", "thought", "3:27.97", "said."]


def test_a_quotation_goes_on_over_line_ends() -> None:
    findings = judged("published: 2024-08-07\n\n" + QUOTED).findings
    assert [(f.check, f.severity) for f in findings] == [("wrong-mark", "info")]


@pytest.mark.parametrize("text", [LIST, "One line\n\nAnother line\n\nA third\n", "", "a\nb\nc\nd\ne\n"])
def test_lists_and_plain_paragraphs_are_left_as_they_are(text: str) -> None:
    assert soft_ends(text, 0) == frozenset()


def test_a_wrapped_article_is_told_what_it_is_told_unwrapped() -> None:
    some = [article for folder in ("paris1500", "broad") for article in articles(HERE / folder)[::4] if article.marks]
    pairs = [(article.name, found(article.text), found(wrapped(article.text))) for article in some]
    lost = [(name, finding) for name, plain, broken in pairs for finding in plain if finding not in broken]
    new = [(name, finding) for name, plain, broken in pairs for finding in broken if finding not in plain]
    print(f"of {sum(len(plain) for _, plain, _ in pairs)} findings {len(lost)} are lost: {lost}, new are {new}")
    # A list of headlines, of which only some are broken, is not taken for wrapped.
    assert len(lost) <= 1
    assert not new

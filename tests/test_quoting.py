"""Quotations held beside those of a source article: drift is told, parts and other sentences are left alone."""

import re
from pathlib import Path

import pytest

from kerrcheck.build import gather
from kerrcheck.canon import canon
from kerrcheck.memory import in_memory
from kerrcheck.pipeline import examine
from kerrcheck.stack import Stack
from kerrcheck.text import Document

SOURCE = """Quill takes the long way round

Pat Quill has won again. It was a slow race.

“I have never been so tired in my life, and I would do it all again tomorrow morning,” said Quill. “My legs had gone before the bell.”

“It was the slowest first lap that I can remember,” Quill added, “and nobody wanted the lead in a race over 1,500 metres.”

“I’ve got a coach who believes in me. I’ve got a family who put up with me,” she said. “That’s all you need in this sport.”

Lee Brekke was third. “She was better than me today and I can’t say fairer than that,” Brekke said.
"""

DRIFTED = [
    "“I have never been so «happy → tired» in my life, and I would do it all again tomorrow morning,” said Quill.",
    "“I have never been so tired in my life, and I would do it all again tomorrow «evening → morning»,” Quill said.",
    "Quill said: “My «arms → legs» had gone before the bell.”",
    "“My legs had gone «after → before» the bell,” said Pat Quill.",
    "“It was the «fastest → slowest» first lap that I can remember,” Quill told reporters.",
    "“It was the slowest «last → first» lap that I can remember,” Quill told reporters.",
    "“It was the slowest first lap that I can remember and «everybody → nobody» wanted the lead,” Quill said.",
    "“I’ve got a «mother → coach» who believes in me,” she said.\n\nThat was Pat Quill.",
    "“She was «worse → better» than me today and I can’t say fairer than that,” said Brekke.",
    "It was hot, said Quill.\n\n“That’s all you «want → need» in this sport.”",
    "“I have never been so tired in my life, and I «wouldn’t do it → would do it all» again tomorrow morning,” said Quill.",
]
KEPT = [
    "“I have never been so tired in my life, and I would do it all again tomorrow morning,” said Quill.",
    '"I have never been so tired in my life, and I would do it all again tomorrow morning," said Quill.',
    "“I've never been so tired in my life, and I would do it all again tomorrow morning,” said Quill.",
    "“I would do it all again tomorrow morning,” said Quill.",
    "“I have never been so tired,” said Quill, “and I would do it all again.”",
    "“I have never been so tired in my life … and I would do it all again,” said Quill.",
    "“And nobody wanted the lead in a race over 1500m,” said Quill.",
    "“I was tired after the race and my coach said so,” said Quill.",
    "“I have never been so happy in my life,” said Brekke.",
    "“I’ve got a dog,” Quill said.",
    "Quill was “so tired” that she sat down.",
    "“She beat me,” said Brekke. “It was a fair race and that is all there is to say.”",
    "“The lap that I remember is the first,” said Quill. “Nobody led it.”",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    """A store of one source article, with the words of the language."""
    path: Path = tmp_path_factory.mktemp("quoting") / "source.txt"
    path.write_text(SOURCE, "utf-8")
    return Stack([in_memory(gather([path]))], packs=canon())


def told(text: str, store: Stack) -> list[tuple[str, str | None]]:
    """The words found to have drifted, with those to put in their place."""
    head = "Pat Quill and Lee Brekke talked to reporters.\n\n"
    report = examine(Document("test", head + text), store, select=["altered-quote"])
    return [(report.text[f.span.start : f.span.end], f.suggestion and f.suggestion.replacement) for f in report.findings]


@pytest.mark.parametrize("case", DRIFTED)
def test_words_that_were_changed_are_told(case: str, store: Stack) -> None:
    marked = re.search("«(.*) → (.*)»", case)
    assert marked
    assert told(case[: marked.start()] + marked[1] + case[marked.end() :], store) == [(marked[1], marked[2])]


@pytest.mark.parametrize("case", KEPT)
def test_parts_other_sentences_and_typography_are_no_drift(case: str, store: Stack) -> None:
    assert told(case, store) == []

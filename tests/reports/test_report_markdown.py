"""The comment: a table that another Markdown parser reads, short enough to be posted, in which nobody is called and nothing is obeyed."""

import re
from itertools import pairwise

import pytest
from conftest import StandIn
from markdown_it import MarkdownIt
from readback import rendered, report_on

from kerrcheck.reports import Failure, Run
from kerrcheck.text import Span

OWN = ["<details><summary>What is on record</summary>\n", "</details>\n"]


def cells(text: str) -> list[list[str]]:
    """The rows of the table, in plain words."""
    rows: list[list[str]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for token, inside in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        if token.type in ("td_open", "th_open"):
            rows[-1].append("".join(child.content for child in inside.children))
    return rows


def test_a_row_for_each_finding_the_gravest_first(run: Run) -> None:
    head, *rows = cells(rendered("markdown", run))
    assert head == ["", "severity", "where", "what was found", "write"]
    assert [row[1] for row in rows] == ["error", "error", "warning", "info"]
    assert rows[0] == [
        "1",
        "error",
        "drafts/kerr [bold]1[/].txt:3:57",
        "3:27.97 Josh Kerr ran 3:27.79 in this final. (wrong-mark)",
        "3:27.79",
    ]


def test_counts_evidence_and_account(failed_run: Run) -> None:
    out = rendered("markdown", failed_run)
    assert out.startswith("### kerrcheck: 2 errors, 1 warning, 1 note\n")
    assert "> **error** gone.txt: no such file" in out
    assert "2. `drafts/kerr [bold]1[/].txt:3:66` On record: 3:27.79, men's 1500m final, 2024-08-06; 3:27.65" in out
    assert "See: 3:57 “3:27.97”, from this mark; 3:121 “3:27.65”, to this one" in out
    assert "2 articles; 16 claims read, 6 supported" in out


def test_a_clean_run_says_so_in_few_words() -> None:
    out = rendered("markdown", Run((report_on("right", []),), (), StandIn()))
    assert out == (
        "### kerrcheck: 0 errors, 0 warnings, 0 notes\n\n"
        "1 article; no claim was read: nothing was checked. Held against 1,234 facts from 21 sources, complete to 2025-12-31.\n"
    )


HOSTILE = [
    *(
        "<script>x</script>",
        "<!-- x",
        "</details>",
        "[x](https://x.example)",
        "![x](//x.example/a.png)",
        "https://x.example",
        "www.x.example",
    ),
    *("@desk", "a@b.example", "#12", "GH-12", "a|b", "a\\|b", "`x`", "``", "*x*", "_x_", "~~x~~", "&lt;b&gt;", "\\", "$x$", ":smile:"),
    *("\n\n# x", "\r\n| a | b |", "\x1b[31m", "\u202e", "[^1]", "<https://x.example>"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_text_a_path_or_a_message_is_obeyed(words: str) -> None:
    report = report_on(f"{words} x", [Span(0, len(words))], [Span(0, len(words))], path=words, message=words)
    out = rendered("markdown", Run((report,), (Failure(words, words),), StandIn()))
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(out)
    assert [token.content for token in tokens if token.type == "html_block"] == OWN
    inline = [child for token in tokens if token.type == "inline" for child in token.children]
    assert {child.type for child in inline} <= {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
    outside = "".join(child.content for child in inline if child.type == "text")
    assert not re.search(r"@\w|\w@|#\d|gh-\d|://|www\.|:\w+:", outside, re.IGNORECASE)
    assert len(cells(out)) == 2
    assert all(len(row) == 5 for row in cells(out))


@pytest.mark.parametrize("number", [3, 5_000])
def test_it_fits_into_a_comment_and_says_what_was_left_out(number: int) -> None:
    text = "wrong " * number
    out = rendered("markdown", Run((report_on(text, [Span(6 * n, 6 * n + 5) for n in range(number)]),), (), StandIn()))
    assert len(out) < 65_536
    shown = len(cells(out)) - 1
    left = re.search(r"([\d,]+) further findings left out", out)
    assert shown + (int(left[1].replace(",", "")) if left else 0) == number
    assert bool(left) == (number > 100)


def test_long_words_are_cut() -> None:
    text = "x" * 100_000
    out = rendered("markdown", Run((report_on(text, [Span(0, len(text))], message=text),), (), StandIn()))
    assert len(out) < 2_000
    assert "…" in out

"""Markdown: what is prose in it and what is not, where its words lie in the file, and what it says of its day."""

import pytest

from kerrcheck.publication import dated
from kerrcheck.readers.markdown import read
from kerrcheck.text import Document, Span


def prose(text: str) -> str:
    document = read("a.md", text.encode())
    return document.text[document.body :]


def place(document: Document, words: str) -> str:
    """What the file has where the prose has these words."""
    at = document.text.index(words)
    assert document.origin is not None
    return document.origin.text[slice(*document.origin.span(Span(at, at + len(words))))]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("# A *head*\n\nText", "A head\n\nText"),
        ("Head\n====\ntext", "Head\n\ntext"),
        ("a **b**_c_ `code` d", "a bc d"),
        ("3:27.**97**", "3:27.97"),
        ("~~3:27.97~~ 3:27.79", "3:27.79"),
        ("[words](http://a.b 'title') end", "words end"),
        ("[words][ref] end\n\n[ref]: http://a.b 'title'", "words end"),
        ("![alt *text*](a.png 'title')after", "after"),
        ("<http://a.b> and http://a.b/1500m_x?y=(3:27) and www.a.b, a@b.org", "and and"),
        ("a\\*b &amp; &eacute;", "a*b & é"),
        ("```python\ncode\n```\n\n    code\n\ntext", "text"),
        ("~~~\nnever closed", ""),
        ("- one\n- two\n  more\n\n1. three\n", "one\n\ntwo\nmore\n\nthree"),
        ("- [x] done\n- [ ] not", "done\n\nnot"),
        ("word[^1]\n\n[^1]: A note.", "word\n\nA note."),
        ("| A | B |\n|---|--:|\n| x\\|y | **2** |\n| `c` | |", "A, B\nx|y, 2"),
        ("hard  \nbreak\\\nagain<br>html", "hard\nbreak\nagain\nhtml"),
        ("a<b>b</b> <code>x</code> <!-- y --> c<sup>1</sup> 6<sup>th</sup>", "ab c 6th"),
        ("<div class='a'>\n<p>in &amp; html</p>\n<script>x</script>\n</div>\n\nafter", "in & html\n\nafter"),
        ("> <div>quo\n> ted</div>\n", "quo ted"),
        ("a {{< fig src='3:27' >}} b {% tag %} c {{ site.x }} d {: .cls} e", "a b c d e"),
        ("{% highlight py %}\nx\n{% endhighlight %}\ny", "y"),
        ("[caption id='x' width=3]in[/caption] [sic] [gallery ids=\"1,2\"]", "in [sic]"),
        (":::note\nText\n:::", "Text"),
        ("Josh Kerr\0 ran", "Josh Kerr\0 ran"),
        ("", ""),
        ("***\n\n---\n", ""),
        ("one\n\n---\n\ntwo: x\n\n---\n\nthree", "one\n\ntwo: x\n\nthree"),
    ],
)
def test_what_a_reader_sees(text: str, read_as: str) -> None:
    assert prose(text) == read_as
    assert prose(text.replace("\n", "\r\n")) == read_as
    assert prose(text.replace("\n", "\r")) == read_as


def test_a_line_end_is_a_space_only_where_the_line_was_full() -> None:
    full = "A line that is long enough to be full of words, and Josh\nKerr is on the next."
    assert prose(full) == full.replace("\n", " ")
    assert prose("A headline\nBy A. Writer\n7 August 2024\nText.") == "A headline\nBy A. Writer\n7 August 2024\nText."


def test_words_are_led_back_to_their_place() -> None:
    document = read("a.md", "# 🥈 Kérr\n\n> ran **3:27.**_97_ &ndash; *so* &Ouml;hler\r\n".encode())
    assert place(document, "Kérr") == "Kérr"
    assert place(document, "3:27.97") == "3:27.**_97"
    assert place(document, "–") == "&ndash;"
    assert place(document, "Öhler") == "&Ouml;hler"


def test_a_blockquote_is_a_quotation_and_a_notice_is_none() -> None:
    document = read("a.md", b"before\n\n> one\n>\n> > two\n\nafter\n\n> [!NOTE]\n> three\n")
    assert [document.text[slice(*span)] for span in document.quoted] == ["one\n\ntwo"]


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("---\ntitle: x\npublished: 2024-08-07\n---\n", "2024-08-07"),
        ("---\r\ndate: '2024-08-07 10:00'\r\n---\r\n", "2024-08-07"),
        ("---\ndate: 2024-08-07T10:00:00Z\n...\n", "2024-08-07"),
        ('+++\ntitle = "x"\ndate = 2024-08-07\n+++\n', "2024-08-07"),
        ("+++\ndate = '2024-08-07'\n+++\n", "2024-08-07"),
        ("+++\ndate = 2024-08-07\n---\n", None),
        ("\n---\ndate: 2024-08-07\n---\n", None),
    ],
)
def test_front_matter_is_no_prose_and_says_the_day(front: str, day: str | None) -> None:
    document = dated(read("a.md", f"{front}Text".encode()))
    assert (document.published_from == "front-matter") == bool(day)
    if day:
        assert (document.published, document.text[document.body :]) == (day, "Text")


def test_notes_are_in_their_places() -> None:
    document = dated(read("a.md", b"---\npublished: 2024-13-45\n---\n\nText `co\xe9de`\n"))
    assert document.origin is not None
    told = [(check, document.origin.text[slice(*document.origin.span(span))]) for check, span, _ in document.notes]
    assert told == [("damaged-text", "é"), ("damaged-text", "2024-13-45")]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100_000 + "a",
        "- " * 50_000 + "a",
        "*a **b " * 30_000,
        "[" * 100_000,
        "![" * 50_000,
        "<div>" * 100_000,
        "<div>\n\n" * 30_000,
        "<b>" * 100_000,
        "<!--" * 50_000,
        "a <![CDATA[" * 30_000,
        "".join("`" * k + "a" for k in range(500)),
        "|a" * 20_000 + "\n" + "|-" * 20_000,
        "{{<" * 50_000,
        "{%" * 50_000,
        "[a b=" * 30_000,
        "{:" * 50_000,
        "{{" + "a" * 100_000,
        "a@" * 50_000,
        "http://" * 30_000,
        "&" * 100_000,
        "[^a]" * 30_000,
        "\r\n" * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_is_read(text: str) -> None:
    document = read("a.md", f"first\n\n{text}".encode())
    assert document.text.startswith("first")

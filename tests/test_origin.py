"""Origin: prose led back to its file, and a report on the one told as a report on the other."""

import json

import pytest
from conftest import finding, span
from hypothesis import given
from hypothesis import strategies as st

from kerrcheck.files import document
from kerrcheck.findings import Report
from kerrcheck.origin import Bytes, Origin, Piece
from kerrcheck.returning import returned
from kerrcheck.text import Document, Span


def test_characters_entities_and_gaps_have_their_places() -> None:
    origin = Origin("<p>a&amp;b</p>", [Piece("a", 3, 4), Piece("&", 4, 9), Piece("b", 9, 10), Piece("\n", 14, 14)])
    assert origin.prose == "a&b\n"
    assert [origin.span(Span(k, k + 1)) for k in range(4)] == [(3, 4), (4, 9), (9, 10), (14, 14)]
    assert origin.span(Span(0, 3)) == (3, 10)
    assert origin.span(Span(2, 2)) == (9, 9)
    assert [origin.unbroken(Span(*place)) for place in ((0, 3), (1, 2), (0, 4), (3, 4), (0, 0), (2, 9))] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_nothing_has_a_place_too() -> None:
    assert Origin("", ()).span(Span(0, 0)) == (0, 0)
    assert not Origin("", ()).unbroken(Span(0, 1))


@given(st.text(st.characters(codec="utf-8")))
def test_bytes_are_told_in_characters(text: str) -> None:
    places = Bytes(text)
    assert [places.place(len(text[:k].encode())) for k in range(len(text) + 1)] == list(range(len(text) + 1))


def examined(found: Document, words: str, replacement: str) -> Report:
    """A report with a fix of some words of the prose, taken back to the file."""
    assert found.origin is not None
    one = finding(found.text, words, replacement, expected=replacement, related=((span(found.text, words), "here"),))
    return returned(Report(found.path, found.text, None, None, 0, (), (one,), ((span(found.text, words), "mark"),)), found.origin)


@pytest.mark.parametrize(
    ("name", "text", "words", "replacement", "mended"),
    [
        ("a.md", "ran **3:27.97** in", "3:27.97", "3:27.79", "ran **3:27.79** in"),
        ("a.md", "ran 3:27.**97** in", "3:27.97", "3:27.79", None),
        ("a.md", "F&uuml;rst ran", "Fürst", "Fürth", "Fürth ran"),
        ("a.md", "he ran", "he", "a*b*", None),
        ("a.md", "he ran", "he", "[x]", None),
        ("a.md", "the 3. He", "the 3", "3", None),
        ("a.md", "the best. He", "the best", "2", None),
        ("a.md", "in the best. He", "the best", "2", "in 2. He"),
        ("a.md", "the best He", "the best", "- x", None),
        ("a.md", f"{'word ' * 10}Josh\nKerr ran", "Josh Kerr", "Cole Hocker", None),
        ("a.html", "<p>K&eacute;rr</p>", "Kérr", "Kerr", "<p>Kerr</p>"),
        ("a.html", "<p>a &lt; b</p>", "a < b", "b & c", "<p>b &amp; c</p>"),
        ("a.html", "<p>3:27.<b>97</b></p>", "3:27.97", "3:27.79", None),
        ("a.html", "<p>Josh   Kerr</p>", "Josh Kerr", "Cole Hocker", "<p>Cole Hocker</p>"),
        ("a.html", "<p>Josh\n  Kerr</p>", "Josh Kerr", "Cole Hocker", None),
        ("a.html", "<p>a</p><p>b</p>", "a\n\nb", "c", None),
        ("a.html", "<p>a http://x.y b</p>", "a b", "c", None),
        ("a.md", "a http://x.y b", "a b", "c", None),
        ("a.md", "a `x` b", "a b", "c", None),
        ("a.xml", "<nitf><body><p>K&#233;rr</p></body></nitf>", "Kérr", "Kerr", "<nitf><body><p>Kerr</p></body></nitf>"),
        ("a.xml", "<nitf><body><p>Kerr</p></body></nitf>", "Kerr", "A & B", None),
        ("a.json", '{"uri": "x", "headline": "K\\u00e9rr"}', "Kérr", "Källén", '{"uri": "x", "headline": "K\\u00e4ll\\u00e9n"}'),
        ("a.json", '{"uri": "x", "headline": "Kérr"}', "Kérr", '"Källén"', '{"uri": "x", "headline": "\\"Källén\\""}'),
        ("a.json", '{"uri": "x", "body_html": "<p>Kerr</p>"}', "Kerr", '"A" & B', '{"uri": "x", "body_html": "<p>\\"A\\" &amp; B</p>"}'),
        ("a.json", '{"uri": "x", "body_html": "<p>K\\n<b>e</b></p>"}', "K e", "x", None),
    ],
)
def test_a_fix_is_offered_only_where_it_can_be_written(name: str, text: str, words: str, replacement: str, mended: str | None) -> None:
    report = examined(document(name, text.encode()), words, replacement)
    (found,) = report.findings
    assert report.text == text
    assert found.expected == replacement
    assert found.span == found.related[0][0] == report.unread[0][0]
    fix = found.suggestion
    assert (text[: fix.span.start] + fix.replacement + text[fix.span.end :] if fix else None) == mended
    if fix:
        assert fix.span == found.span


WORD = "Qxz"
HIDDEN = "Nqy"
LETTERS = st.text(st.sampled_from("ab é🥈e\u0301\u2028\u0085\u200f\t.,;'\"“”\u00a0"), max_size=8)
MARKDOWN = st.lists(
    st.one_of(
        LETTERS,
        st.sampled_from(
            [f" {WORD} ", f" **{WORD}** ", f"\n\n# {WORD}\n\n", f"\n\n- {WORD}\n", f"\n\n> {WORD}\n\n", f" [{WORD}](http://{HIDDEN}.b) "]
        ),
        st.sampled_from(
            [
                f" `{HIDDEN}` ",
                f"\n\n```\n{HIDDEN}\n```\n\n",
                f" http://a.b/{HIDDEN} ",
                f" ![{HIDDEN}](x) ",
                f" <i title='{HIDDEN}'>{WORD}</i> ",
            ]
        ),
        st.sampled_from(
            [
                " &amp; ",
                "\\*",
                "\n",
                "\r\n",
                "\r",
                "  \n",
                "\n\n| a | b |\n|---|---|\n| " + WORD + " | &eacute; |\n\n",
                "*",
                "_",
                "x<br>x",
                "&",
            ]
        ),
    ),
    max_size=12,
).map("".join)
TAGS = st.one_of(
    LETTERS,
    st.sampled_from(
        [f"<p>{WORD}</p>", f" {WORD} ", f"<b>{WORD}</b>", f"<td>{WORD}", f"<q>{WORD}</q>", f"<li title='{HIDDEN}'>{WORD}</li>"]
    ),
    st.sampled_from(
        [f"<!-- {HIDDEN} -->", f"<script>{HIDDEN}</script>", f"<code>{HIDDEN}</code>", f"<nav>{HIDDEN}</nav>", f"<img alt='{HIDDEN}'>"]
    ),
    st.sampled_from(["&eacute;", "&#x1F948;", "&nbsp;", "&amp;", " < ", "&", "</p>", "<div>", "\n", "\r\n", "\r", "<br/>", ">"]),
)
HTML = st.lists(TAGS, max_size=12).map("".join)
TORN = st.lists(
    st.one_of(TAGS, st.sampled_from(["</", "<b", "<!", "<!--", "-->", "<p a='", "<script>", "<code>", "&#", "<del>", "<head>"])),
    max_size=12,
).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


def places(text: str, word: str) -> list[int]:
    """Where a search finds a word."""
    return [k for k in range(len(text)) if text.startswith(word, k)]


def searched(name: str, text: str, encoding: str) -> tuple[list[int], str]:
    """Where the report on a file has a word that its prose has, and the prose."""
    found = document(name, text.encode(encoding))
    assert found.origin is not None
    spans = [found.origin.span(Span(k, k + len(WORD))) for k in places(found.text, WORD)]
    assert all(found.origin.text[slice(*place)] == WORD for place in spans)
    assert found.origin.text == text
    return [place.start for place in spans], found.text


@given(MARKDOWN, ENCODINGS)
def test_offsets_in_markdown_are_those_of_a_search_in_the_file(text: str, encoding: str) -> None:
    at, prose = searched("a.md", "x" + text, encoding)
    assert HIDDEN not in prose
    indented = "\t" in text or "    " in text
    assert (set(at) <= set(places("x" + text, WORD))) if indented else (at == places("x" + text, WORD))


@given(HTML, ENCODINGS)
def test_offsets_in_html_are_those_of_a_search_in_the_file(text: str, encoding: str) -> None:
    at, prose = searched("a.html", "x" + text, encoding)
    assert HIDDEN not in prose
    assert at == places("x" + text, WORD)


@given(TORN)
def test_offsets_in_torn_html_are_places_of_the_words(text: str) -> None:
    at, _ = searched("a.html", "x" + text, "utf-8")
    assert set(at) <= set(places("x" + text, WORD))
    assert at == sorted(at)


@given(LETTERS, LETTERS, st.booleans())
def test_offsets_in_json_are_those_of_a_search_in_the_file(before: str, after: str, escaped: bool) -> None:
    item = {"uri": before, "body_html": f"<p>{before}<b>{WORD}</b>{after}\n{WORD}</p>", "headline": f"{after} {WORD}"}
    text = json.dumps(item, ensure_ascii=escaped)
    found = document("a.json", text.encode())
    assert found.origin is not None
    spans = [found.origin.span(Span(k, k + len(WORD))) for k in places(found.text, WORD)]
    assert sorted(place.start for place in spans) == places(text, WORD)

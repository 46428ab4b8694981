"""HTML: what is prose in it and what is not, where its words lie in the file, its encoding, and what it says of its day."""

import pytest
from readers.test_markdown import place

from kerrcheck.publication import dated
from kerrcheck.readers.html import read


def prose(text: str) -> str:
    document = read("a.html", text.encode())
    return document.text[document.body :]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("<p>3:27.<b>97</b></p>", "3:27.97"),
        ("<p>One\n   two</p><p>three", "One two\n\nthree"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("caf&eacute; &#8212; &#x2014; &copy 1 < 2 & 3 &nosuch;", "café — — © 1 < 2 & 3 &nosuch;"),
        ("a&nbsp;b", "a\xa0b"),
        ("<!doctype html><html><head><title>T &amp; t</title><style>a{}</style><script>x</script></head><body>b", "T & t\n\nb"),
        ("<title>t</title><meta name=a content=b><p>x", "t\n\nx"),
        ("<head>text", "text"),
        ("<nav><a>Home</a></nav><div role='navigation'><div>x</div></div><main>y</main>", "y"),
        ("<p hidden>a</p><p style='display: none'>b</p>c", "c"),
        ("<script>if (a<b) '</p>'</script>a<style>b</style><noscript>c</noscript><template>d</template>", "a"),
        ("<script>never closed <p>a", ""),
        ("a <code>b</code> <pre>c</pre> <kbd>d</kbd>e", "a\n\ne"),
        ("<del>3:27.97</del><ins>3:27.79</ins> 3:2<s>8</s>7", "3:27.79 3:27"),
        ("27<sup>1</sup> 3<sup><a href='#1'>[1]</a></sup> 6<sup>th</sup>", "27 3 6th"),
        ("<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><th>Name<th>Time</tr><tr><td> Kerr</td> <td>3:27.79</td></table>", "Name, Time\nKerr, 3:27.79"),
        ("<img alt='a > b' title=c>d<a href=http://x.y/>e</a> http://x.y/3:27", "de"),
        ("<!-- a --> b <!--> c <!---> d <!-- e", "b c d"),
        ("<p <b>x</b> </ odd> y </> z <3 <é>", "x y z <3 <é>"),
        ("a <unclosed attr='", "a"),
        ("a <b", "a"),
        ("<textarea><p>a</textarea><select><option>b</select><button>c</button>d", "d"),
        ("<svg><title>a</title><text>b</text></svg>c", "c"),
        ("Josh Kerr\0 ran", "Josh Kerr\0 ran"),
        ("<DIV>A</Div><P>b", "A\n\nb"),
        ("a &copyJosh &ampx &notit;", "a ©Josh &x ¬it;"),
        ("<![CDATA[a]]>b", "b"),
        ("", ""),
    ],
)
def test_what_a_reader_sees(text: str, read_as: str) -> None:
    assert prose(text) == read_as


def test_words_are_led_back_to_their_place() -> None:
    document = read("a.html", "\ufeff<p>🥈 K&eacute;rr 3:27.<b class='x'>97</b> A &copyB</p>".encode("utf-16"))
    assert place(document, "Kérr") == "K&eacute;rr"
    assert place(document, "3:27.97") == "3:27.<b class='x'>97"
    assert place(document, "B") == "B"


def test_a_blockquote_and_q_are_quotations() -> None:
    document = read("a.html", b"a <q>b</q> <blockquote><p>c</p><blockquote>d</blockquote></blockquote> e")
    assert [document.text[slice(*span)] for span in document.quoted] == ["b", "c\n\nd"]


@pytest.mark.parametrize(
    "tags",
    [
        '<meta property="article:published_time" content="2024-08-07T10:00:00+02:00">',
        '<meta name=date content=2024-01-01><meta content="2024-08-07" property=article:published_time>',
        '<time itemprop="datePublished" datetime="2024-08-07">yesterday</time>',
        '<time pubdate datetime="2024-08-07">yesterday</time>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-08-07T10:00"}</script>',
        "<p>7 August 2024</p>",
    ],
)
def test_the_file_says_the_day(tags: str) -> None:
    assert dated(read("a.html", f"<html>{tags}<p>Text</p>".encode())).published == "2024-08-07"


def test_another_time_is_not_the_day() -> None:
    text = '<meta property="article:modified_time" content="2024-08-07"><p>Josh <time datetime="2024-08-06">Tuesday</time>'
    assert dated(read("a.html", text.encode())).published is None


def test_a_day_that_is_none_is_noted_in_its_place() -> None:
    document = dated(read("a.html", b'<meta name="date" content="2024-13-45"><p>Text'))
    ((check, span, _),) = document.notes
    assert document.origin is not None
    assert (check, document.origin.text[slice(*document.origin.span(span))]) == ("damaged-text", "2024-13-45")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1250">', "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso8859-2"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
    ],
)
def test_a_declared_encoding_is_read_and_noted(head: str, encoding: str) -> None:
    word = "Иван" if encoding == "cp1251" else "Hołuša"
    document = read("a.html", f"{head}<p>{word}</p>".encode(encoding))
    assert word in document.text
    ((check, _, message),) = document.notes
    assert check == "damaged-text"
    assert "as it declares, not in UTF-8" in message


def test_what_is_utf_8_is_read_so_whatever_it_declares() -> None:
    document = read("a.html", '<meta charset="windows-1252">Hołuša'.encode())
    assert (document.text, document.notes) == ("Hołuša", ())


@pytest.mark.parametrize("charset", ["utf-7", "rot13", "hex", "unicode_escape", "nonsense", "iso-9999", "cp" + "9" * 5000])
def test_a_declaration_that_is_no_encoding_of_text_is_passed_over(charset: str) -> None:
    assert "café" in read("a.html", f'<meta charset="{charset}">caf'.encode() + b"\xe9").text


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000,
        "<b>" * 100_000,
        "</div>" * 100_000,
        "<" * 100_000,
        "</" * 100_000,
        "<!--" * 50_000,
        "<!" * 50_000,
        "<a " * 50_000,
        '<a b="' * 50_000,
        "<a " + "'" * 100_000,
        "<a " + "=" * 100_000,
        "<a" + "/" * 100_000,
        "<script>" * 50_000,
        "<blockquote>" * 50_000,
        "<pre>" * 50_000,
        "<table><tr><td>" * 30_000,
        "&" * 100_000,
        "&" + "a" * 100_000,
        "&#1" * 30_000,
        "&#x10ffffff;" * 10_000,
        "<head>" * 30_000,
        " " * 200_000,
        '"datePublished":"' * 20_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_is_read(text: str) -> None:
    assert read("a.html", f"<p>first</p>{text}".encode()).text.startswith("first")

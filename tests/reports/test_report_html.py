"""The page: valid HTML, nothing from outside, no script, readable by day and by night, hostile texts shown and not obeyed."""

import re
from itertools import product
from pathlib import Path

import html5lib
import pytest
import tinycss2
from conftest import StandIn, finding
from readback import rendered, report_on

from kerrcheck.findings import Report, Shown
from kerrcheck.reports import Failure, Run
from kerrcheck.text import Span

STYLE = (Path(__file__).parents[2] / "kerrcheck" / "reports" / "_page.css").read_text("utf-8")
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "article", "aside", "div", "mark", "span", "sup", "a"),
    *("section", "b", "dl", "dt", "dd", "footer", "table", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "name", "content", "class", "id", "href", "data-note", "scope"}


def page(run: Run):
    """The page as a strict parser reads it."""
    builder = html5lib.getTreeBuilder("etree")
    return html5lib.HTMLParser(builder, strict=True, namespaceHTMLElements=False).parse(rendered("html", run))


def shown(element) -> str:
    return "".join(element.itertext())


def test_it_is_valid_and_asks_for_nothing(failed_run: Run) -> None:
    tree = page(failed_run)
    assert {element.tag for element in tree.iter()} <= TAGS
    assert {name for element in tree.iter() for name in element.keys()} <= ATTRIBUTES  # noqa: SIM118 (an element is no mapping)
    assert all(link.get("href").startswith("#") for link in tree.iter("a"))
    assert "default-src 'none'" in tree.find("head/meta[@http-equiv='Content-Security-Policy']").get("content")
    style = tree.find("head/style").text
    assert style.strip() == STYLE.strip()
    assert not re.search(r"url\(|@import|expression|https?:", style)


def test_the_style_sheet_parses() -> None:
    def errors(rules) -> list:
        found = [rule for rule in rules if rule.type == "error"]
        for rule in rules:
            if rule.type == "at-rule" and rule.content:
                parsed = tinycss2.parse_blocks_contents if rule.lower_at_keyword == "page" else tinycss2.parse_rule_list
                found += errors(parsed(rule.content, skip_comments=True, skip_whitespace=True))
            if rule.type == "qualified-rule":
                found += errors(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
        return found

    assert errors(tinycss2.parse_stylesheet(STYLE, skip_comments=True, skip_whitespace=True)) == []


def test_every_link_leads_somewhere_and_every_number_is_used_once(failed_run: Run) -> None:
    tree = page(failed_run)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 8
    assert {link.get("href")[1:] for link in tree.iter("a")} == set(ids)


def test_words_are_marked_and_their_notes_stand_beside_their_paragraph(run: Run) -> None:
    rows = page(run).findall(".//div[@class='row']")
    assert [len(row.findall(".//mark")) for row in rows] == [0, 3, 1]
    assert [[note.get("id") for note in row.findall(".//section")] for row in rows] == [[], ["n1", "n2", "n3"], ["n4"]]
    note = rows[1].find(".//section[@id='n2']")
    assert shown(note.find("h3")) == "2 error wrong-margin, 3:66"
    assert [(shown(key), shown(value)) for key, value in zip(note.iter("dt"), note.iter("dd"), strict=True)] == [
        ("write", "0.14"),
        ("on record", "3:27.79, men's 1500m final, 2024-08-06"),
        ("", "3:27.65, men's 1500m final, 2024-08-06"),
        ("source", "Results of the Games (2024-08-10), results.toml:12, results.toml:11"),
        ("sum", "0.41 s: 3:27.79 − 3:27.65 = 0.14 s"),
        ("see", "3:57 “3:27.97”, from this mark"),
        ("", "3:121 “3:27.65”, to this one"),
    ]
    assert [mark.get("class") for mark in page(run).iter("mark")] == ["error", "error", "warning", "info"]


def test_what_was_checked_and_what_failed_is_told(failed_run: Run) -> None:
    text = shown(page(failed_run).find("body"))
    for words in (
        "2 errors, 1 warning, 1 note.",
        "gone.txt: no such file",
        "16 claims read: 6 supported",
        "Judged as on 2024-08-07",
        "1,234 facts",
    ):
        assert words in text
    assert "No claim was read in this text: nothing in it was checked." in text


HOSTILE = [
    *(
        "<script>alert(1)</script>",
        "</style><script>",
        "--><img src=x onerror=alert(1)>",
        "<![CDATA[",
        "&#60;script&#62;",
        '"><svg onload=x>',
    ),
    *("</title><script>x", "' onmouseover='x", "javascript:x", "\x00<\x00script>", "\u202etxet", "\x1b[31m", "<a href=//x>", "{{x}}"),
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_not_obeyed(words: str) -> None:
    text = f"before {words} after"
    evidence = (Shown("f", words, words, words, words, words, words, words),)
    one = finding(
        text, words, words, message=words, check=words, related=((Span(0, 6), words),), evidence=evidence, sum=words, answers=(words,)
    )
    report = Report(words, text, words, "text", 3, (), (one,))
    tree = page(Run((report,), (Failure(words, words),), StandIn()))
    assert {element.tag for element in tree.iter()} <= TAGS
    assert {name for element in tree.iter() for name in element.keys()} <= ATTRIBUTES  # noqa: SIM118 (an element is no mapping)
    assert all(link.get("href").startswith("#") for link in tree.iter("a"))
    harmless = re.sub(r"[\x00\x1b\u202e]", lambda m: {"\x00": "␀", "\x1b": "␛"}.get(m[0], "\ufffd"), words)
    assert shown(tree.find(".//mark")) == harmless
    assert shown(tree.find("head/title")).endswith(harmless)


def test_the_whole_text_is_there(run: Run) -> None:
    tree = page(run)
    for number in list(tree.iter("sup")):
        number.text = ""
        for link in number:
            link.text = ""
    text = "".join(shown(row) for row in tree.findall(".//div[@class='text']"))
    assert text == re.sub(r"\n+", "", run.documents[0].text)


@pytest.mark.parametrize(
    ("text", "spans", "rows"),
    [
        ("", [], [""]),
        ("\n\n\n", [], [""]),
        ("a\r\n\r\nb\r\rc", [], ["a", "b", "c"]),
        ("verse one\nverse two\n \nprose", [], ["verse one\nverse two", "prose"]),
        ("one\n\ntwo", [Span(1, 6)], ["one\n\ntwo"]),
        ("one\n\x85\ntwo", [Span(4, 5)], ["one\n\ufffd\ntwo"]),
        ("one", [Span(3, 3)], ["one"]),
        ("\n\none", [Span(0, 1)], ["\n", "one"]),
    ],
)
def test_a_text_is_shown_in_paragraphs(text: str, spans: list[Span], rows: list[str]) -> None:
    tree = page(Run((report_on(text, spans),), (), StandIn()))
    for number in tree.iter("sup"):
        for link in number:
            link.text = ""
    assert [shown(row) for row in tree.findall(".//div[@class='text']")] == rows
    assert len(tree.findall(".//section")) == len(tree.findall(".//span[@id]")) == len(spans)


def light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


PALETTES = [dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)]
PAIRS = [
    *product(("ink", "quiet", "error", "warning", "info"), ("paper", "card")),
    *(("ink", f"{severity}-mark") for severity in ("error", "warning", "info")),
]


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_everything_can_be_read_by_day_by_night_and_on_paper(palette: dict[str, str], ink: str, paper: str) -> None:
    dark, bright = sorted((light(palette[ink]), light(palette[paper])))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5

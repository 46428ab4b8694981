"""News items in JSON: what is read of them, through escapes and mark-up, and which JSON is none."""

import json

import pytest
from readers.test_markdown import place

from kerrcheck.errors import InputError
from kerrcheck.publication import dated
from kerrcheck.readers.ninjs import knows, read
from kerrcheck.text import Span

THIRD = {
    "uri": "urn:x",
    "versionCreated": "2024-08-07T10:37:00Z",
    "by": "A. Writer",
    "located": "Paris",
    "headlines": [{"role": "main", "value": 'Kerr "wins" silver'}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Kérr – “we” 🥈 ran 3:27.97 & won."},
        {"contentType": "application/xhtml+xml", "value": "<p>Kérr – “we” 🥈\nran 3:27.<b>97</b> &amp; won.</p>"},
        {"contentType": "text/plain", "value": "A sidebar.\n\nMore\\text http://a.b/3:27"},
    ],
    "subjects": [{"name": "athletics"}],
}
FIRST = {"uri": "urn:x", "versioncreated": "2024-08-07T10:37:00Z", "headline": "Silver", "byline": "By X", "body_html": "<p>a</p><p>b</p>"}


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("indent", [None, 2])
def test_what_a_reader_sees_and_where_it_lies(escaped: bool, indent: int | None) -> None:
    content = json.dumps(THIRD, ensure_ascii=escaped, indent=indent).encode()
    document = dated(read("a.json", content))
    seen = 'Kerr "wins" silver\n\nA. Writer\n\nParis\n\nKérr – “we” 🥈 ran 3:27.97 & won.\n\nA sidebar.\n\nMore\\text'
    assert document.text[document.body :] == seen
    assert (document.published, document.published_from) == ("2024-08-07", "front-matter")
    assert place(document, "3:27.97") == "3:27.<b>97"
    assert place(document, "Kérr – “we” 🥈") == json.dumps("Kérr – “we” 🥈", ensure_ascii=escaped)[1:-1]
    assert place(document, '"wins"') == '\\"wins\\"'
    assert place(document, "&") == "&amp;"


def test_the_first_generation_is_read_too() -> None:
    document = dated(read("a.json", json.dumps(FIRST).encode()))
    assert document.text[document.body :] == "Silver\n\nBy X\n\na\n\nb"
    assert document.published == "2024-08-07"


def test_half_a_surrogate_pair_is_no_character() -> None:
    document = read("a.json", rb'{"uri": "x", "headline": "a\ud800b \ud83e\udd48 \udd48\ud83e"}')
    assert document.text[document.body :] == "a\ufffdb 🥈 \ufffd\ufffd"
    assert document.origin is not None
    at = document.text.index("a") + 1
    assert document.origin.span(Span(at, at + 1)) == (27, 33)
    ((check, span, _),) = document.notes
    assert (check, document.origin.span(span)) == ("damaged-text", (27, 33))


@pytest.mark.parametrize("item", [THIRD, FIRST])
def test_a_news_item_is_known_by_what_it_holds(item: object) -> None:
    assert knows(json.dumps(item).encode())
    assert knows(json.dumps(item).encode("utf-16"))


@pytest.mark.parametrize(
    "content",
    [
        b'{"name": "kerrcheck", "type": "module", "version": "1.0"}',
        b'{"type": "x", "headline": 1, ',
        b'["headline", "versioncreated"]',
        b'{"headline": "x"}',
        b"",
        b"\x00\x01\x02" * 100,
        b'{"headline": "x", "a": ' + b"[" * 100_000,
    ],
)
def test_other_json_is_left_out_of_folders_and_refused_when_named(content: bytes) -> None:
    assert not knows(content)
    with pytest.raises(InputError, match=r"^a\.json: [^\n]*$"):
        read("a.json", content)


def test_what_was_expected_is_said() -> None:
    with pytest.raises(InputError, match="expected is ninjs: an object with uri, headlines and bodies"):
        read("package.json", b'{"name": "x"}')

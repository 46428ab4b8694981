"""News items in XML: what is read of them, where it lies, and which XML is none."""

import pytest
from readers.test_markdown import place

from kerrcheck.errors import InputError
from kerrcheck.publication import dated
from kerrcheck.readers.newsml import knows, read

G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2024-01-01T00:00:00Z</sent></header><itemSet><newsItem guid="urn:x">
<rightsInfo><copyrightHolder><name>The Desk</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2024-08-07T09:15:00Z</versionCreated></itemMeta>
<contentMeta><headline xml:lang="en">Kérr &amp; silver</headline><by>By A. Writer</by><dateline>PARIS</dateline>
<subject><name>athletics</name></subject></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml">
<nitf><head><title>t</title></head><body><body.head><hedline><hl1>Again</hl1></hedline>
</body.head><body.content><p>Josh <person>Kerr</person> ran
 3:27.<em>97</em> &#8211; <![CDATA[a & b]]>.</p><bq><block><p>I won</p></block></bq><table><tr><td>1</td><td>Hocker</td></tr></table>
</body.content></body></nitf></inlineXML>
<inlineData contenttype="text/html">&lt;p&gt;One &amp;amp; 3:27.&lt;b&gt;9&lt;/b&gt;&lt;/p&gt;</inlineData>
<inlineData contenttype="text/plain">A line
another</inlineData><inlineData contenttype="application/json">{}</inlineData></contentSet></newsItem></itemSet></newsMessage>"""
NITF = """<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf><head><title>t</title>
<docdata><date.release norm="20240807T101500Z"/><key-list>k</key-list></docdata></head><body><body.head><hedline>
<hl1>Caf&eacute; silver</hl1></hedline><byline>By X<byttl>Writer</byttl></byline><dateline><location>Paris</location></dateline></body.head>
<body.content><p>Text</p><media><media-metadata>m</media-metadata><media-caption>Caption</media-caption></media></body.content></body></nitf>"""


def test_newsml_g2() -> None:
    document = dated(read("a.xml", G2.encode()))
    seen = document.text[document.body :]
    assert seen == (
        "Kérr & silver\n\nBy A. Writer\n\nPARIS\n\nAgain\n\nJosh Kerr ran 3:27.97 – a & b.\n\n"
        "I won\n\n1, Hocker\n\nOne & 3:27.9\n\nA line\nanother"
    )
    assert (document.published, document.published_from) == ("2024-08-07", "front-matter")
    assert [document.text[slice(*span)] for span in document.quoted] == ["I won"]
    assert place(document, "3:27.97") == "3:27.<em>97"
    assert place(document, "Kérr & silver") == "Kérr &amp; silver"
    assert place(document, "– a & b") == "&#8211; <![CDATA[a & b"
    assert place(document, "One & 3:27.9") == "One &amp;amp; 3:27.&lt;b&gt;9"


def test_nitf() -> None:
    document = dated(read("a.nitf", NITF.encode()))
    assert document.text[document.body :] == "Café silver\n\nBy X\n\nWriter\n\nParis\n\nText\n\nCaption"
    assert document.published == "2024-08-07"
    assert place(document, "Café") == "Caf&eacute;"


def test_line_ends_and_encodings() -> None:
    text = G2.replace("\n", "\r\n")
    assert read("a.xml", text.encode()).text == read("a.xml", G2.encode()).text
    assert read("a.xml", text.encode("utf-16")).text == read("a.xml", G2.encode()).text
    latin = read("a.xml", '<?xml version="1.0" encoding="iso-8859-2"?><nitf><body><p>Hołuša</p></body></nitf>'.encode("iso-8859-2"))
    assert latin.text[latin.body :] == "Hołuša"
    assert [check for check, _, _ in latin.notes] == ["damaged-text"]


@pytest.mark.parametrize("content", [G2.encode(), NITF.encode(), G2.encode("utf-16"), b"\xef\xbb\xbf<!-- a --><n:newsItem xmlns:n='x'/>"])
def test_a_news_item_is_known_by_its_root(content: bytes) -> None:
    assert knows(content)


@pytest.mark.parametrize("content", [b"<project/>", b"", b"no xml", b"<?xml version='1.0'?><!-- <nitf> --><rss/>", b"<a><nitf/></a>"])
def test_other_xml_is_left_out_of_folders_and_refused_when_named(content: bytes) -> None:
    assert not knows(content)
    with pytest.raises(InputError, match=r"^a\.xml: [^\n]*$"):
        read("a.xml", content)


BOMB = "<!DOCTYPE nitf [" + "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 12)) + "]><nitf><body>&a11;</body></nitf>"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BOMB, "declares entities"),
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body>&x;</body></nitf>', "declares entities"),
        ('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://a.b/c"> %x;]><nitf/>', "declares entities"),
        ("<nitf><body>" + "<p>" * 100_000, "nested more than"),
        ("<nitf><body><p>never closed", "no well-formed XML"),
        ("<nitf a='", "no well-formed XML"),
        ("<nitf><body>a\x01b</body></nitf>" + " " * 50, "no well-formed XML"),
    ],
    ids=lambda text: text[:12],
)
def test_hostile_xml_is_refused_in_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read("a.xml", text.encode())
    assert "\n" not in str(caught.value)


def test_an_unknown_name_of_a_character_is_none() -> None:
    document = read("a.xml", b"<nitf><body><p>a &nosuch; b</p></body></nitf>")
    assert document.text == "a \ufffd b"

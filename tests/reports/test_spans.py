"""Whatever a text is made of, each finding points at exactly its words, in every format."""

import json

import html5lib
import pytest
from conftest import StandIn
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from readback import between, commands, lines_of, on_first_line, rendered, report_on, told

from kerrcheck.findings import Report
from kerrcheck.fingerprint import fingerprints
from kerrcheck.members import names
from kerrcheck.reports import Run
from kerrcheck.text import Span
from kerrcheck.visible import escaped, visible

ODD = [
    *("e\u0301", "a\u0308\u0323", "👩\u200d👩\u200d👧", "🇳🇴", "👍🏽", "日本", "é", "שלום", "\u00a0", "\u3000", "\U0010ffff", "\ufffe"),
    *(
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u2028",
        "\u2029",
        "\x85",
        "\x0b",
        "\x0c",
        "\ufeff",
        "\u200f",
        "\u202e",
        "\u2066",
        "\x00",
        "\x1b[31m",
    ),
    *(
        "<script>",
        "&amp;",
        "]]>",
        "|",
        "\\|",
        "`",
        "``",
        "*",
        "_",
        "%0A",
        "::error::",
        ",",
        ":",
        '"',
        "'",
        "[x](y)",
        "{0}",
        "@desk",
        "#12",
        "$x$",
    ),
    *("3:27.97", "Kerr", "ran", " ", "  ", ".", "e", "ß", "silver. And", "\u0301"),
]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report on a text of odd parts, with findings on stretches of it that may touch, lie over each other or go over lines."""
    parts = draw(st.lists(st.sampled_from(ODD), min_size=1, max_size=30))
    text = "".join(parts)
    cuts = sorted({0, len(text), *(len("".join(parts[:n])) for n in range(len(parts)))})
    # A span never begins between the two characters of one line end.
    cuts = [cut for cut in cuts if text[cut - 1 : cut + 1] != "\r\n"]
    places = st.tuples(st.sampled_from(cuts), st.sampled_from(cuts)).map(sorted).map(lambda ends: Span(*ends))
    spans = draw(st.lists(places.filter(lambda span: span.start < span.end), min_size=1, max_size=4)) if len(cuts) > 1 else [Span(0, 1)]
    severity = draw(st.sampled_from(["error", "warning", "info"]))
    return report_on(text, spans, draw(st.lists(places, max_size=2)), severity=severity)


def run_of(report: Report) -> Run:
    return Run((report,), (), StandIn())


def words(report: Report) -> list[str]:
    return [report.text[slice(*finding.span)] for finding in report.findings]


@pytest.mark.parametrize("name", ["json", "jsonl"])
@settings(deadline=None)
@given(report=reports())
def test_json(name: str, report: Report) -> None:
    first = rendered(name, run_of(report)).split("\n")[0] if name == "jsonl" else ""
    document = json.loads(first) if first else told(name, run_of(report))["documents"][0]
    for finding, expected in zip(document["findings"], words(report), strict=True):
        span = finding["span"]
        assert span["text"] == report.text[span["start"] : span["end"]] == expected
        assert between(report.text, (span["line"], span["column"]), (span["end_line"], span["end_column"])) == expected


def region_words(text: str, region: dict) -> str:
    """The words at a SARIF region, which both ways of counting must find."""
    by_line = between(text, (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"]))
    assert by_line == text[region["charOffset"] : region["charOffset"] + region["charLength"]]
    return by_line


@settings(deadline=None)
@given(report=reports())
def test_sarif(report: Report) -> None:
    results = told("sarif", run_of(report))["runs"][0]["results"]
    for finding, result, expected in zip(report.findings, results, words(report), strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] == place["region"]["endLine"]
        assert region_words(report.text, place["region"]) == on_first_line(expected)
        assert region_words(report.text, place.get("contextRegion", place["region"])) == expected
        change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
        assert region_words(report.text, change["deletedRegion"]) == expected
        for (span, _), related in zip(finding.related, result.get("relatedLocations", []), strict=True):
            assert region_words(report.text, related["physicalLocation"]["region"]) == on_first_line(report.text[slice(*span)])


@settings(deadline=None)
@given(report=reports())
def test_github(report: Report) -> None:
    found = commands(rendered("github", run_of(report)))
    for (_, place, _), expected in zip(found, words(report), strict=True):
        start, end = (int(place["line"]), int(place["col"])), (int(place["endLine"]), int(place["endColumn"]))
        assert start[0] == end[0]
        assert between(report.text, start, end) == on_first_line(expected)


@settings(deadline=None)
@given(report=reports())
def test_gitlab(report: Report) -> None:
    issues = told("gitlab", run_of(report))
    for issue, expected in zip(issues, words(report), strict=True):
        begin, end = issue["location"]["positions"]["begin"], issue["location"]["positions"]["end"]
        assert issue["location"]["lines"] == {"begin": begin["line"], "end": end["line"]}
        assert between(report.text, (begin["line"], begin["column"]), (end["line"], end["column"])) == on_first_line(expected)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(set(fingerprints(report)))


def byte_words(text: str, place: dict) -> str:
    """The words at a range whose columns count bytes."""
    lines = [line.encode() for line in lines_of(text)]
    first, last = (sum(map(len, lines[: at["line"] - 1])) + at["column"] - 1 for at in (place["start"], place["end"]))
    return text.encode()[first:last].decode()


@settings(deadline=None)
@given(report=reports())
def test_rdjson(report: Report) -> None:
    for finding, diagnostic, expected in zip(report.findings, told("rdjson", run_of(report))["diagnostics"], words(report), strict=True):
        assert byte_words(report.text, diagnostic["location"]["range"]) == expected
        assert byte_words(report.text, diagnostic["suggestions"][0]["range"]) == expected
        for (span, _), related in zip(finding.related, diagnostic.get("related_locations", []), strict=True):
            assert byte_words(report.text, related["location"]["range"]) == report.text[slice(*span)]


@settings(deadline=None)
@given(report=reports())
def test_junit(report: Report) -> None:
    cases = list(next(iter(JUnitXml.fromstring(rendered("junit", run_of(report)).encode()))))
    for case, expected in zip(cases, words(report), strict=True):
        start, end = (tuple(map(int, place.split(":"))) for place in case.name.split()[-1].split("-"))
        assert between(report.text, start, end) == expected
        assert f"“{escaped(expected)}”" in (case.system_out or case.result[0].text)


@settings(deadline=None)
@given(report=reports())
def test_html(report: Report) -> None:
    page = html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(
        rendered("html", run_of(report))
    )
    marked = [(mark.get("data-note").split(), "".join(mark.itertext())) for mark in page.iter("mark")]
    for number, expected in enumerate(words(report), 1):
        lines = expected.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert "".join(text for about, text in marked if str(number) in about) == "\n".join(map(visible, lines))
        for way in (f"section[@id='n{number}']", f"sup/a[@href='#n{number}']", f"span[@id='w{number}']"):
            assert len(page.findall(f".//{way}")) == 1


@settings(deadline=None)
@given(report=reports())
def test_markdown(report: Report) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered("markdown", run_of(report)))
    rows = [token for token in tokens if token.type == "inline" and any(child.type == "code_inline" for child in token.children)]
    cells = [[child.content for child in token.children if child.type == "code_inline"] for token in rows]
    places = [cell[0].rsplit(":", 2) for cell in cells if cell[0].startswith("a.txt:")][: len(report.findings)]
    written = [cell[0] for cell in cells if cell[-1] == "wrong-mark"]
    for (_, line, column), shown, expected in zip(places, written, words(report), strict=True):
        offset = sum(map(len, lines_of(report.text)[: int(line) - 1])) + int(column) - 1
        assert report.text.startswith(expected, offset)
        assert shown == visible(expected).replace("\\|", "\\ |")


@settings(deadline=None)
@given(report=reports())
def test_claimreview(report: Report) -> None:
    from kerrcheck.findings import Shown

    shown = Shown("f1", "right", "a", "A source")
    report = report._replace(findings=tuple(finding._replace(severity="error", evidence=(shown,)) for finding in report.findings))
    reviews = told("claimreview", run_of(report))["@graph"]
    for review, expected in zip(reviews, words(report), strict=True):
        assert review["itemReviewed"]["text"] == expected
        assert " ".join(expected.split()) in review["claimReviewed"]


@settings(deadline=None)
@given(report=reports())
def test_text(report: Report) -> None:
    lines = rendered("text", run_of(report)).splitlines()
    for line, expected in zip(lines, words(report), strict=True):
        _, number, column, *_ = line.split(":")
        offset = sum(map(len, lines_of(report.text)[: int(number) - 1])) + int(column) - 1
        assert report.text.startswith(expected, offset)


def test_no_format_is_left_out() -> None:
    # Rich shows lines cut to a width; where its marks stand is held by its own tests.
    tested = {name.removeprefix("test_") for name in globals() if name.startswith("test_")} | {"jsonl", "rich"}
    assert set(names("reports")) <= tested

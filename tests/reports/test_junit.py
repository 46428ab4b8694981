"""JUnit XML, as two other readers find it: counts, severities, and text that XML has no place for."""

import pytest
from conftest import StandIn
from junitparser import Error, JUnitXml
from junitparser import Failure as Failed
from lxml import etree
from readback import rendered, report_on

from kerrcheck.reports import Failure, Run
from kerrcheck.text import Span


def read(run: Run) -> JUnitXml:
    return JUnitXml.fromstring(rendered("junit", run).encode())


def test_suites_cases_and_counts(failed_run: Run) -> None:
    suites = read(failed_run)
    assert (suites.tests, suites.failures, suites.errors) == (6, 3, 1)
    counted = [(suite.name, suite.tests, suite.failures, suite.errors, len(list(suite))) for suite in suites]
    assert counted == [("drafts/kerr [bold]1[/].txt", 4, 3, 0, 4), ("quiet.txt", 1, 0, 0, 1), ("gone.txt", 1, 0, 1, 1)]


def test_errors_and_warnings_fail_and_notes_do_not(run: Run) -> None:
    cases = list(next(iter(read(run))))
    assert [[(type(result), result.type) for result in case.result] for case in cases] == [
        *([(Failed, "error")], [(Failed, "error")], [(Failed, "warning")], [])
    ]
    assert cases[0].name == "wrong-mark at 3:57-3:64"
    assert cases[0].result[0].message == "Josh Kerr ran 3:27.79 in this final."
    assert cases[0].result[0].text.splitlines() == [
        "3:57-3:64: error wrong-mark “3:27.97”",
        "Josh Kerr ran 3:27.79 in this final.",
        "write: 3:27.79",
        "on record: 3:27.79, men's 1500m final, 2024-08-06",
        "source: Results of the Games (2024-08-10), results.toml:12",
    ]
    assert cases[3].system_out.startswith("5:8-5:11: info conflicting-description “led”")


def test_a_document_that_could_not_be_examined_is_an_error(failed_run: Run) -> None:
    case = next(iter(list(read(failed_run))[-1]))
    assert [(type(result), result.message) for result in case.result] == [(Error, "gone.txt: no such file")]


@pytest.mark.parametrize(
    "words", ["]]>", "</failure>", '"><x a="', "&lt;", "\x00\x08\x1b[31m", "\ufffe\uffff", "\udcff", "\x85\u2028", "<!--"]
)
def test_nothing_in_a_text_a_path_or_a_message_breaks_the_xml(words: str) -> None:
    report = report_on(f"{words} x", [Span(0, len(words))], path=words, message=words)
    out = rendered("junit", Run((report,), (Failure(words, words),), StandIn()))
    tree = etree.fromstring(out.encode(), etree.XMLParser(resolve_entities=False))
    assert {element.tag for element in tree.iter()} == {"testsuites", "testsuite", "testcase", "failure", "error"}
    assert len(tree.findall(".//testcase")) == 2


def test_a_run_over_nothing_is_a_report_too() -> None:
    assert read(Run((), (), StandIn())).tests == 0

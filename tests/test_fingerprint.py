"""Fingerprints of findings: edits elsewhere leave them alone, edits of the claim do not, and no two of a report are alike."""

from conftest import ARTICLE, finding
from hypothesis import given
from hypothesis import strategies as st

from kerrcheck.findings import ClaimRecord, Report
from kerrcheck.fingerprint import fingerprints
from kerrcheck.text import Span

CONTEXT = {"event": "1500m", "sex": "men", "competition": "2024-olympic-games"}


def judged(text: str, words: str = "3:27.97", **fields: object) -> Report:
    """A report on each place of some words, each with its claim."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    spans = [Span(at, at + len(words)) for at in starts]
    given = {"context": CONTEXT, "subject": ("josh-kerr", "Josh Kerr"), "kind": "result-mark", **fields}
    claims = tuple(
        ClaimRecord(f"c{n}", given["kind"], at, given["subject"], words, "asserted", given["context"], "contradicted", None)
        for n, at in enumerate(spans, 7)
    )
    found = tuple(finding(text, words, span=at, claim=f"c{n}") for n, at in enumerate(spans, 7))
    return Report("a.txt", text, None, None, 9, claims, found)


def test_edits_elsewhere_leave_it_as_it_is() -> None:
    before = fingerprints(judged(ARTICLE))
    assert len(before) == 1
    assert len(before[0]) == 32
    edited = [
        "A new paragraph before it.\r\n\r\n" + ARTICLE,
        ARTICLE.replace("Kerr settles", "He settles"),
        ARTICLE.replace("the world champion, was second in", "the champion, came second in"),
        ARTICLE + "More of it: 3:28.24.\n",
        "\u2028\x85\t" + ARTICLE.replace("\n", "\r"),
    ]
    assert [fingerprints(judged(text)) for text in edited] == [before] * len(edited)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_before_or_after_changes_it(before: str, after: str) -> None:
    text = f"{before} 3:27.97 {after}"
    if text.count("3:27.97") == 1:
        assert fingerprints(judged(text)) == fingerprints(judged("3:27.97"))


def test_path_severity_message_and_number_of_the_claim_do_not_count() -> None:
    report = judged(ARTICLE)
    other = report._replace(
        path="b/c.md",
        claims=(report.claims[0]._replace(id="c1", verdict="conflicting", modality="quoted"),),
        findings=(report.findings[0]._replace(claim="c1", severity="info", message="Other words."),),
    )
    assert fingerprints(other) == fingerprints(report)


def test_another_check_claim_or_wording_is_another_finding() -> None:
    report = judged(ARTICLE)
    others = [
        report._replace(findings=(report.findings[0]._replace(check="impossible-mark"),)),
        report._replace(findings=(report.findings[0]._replace(claim=None),)),
        judged(ARTICLE, kind="record-set"),
        judged(ARTICLE, subject=("hamish-kerr", "Hamish Kerr")),
        judged(ARTICLE, subject=None),
        judged(ARTICLE, context=CONTEXT | {"round": "final"}),
        judged(ARTICLE.replace("3:27.97", "3:27.99"), "3:27.99"),
    ]
    assert len({fingerprints(report), *map(fingerprints, others)}) == len(others) + 1


def test_line_breaks_and_composition_within_the_words_do_not_count() -> None:
    one, other = "Jos\u00e9  Kerr ran.", "Jose\u0301\r\nKerr ran."
    assert fingerprints(judged(one, "Jos\u00e9  Kerr")) == fingerprints(judged(other, "Jose\u0301\r\nKerr"))


def test_what_is_found_twice_has_two_and_the_order_told_does_not_matter() -> None:
    report = judged("3:27.97 and again 3:27.97 and 3:27.97")
    made = fingerprints(report)
    assert len(set(made)) == 3
    assert fingerprints(report._replace(findings=report.findings[::-1])) == made[::-1]


def test_the_order_of_a_claim_s_context_does_not_matter() -> None:
    assert fingerprints(judged(ARTICLE, context=dict(reversed(CONTEXT.items())))) == fingerprints(judged(ARTICLE))


def test_a_report_without_findings_has_none() -> None:
    assert fingerprints(Report("a.txt", "", None, None, 0, (), ())) == ()

"""ClaimReview: linked data that another program expands, with nothing in it that nobody said."""

import pytest
from conftest import StandIn, finding
from pyld import jsonld
from readback import rendered, report_on, told

from kerrcheck.findings import Report, Shown
from kerrcheck.reports import Run
from kerrcheck.reports.claimreview import sentence
from kerrcheck.text import Span

SCHEMA = "https://schema.org/"


def vocabulary(url: str, options: dict) -> dict:
    """The context of schema.org, as far as we use it."""
    assert url == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}


def test_it_expands_to_reviews(run: Run) -> None:
    whole = told("claimreview", run)
    expanded = jsonld.expand(whole, {"documentLoader": vocabulary})
    # The first finding's claim is said to be supported here; of the errors without a claim, one shows what is on record.
    assert [node["@type"] for node in expanded] == [[f"{SCHEMA}ClaimReview"]] * len(whole["@graph"])
    assert len(expanded) == 1


def test_a_review_says_what_is_known_and_no_more(report: Report) -> None:
    contradicted = report.claims[0]._replace(verdict="contradicted")
    report = report._replace(claims=(contradicted,), findings=report.findings[:1])
    review = told("claimreview", Run((report,), (), StandIn()))["@graph"][0]
    assert review == {
        "@type": "ClaimReview",
        "claimReviewed": (
            "Josh Kerr of Britain, the world champion, was second in 3:27.97, 0.41 seconds adrift of the American Cole Hocker, "
            "whose 3:27.65 was an Olympic record."
        ),
        "reviewBody": "Josh Kerr ran 3:27.79 in this final.",
        "keywords": ["results", "wrong-mark", "error"],
        "reviewRating": {"@type": "Rating", "alternateName": "Contradicted by the record"},
        "itemReviewed": {
            "@type": "Claim",
            "text": "3:27.97",
            "appearance": {"@type": "CreativeWork", "identifier": "drafts/kerr [bold]1[/].txt", "datePublished": "2024-08-07"},
            "about": {"@type": "Thing", "identifier": "josh-kerr", "name": "Josh Kerr"},
        },
        "citation": [{"@type": "CreativeWork", "identifier": "results", "name": "Results of the Games", "datePublished": "2024-08-10"}],
    }


def test_a_day_that_was_inferred_is_not_told(report: Report) -> None:
    one = report._replace(published_from="inferred", claims=())
    review = told("claimreview", Run((one,), (), StandIn()))["@graph"][0]
    assert "datePublished" not in review["itemReviewed"]["appearance"]


@pytest.mark.parametrize("verdict", ["supported", "conflicting", "unverified", "not-checkable"])
def test_only_what_the_record_contradicts_is_reviewed(report: Report, verdict: str) -> None:
    one = report._replace(claims=(report.claims[0]._replace(verdict=verdict),), findings=report.findings[:1])
    assert told("claimreview", Run((one,), (), StandIn()))["@graph"] == []


def test_it_can_stand_in_a_page() -> None:
    text = "</script><script>alert(1)</script> wrong"
    one = finding(text, "wrong", evidence=(Shown("f", "right", "a", "</script>"),), message="</script>")
    report = Report("</script>", text, None, None, 2, (), (one,))
    out = rendered("claimreview", Run((report,), (), StandIn()))
    assert "<" not in out
    assert told("claimreview", Run((report,), (), StandIn()))["@graph"][0]["reviewBody"] == "</script>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. He ran 3:27.97 in Paris! Two.", "He ran 3:27.97 in Paris!"),
        ("He ran 3:27.97", "He ran 3:27.97"),
        ("Line\nHe ran\r3:27.97 fast\u2028and well\nLine", "3:27.97 fast and well"),
        ("“One.” “He ran 3:27.97.” Two.", "“He ran 3:27.97.”"),
        ("x " * 100_000 + "3:27.97" + " x" * 100_000, " ".join(["x"] * 1000 + ["3:27.97"] + ["x"] * 1000)),
    ],
)
def test_the_sentence_of_some_words(text: str, expected: str) -> None:
    at = text.index("3:27.97")
    assert sentence(text, Span(at, at + 7)) == expected


def test_a_clean_run_has_no_review() -> None:
    assert told("claimreview", Run((report_on("right", []),), (), StandIn())) == {"@context": "https://schema.org", "@graph": []}

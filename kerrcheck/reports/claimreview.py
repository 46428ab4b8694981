"""schema.org ClaimReview, a review for each claim that the record contradicts, to be completed and published beside a fact check."""

import re
from collections.abc import Iterator
from typing import Any

from kerrcheck.findings import ClaimRecord, Finding, Report
from kerrcheck.reports import Page, Run
from kerrcheck.reports._document import encoded
from kerrcheck.text import Span

_STOP = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s+["'“‘«(\[]*[A-ZÀ-Þ0-9])|[\r\n]+""")
_SAID = ("option", "front-matter", "text")
_REACH = 2000


def render(run: Run, page: Page) -> Iterator[str]:  # noqa: ARG001 (a program reads no page)
    """JSON-LD with what is known and no more: who publishes the review, where and when, is the publisher's to add."""
    reviews = [
        encoded(_review(report, finding, claims.get(finding.claim or ""))).replace("<", "\\u003c")
        for report in run.documents
        for claims in ({claim.id: claim for claim in report.claims},)
        for finding in report.findings
        if _contradicted(finding, claims.get(finding.claim or ""))
    ]
    yield '{"@context": "https://schema.org", "@graph": [' + ",".join("\n" + review for review in reviews) + "]}\n"


def _contradicted(finding: Finding, claim: ClaimRecord | None) -> bool:
    """Whether the record says otherwise: of an error without a claim, whether it shows what is on record."""
    return claim.verdict == "contradicted" if claim else finding.severity == "error" and bool(finding.evidence)


def _review(report: Report, finding: Finding, claim: ClaimRecord | None) -> dict[str, Any]:
    """The review of one finding."""
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": sentence(report.text, finding.span),
        "reviewBody": finding.message,
        "keywords": [finding.family, finding.check, finding.severity],
        "reviewRating": {"@type": "Rating", "alternateName": "Contradicted by the record"},
        "itemReviewed": _claim(report, finding, claim),
    }
    sources = dict.fromkeys((shown.source, shown.title, shown.date) for shown in finding.evidence)
    if sources:
        review["citation"] = [_source(*source) for source in sources]
    return review


def _claim(report: Report, finding: Finding, claim: ClaimRecord | None) -> dict[str, Any]:
    """The claim as the article makes it: the words at issue, whom they are about, where they stand."""
    article: dict[str, Any] = {"@type": "CreativeWork"}
    if report.path:
        article["identifier"] = report.path
    if report.published and report.published_from in _SAID:
        article["datePublished"] = report.published
    told: dict[str, Any] = {"@type": "Claim", "text": report.text[finding.span.start : finding.span.end], "appearance": article}
    if claim and claim.subject:
        told["about"] = {"@type": "Thing", "identifier": claim.subject[0], "name": claim.subject[1]}
    return told


def _source(id_: str, title: str, day: str | None) -> dict[str, Any]:
    """A source as a work that is cited."""
    work: dict[str, Any] = {"@type": "CreativeWork", "identifier": id_, "name": title or id_}
    if day:
        work["datePublished"] = day
    return work


def sentence(text: str, span: Span) -> str:
    """The sentence or line of a text that some words stand in, on one line."""
    low, high = max(0, span.start - _REACH), span.end + _REACH
    start = max([low, *(stop.end() for stop in _STOP.finditer(text, low, span.start))])
    stop = _STOP.search(text, span.end, high)
    return " ".join(text[start : stop.end() if stop else high].split())

"""Claim records, Finding, Report: what is told about a document, in the shape of the public JSON."""

from typing import Any, NamedTuple

from kerrcheck.text import Span

SEVERITIES = ("info", "warning", "error")
VERDICTS = ("supported", "contradicted", "conflicting", "unverified", "not-checkable")


class Shown(NamedTuple):
    """One piece of evidence as it is shown: a fact's id and value, and the source that says so."""

    fact: str
    value: Any
    source: str
    title: str
    date: str | None = None
    locator: str = ""
    note: str = ""
    label: str = ""


class ClaimRecord(NamedTuple):
    """A claim with its verdict. `context` has event, sex, round and competition where they are known."""

    id: str
    kind: str
    span: Span
    subject: tuple[str, str] | None
    value: Any
    modality: str
    context: dict[str, str]
    verdict: str
    reason: str | None
    evidence: tuple[Shown, ...] = ()
    trace: tuple[str, ...] = ()


class Suggestion(NamedTuple):
    """Words to put in place of a span; `safe` only for the spelling of a name."""

    span: Span
    replacement: str
    safe: bool = False


class Finding(NamedTuple):
    """Something to look at: the smallest wrong text, what is on record, and what to write instead.

    `expected` is the one right value in canonical writing, `answers` all equally good ones; `sum` the arithmetic shown
    (`0.41 s: 3:27.79 − 3:27.65 = 0.14 s`); `related` other places of the text, with a word on each.
    """

    check: str
    family: str
    severity: str
    message: str
    span: Span
    expected: str | None = None
    answers: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    claim: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    evidence: tuple[Shown, ...] = ()
    sum: str | None = None


class Silenced(NamedTuple):
    """A finding that was set aside: by what (a comment, `[sic]`, a list, a baseline), why, and until which day.

    `place` is where another file lists what silences it.
    """

    finding: Finding
    by: str
    reason: str = ""
    until: str | None = None
    place: str = ""


class Report(NamedTuple):
    """One document's claims, findings and unread mentions, with the text for showing lines.

    `quoted` are stretches that mark-up, not quotation marks, tells to be somebody else's.
    """

    path: str
    text: str
    published: str | None
    published_from: str | None
    words: int
    claims: tuple[ClaimRecord, ...]
    findings: tuple[Finding, ...]
    unread: tuple[tuple[Span, str], ...] = ()
    silenced: tuple[Silenced, ...] = ()
    quoted: tuple[Span, ...] = ()

    def count(self, verdict: str) -> int:
        """How many claims got this verdict."""
        return sum(1 for claim in self.claims if claim.verdict == verdict)

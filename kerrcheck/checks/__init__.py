"""Checks: kinds of error. A member has FAMILY, SEVERITY, READS (kinds of claims) and `weigh(case) -> Verdict | None`.

A check of the article against itself has `review(cases) -> Iterator[tuple[Case, Verdict]]` instead.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.fitting import Misfit
from kerrcheck.rows import Line
from kerrcheck.text import Span


class Verdict(NamedTuple):
    """What a check answers on a claim.

    `kind` is supported, contradicted, conflicting, unverified or not-checkable. For a contradiction: `at` the wrong text,
    `answers` what is right in canonical writing, `instead` the writer's words to put at `where` (else at `at`), `message` one
    sentence, `sum` the arithmetic, `related` other places. `severity` lowers the check's own.
    """

    kind: str
    reason: str | None = None
    facts: tuple[Fact, ...] = ()
    at: Span | None = None
    answers: tuple[str, ...] = ()
    instead: str | None = None
    where: Span | None = None
    message: str = ""
    sum: str | None = None
    related: tuple[tuple[Span, str], ...] = ()
    severity: str | None = None
    safe: bool = False


class Case(NamedTuple):
    """A claim with all that a check may look at: the discourse it stands in, its line, and what lines say of mentions."""

    discourse: Discourse
    claim: Claim
    line: Line | None = None
    uses: Mapping[tuple[int, str], list[tuple[Line, Misfit | None]]] = {}

    def span(self, i: int | None = None, j: int | None = None) -> Span:
        """The text of the claim, or of some tokens."""
        return self.discourse.tokens.span(self.claim.i if i is None else i, self.claim.j if j is None else j)

    def raw(self, span: Span) -> str:
        """The words at a span."""
        return self.discourse.document.text[span.start : span.end]


def supported(facts: tuple[Fact, ...] = ()) -> Verdict:
    """The record bears the claim out."""
    return Verdict("supported", facts=facts)


def unverified(reason: str) -> Verdict:
    """The record does not say, and why."""
    return Verdict("unverified", reason)

"""Silencers: ways to say that a finding is to be left alone. A member yields those that hold for a report.

    silencers(report, settings)    the silencers of this kind, in the order of their places

The first line of a member's docstring says what a writer does. `kerrcheck.silencing` holds findings against them.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from kerrcheck.findings import Finding, Report
from kerrcheck.selection import meant
from kerrcheck.settings import Settings
from kerrcheck.text import Span

ALL = "all"


class Silencer(NamedTuple):
    """What silences findings of some checks on some stretches of a text.

    `by` is the kind of silencer, `checks` the names of checks (empty for all of them), `at` where it stands in the text. `within`: a
    finding must lie in a stretch as a whole, else it need only touch one. `wrong` says why it can silence nothing; `owed` that it is
    told of where it silences nothing; `place` names another file that it stands in.
    """

    by: str
    checks: frozenset[str]
    stretches: tuple[Span, ...]
    at: Span
    reason: str = ""
    until: str | None = None
    within: bool = False
    wrong: str = ""
    owed: bool = True
    place: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of those that it silences."""
        return (not self.checks or finding.check in self.checks) and any(self._reaches(finding.span, stretch) for stretch in self.stretches)

    def _reaches(self, span: Span, stretch: Span) -> bool:
        """Whether a span lies in a stretch, or touches it."""
        if self.within:
            return stretch.start <= span.start and span.end <= stretch.end
        return span.start < stretch.end and stretch.start < max(span.end, span.start + 1)


class Kind(Protocol):
    """What a module of this folder offers."""

    def silencers(self, report: Report, settings: Settings) -> Iterator[Silencer]:
        """The silencers that hold for a report."""


def checks_of(names: list[str]) -> tuple[frozenset[str], str]:
    """The checks that some names stand for, none for all of them; and what is wrong with the names."""
    if not names:
        return frozenset(), f"names no check; name one, a family, or {ALL}"
    if ALL in names:
        return frozenset(), ""
    known = [(name, meant(name)) for name in names]
    unknown = next((name for name, checks in known if checks is None), None)
    if unknown is None:
        return frozenset(check for _, checks in known for check in checks or ()), ""
    from kerrcheck.selection import advice, check_names, families

    return frozenset(), f"names no check: '{unknown}'; {advice(unknown, [*check_names(), *families()])}"

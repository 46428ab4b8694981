"""How much of a text was checked, in words: what was read, what came of it, and why the rest is open."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck.findings import VERDICTS, Report

_REASONS = 3
_BY = {
    "accepted": "the list of accepted names",
    "baseline": "the baseline",
    "comment": "a comment",
    "sic": "[sic]",
    "sidecar": "a file beside the article",
}
_DAY_FROM = {
    "option": "as asked",
    "front-matter": "from its front matter",
    "path": "from its path",
    "text": "a date in the text",
    "inferred": "inferred from the text",
}


class Line(NamedTuple):
    """One line of the account: what is counted, how many, and why, the commonest reasons first."""

    label: str
    number: int
    reasons: tuple[str, ...] = ()


def account(reports: Sequence[Report]) -> list[Line]:
    """The claims read, by what became of them, and the figures and names that no claim took."""
    lines = [Line("claims read", sum(len(report.claims) for report in reports))]
    for verdict in VERDICTS:
        reasons = Counter(c.reason for report in reports for c in report.claims if c.verdict == verdict and c.reason)
        lines.append(Line(verdict.replace("-", " "), sum(report.count(verdict) for report in reports), _commonest(reasons)))
    unread = Counter(kind for report in reports for _, kind in report.unread)
    return [*lines, Line("not read", sum(unread.values()), _kinds(unread))]


def shortly(report: Report) -> str:
    """The account of one document in a sentence."""
    first, *verdicts, unread = account([report])
    if not first.number:
        return "No claim was read in this text: nothing in it was checked."
    told = ", ".join(f"{line.number} {line.label}" for line in verdicts if line.number)
    rest = f" {counted(unread.number, 'further mention')} not read." if unread.number else ""
    rest += f" {silenced([report])}" if report.silenced else ""
    return f"{counted(first.number, 'claim')} read: {told}.{rest}"


def silenced(reports: Sequence[Report]) -> str:
    """How many findings were silenced, and by what, as a sentence; empty where none was."""
    by = Counter(_BY.get(one.by, one.by) for report in reports for one in report.silenced)
    told = ", ".join(f"{count} by {what}" for what, count in sorted(by.items(), key=lambda item: (-item[1], item[0])))
    return f"{counted(sum(by.values()), 'finding')} silenced: {told}." if by else ""


def day(report: Report) -> str:
    """The day a document was judged on and how that is known."""
    if report.published is None:
        return "no day of publication is known, so what depends on the day is unverified; say it with --published"
    how = _DAY_FROM.get(report.published_from or "", "")
    return f"judged as on {report.published}" + (f", {how}" if how else "")


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where there is not just one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _commonest(reasons: Counter[str]) -> tuple[str, ...]:
    """The commonest reasons with their counts, and how many more there are."""
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    told = [f"{count} × {reason}" for reason, count in ranked[:_REASONS]]
    left = sum(count for _, count in ranked[_REASONS:])
    return tuple([*told, f"{left} × for other reasons"] if left else told)


def _kinds(unread: Counter[str]) -> tuple[str, ...]:
    """The kinds of mentions that no claim took, in one line."""
    kinds = ", ".join(f"{count} × {kind}" for kind, count in sorted(unread.items(), key=lambda item: (-item[1], item[0])))
    return (f"in no claim: {kinds}",) if kinds else ()

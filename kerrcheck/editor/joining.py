"""Joining: the report on a whole text, put together from the last whole reading and from what was read anew."""

from collections.abc import Iterable
from itertools import count

from kerrcheck import members
from kerrcheck.editor.changes import Change
from kerrcheck.findings import ClaimRecord, Finding, Report, Suggestion
from kerrcheck.text import Span

Note = tuple[str, Span, str]


def joined(old: Report, new: Report, change: Change, notes: tuple[Note, ...]) -> Report:
    """The new report with what the old one tells of the paragraphs that did not change, `notes` being the reader's on the old text."""
    fresh = [f for f in new.findings if _within(f.span, change.after) or f.claim is None]
    noted = {(check, span) for check, span, _ in notes}
    carried = [f for f in old.findings if (f.check, f.span) not in noted]
    kept = [f for f in (_carried(f, len(old.text), change) for f in carried) if f is not None]
    findings = [*fresh, *(f for f in kept if not any(_meet(f.span, x.span) for x in fresh if x.claim is not None))]
    before = [(c, to) for c in old.claims if (to := change.moved(c.span))]
    claims, names = _numbered([*(("old", c._replace(span=to)) for c, to in before), *(("new", c) for c in new.claims)])
    ours = set(map(id, fresh))
    findings = [f._replace(claim=names.get(("new" if id(f) in ours else "old", f.claim or ""))) for f in findings]
    unread = [(to, kind) for span, kind in old.unread if (to := change.moved(span))]
    unread += [(span, kind) for span, kind in new.unread if _within(span, change.after)]
    ordered = tuple(sorted(findings, key=lambda f: (f.span, f.check)))
    return new._replace(claims=claims, findings=ordered, unread=tuple(sorted(unread)))


def _numbered(claims: Iterable[tuple[str, ClaimRecord]]) -> tuple[tuple[ClaimRecord, ...], dict[tuple[str, str], str]]:
    """Claims in the order of the text under new ids, and each one's new id by where it comes from and its old one."""
    ordered = sorted(claims, key=lambda one: (one[1].span, one[1].kind))
    names = {(whence, c.id): f"c{n}" for n, (whence, c) in zip(count(1), ordered, strict=False)}
    return tuple(c._replace(id=names[whence, c.id]) for whence, c in ordered), names


def _carried(finding: Finding, length: int, change: Change) -> Finding | None:
    """A finding in its new place; one on what is read anew only where it compares the text with itself and its words still stand."""
    compares = hasattr(members.member("checks", finding.check), "review") if _is_check(finding.check) else False
    to = change.moved(finding.span) or (change.untouched(finding.span, length) if compares else None)
    if to is None:
        return None
    fix = finding.suggestion
    place = change.untouched(fix.span, length) if fix else None
    related = tuple((there, said) for span, said in finding.related if (there := change.untouched(span, length)))
    moved = Suggestion(place, fix.replacement, fix.safe) if fix and place else None
    return finding._replace(span=to, suggestion=moved, related=related)


def _is_check(name: str) -> bool:
    """Whether a finding's name is that of a check, not of a reader's note."""
    return name.replace("-", "_") in members.names("checks")


def _within(span: Span, stretch: Span) -> bool:
    """Whether a span lies in a stretch."""
    return stretch.start <= span.start and span.end <= stretch.end


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end

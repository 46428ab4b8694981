"""Telling: judged claims as the records, findings and coverage of a report."""

from bisect import bisect_right
from collections.abc import Collection
from typing import Any

from kerrcheck import labels, members
from kerrcheck.checks import Verdict
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Fact
from kerrcheck.findings import ClaimRecord, Finding, Report, Shown, Suggestion
from kerrcheck.judging import Judged
from kerrcheck.text import Span

_CELL = 256
_KEPT_IN_QUOTES = frozenset(("altered-quote", "misspelt-name"))


def tell(
    discourse: Discourse, judged: list[Judged], extra: list[Judged], select: Collection[str] | None, ignore: Collection[str] | None
) -> Report:
    """The report on a document."""
    document = discourse.document
    ids = {(j.claim.kind, j.claim.i, j.claim.j): f"c{n}" for n, j in enumerate(judged, 1)}
    findings = [
        _finding(discourse, j, ids.get((j.claim.kind, j.claim.i, j.claim.j)))
        for j in [*judged, *extra]
        if j.check and j.verdict.at is not None
    ]
    findings += [Finding(check, "input", "info", message, span) for check, span, message in document.notes]
    chosen = [f for f in _once(findings) if _wanted(f, select, ignore)]
    return Report(
        document.path, document.text, discourse.day, discourse.published_from, len(discourse.tokens),
        tuple(_record(discourse, j, f"c{n}") for n, j in enumerate(judged, 1)),
        tuple(sorted(chosen, key=lambda f: (f.span, f.check))), _unread(discourse, judged),
    )  # fmt: skip


def _finding(discourse: Discourse, judged: Judged, claim: str | None) -> Finding:
    """A verdict as a finding, in the severity that its place allows."""
    verdict = judged.verdict
    check = members.member("checks", judged.check or "")
    severity = verdict.severity or check.SEVERITY
    at = _narrow(discourse, verdict)
    if judged.check not in _KEPT_IN_QUOTES and _quoted(discourse, at):
        severity = "info"
    fix = Suggestion(verdict.where or verdict.at or at, verdict.instead, verdict.safe) if verdict.instead else None
    expected = verdict.answers[0] if len(verdict.answers) == 1 else None
    return Finding(
        judged.check or "", check.FAMILY, severity, verdict.message, at, expected, verdict.answers, fix, claim,
        verdict.related, shown(discourse, verdict.facts), verdict.sum,
    )  # fmt: skip


def _narrow(discourse: Discourse, verdict: Verdict) -> Span:
    """The wrong words alone, where the right ones leave some of a worded phrase as it is."""
    at = verdict.at or Span(0, 0)
    raw = discourse.document.text[at.start : at.end]
    if not verdict.instead or verdict.where or " " not in raw or (any(c.isdigit() for c in raw) and not verdict.sum):
        return at
    old, new = raw.split(" "), verdict.instead.split(" ")
    head = next((k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    tail = next((k for k, (a, b) in enumerate(zip(reversed(old), reversed(new), strict=False)) if a != b), 0)
    start = at.start + sum(len(w) + 1 for w in old[:head])
    end = at.end - sum(len(w) + 1 for w in old[len(old) - tail :])
    return Span(start, end) if start < end else at


def _quoted(discourse: Discourse, at: Span) -> bool:
    quotes = discourse.tokens.quotes
    k = bisect_right(quotes, at.start, key=lambda quote: quote.start) - 1
    return k >= 0 and at.start < quotes[k].end


def _once(findings: list[Finding]) -> list[Finding]:
    """One finding per place: of those at the same words, the gravest and the first."""
    rank = {"error": 0, "warning": 1, "info": 2}
    kept: list[Finding] = []
    cells: dict[int, list[Finding]] = {}
    for f in sorted(findings, key=lambda f: (rank[f.severity], f.span.end - f.span.start)):
        mine = range(f.span.start // _CELL, f.span.end // _CELL + 1)
        if not any(_covers(k, f) for cell in mine for k in cells.get(cell, ())):
            kept.append(f)
            for cell in mine:
                cells.setdefault(cell, []).append(f)
    return kept


def _covers(kept: Finding, f: Finding) -> bool:
    """Whether a finding that is kept stands at the words of another, which is then left out."""
    return kept.span.start < f.span.end and f.span.start < kept.span.end and (kept.family != "input" or kept.check == f.check)


def _wanted(finding: Finding, select: Collection[str] | None, ignore: Collection[str] | None) -> bool:
    """Whether a finding's check or family was asked for."""
    names = {finding.check, finding.family}
    return not (select and not names & set(select)) and not (ignore and names & set(ignore))


def shown(discourse: Discourse, facts: tuple[Fact, ...]) -> tuple[Shown, ...]:
    """Facts as evidence, with their sources."""
    return tuple(_shown(discourse, fact, e.source, e.locator) for fact in facts for e in fact.evidence[:3])


def _shown(discourse: Discourse, fact: Fact, source: str, locator: str) -> Shown:
    """One fact as one source gives it."""
    found = discourse.store.source(source)
    note = fact.day or fact.valid_from or ""
    where = fact.setting.key() if fact.setting and fact.setting.competition else ""
    return Shown(
        fact.id,
        fact.value,
        source,
        found.title if found else source,
        found.date if found else None,
        locator,
        ", ".join(x for x in (where, note) if x),
        _label(discourse, fact),
    )


def _label(discourse: Discourse, fact: Fact) -> str:
    """A fact in words: what it says, of which contest, since when."""
    store, lexicon = discourse.store, discourse.lexicon
    since = fact.day or fact.valid_from
    where = labels.contest(fact.setting, store, lexicon) if fact.setting and fact.setting.event else ""
    return ", ".join(x for x in (labels.value(fact, store, lexicon), where, labels.day(since, lexicon) if since else "") if x)


def _record(discourse: Discourse, judged: Judged, id_: str) -> ClaimRecord:
    """A claim with its verdict as the public record."""
    claim, verdict = judged.claim, judged.verdict
    subject = None
    if claim.owner and len(claim.owner.ids) == 1 and claim.owner.ids[0] in discourse.cast.people:
        subject = (claim.owner.ids[0], discourse.cast.people[claim.owner.ids[0]].name)
    setting = next((f.setting for f in verdict.facts if f.setting), claim.setting)
    context = {name: value for name, value in (setting._asdict() if setting else {}).items() if value}
    return ClaimRecord(
        id_, claim.kind, discourse.tokens.span(claim.i, claim.j), subject, _value(claim), claim.modality, context,
        verdict.kind, verdict.reason, shown(discourse, verdict.facts), claim.trace,
    )  # fmt: skip


def _value(claim: Claim) -> Any:
    """A claim's value in its public form."""
    value = claim.value
    if hasattr(value, "milli"):
        name = {"s": "seconds", "m": "metres", "pts": "points", "?": "number"}[value.unit]
        return {name: value.milli / 1000, "precision": value.precision}
    if hasattr(value, "_asdict"):
        return value._asdict()
    return value


def _unread(discourse: Discourse, judged: list[Judged]) -> tuple[tuple[Span, str], ...]:
    """Marks and names that no claim took."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for claim in (one.claim for one in judged):
        for t in range(claim.i, max(claim.j, claim.i + 1)):
            taken.setdefault(t, []).append((claim.i, claim.j))
    marks = (m for part in discourse.parts for m in part.sentence.kind("quantity"))
    free = (m for m in marks if not any(i < m.j and m.i < j for t in range(m.i, m.j) for i, j in taken.get(t, ())))
    return tuple((discourse.tokens.span(m.i, m.j), "mark") for m in free)

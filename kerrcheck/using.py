"""What the lines of a text, and the marks in it that are on record, say of a word that names their contest."""

from typing import NamedTuple

from kerrcheck.anchors import refuted, supported
from kerrcheck.checks import Case
from kerrcheck.fact import Fact
from kerrcheck.fitting import agrees, day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.rows import Line
from kerrcheck.statuses import of_status

_DAYS = ("weekday", "date", "year", "ago", "today")


class Wrong(NamedTuple):
    """A word for a contest that is wrong: the field, what is right, the edition meant, and the facts that say so."""

    field: str
    right: str
    edition: str | None
    facts: tuple[Fact, ...]


def agreed(case: Case, m: Mention) -> tuple[Fact, ...]:
    """Facts that a mention fits: those of a line without fault, or of the mark beside it."""
    for line, miss in case.uses.get((m.i, m.kind), []):
        if miss is None and line.best and not line.best.misfits and _says(case, m, line.best.outing.day):
            return tuple(line.best.outing.facts.values())[:1]
    if any(miss is not None and line.sure and _by_mark(line) for line, miss in case.uses.get((m.i, m.kind), [])):
        return ()
    found = supported(case.discourse, case.claim.part, m)
    return found.facts if found else ()


def _by_mark(line: Line) -> bool:
    """Whether a line is of an outing whose mark and whose place it tells, to the figure: of no other that a word beside it names."""
    best = line.best
    if best is None or len(best.misfits) != 1 or best.misfits[0].claim is not None:
        return False
    told = {
        c.kind
        for c in line.claims
        if agrees(c, best.outing) and (c.kind != "result-mark" or c.value.precision > 1 or c.value.unit == "pts")
    }
    return len(told) > 1


def missed(case: Case, m: Mention) -> Wrong | None:
    """What is right instead of a mention, where no line and no mark says it is right and all that refute it agree."""
    part = case.discourse.parts[case.claim.part]
    if agreed(case, m) or case.discourse.tokens.quoted[m.i] or of_status(part.sentence, m):
        return None
    beside = refuted(case.discourse, case.claim.part, m)
    if beside:
        p = beside.performance
        return Wrong(m.kind, beside.right, p.edition, p.facts)
    found = [
        (line, miss)
        for line, miss in case.uses.get((m.i, m.kind), [])
        if miss is not None and line.sure and line.instead is None and not _bracketed(case, m, line) and not _settled(case, m, line)
    ]
    if not found or len({str(miss.right) for _, miss in found}) > 1:
        return None
    line, miss = found[0]
    if not line.best or len(line.best.misfits) != 1 or _named(case, m, str(miss.right)):
        return None
    return Wrong(miss.field, str(miss.right), line.best.outing.setting.competition, tuple(line.best.outing.facts.values())[:1])


def _says(case: Case, m: Mention, day: str | None) -> bool:
    """Whether a word for a day fits one, and is not merely silent on it; other words speak by being in the line."""
    return m.kind not in _DAYS or day_agrees(case.discourse, m, day) is True


def _settled(case: Case, m: Mention, line: Line) -> bool:
    """Whether a mention stands apart from a line, with a mark of its own (`her heat in 11.00 and fifth in 10.94`) or under a denial."""
    sentence = case.discourse.parts[case.claim.part].sentence
    mine = sentence.segment(m.i)
    if any(sentence.segment(c.i) == mine for c in line.claims):
        return False
    told = {c.i for c in line.claims}
    return case.claim.modality == "negated" or any(x.i not in told and x.kind == "quantity" for x in sentence.within(mine))


def _bracketed(case: Case, m: Mention, line: Line) -> bool:
    """Whether a mention stands in brackets of its own beside a line."""
    sentence = case.discourse.parts[case.claim.part].sentence
    mine = sentence.segment(m.i)
    return sentence.opens[mine][:1] == "(" and all(sentence.segment(c.i) != mine for c in line.claims)


def _named(case: Case, m: Mention, right: str) -> bool:
    """Whether the sentence names what would be right elsewhere, so that the writer speaks of two things."""
    others = [x for x in case.discourse.parts[case.claim.part].sentence.kind(m.kind) if x.i != m.i]
    told = (y for x in others for y in ((x.value,) if isinstance(x.value, str) else x.value if isinstance(x.value, tuple) else ()))
    return any(right == (y if isinstance(y, str) else y[0]) for y in told if isinstance(y, str | tuple))

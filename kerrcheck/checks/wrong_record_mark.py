"""A record's mark that is not the one on record.

Flags::

    Josh Kerr broke Mo Farah's British record of «3:28.18 → 3:28.81» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr broke Mo Farah's British record of 3:28.81 in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.checks._records import asserted, judged, other, settled, told
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.recordbook import book
from kerrcheck.recordfit import Found, near
from kerrcheck.values.mark import Mark
from kerrcheck.wording.marks import mark

FAMILY = "records"
SEVERITY = "error"
READS = ("record-stood", "record-set")


def weigh(case: Case) -> Verdict | None:
    """Whether the mark is the record's."""
    right, cited = judged(case), case.claim.detail
    if right.field != "mark" or not settled(right.fact):
        return other(case, right)
    if not asserted(case) or not cited.firm or not _firm(case, right, cited):
        return unverified("which record it was is not clear")
    return _contradicted(case, cited, right)


def _firm(case: Case, right: Found, cited: Citation) -> bool:
    """Whether the record is known by its scope and holder, or the figures are a slip away from one of its scope."""
    best = right.trials[0]
    written, marks = cited.mark, {t.fact.value for t in right.trials}
    found = book(case.discourse).mark(best.fact)
    if written is None or found is None or len(marks) > 1 or written.value.bound != "=":
        return False
    slip = near(Mark(written.value.milli, found.unit, written.value.precision), found)
    if cited.reading == "bare":
        return slip and "day" in best.agreed
    return "scope" in best.agreed and (slip or cited.reading == "new" and _neighbours(case, cited, best.fact))


def _neighbours(case: Case, cited: Citation, fact: Fact) -> bool:
    """Whether the mark is that of another athlete of the contest in which the record was set."""
    rows = [o for o in case.discourse.outings.of(fact.subject) if o.day == fact.valid_from and o.setting.event == (fact.setting.event if fact.setting else None)]
    return cited.mark is not None and any(o.mark and mark_agrees(cited.mark.value, o.mark) for row in rows for o in case.discourse.outings.within(row.setting.key()))


def _contradicted(case: Case, cited: Citation, right: Found) -> Verdict:
    """The contradiction, in the writer's notation."""
    fact = right.trials[0].fact
    found = book(case.discourse).mark(fact)
    assert cited.mark is not None and found is not None
    at = case.span(cited.mark.i, cited.mark.j)
    return Verdict("contradicted", None, (fact,), at, (found.text(),), mark(case.raw(at), found, case.discourse.lexicon), message=f"not {case.raw(at)}: {told(case, fact)}")

"""A record's mark that is not the one on record.

Figures that are quoted from memory lose or swap a digit.

Flags::

    Josh Kerr broke Mo Farah's British record of «3:28.18 → 3:28.81» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr broke Mo Farah's British record of 3:28.81 in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.checks._records import asserted, judged, named, other, settled, told
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book
from kerrcheck.recordfit import Found, Trial
from kerrcheck.wording.marks import mark

FAMILY = "records"
SEVERITY = "error"
READS = ("record-stood", "record-set")


def weigh(case: Case) -> Verdict | None:
    """Whether the mark is the record's."""
    right, cited = judged(case), case.claim.detail
    if right.field != "mark":
        return other(right)
    meant = _meant(case, right, cited) if asserted(case) and cited.firm else None
    told = meant is None or _printed(case, meant)
    return (
        _contradicted(case, cited, meant)
        if meant is not None and not told and settled(meant)
        else unverified("which record it was is not clear")
    )


def _printed(case: Case, fact: Fact) -> bool:
    """Whether the sentence tells the record's mark as well: `runs 12.12 and 12.06, and the slower one is the record`."""
    right = book(case.discourse).mark(fact)
    return any(right and m.value.milli == right.milli for m in case.discourse.parts[case.claim.part].sentence.kind("quantity"))


def _meant(case: Case, right: Found, cited: Citation) -> Fact | None:
    """The one record of that scope and holder from which the mark is a slip of the pen away, or a neighbour's mark."""
    written, best = cited.mark, right.trials[0]
    if written is None or written.value.bound != "=" or not _clear(case, right, cited):
        return None
    slips = [t for t in right.trials if _slip(case, written, t.fact) and _of_the_time(case, t)]
    values = {t.fact.value for t in slips if t.cost <= slips[0].cost + 0.01}
    if len(values) == 1:
        return slips[0].fact
    return best.fact if cited.reading == "new" and _neighbours(case, cited, best.fact) else None


def _of_the_time(case: Case, trial: Trial) -> bool:
    """Whether a record stood in a year that the sentence names; where it names none, lately, or its day or holder agrees."""
    sentence, fact = case.discourse.parts[case.claim.part].sentence, trial.fact
    years = [m.value for m in sentence.kind("year")] + [m.value.year for m in sentence.kind("date") if m.value.year]
    if years:
        return any((fact.valid_from or "")[:4] <= f"{year:04}" <= (fact.valid_to or "9999")[:4] for year in years)
    return bool({"holder", "day", "place"} & trial.agreed) or book(case.discourse).stood(fact)


def _clear(case: Case, right: Found, cited: Citation) -> bool:
    """Whether it is clear which record is meant: by its scope, by its day or place, by whom it is said to be, or since it is new."""
    best = right.trials[0]
    if "scope" in best.agreed:
        return True
    if "holder" not in best.agreed:
        return cited.reading == "bare" and "day" in best.agreed and cited.who is None
    if cited.reading == "bare":
        sentence = case.discourse.parts[case.claim.part].sentence
        lasted = any(0 <= m.i - case.claim.j <= 1 for m in sentence.kind("stood"))  # `Quill's 12.20 had stood for years`
        return bool({"day", "place"} & best.agreed) or lasted or (any(sentence.kind("record")) and book(case.discourse).fresh(best.fact))
    return cited.reading == "old" and named(cited)


def _slip(case: Case, written: Mention, fact: Fact) -> bool:
    """Whether a mark as written is nearly a record's."""
    mark_ = book(case.discourse).mark(fact)
    return mark_ is not None and mark_.slip(written.value.milli)


def _neighbours(case: Case, cited: Citation, fact: Fact) -> bool:
    """Whether the mark is that of another athlete of the contest in which the record was set."""
    rows = [
        o
        for o in case.discourse.outings.of(fact.subject)
        if o.day == fact.valid_from and o.setting.event == (fact.setting.event if fact.setting else None)
    ]
    return cited.mark is not None and any(
        o.mark and mark_agrees(cited.mark.value, o.mark) for row in rows for o in case.discourse.outings.within(row.setting.key())
    )


def _contradicted(case: Case, cited: Citation, fact: Fact) -> Verdict:
    """The contradiction, in the writer's notation."""
    right = book(case.discourse).mark(fact)
    assert cited.mark is not None
    assert right is not None
    at = case.span(cited.mark.i, cited.mark.j)
    instead = mark(case.raw(at), right, case.discourse.lexicon)
    return Verdict("contradicted", None, (fact,), at, (right.text(),), instead, message=f"not {case.raw(at)}: {told(case, fact)}")

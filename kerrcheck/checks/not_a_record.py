"""A record claimed that was none, or denied that was one.

Flags::

    Jakob Ingebrigtsen was fourth in the 1500m final at the Paris 2024 Olympic Games in 3:28.24, «an Olympic record».

Allows::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games in 3:27.65, an Olympic record.
"""

from kerrcheck.checks import Case, Verdict
from kerrcheck.fact import Fact
from kerrcheck.recordbook import Book, scope_of
from kerrcheck.values.mark import Mark

FAMILY = "records"
SEVERITY = "error"
READS = ("record-set",)


def weigh(case: Case) -> Verdict | None:
    """Whether the mark of the day is no better than the record that stood."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or len(claim.owner.ids) != 1 or claim.modality != "asserted" or not claim.value:
        return None
    person = claim.owner.ids[0]
    here = [o for o in discourse.outings.of(person) if o.mark and o.day and o.round == "final" and discourse.in_focus(o.setting.competition, o.day)]
    if len(here) != 1 or here[0].mark is None:
        return None
    outing = here[0]
    book = Book(discourse)
    mine = [f for f in book.all(outing.setting.event or "", outing.setting.sex or "") if f.subject == person and f.valid_from == outing.day]
    if mine:
        return None
    stood = [f for code in claim.value for f in book.of(((outing.setting.event or "", outing.setting.sex or ""),), (code,), outing.day) if code.count(":") or code in ("world", "olympic")]
    last = max(stood, key=lambda f: f.valid_from or "", default=None)
    if last is None or not _better(book, last, outing.mark):
        return None
    return _verdict(case, last, outing.mark)


def _better(book: Book, fact: Fact, mark: Mark) -> bool:
    """Whether a standing record is better than a mark."""
    stood = book.mark(fact)
    return stood is not None and stood.unit == mark.unit and (stood.milli < mark.milli if mark.unit == "s" else stood.milli > mark.milli)


def _verdict(case: Case, last: Fact, mark: Mark) -> Verdict:
    """The contradiction: the record that stood is better."""
    return Verdict("contradicted", None, (last,), case.span(), message=f"{mark.text()} was no record: {scope_of(last)} stood at {last.value}")

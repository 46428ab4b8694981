"""A record claimed that was none, or denied that was one.

A mark that is worse than the record that stood on the day cannot have been one.

Flags::

    Jakob Ingebrigtsen was fourth in the 1500m final at the Paris 2024 Olympic Games in 3:28.24, «an Olympic record».

Allows::

    Cole Hocker won the 1500m final at the Paris 2024 Olympic Games in 3:27.65, an Olympic record.
"""

from kerrcheck.checks import Case, Verdict
from kerrcheck.checks._records import asserted, judged, named, told
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.recordbook import book, within
from kerrcheck.recordfit import Found

FAMILY = "records"
SEVERITY = "error"
READS = ("record-set",)


def weigh(case: Case) -> Verdict | None:
    """Whether the mark of the day is no better than the record that stood, or the record denied was set."""
    cited, right = case.claim.detail, judged(case)
    if case.claim.modality == "negated":
        return _denied(case, right)
    if not asserted(case) or not named(cited) or not cited.phrase.scopes or cited.phrase.vague or cited.phrase.indoor:
        return None
    person = cited.who.ids[0]
    here = _finals(case, person)
    if len(here) != 1 or (right.field is None and right.reason is None) or cited.days or cited.places or case.claim.context.past:
        return None
    return _claimed(case, cited, here[0])


def _finals(case: Case, person: str) -> list[Outing]:
    """The finals of the contests reported, in the event spoken of, in which somebody has a mark."""
    discourse = case.discourse
    part, day = discourse.parts[case.claim.part], discourse.day
    events = {e for m in part.sentence.kind("event") for e in m.value} or set(part.carried)
    mine = [o for o in discourse.outings.of(person) if o.mark and o.day and o.round == "final" and (not day or o.day <= day)]
    return [o for o in mine if (not events or o.setting.event in events) and discourse.in_focus(o.setting.competition, o.day)]


def _claimed(case: Case, cited: Citation, outing: Outing) -> Verdict | None:
    """A record that the mark of the final could not be."""
    records, event = book(case.discourse), (outing.setting.event or "", outing.setting.sex or "")
    now = any(outing.mark and mark_agrees(m.value, outing.mark) for m in case.discourse.parts[case.claim.part].sentence.kind("quantity"))
    mine = [
        f for f in records.all(*event) if f.subject == outing.person and (records.fresh(f) or (not now and within(f, cited.phrase.scopes)))
    ]
    if mine or outing.mark is None or (cited.phrase.events and outing.setting.event not in cited.phrase.events):
        return None
    stood = [
        f
        for code in cited.phrase.scopes
        if code != "championship"
        for f in records.of((event,), (code,), outing.day)
        if records.listed(code, *event)
    ]
    last = max(stood, key=lambda f: f.valid_from or "", default=None)
    if last is None or not records.better(last, outing.mark):
        return None
    low, start = case.discourse.tokens.low, case.claim.i
    at = case.span(start - (low[start - 1] in case.discourse.lexicon.sets["record_new"]), case.claim.j)
    return Verdict("contradicted", None, (last,), at, message=f"{outing.mark.text()} was no record: {told(case, last)}")


def _denied(case: Case, right: Found) -> Verdict | None:
    """A record that the words deny outright (`did not set`), and that was set."""
    cited: Citation = case.claim.detail
    if right.field is not None or right.reason is not None or not named(cited) or not cited.phrase.scopes:
        return None
    sentence = case.discourse.parts[case.claim.part].sentence
    sets = [m for m in sentence.kind("set") if 0 <= cited.phrase.i - m.j <= 2]
    words = [m for m in sentence.kind("modal") if m.value == "negated" and sets and 0 <= sets[0].i - m.j <= 1]
    return _wrongly(case, right.trials[0].fact, words[0]) if words and book(case.discourse).fresh(right.trials[0].fact) else None


def _wrongly(case: Case, fact: Fact, word: Mention) -> Verdict:
    """The contradiction of a denial."""
    return Verdict("contradicted", None, (fact,), case.span(word.i, word.j), message=f"it was a record: {told(case, fact)}")

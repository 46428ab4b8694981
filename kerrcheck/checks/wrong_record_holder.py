"""A former or standing record credited to the wrong holder.

The one before last is remembered better than the last, and gets the credit.

Flags::

    Josh Kerr broke the British record of «Steve Cram → Mo Farah» in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr broke the British record of Mo Farah in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.checks._records import asserted, judged, named, other, settled, told
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.recordbook import book, scope_of, within
from kerrcheck.recordfit import Found
from kerrcheck.text import Span, fold

FAMILY = "records"
SEVERITY = "error"
READS = ("record-stood",)
_APART = 8


def weigh(case: Case) -> Verdict | None:
    """Whether the record is the holder's."""
    right, cited = judged(case), case.claim.detail
    if right.field != "holder":
        return other(right)
    right = _measured_against(case, right, cited)
    if not settled(right.fact):
        return other(right)
    shown = asserted(case) and named(cited) and _firm(case, right, cited)
    if not shown or _of_the_family(case, right, cited) or _elsewhere(case, right, cited):
        return unverified("whose record it was is not clear")
    return _contradicted(case, cited, right)


def _firm(case: Case, right: Found, cited: Citation) -> bool:
    """Whether mark, day or the breaking of it show which record is meant, and one person holds it."""
    best = right.trials[0]
    if "compared" in best.agreed:
        return best.fact.subject in case.discourse.store.people([best.fact.subject])
    if len({t.fact.subject for t in right.trials}) > 1 or best.fact.subject not in case.discourse.store.people([best.fact.subject]):
        return False
    if cited.reading == "bare":
        return "mark" in best.agreed and _alone(case, cited) and _spoken(case, best.fact)
    if "mark" in best.agreed:
        return True
    return "scope" in best.agreed and _whole(case, best.fact) and (cited.breaker or "day" in best.agreed)


def _of_the_family(case: Case, right: Found, cited: Citation) -> bool:
    """Whether a family name alone is that of the holder on record too."""
    right_one = case.discourse.store.people([right.trials[0].fact.subject]).get(right.trials[0].fact.subject)
    written = case.discourse.tokens.stem[cited.who.i : cited.who.j] if cited.who is not None and cited.who.how == "family" else []
    return right_one is not None and bool(written) and fold(right_one.family) == " ".join(written)


def _elsewhere(case: Case, right: Found, cited: Citation) -> bool:
    """Whether a record of whoever is named may be meant: they had such a one, or are on record, in other events alone."""
    best, setting = right.trials[0], right.trials[0].fact.setting
    people, discourse = cited.who.ids if cited.who else (), case.discourse
    records = [f for x in people for f in book(discourse).by(x, discourse.day) if f.setting]
    had = {f.setting.event for f in records if f.setting and within(f, cited.phrase.scopes)}
    mine = {o.setting.event for x in people for o in discourse.outings.of(x)} | {f.setting.event for f in records if f.setting}
    if bool(cited.phrase.events) or "mark" in best.agreed or setting is None:
        return False
    return bool(had and setting.event not in had) or (bool(mine & discourse.cast.events) and setting.event not in mine)


def _whole(case: Case, fact: Fact) -> bool:
    """Whether the list that a record belongs to is whole."""
    setting = fact.setting
    return setting is not None and book(case.discourse).listed(scope_of(fact), setting.event or "", setting.sex or "")


def _measured_against(case: Case, right: Found, cited: Citation) -> Found:
    """The record that stood, where a mark is set off from a record (`two seconds inside X's`) of one who never had it."""
    discourse, records = case.discourse, book(case.discourse)
    sentence = discourse.parts[case.claim.part].sentence
    apart = any(
        (m.value == "older" or m.kind == "lacking") and 0 <= cited.phrase.i - m.j <= _APART for m in sentence.kind("between", "lacking")
    )
    if not apart or cited.reading != "old" or not named(cited) or cited.who is None:
        return right
    stood = [t for t in right.trials if "scope" in t.agreed and records.stood(t.fact) and not records.fresh(t.fact)]
    events = {t.fact.setting.event for t in right.trials if t.fact.setting}
    held = {f.setting.event for x in cited.who.ids for f in records.by(x, discourse.day) if f.setting and within(f, cited.phrase.scopes)}
    if len(stood) != 1 or len(events) != 1 or events & held or not _whole(case, stood[0].fact):
        return right
    return right._replace(trials=(stood[0]._replace(agreed=stood[0].agreed | {"compared"}),))


def _alone(case: Case, cited: Citation) -> bool:
    """Whether the person named has no such mark of their own on record."""
    from kerrcheck.fitting import mark_agrees

    assert cited.who is not None
    assert cited.mark is not None
    return not any(o.mark and mark_agrees(cited.mark.value, o.mark) for o in case.discourse.outings.of(cited.who.ids[0]))


def _spoken(case: Case, fact: Fact) -> bool:
    """Whether the clause speaks of records or of bettering, or the record fell in the contests reported."""
    sentence = case.discourse.parts[case.claim.part].sentence
    mine = sentence.segment(case.claim.i)
    before = sentence.within(mine - 1) if mine and sentence.opens[mine][:1] == "," else []
    kinds = {m.kind for m in (*before, *sentence.within(mine))}
    start = book(case.discourse).start()
    fell = bool(start and fact.valid_to and case.discourse.day and start <= fact.valid_to <= case.discourse.day)
    return fell or bool(kinds & {"record", "set", "stood"})


def _self(case: Case, cited: Citation, person: str) -> bool:
    """Whether the right holder is who the sentence is about, before the wrong name."""
    before = [a for a in case.discourse.parts[case.claim.part].actors if cited.who and a.j <= cited.who.np and a.role == "subject"]
    return bool(before) and before[-1].ids == (person,)


def _contradicted(case: Case, cited: Citation, right: Found) -> Verdict:
    """The contradiction, with the holder on record."""
    fact = right.trials[0].fact
    assert cited.who is not None
    at = case.span(cited.who.i, cited.who.j)
    person = case.discourse.store.people([fact.subject])[fact.subject]
    instead = person.name if cited.who.how == "full" else person.family
    end = case.discourse.tokens.end[cited.who.j - 1]
    own = case.discourse.lexicon.forms["own"].get(person.sex or "") if _self(case, cited, person.id) and end > at.end else None
    if own:
        return Verdict(
            "contradicted", None, (fact,), Span(at.start, end), (person.id,), own, message=f"not {case.raw(at)}'s: {told(case, fact)}"
        )
    return Verdict("contradicted", None, (fact,), at, (person.id,), instead, message=f"not {case.raw(at)}'s: {told(case, fact)}")

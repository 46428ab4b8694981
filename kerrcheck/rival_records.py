"""Rival records: why a record that is not as the list has it may be another, or not be ascribed to the person behind it at all."""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.recordbook import book, within
from kerrcheck.recordsaid import of
from kerrcheck.recordtail import whole

_FAR, _NEAR = 12, 3


def of_another_record(case: Case) -> str | None:
    """Why a record may be another one than that which is on record: somebody's at the same mark, or in the event that is named."""
    discourse, cited = case.discourse, case.claim.detail
    found = of(discourse, cited).fact
    if _described(case, cited):
        return "it is told what somebody called it"
    if cited.who is None or found is None:
        return None
    if _beaten(case, cited.who, found.subject):
        return "somebody beaten is named behind it"
    if _taken(case, cited, found):
        return "it may be the record that was taken from them"
    mine = [f for x in cited.who.ids for f in book(discourse).by(x, discourse.day) if within(f, cited.phrase.scopes)]
    if _of_a_mark(case, cited, mine):
        return "they have a record of that mark"
    if cited.mark is not None:
        return None
    events = {e for m in discourse.parts[case.claim.part].sentence.kind("event") for e in m.value}
    event = found.setting.event if found.setting else None
    other = event not in events and any(f.setting and f.setting.event in events for f in mine)
    return "the record of another event may be meant" if other else None


def _of_a_mark(case: Case, cited: Citation, mine: list[Fact]) -> bool:
    """Whether the mark of a record, or where none goes with it any of its sentence, is that of some records."""
    records = book(case.discourse)
    marks = [cited.mark] if cited.mark is not None else [*case.discourse.parts[case.claim.part].sentence.kind("quantity")]
    said = {m.value.milli for m in marks if whole(m)}
    return any(m.milli in said for f in mine if (m := records.mark(f)))


def _described(case: Case, cited: Citation) -> bool:
    """Whether somebody's word for it is told: `a report described his 3:27.65 as a world record`, `which she called a world record`."""
    sets, low = case.discourse.lexicon.sets, case.discourse.tokens.low
    first, start = case.discourse.parts[case.claim.part].sentence.a, cited.phrase.i
    while start > first and low[start - 1] in sets["articles"]:
        start -= 1
    if start > first and low[start - 1] in sets["as"]:
        return bool({*low[max(first, start - _FAR) : start]} & (sets["told_as"] | sets["named_as"]))
    return bool({*low[max(first, start - _NEAR) : start]} & sets["named_as"])


def _taken(case: Case, cited: Citation, found: Fact) -> bool:
    """Whether somebody is who lost a record, and the figure behind it its taker's: `he took Cram's record, 3:45.34 against 3:46.32`."""
    if cited.reading != "old" or not cited.breaker or cited.who is None or not found.setting:
        return False
    said = case.discourse.parts[case.claim.part]
    doers = {x for a in said.actors if a.j <= case.claim.i and a.role == "subject" for x in a.ids} | {*(said.topic or ())}
    records = book(case.discourse).all(found.setting.event or "", found.setting.sex or "")
    before = [f for f in records if f.predicate == found.predicate and (f.valid_from or "") < (found.valid_from or "")]
    return found.subject in doers and bool(before) and before[-1].subject in cited.who.ids


def _beaten(case: Case, who: Actor, holder: str) -> bool:
    """Whether somebody behind a record is who its holder won from: `won in 3:32.53, an Olympic record, from Cram`."""
    part, low, sets = case.discourse.parts[case.claim.part], case.discourse.tokens.low, case.discourse.lexicon.sets
    after = who.np > case.claim.i and low[who.np - 1] in sets["measured_from"] - sets["of"]
    return after and any(holder in a.ids and a.role == "subject" and a.j <= case.claim.i for a in part.actors)

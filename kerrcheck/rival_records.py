"""Rival records: why a record that is not as the list has it may be another, or not be ascribed to the person behind it at all."""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case
from kerrcheck.recordbook import book, within
from kerrcheck.recordsaid import of


def of_another_record(case: Case) -> str | None:
    """Why a record may be another one than that which is on record: somebody's at the same mark, or in the event that is named."""
    discourse, cited = case.discourse, case.claim.detail
    found = of(discourse, cited).fact
    if cited.who is None or found is None:
        return None
    if _beaten(case, cited.who, found.subject):
        return "somebody beaten is named behind it"
    mine = [f for x in cited.who.ids for f in book(discourse).by(x, discourse.day) if within(f, cited.phrase.scopes)]
    if cited.mark is not None:
        same = {m.milli for f in mine if (m := book(discourse).mark(f))}
        return "they have a record of that mark" if cited.mark.value.milli in same else None
    events = {e for m in discourse.parts[case.claim.part].sentence.kind("event") for e in m.value}
    event = found.setting.event if found.setting else None
    other = event not in events and any(f.setting and f.setting.event in events for f in mine)
    return "the record of another event may be meant" if other else None


def _beaten(case: Case, who: Actor, holder: str) -> bool:
    """Whether somebody behind a record is who its holder won from: `won in 3:32.53, an Olympic record, from Cram`."""
    part, low, sets = case.discourse.parts[case.claim.part], case.discourse.tokens.low, case.discourse.lexicon.sets
    after = who.np > case.claim.i and low[who.np - 1] in sets["measured_from"] - sets["of"]
    return after and any(holder in a.ids and a.role == "subject" and a.j <= case.claim.i for a in part.actors)

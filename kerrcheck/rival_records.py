"""Rival records: why a record that is not as the list has it may be another, or not be ascribed to the person behind it at all."""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book, within
from kerrcheck.recordsaid import cited as all_cited
from kerrcheck.recordsaid import of, theirs
from kerrcheck.recordtail import whole

_FAR, _NEAR = 12, 3


def of_another_record(case: Case) -> str | None:
    """Why a record may be another one than that which is on record: somebody's at the same mark, or in the event that is named."""
    discourse, cited = case.discourse, case.claim.detail
    found = of(discourse, cited).fact
    if described(case, cited.phrase.i):
        return "it is told what somebody called it"
    if _of_one_of_two(case, cited.phrase.i):
        return "of which of two it is told is not clear"
    if any(c.citation is cited and c.found.field in ("scope", "event") and theirs(discourse, c) for c in all_cited(discourse)):
        return "they had such a record"
    if cited.who is None or found is None:
        return None
    if of(discourse, cited).field == "scope" and _on_the_way_up(case, cited, cited.who):
        return "it may have been the record on the way to a greater height"
    return _of_another(case, cited, cited.who, found) or _rival(case, cited, cited.who, found)


def _on_the_way_up(case: Case, cited: Citation, who: Actor) -> bool:
    """Whether somebody went higher in a contest reported than the height of a record: `6.10m, an Olympic record, then 6.25m`."""
    outings, heights = case.discourse.outings, case.discourse.lexicon.sets["heights"]
    mine = (o for x in who.ids for o in outings.of(x) if o.mark and o.setting.event in heights)
    there = (o for o in mine if case.discourse.in_focus(o.setting.competition, o.day))
    return cited.mark is not None and any(o.mark and o.mark.milli > cited.mark.value.milli for o in there)


def _of_another(case: Case, cited: Citation, who: Actor, found: Fact) -> str | None:
    """Why somebody behind a record may not be who is said to hold it, or another of the name."""
    carried, event = case.discourse.parts[case.claim.part].carried, found.setting.event if found.setting else None
    if who.how == "elided" and carried and event not in carried:
        return "the record of another event may be meant"
    if _beaten(case, who, found.subject):
        return "somebody beaten is named behind it"
    if _taken(case, cited, who, found):
        return "it may be the record that was taken from them"
    return "somebody else of the name may be meant" if _unheard(case, who, found) else None


def _rival(case: Case, cited: Citation, who: Actor, found: Fact) -> str | None:
    """Why another record of somebody's may be meant: at the same mark, or in the event that is named."""
    discourse = case.discourse
    mine = [f for x in who.ids for f in book(discourse).by(x, discourse.day) if within(f, cited.phrase.scopes)]
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


def described(case: Case, start: int) -> bool:
    """Whether somebody's word for a thing is told: `a report described his 3:27.65 as a world record`, `which she called a record`."""
    sets, low = case.discourse.lexicon.sets, case.discourse.tokens.low
    first = case.discourse.parts[case.claim.part].sentence.a
    while start > first and low[start - 1] in sets["articles"]:
        start -= 1
    if start > first and low[start - 1] in sets["as"]:
        return bool({*low[max(first, start - _FAR) : start]} & (sets["told_as"] | sets["named_as"]))
    return bool({*low[max(first, start - _NEAR) : start]} & sets["named_as"])


def _of_one_of_two(case: Case, start: int) -> bool:
    """Whether a record is shared out: `1:54.97 to 1:55.19, the one an American record and the other a British one`."""
    sets, low = case.discourse.lexicon.sets, case.discourse.tokens.low
    before = [t for t in range(start - _NEAR, start) if low[t] in sets["shared_out"] and low[t - 1] in sets["definite"]]
    return bool(before)


def _taken(case: Case, cited: Citation, who: Actor, found: Fact) -> bool:
    """Whether somebody lost a record, and the figure behind it is its taker's: `he took Cram's record, 3:45.34 against 3:46.32`."""
    if cited.reading != "old" or not cited.breaker or not found.setting:
        return False
    said = case.discourse.parts[case.claim.part]
    doers = {x for a in said.actors if a.j <= case.claim.i and a.role == "subject" for x in a.ids} | {*(said.topic or ())}
    records = book(case.discourse).all(found.setting.event or "", found.setting.sex or "")
    before = [f for f in records if f.predicate == found.predicate and (f.valid_from or "") < (found.valid_from or "")]
    return found.subject in doers and bool(before) and before[-1].subject in who.ids


def _unheard(case: Case, who: Actor, found: Fact) -> bool:
    """Whether a family name is that of somebody whom the text never names in full, and who never had a record in the event."""
    if who.how == "full" or found.setting is None or any(x in case.discourse.cast.full for x in who.ids):
        return False
    mine = [f for x in who.ids for f in book(case.discourse).by(x, case.discourse.day)]
    return not any(f.setting and f.setting.event == found.setting.event for f in mine)


def _beaten(case: Case, who: Actor, holder: str) -> bool:
    """Whether somebody behind a record is who its holder won from: `won in 3:32.53, an Olympic record, from Cram`."""
    part, low, sets = case.discourse.parts[case.claim.part], case.discourse.tokens.low, case.discourse.lexicon.sets
    after = who.np > case.claim.i and low[who.np - 1] in sets["measured_from"] - sets["of"]
    return after and any(holder in a.ids and a.role == "subject" and a.j <= case.claim.i for a in part.actors)


def stood_on(case: Case, m: Mention) -> bool:
    """Whether a day is that of the record before it (`Quill's record from 1985`), or one behind it stood on that day.

    `At breakfast on 19 August 1981 the world record was 3:48.8`; not where `when` follows, which tells what was done on that day.
    """
    said = case.discourse.said(case.claim.part)
    if case.discourse.tokens.low[m.i - 1] in case.discourse.lexicon.sets["origin"] and any(
        c.kind == "record-stood" and c.detail.reading == "old" and c.j == m.i - 1 for c in said
    ):
        return True
    sentence = case.discourse.parts[case.claim.part].sentence
    behind = sentence.segment(m.i) + 1
    set_then = behind < len(sentence.opens) and sentence.opens_with(behind, "when_words") and sentence.begins(behind) - m.j <= 1
    if m.kind != "date" or not m.value.year or set_then:
        return False
    day = "-".join(f"{x:02}" for x in (m.value.year, m.value.month, m.value.day) if x)
    after = [c.detail for c in said if c.kind == "record-stood" and c.i > m.i and m not in c.detail.days]
    facts = [x.fact for c in after if (x := of(case.discourse, c)).fact and x.field is None and not x.reason]
    return any((f.valid_from or "")[: len(day)] <= day <= (f.valid_to or "9999")[: len(day)] for f in facts)

"""Chains: by how much those named near a margin bettered the records of those named in its sentence."""

from collections.abc import Iterator

from kerrcheck.apart import Difference, apart
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.older import replaced
from kerrcheck.recordbook import book

_RANK, _IDS, _BACK = 2, 2, 2


def bettered(discourse: Discourse, claim: Claim) -> list[Difference]:
    """`X beat Y's record by 1.70`, `broke her own record by 66`: from each record to the one it replaced, of two who are named there.

    Those of marks printed near come before others, those of the event told of before those of any.
    """
    found = list(_steps(discourse, claim)) if claim.detail.record else []
    near = discourse.parts[max(0, claim.part - _BACK) : claim.part + 1]
    printed = {m.value.milli for part in near for m in part.sentence.kind("quantity")}
    events = {*(claim.context.event.value if claim.context.event else discourse.parts[claim.part].carried)}
    shown = [d for d in found if {d.one.milli, d.two.milli} & printed]
    told = [d for d in found if not events or any(f.setting and f.setting.event in events for f in d.facts)]
    return shown or told


def _steps(discourse: Discourse, claim: Claim) -> Iterator[Difference]:
    """From each record that somebody named near set to the one that it replaced, of somebody of the sentence."""
    records, holders = book(discourse), {*_named(discourse, claim.part)}
    setters = dict.fromkeys([*holders, *(_named(discourse, claim.part - 1) if claim.part else ())])
    for fact in (f for person in setters for f in records.by(person, discourse.day) if f.setting):
        old = replaced(discourse, fact)
        if old is not None and old.subject in holders:
            new, before = records.mark(fact), records.mark(old)
            yield from apart(new, before, _RANK, (fact,)) if new and before and claim.value.unit in ("?", new.unit) else ()


def _named(discourse: Discourse, number: int) -> Iterator[str]:
    """Whom a sentence may mean."""
    return (id_ for a in discourse.parts[number].actors for id_ in a.ids[:_IDS])

"""Lifetimes: the record that is said to have stood for a number of years: `had stood for nine years`, `goes after nine years`."""

from kerrcheck.checks import Case
from kerrcheck.claims import Claim
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book, rank
from kerrcheck.recordsaid import of
from kerrcheck.sentences import Sentence

_REACH, _WIDE = 1, 4


def lived(case: Case, m: Mention) -> list[Fact]:
    """A record as the lists have it, where a span of years is said to be its life and no other can be meant; else nothing."""
    if m.value[2] == "old":
        told = (c for c in case.discourse.said(case.claim.part) if c.kind == "record-stood")
        return next((_firm(case, c) for c in told if c.detail.phrase.i <= m.i < c.detail.phrase.j), [])
    if m.kind != "years" or not _life(case, m) or any(x.kind == "hedge" and 0 <= m.i - x.j <= 1 for x in _sentence(case).mentions):
        return []
    low, sets = case.discourse.tokens.low, case.discourse.lexicon.sets
    if m.j < _sentence(case).b and low[m.j] in sets["lasting_when"]:
        return []
    here = [c for c in case.discourse.said(case.claim.part) if c.kind == "record-stood"]
    before = [c for c in here if c.i < m.i]
    if not here and low[_sentence(case).a] in sets["record_it"]:
        before = [c for c in case.discourse.said(case.claim.part - 1) if c.kind.startswith("record-")]
        return _firm(case, before[0]) if len(before) == 1 else []
    found = _firm(case, before[-1]) if before else []
    between = [a for a in case.discourse.parts[case.claim.part].actors if before and before[-1].i <= a.i < m.i]
    return found if all(f.subject in a.ids for f in found for a in between) else []


def _firm(case: Case, claim: Claim) -> list[Fact]:
    """The record that a claim means, if holder and mark or scope agree and it began on one day."""
    right = of(case.discourse, claim.detail)
    if right.field or right.reason or not right.trials:
        return []
    likely = [t for t in right.trials if t.cost == right.trials[0].cost]
    sure = [t.fact for t in likely if "holder" in t.agreed and t.agreed & {"mark", "scope"} and not t.wrong]
    if len({f.valid_from for f in sure}) != 1:
        return []
    return sure if all("scope" in t.agreed for t in likely) else _and_of_the_world(case, sure)


def _and_of_the_world(case: Case, records: list[Fact]) -> list[Fact]:
    """A record with the same in the world's list: what fell there may still be its nation's."""
    first = records[0]
    same = (f for f in book(case.discourse).by(first.subject, case.discourse.day) if not rank(f) and f.setting == first.setting)
    return [*records, *(f for f in same if f.value == first.value and f.valid_from == first.valid_from and f not in records)]


def _life(case: Case, m: Mention) -> bool:
    """Whether the words right before a span say that something stood for so long."""
    low, sets, first = case.discourse.tokens.low, case.discourse.lexicon.sets, _sentence(case).a
    at = m.i - 1
    if at < first:
        return False
    led = low[at] if low[at] in sets["lasting_leads"] else ""
    at -= bool(led)
    if led in sets["lasting_ends"] and {*low[max(first, at - _WIDE) : at + 1]} & sets["falling"]:
        return True
    if {*low[max(first, at - (_WIDE if led in sets["lasting_wide"] else _REACH) + 1) : at + 1]} & sets["lasting"]:
        return True
    actors = case.discourse.parts[case.claim.part].actors
    return bool(led) and any(a.role == "owner" and a.j in (at, at + 1) and low[a.np - 1] in sets["record_is"] for a in actors)


def _sentence(case: Case) -> Sentence:
    return case.discourse.parts[case.claim.part].sentence

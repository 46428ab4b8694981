"""Counted records: how many records of a scope somebody had set in an event by a day, as far as the list of them tells.

Two that were set on one day are one in the list, so that fewer than it has are wrong, and more are not.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._counting import miscounted
from kerrcheck.claims.tally import Counted
from kerrcheck.fact import Fact
from kerrcheck.recordbook import book, scope_of
from kerrcheck.recordsaid import cited

_NEAR, _BACK = 2, 2


def numbered(case: Case) -> Verdict:
    """The verdict on a number that counts a record."""
    detail: Counted = case.claim.detail
    fact = _meant(case, detail)
    if fact is None or fact.setting is None:
        return unverified("whose records are counted, and in what, is not clear")
    listed = book(case.discourse).all(fact.setting.event or "", fact.setting.sex or "")
    same = [f for f in listed if f.predicate == fact.predicate and f.subject == fact.subject and f.setting == fact.setting]
    known = {(f.valid_from, f.value) for f in same if (f.valid_from or "9") <= (case.discourse.day or "9")}
    n = case.claim.value.n
    if n == len(known):
        return supported((fact,))
    whole = book(case.discourse).listed(scope_of(fact), fact.setting.event or "", fact.setting.sex or "")
    if not whole or _of_a_while(case, detail) or not 0 < len(known) - n <= _NEAR or case.claim.modality != "asserted":
        return unverified("the list is not whole, or what is counted is not clear")
    return miscounted(case, case.span(detail.i, detail.j), len(known), (fact,), f"{len(known)} by {case.discourse.day}")


def _meant(case: Case, detail: Counted) -> Fact | None:
    """The last record of whoever is spoken of, where the citation means those of one person in one event."""
    discourse, part = case.discourse, case.claim.part
    found = next((c.found for c in cited(discourse) if c.part == part and c.citation.phrase.head.i == detail.head.i), None)
    if found is None or found.reason or found.field or not found.trials:
        return None
    facts = [t.fact for t in found.trials if t.cost == found.trials[0].cost]
    people = {
        x for p in discourse.parts[max(0, part - _BACK) : part + 1] for some in (p.topic, *(a.ids for a in p.actors)) for x in some[:1]
    }
    one = {(f.subject, f.predicate, f.setting) for f in facts}
    return max(facts, key=lambda f: f.valid_from or "") if len(one) == 1 and facts[0].subject in people else None


def _of_a_while(case: Case, detail: Counted) -> bool:
    """Whether a number counts those of a year, a place or an evening only: `his third since June`."""
    sentence, low = case.discourse.parts[case.claim.part].sentence, case.discourse.tokens.low
    end = next((k for k in range(detail.head.j, sentence.b) if sentence.segment(k) != sentence.segment(detail.i)), sentence.b)
    return not case.discourse.lexicon.sets["of_a_while"].isdisjoint(low[sentence.begins(sentence.segment(detail.i)) : end])

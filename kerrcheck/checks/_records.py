"""What the checks of records share: the record a claim means, and when one may be contradicted."""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.recordbook import scope_of
from kerrcheck.recordfit import Found
from kerrcheck.recordsaid import of
from kerrcheck.recordtail import NAMED


def judged(case: Case) -> Found:
    """The record that a claim means, and which of its words is wrong."""
    return of(case.discourse, case.claim.detail)


def other(right: Found) -> Verdict:
    """The verdict where this check's field is not the one that is wrong."""
    if right.fact is not None and right.field is None and right.reason is None:
        return supported(tuple(t.fact for t in right.trials[:2]))
    return unverified(right.reason or "another word of it is wrong")


def asserted(case: Case) -> bool:
    """Whether a claim is put forward as true: no question, no plan, no new record denied."""
    spoken = ("asserted", "quoted") if case.claim.detail.reading == "new" else ("asserted", "quoted", "negated")
    return case.claim.modality in spoken and not asked(case)


def asked(case: Case) -> bool:
    """Whether the sentence of a claim is a question."""
    discourse = case.discourse
    end = discourse.tokens.end[discourse.parts[case.claim.part].sentence.b - 1]
    return "?" in discourse.document.text[end : end + 2]


def named(cited: Citation) -> bool:
    """Whether the holder is named, and no pronoun that may mean another."""
    return cited.who is not None and cited.who.how in NAMED and len(cited.who.ids) == 1


def settled(fact: Fact | None) -> bool:
    """Whether a record may contradict a text: its sources agree."""
    return fact is not None and fact.standing != "contested"


def told(case: Case, fact: Fact) -> str:
    """A record in a sentence's words: whose, which, when."""
    person = case.discourse.store.people([fact.subject]).get(fact.subject)
    return f"{person.name if person else fact.subject}, {fact.value}, {fact.valid_from} ({scope_of(fact)})"

"""A quotation whose words have drifted from those on record.

Only where the same speaker's words are clearly meant: most of them stand as they were said, and some were changed. A part of a
quotation is no drift, nor is a change of type or spelling, nor another sentence on the same matter.

Flags::

    World Athletics president Sebastian Coe predicted “a race for the «decades → ages» between the two”.

Allows::

    World Athletics president Sebastian Coe predicted a “race for the ages”.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.fact import Fact
from kerrcheck.quoting import Drift, Words, drift, sentences
from kerrcheck.text import Span, fold

FAMILY = "coherence"
SEVERITY = "warning"
READS = ("quotation",)

_SURE = 0.85


class _Found(NamedTuple):
    """A sentence of the text that drifts from a stored one."""

    drift: Drift
    fact: Fact


def weigh(case: Case) -> Verdict | None:
    """Whether the words are those on record of their speaker."""
    found, borne = _read(case)
    if found:
        return found[0]
    return supported(borne) if borne else unverified("no such words are on record")


def review(cases: Sequence[tuple[Case, Verdict]]) -> Iterator[tuple[Case, Verdict]]:
    """The further sentences of quotations of which one has drifted."""
    for case, _ in cases:
        if case.claim.kind in READS:
            yield from ((case, verdict) for verdict in _read(case)[0][1:])


def _read(case: Case) -> tuple[list[Verdict], tuple[Fact, ...]]:
    """The drifts of a quotation's sentences, and the facts that bear others out."""
    facts = _candidates(case)
    drifts: list[Verdict] = []
    borne: list[Fact] = []
    for words in _sentences(case, case.discourse.tokens.span(case.claim.i, case.claim.j)) if facts else ():
        answers = _compared(case, words, facts)
        same = [fact for fact, answer in answers if answer is True]
        borne += same
        verdict = _drifted(case, [_Found(answer, fact) for fact, answer in answers if isinstance(answer, Drift)]) if not same else None
        drifts += [verdict] if verdict else []
    return drifts, tuple(dict.fromkeys(borne))


def _sentences(case: Case, span: Span) -> list[Words]:
    """The sentences of the quotation, by their places in the document."""
    text = case.discourse.document.text
    shifted = sentences(text[span.start : span.end], case.discourse.lexicon)
    return [Words(w.words, tuple((a + span.start, b + span.start) for a, b in w.places)) for w in shifted]


def _candidates(case: Case) -> list[Fact]:
    """The quotations on record that share words with the claim: its speaker's, or anybody's where the speaker is not known."""
    tokens, claim = case.discourse.tokens, case.claim
    words = {fold(word) for word in tokens.raw[claim.i : claim.j] if len(word) > 3}
    found = case.discourse.store.quotations(words) if words else ()
    ids = claim.owner.ids if claim.owner else ()
    return [fact for fact in found if not ids or fact.subject in ids]


def _compared(case: Case, words: Words, facts: list[Fact]) -> list[tuple[Fact, Drift | bool]]:
    """A sentence beside each sentence on record that it may be."""
    lexicon = case.discourse.lexicon
    found = []
    for fact in facts:
        answers = [drift(words, stored, fact.value) for stored in sentences(fact.value, lexicon)]
        known = [answer for answer in answers if answer is not None]
        if known:
            found.append((fact, True if True in known else max((a for a in known if isinstance(a, Drift)), key=lambda a: a.share)))
    return found


def _drifted(case: Case, found: list[_Found]) -> Verdict | None:
    """The drift from the nearest words on record; a fix where there is only one version of them."""
    if not found:
        return None
    best = max(found, key=lambda f: (f.drift.share, f.fact.id))
    if case.claim.owner is None and best.drift.share < _SURE:
        return None
    versions = {f.drift.stored for f in found if f.drift.share > best.drift.share - 0.1}
    at = Span(best.drift.start, best.drift.end)
    instead = best.drift.stored if len(versions) == 1 and best.drift.stored else None
    return Verdict(
        "conflicting", None, tuple(dict.fromkeys(f.fact for f in found)), at, tuple(sorted(versions)), instead,
        message=f"these words are on record as “{best.drift.stored}”",
    )  # fmt: skip

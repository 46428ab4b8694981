"""A record of the wrong scope: an Olympic record called a world record, a British one called European.

A record grows in the telling; a world record is every smaller one too, never the other way round.

Flags::

    Cole Hocker set a «world → Olympic» record of 3:27.65 in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker set an Olympic record of 3:27.65 in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._records import asserted, judged, named, other, settled, told
from kerrcheck.citations import Citation
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.recordbook import book, detail, rank
from kerrcheck.recordfit import Found
from kerrcheck.wording.records import scope

FAMILY = "records"
SEVERITY = "error"
READS = ("record-set", "record-stood")
_NATIONAL = "national"


def weigh(case: Case) -> Verdict | None:
    """Whether the record is of the scope written, else of which it is."""
    right, cited = judged(case), case.claim.detail
    if case.claim.modality == "negated" and cited.reading == "new":
        return supported() if right.field == "scope" else unverified("not put forward as true")
    if right.field not in ("scope", "indoor") or not settled(right.fact):
        return other(right)
    written = cited.phrase.scope
    if not asserted(case) or not _firm(case, right, cited) or _set_there(case, right.fact, cited):
        return unverified("which record it was is not clear")
    facts = tuple(t.fact for t in right.trials)
    if right.field == "indoor":
        return _roof(case, right, facts)
    return _scope(case, written, facts) if written else unverified("which record it was is not clear")


def _set_there(case: Case, fact: Fact | None, cited: Citation) -> bool:
    """Whether a record was set at the competition whose record it is said to be: a world record set at the Olympics is one of theirs."""
    if fact is None or rank(fact):
        return False
    editions, held = case.discourse.calendar.editions, str(detail(fact).get("competition", ""))
    series = editions[held].series if held in editions else ""
    return (case.discourse.lexicon.scope_of.get(series) or f"championship:{series}") in cited.phrase.scopes


def _firm(case: Case, right: Found, cited: Citation) -> bool:
    """Whether mark or day show which record is meant."""
    best = right.trials[0]
    if "mark" in best.agreed:
        return "holder" in best.agreed or (cited.who is None and not _foreign(case, best.fact)) or _team(case, cited, best.fact)
    if cited.reading == "new":
        return (
            "holder" in best.agreed
            and cited.who is not None
            and (named(cited) or (case.claim.bond != "none" and not _told_national(cited)))
            and _listed(case, cited, best.fact)
        )
    if cited.who is not None and cited.who.how == "epithet" and len(cited.who.ids) == 1 and rank(best.fact) == 0:
        return "holder" in best.agreed and book(case.discourse).stood(best.fact)
    fell = cited.breaks and named(cited) and book(case.discourse).fell(best.fact)
    return "holder" in best.agreed and (fell or bool({"day", "place"} & best.agreed))


def _told_national(cited: Citation) -> bool:
    """Whether a record is said to be a nation's, which tells against whoever a pronoun was taken to mean."""
    return any(code.startswith(_NATIONAL) for code in cited.phrase.scopes)


def _foreign(case: Case, fact: Fact) -> bool:
    """Whether a record is that of a nation which the sentence does not speak of, and of nobody whom the text names."""
    scope, _, code = fact.predicate.removeprefix("record:").partition(":")
    spoken = {c for m in case.discourse.parts[case.claim.part].sentence.kind("nation") for c, _ in m.value}
    return scope == "national" and code.partition(":")[0] not in spoken and fact.subject not in case.discourse.cast.full


def _team(case: Case, cited: Citation, fact: Fact) -> bool:
    """Whether a record is that of a team, and who is said to set it of its nation."""
    cast, day = case.discourse.cast, case.discourse.day
    return cited.who is not None and any(fact.subject in cast.nations(x, day) for x in cited.who.ids)


def _listed(case: Case, cited: Citation, fact: Fact) -> bool:
    """Whether a list is kept of the scope written, so that absence from it means something."""
    records = case.discourse.store.records(fact.setting.event or "", fact.setting.sex or "") if fact.setting else ()
    return all(
        ":" not in code or any(f.predicate == f"record:{code}" for f in records) or code.startswith("national:")
        for code in cited.phrase.scopes
    )


def _scope(case: Case, written: Mention, facts: tuple[Fact, ...]) -> Verdict:
    """The contradiction of the scope written, with the largest scope that is right."""
    at = case.span(written.i, written.j)
    codes = tuple(dict.fromkeys(f.predicate.removeprefix("record:").removesuffix(":indoor") for f in facts))
    instead = scope(case.raw(at), codes[0], case.discourse)
    return Verdict(
        "contradicted", None, facts[:3], at, codes[:1], instead, message=f"not the {case.raw(at)} record: {told(case, facts[0])}"
    )


def _roof(case: Case, right: Found, facts: tuple[Fact, ...]) -> Verdict:
    """The contradiction of a record under a roof that was set outdoors."""
    assert right.at is not None
    at = case.span(right.at.i, right.at.j)
    lexicon = case.discourse.lexicon
    return Verdict(
        "contradicted",
        None,
        facts[:1],
        at,
        (),
        lexicon.opposites.get(case.raw(at).lower()),
        message=f"not an indoor record: {told(case, facts[0])}",
    )

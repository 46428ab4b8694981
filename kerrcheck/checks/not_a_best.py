"""A personal best claimed that was none, or denied that was one.

A best is only a best if nothing better came before it.

Flags::

    Josh Kerr, second in the 1500m final at the Paris 2024 Olympic Games, did «not» set a personal best.

Allows::

    Josh Kerr, second in the 1500m final at the Paris 2024 Olympic Games, set a personal best.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._records import asked
from kerrcheck.fact import Fact
from kerrcheck.fitting import mark_agrees
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outing
from kerrcheck.recordbook import book, indoor
from kerrcheck.recordtail import whole

FAMILY = "records"
SEVERITY = "error"
READS = ("personal-best",)
_REACH = 3


def weigh(case: Case) -> Verdict | None:
    """Whether the athlete ran, jumped or threw a best in the contest reported."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or len(claim.owner.ids) != 1 or claim.value != "personal":
        return unverified("whose best it was is not clear")
    person = claim.owner.ids[0]
    here = [o for o in discourse.outings.of(person) if discourse.in_focus(o.setting.competition, o.day)]
    days = {o.day for o in here}
    bests = [f for f in discourse.store.facts_about(person) if f.predicate == "best" and f.valid_from]
    new = [f for f in bests if f.valid_from in days and (not discourse.day or (f.valid_from or "") <= discourse.day)]
    denied = _denied(case) if claim.modality == "negated" else None
    if new:
        return _wrongly(case, new, denied) if denied else supported(tuple(new[:1]))
    return _claimed(case, person, here) or unverified("no best of theirs in the contest reported is on record")


def _denied(case: Case) -> Mention | None:
    """The word that denies the setting of a best, right before its verb."""
    discourse = case.discourse
    sentence, low = discourse.parts[case.claim.part].sentence, discourse.tokens.low
    verbs = {m.i for m in sentence.kind("set")} | {
        t for t in range(sentence.a, sentence.b) if low[t] in discourse.lexicon.sets["record_done"]
    }
    near = [t for t in verbs if 0 < case.claim.i - t <= _REACH]
    words = [m for m in sentence.kind("modal") if m.value == "negated" and any(0 <= t - m.j <= 1 for t in near)]
    return words[0] if words else None


def _wrongly(case: Case, new: list[Fact], denied: Mention) -> Verdict:
    """The contradiction of a denial."""
    at = case.span(denied.i, denied.j)
    return Verdict("contradicted", None, tuple(new[:1]), at, message=f"{new[0].value} on {new[0].valid_from} was a personal best")


def _claimed(case: Case, person: str, here: list[Outing]) -> Verdict | None:
    """A best that is said to be new, against a better mark from before."""
    part, day = case.discourse.parts[case.claim.part], case.discourse.day
    events = {e for m in part.sentence.kind("event") for e in m.value} or set(part.carried)
    finals = [o for o in here if o.mark and o.day and o.round == "final" and o.setting.event in events and (not day or o.day <= day)]
    if len(finals) != 1 or not _new(case):
        return None
    final = finals[0]
    if _of_another(case, final):
        return None
    earlier = [
        f
        for f in case.discourse.store.facts_about(person)
        if _before(f, final) and final.mark and book(case.discourse).better(f, final.mark)
    ]
    if not earlier:
        return None
    start = case.claim.i - (case.discourse.tokens.low[case.claim.i - 1] in case.discourse.lexicon.sets["record_new"])
    last = earlier[-1]
    return Verdict(
        "contradicted", None, (last,), case.span(start, case.claim.j), message=f"no personal best: {last.value} on {last.valid_from}"
    )


def _of_another(case: Case, final: Outing) -> bool:
    """Whether a best is said of another outing than a final: of a mark that is not the final's, or in a round that is named."""
    here = [m for m in case.discourse.parts[case.claim.part].sentence.kind("quantity") if whole(m)]
    rounds = [m.value for m in case.discourse.parts[case.claim.part].sentence.kind("round")]
    other = bool(here) and not any(final.mark and mark_agrees(m.value, final.mark) for m in here)
    return other or any(value != final.round for value in rounds)


def _before(fact: Fact, final: Outing) -> bool:
    """Whether a fact is a best or record in the event, outdoors, from an earlier day."""
    listed = fact.predicate == "best" or (fact.predicate.startswith("record:") and not indoor(fact))
    return (
        listed and fact.setting is not None and fact.setting.event == final.setting.event and (fact.valid_from or "9") < (final.day or "")
    )


def _new(case: Case) -> bool:
    """Whether a best is put forward as set now: by its article, and with no other time or place beside it."""
    low, sets, claim = case.discourse.tokens.low, case.discourse.lexicon.sets, case.claim
    if low[claim.i - 1] not in sets["record_new"] or claim.modality != "asserted" or asked(case):
        return False
    context = claim.context
    here = all(set(r.editions) & set(case.discourse.focus) for r in (*context.refs, *context.near))
    return here and not context.past and not any(m.kind in ("date", "year", "ago") for m in context.days)

"""A wrong count or span: one medal too many, years that do not add up, a list that is shorter than the number before it.

Counted from whole lists, else only where more is on record than is told, and every way of counting is tried: with and without today's
contest, relays, indoors, by event; a span by the calendar or rounded. What no reading gives is wrong; `first` and `only` are left alone.

Flags::

    It is Josh Kerr's «third → second» Olympic medal, after silver in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    It is Josh Kerr's second Olympic medal, three years after bronze in the 1500m at the Tokyo Olympics.
"""

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._counting import colours, expected, kin, miscounted, pool, readings, understood, whole
from kerrcheck.checks._honours import Honour, meant
from kerrcheck.checks._record_counts import numbered
from kerrcheck.checks._spans import measured
from kerrcheck.claims.tally import Counted, Tally

FAMILY = "context"
SEVERITY = "error"
READS = ("tally",)
_SLIP, _NEAR = 2, 2


def weigh(case: Case) -> Verdict | None:
    """Whether the number is right by some way of counting."""
    what = case.claim.value.what
    if what in ("span", "record"):
        return measured(case, case.claim.detail) if what == "span" else numbered(case)
    detail: Counted = case.claim.detail
    if case.claim.modality == "negated":
        return unverified("it is denied")
    if what == "list" or detail.listed > 1:
        return _listing(case, detail)
    owners = meant(case, case.claim.owner, case.claim.value.events)
    if len(owners) != 1 or not case.discourse.day:
        return unverified("whose it is, or on which day, is not clear")
    if case.discourse.day > case.discourse.store.complete_to:
        return unverified("later than the record reaches")
    return _colours(case, owners[0]) if what in ("colour", "set") else _count(case, owners[0])


def _listing(case: Case, detail: Counted) -> Verdict:
    """The verdict on a number that its own list follows."""
    tally, owners = case.claim.value, meant(case, case.claim.owner, case.claim.value.events)
    if detail.listed == tally.n:
        return supported()
    if tally.ordinal and len(owners) == 1 and expected(case, pool(case, owners[0], tally), understood(case, tally)) == tally.n:
        return supported()
    if tally.ordinal and abs(tally.n - detail.listed) > _SLIP:
        return unverified("the list may not be whole")
    return miscounted(case, case.span(detail.i, detail.j), detail.listed, (), f"{detail.listed} are listed")


def _count(case: Case, id_: str) -> Verdict:
    """The verdict on medals, titles or wins."""
    tally = case.claim.value
    everything = pool(case, id_, tally)
    facts = tuple(f for h in everything for f in h.facts)
    if tally.n in readings(case, everything, tally):
        return supported(facts)
    told = understood(case, tally)
    if _loose(case) or (tally.ordinal and tally.n == 1) or not (whole(case, id_, told) or _too_few(case, everything, told)):
        return unverified("the list is not whole, or what is counted is not clear")
    n = expected(case, everything, told)
    if n is None or abs(n - tally.n) > _SLIP:
        return unverified("so little of it is on record that something else may be counted")
    if _anothers(case, id_, told):
        return unverified("it may be somebody else's of whom the text tells")
    return miscounted(case, case.span(case.claim.detail.i, case.claim.detail.j), n, facts, f"{n} by {case.discourse.day}")


def _too_few(case: Case, held: list[Honour], told: Tally) -> bool:
    """Whether more than so many are on record of the competition named, in single events, whatever a list that is not whole leaves out."""
    alone = [h for h in held if h.series in told.series and not h.relay]
    return len(told.series) == 1 and case.claim.value.series != () and len(alone) > told.n


def _loose(case: Case) -> bool:
    """Whether the sentence counts at another time, or a team's or a year's medals, or who counts is a guess."""
    claim = case.claim
    sentence = case.discourse.parts[claim.part].sentence
    guess = claim.owner is not None and claim.owner.how in ("pronoun", "elided") and not _alone(case)
    days = (m for m in sentence.kind("ago", "years", "today") if abs(m.i - claim.i) <= 8)
    here = (m for m in days if m.i < claim.i or sentence.segment(m.i) == sentence.segment(claim.i))
    return guess or claim.context.past or any(here)


def _anothers(case: Case, id_: str, told: Tally) -> bool:
    """Whether a number that is given to nobody by name is that of somebody else who was named shortly before."""
    cast, owner = case.discourse.cast, case.claim.owner
    if owner is None or owner.how in NAMED or _taken_up(case):
        return False
    near = case.discourse.parts[max(0, case.claim.part - _NEAR) : case.claim.part + 1]
    others = {x for part in near for a in part.actors for x in a.ids[:1] if x != id_ and cast.sex((x,)) == cast.sex((id_,))}
    return any(expected(case, pool(case, x, told), told) == told.n for x in sorted(others))


def _alone(case: Case) -> bool:
    """Whether nobody else of the sentence or the topic may be meant."""
    part, owner = case.discourse.parts[case.claim.part], case.claim.owner
    ids = {a.ids for a in part.actors if a.ids} | ({part.topic} if part.topic and not _taken_up(case) else set())
    return owner is not None and ids <= {owner.ids}


def _taken_up(case: Case) -> bool:
    """Whether a pronoun takes up somebody named before it in its own sentence."""
    part, owner = case.discourse.parts[case.claim.part], case.claim.owner
    return owner is not None and any(a.how in NAMED and a.ids == owner.ids and a.j <= case.claim.i for a in part.actors)


def _colours(case: Case, id_: str) -> Verdict:
    """The verdict on colours that are missing."""
    told = understood(case, case.claim.value._replace(place=0))
    series = kin(case.discourse, told.series)
    held = [h for h in pool(case, id_, told) if h.series in series]
    missing = 3 - len(colours(held))
    facts = tuple(f for h in held for f in h.facts)
    if case.claim.value.n == missing:
        return supported(facts)
    if case.claim.value.what == "set" or not told.series or not whole(case, id_, told):
        return unverified("which medals are counted is not clear")
    return miscounted(case, case.span(case.claim.detail.i, case.claim.detail.j), missing, facts, f"{missing} missing")

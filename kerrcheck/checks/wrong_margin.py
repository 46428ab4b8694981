"""A margin that is not the difference of its two marks.

The sum is recomputed from the record and from the marks in the text; any pair that the words may mean excuses it. Of a race that is not on
record, the marks that the text gives the winner and whoever was second or third are enough.

Flags::

    Josh Kerr finished «0.41 → 0.14» seconds behind Cole Hocker in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr finished 0.14 seconds behind Cole Hocker in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.apart import Difference
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._another_meeting import of_another_contest
from kerrcheck.checks._elsewhere_apart import of_one_of_them, told_there
from kerrcheck.checks._framed import framed
from kerrcheck.checks._slipped_gap import agrees, comparable, digits, of_the_race_told, slip, slipped
from kerrcheck.claims.margin import Gap
from kerrcheck.differences import APART, differences
from kerrcheck.shown import printed_apart, scored
from kerrcheck.wording.gaps import gap

FAMILY = "results"
SEVERITY = "error"
READS = ("margin",)
_CLEAR, _JUST_BEFORE = 3, 2
_TENTH, _FAR, _MINUTE = 100, 12, 60_000
# What a margin may be measured from that is no person, and how far behind an article it stands.
_MEASURED, _NOUN = frozenset(("best", "medal", "ordinal", "placing", "quantity", "record", "winner")), 3
_RIVALS, _OLDER = "rivals", "older"
_VAGUE = "what it is the difference of is not clear"
_UNITS = {"s": " s", "m": " m", "pts": " points", "?": ""}


def weigh(case: Case) -> Verdict | None:
    """Whether the margin is one of the differences that may be meant."""
    claim = case.claim
    pair = framed(case) if claim.modality == "asserted" else None
    if pair is not None:
        return supported() if agrees(claim.value, pair) else _contradicted(case, pair)
    all_ = differences(case.discourse, claim)
    found = _candidates(case, all_)
    rivals = claim.other is not None and bool(found) and found[0].rank <= 1 and claim.detail.between != _OLDER
    limit = (APART if rivals else 9) if claim.value.bound == "=" else (found[0].rank + (found[0].rank > 1) if found else 0)
    other = APART if claim.other is not None else limit
    fitting = next((d for d in found if agrees(claim.value, d) and (d.rank <= limit or d.rank == other)), None)
    if fitting:
        return supported(fitting.facts)
    if any(agrees(claim.value, d) for d in (*scored(case.discourse, claim), *_to_another(case, all_))):
        return supported()
    if claim.detail.between == _OLDER and any(agrees(claim.value, d) for d in printed_apart(case.discourse, claim, 1, 0)):
        return supported()
    verdict = _by_words(case, found)
    open_ = verdict.kind == "unverified" and not any(agrees(claim.value, d) for d in found)
    meant = (slipped(case, found) or of_the_race_told(case)) if open_ else None
    verdict = _contradicted(case, meant) if meant else verdict
    return _of_this_contest(case, verdict)


def _to_another(case: Case, all_: list[Difference]) -> list[Difference]:
    """The differences to others told of just before, whom a pronoun may mean as well."""
    who = case.claim.other
    return [d for d in all_ if d.rank == APART] if who is not None and who.how == "pronoun" else []


def _of_this_contest(case: Case, verdict: Verdict) -> Verdict:
    """A verdict, withheld where the margin may be of another contest or day, unless the marks of the race told are against it."""
    if verdict.kind == "contradicted" and of_another_contest(case, verdict):
        told = of_the_race_told(case)
        return _contradicted(case, told) if told else unverified(_VAGUE)
    return verdict


def _by_words(case: Case, found: list[Difference]) -> Verdict:
    """What the words around a margin make of the differences, none of which it is."""
    claim = case.claim
    if not found or found[0].rank > _CLEAR or claim.modality != "asserted":
        return unverified(_VAGUE)
    if not claim.detail.places and not (claim.detail.won and claim.other) and (claim.owner is None or not claim.owner.ids):
        return unverified("whose margin it is is not clear")
    if _printed_before(case):
        return unverified(_VAGUE)
    return _against(case, found) if _told(case, found[0]) else unverified(_VAGUE)


def _printed_before(case: Case) -> bool:
    """Whether a margin that is of two marks printed further up may be somebody else's: a hedged one on a record, or of one pointed at."""
    claim = case.claim
    hedged = claim.value.bound in "<->" and claim.detail.record
    if not hedged and (claim.owner is None or claim.owner.how in NAMED or claim.value.milli % _TENTH == 0):
        return False
    return any(agrees(claim.value, d) for d in printed_apart(case.discourse, claim, _FAR, 0))


def _candidates(case: Case, all_: list[Difference]) -> list[Difference]:
    """The differences that a margin may be; only the one between the two people named where nothing points elsewhere."""
    claim = case.claim
    found = [d for d in all_ if claim.value.unit in ("?", d.one.unit)]
    if claim.detail.places or (claim.detail.won and found and found[0].rank == 0):
        return [d for d in found if d.rank == 0]
    if found and found[0].rank == 1 and claim.detail.between:
        return [d for d in found if d.rank == 1]
    elsewhere = claim.context.past or claim.context.refs or claim.bond == "none" or claim.detail.between != _RIVALS
    return [d for d in found if d.rank == 0] if found and found[0].rank == 0 and not elsewhere else found


def _told(case: Case, best: Difference) -> bool:
    """Whether the words say firmly enough what the margin is the difference of, and no team right before it owns it."""
    claim = case.claim
    told: Gap = claim.detail
    if any(x.j == claim.i for x in case.discourse.parts[claim.part].sentence.kind("nation")) or not _alike(best):
        return False
    if (best.rank and not told.between) or _of_a_record(case, best) or _of_something_else(case) or of_one_of_them(case):
        return False
    if told.between == _OLDER and best.rank == _CLEAR and not (told.record or told.best or told.marks):
        return False
    near = best.rank == 0 and slip(claim.value, best.milli)
    pronoun = claim.other is not None and claim.other.how == "pronoun" and not near and not (best.rank == 0 and _alone(case, claim.other))
    elsewhere = best.rank == 1 and claim.other is not None and told.between == _RIVALS
    if elsewhere and not (told_there(case, best) or slip(claim.value, best.milli)):
        return False
    like = comparable(claim.value, best) or (best.rank <= 1 and digits(claim.value, best) <= 1)
    record = told.record and slip(claim.value, best.milli) and any(f.predicate.startswith("record:") for f in best.facts)
    bound = claim.bond != "none" or bool(told.places) or told.won or near or record or _spoken_of(case, best)
    return like and not pronoun and bound


def _alone(case: Case, who: Actor) -> bool:
    """Whether a pronoun takes up the only person of the sentence before, or the only other one of its own."""
    claim, parts = case.claim, case.discourse.parts
    here, before = parts[claim.part], parts[max(0, claim.part - 1)]
    others = {a.ids for a in here.actors if a.ids and a.j <= claim.i and claim.owner and a.ids != claim.owner.ids}
    if others == {who.ids}:
        return True
    named = {a.ids for a in before.actors if a.ids}
    return bool(claim.part) and named == {who.ids} and before.sentence.paragraph == here.sentence.paragraph


def _alike(best: Difference) -> bool:
    """Whether two marks can be of one event, and neither a margin itself."""
    return 2 * min(best.one.milli, best.two.milli) > max(best.one.milli, best.two.milli)


def _of_something_else(case: Case) -> bool:
    """Whether a margin is to somebody or something that only a description names: `behind our man`, `short of the last berth`."""
    claim, low, sets = case.claim, case.discourse.tokens.low, case.discourse.lexicon.sets
    sentence = case.discourse.parts[claim.part].sentence
    at = claim.detail.way.j if claim.detail.way else claim.j + (low[claim.j : claim.j + 1] != [] and low[claim.j] in sets["shortfalls"])
    at += at < sentence.b and low[at] in sets["of"]
    if claim.other is not None or at >= sentence.b or sentence.segment(at) != sentence.segment(claim.i) or low[at] not in sets["described"]:
        return False
    titles = {x.i for x in sentence.kind("champion")}
    return not any(at <= x.i <= at + _NOUN for x in sentence.mentions if x.kind in _MEASURED and not (x.kind == "winner" and x.i in titles))


def _spoken_of(case: Case, best: Difference) -> bool:
    """Whether a margin of nobody in particular (`the difference was 0.90`) is a figure away from that of those told just before."""
    cue, sets = case.claim.detail.cue, case.discourse.lexicon.sets
    return cue in sets["margin_nouns"] | sets["summing_up"] and best.rank <= _JUST_BEFORE and digits(case.claim.value, best) == 1


def _of_a_record(case: Case, best: Difference) -> bool:
    """Whether the margin is that of a record right before it (`a record by 0.71`), and the difference is not from one."""
    sentence = case.discourse.parts[case.claim.part].sentence
    said = any(0 <= case.claim.i - x.j <= 1 for x in sentence.kind("record"))
    return said and not any(f.predicate.startswith("record:") for f in best.facts)


def _against(case: Case, found: list[Difference]) -> Verdict:
    """The contradiction by the likeliest difference; of several equally likely ones by the one most like the margin."""
    best, value = found[0], case.claim.value
    equal = [d for d in found if d.rank == best.rank]
    if best.rank > 0 and len({d.milli for d in equal}) > 1:
        best = min(equal, key=lambda d: digits(value, d))
        if best.rank == _CLEAR and not digits(value, best):
            return unverified("more than one difference may be meant")
    slips = {d.milli: d for d in reversed(found) if d.rank <= APART and slip(value, d.milli)}
    alone = best.rank > 0 and not slip(value, best.milli) and len(slips) == 1
    return _contradicted(case, next(iter(slips.values())) if alone else best)


def _contradicted(case: Case, best: Difference) -> Verdict:
    """The contradiction with its sum, in minutes and seconds from a minute on."""
    claim, unit = case.claim, best.one.unit
    right = f"{best.milli / 1000:.{max(2, claim.value.precision) if unit == 'pts' else 2}f}"
    right = right.rstrip("0").rstrip(".") if unit == "pts" else right
    said = best.one._replace(milli=best.milli).text() if unit == "s" and best.milli >= _MINUTE else f"{right}{_UNITS[unit]}"
    slow, fast = sorted((best.one, best.two), key=lambda m: -m.milli)
    total = f"{case.raw(case.span())}: {slow.text()} − {fast.text()} = {said}"
    instead = gap(case.raw(case.span()), best.milli, unit, case.discourse.lexicon, claim.value.bound)
    return Verdict(
        "contradicted", None, best.facts, case.span(), (right,), instead,
        message=f"the difference is {said}, not {case.raw(case.span())}", sum=total,
    )  # fmt: skip

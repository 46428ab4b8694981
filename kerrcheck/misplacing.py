"""Misplacing: a year or a town with which what a sentence tells of people is wrong, and all right with one other edition of the series.

A champion of a year who was none then, a silver that was another's: one wrong year explains both. A single feat is enough where the
athlete is named and had it once only, and the record of the year that is written gives it to somebody else.
"""

from collections.abc import Iterator, Sequence

from kerrcheck.actors import NAMED
from kerrcheck.checks import Case, Verdict
from kerrcheck.discourse import Discourse, Part
from kerrcheck.entity import Edition
from kerrcheck.feats import Feat, at_which, denied, feats
from kerrcheck.mentions import Mention
from kerrcheck.statuses import of_status
from kerrcheck.wording import numbers

Found = tuple[list[int], Verdict, str]
_FAR, _BEHIND, _ENOUGH = 8, 6, 2
_CHECKS = {"date": "wrong-date", "venue": "wrong-venue"}
_TELLING = ("medal", "placing", "title", "champion", "quantity", "record", "ordinal", "finish")
_TOLD = ("title", "result-placing", "competition")


def misplaced(cases: Sequence[Case], verdicts: Sequence[Verdict]) -> Iterator[Found]:
    """For each year or town that is wrong so: the places of the claims, the one verdict and the check that it is of."""
    by: dict[int, list[tuple[int, Case]]] = {}
    for k, case in enumerate(cases):
        by.setdefault(case.claim.part, []).append((k, case))
    for number, some in by.items():
        words = [(k, c) for k, c in some if _place_or_year(c) and verdicts[k].kind != "supported" and not _settled(c, verdicts[k])]
        told = list(feats(words[0][1].discourse, number, some)) if words and words[0][1].discourse.day else []
        for k, case in words if told else ():
            found = _wrong(case, told)
            if found is not None:
                hung = [n for n, c in some if c.claim.kind in _TOLD and verdicts[n].kind == "contradicted" and _of(c, case.claim.detail)]
                yield [k, *hung], found, _CHECKS[case.claim.kind]


def _settled(case: Case, verdict: Verdict) -> bool:
    """Whether something else is known to be wrong where a word stands."""
    return verdict.kind == "contradicted" and verdict.at is not None and verdict.at != case.span()


def _place_or_year(case: Case) -> bool:
    """Whether a claim is a year or a town that is asserted and says more than which champion somebody is."""
    claim, m = case.claim, case.claim.detail
    if claim.kind not in _CHECKS or m.kind not in ("year", "city") or claim.modality == "quoted" or case.discourse.tokens.quoted[m.i]:
        return False
    return not of_status(case.discourse.parts[claim.part].sentence, m)


def _wrong(case: Case, told: Sequence[Feat]) -> Verdict | None:
    """The verdict on a year or a town, where the feats that hang on it are of one other edition."""
    discourse, m = case.discourse, case.claim.detail
    part = discourse.parts[case.claim.part]
    mine = [f for f in told if _hangs(discourse, part, f, m)]
    if not mine or len({f.series for f in mine}) > 1 or (len(mine) < _ENOUGH and not _firm(part, mine[0])):
        return None
    found = [at_which(discourse, f) for f in mine]
    right = [e for e in found[0] if all(e in others for others in found) and _goes_with(discourse, part, e, m)]
    if len(right) != 1 or fits(discourse, m, right[0]) or not _refuted(discourse, mine, m, right[0]):
        return None
    return _verdict(case, right[0])


def _firm(part: Part, feat: Feat) -> bool:
    """Whether one feat alone can tell: of somebody who is named in the sentence, and no title that is held for years."""
    return not feat.reigns and any(a.how in NAMED and a.ids == feat.who.ids for a in part.actors)


def _hangs(discourse: Discourse, part: Part, feat: Feat, m: Mention) -> bool:
    """Whether a feat is told of a year or a town: in its segment, behind it with `when`, or before it where a segment says no more.

    What is `since` then is told of another's feat.
    """
    sentence = part.sentence
    if discourse.lexicon.sets["since_words"] & {*discourse.tokens.low[feat.i : m.i]}:
        return False
    here, there = sentence.segment(m.i), sentence.segment(feat.i)
    if there == here + 1:
        return sentence.opens_with(there, "times") or sentence.opens_with(there, "place_relative")
    if feat.i > m.i or any(x.kind == m.kind and feat.i < x.i < m.i for x in sentence.mentions):
        return False
    alone = not any(x.kind in _TELLING for x in sentence.within(here)) and not any(sentence.segment(a.i) == here for a in part.actors)
    return m.i - feat.i <= _BEHIND + 4 and (here == there or (here == there + 1 and alone))


def fits(discourse: Discourse, m: Mention, e: Edition) -> bool:
    """Whether a year or a town is an edition's."""
    if m.kind == "year":
        return m.value in (e.year, int((e.start or "0")[:4]))
    place = discourse.store.place(e.city or "", "city")
    return bool({id_ for id_, _ in m.value} & {e.city, *(place.near if place else ())})


def _goes_with(discourse: Discourse, part: Part, e: Edition, m: Mention) -> bool:
    """Whether an edition is that of the other word beside one: of its year for a town, of its town for a year."""
    beside = [x for x in part.sentence.kind("year", "city") if x.kind != m.kind and abs(x.i - m.i) <= _BEHIND]
    if m.kind == "city" and not beside and not any(fits(discourse, m, x) for x in discourse.calendar.by_series[e.series]):
        return False
    return all(fits(discourse, x, e) for x in beside) and (m.kind == "city" or abs(e.year - m.value) <= _FAR)


def _refuted(discourse: Discourse, mine: Sequence[Feat], m: Mention, right: Edition) -> bool:
    """Whether each edition that a year or a town allows gives some feat to somebody else, and nothing else of that time can be meant."""
    said = [e for e in discourse.calendar.by_series[right.series] if fits(discourse, m, e) and (e.start or "9") <= (discourse.day or "")]
    if not all(any(denied(discourse, f, e) for f in mine) for e in said):
        return False
    if any(_another(discourse, f, m) for f in mine):
        return False
    return m.kind == "year" or all(f.named for f in mine)


def _another(discourse: Discourse, feat: Feat, m: Mention) -> bool:
    """Whether somebody had such a place elsewhere in that year or town, which may be meant as the series is not named."""
    return not feat.named and any(
        o.series != feat.series and feat.place in o.places and (str(o.year) == str(m.value) or (o.day or "")[:4] == str(m.value))
        for o in discourse.outings.of(feat.who.ids[0])
    )


def _of(case: Case, m: Mention) -> bool:
    """Whether a claim rests on a year or a town."""
    claim = case.claim
    if claim.kind == "competition":
        return any(p.i == m.i for p in claim.detail.parts)
    return (
        (claim.kind == "title" and m.kind == "year" and m.value in claim.value.years)
        or any(x.i == m.i for x in claim.context.days)
        or claim.i > m.i
    )


def _verdict(case: Case, e: Edition) -> Verdict:
    """The contradiction, with the year or the town of the edition."""
    at = case.span()
    raw = case.raw(at)
    place = case.discourse.store.place(e.city or "", "city")
    said = numbers.year(raw, e.year, case.discourse.lexicon) if case.claim.kind == "date" else place.name if place else None
    return Verdict("contradicted", None, (), at, (e.id,), said, message=f"what is told here was at {e.name}, not {raw}")

"""Settling: assertions into facts, the same whatever order they come in.

A ruling decides for good. Else the better tier does, then the number of independent sources; a later date decides only
between statements of one publisher. What is left is contested. Losers are kept in `against`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kerrcheck.fact import MANY, Assertion, Evidence, Fact, Ruling, several_at_once
from kerrcheck.statement import Setting
from kerrcheck.values.mark import parse
from kerrcheck.weighing import Sources, best

_MEASURED = ("best", "mark", "record")
Lost = tuple[tuple[str, Evidence], ...]
Rulings = Mapping[tuple[str, str, str | None], Sequence[Ruling]]


def settle(assertions: Iterable[Assertion], sources: Sources, rulings: Iterable[Ruling] = ()) -> list[Fact]:
    """All facts that follow from assertions, in the order of their natural keys."""
    decided = ruled(rulings)
    rules = (ruling.assertion() for about in decided.values() for ruling in about)
    ordered = sorted({*assertions, *rules}, key=_place)
    groups = groupby(ordered, key=lambda a: (a.subject, a.predicate, a.contest))
    return [fact for _, group in groups for fact in settle_about(list(group), sources, decided)]


def ruled(rulings: Iterable[Ruling]) -> Rulings:
    """Rulings by what they are about."""
    found = defaultdict(list)
    for ruling in sorted(rulings, key=lambda r: (r.date, r.value, r.by)):
        found[ruling.subject, ruling.predicate, ruling.contest].append(ruling)
    return found


def settle_about(group: Sequence[Assertion], sources: Sources, rulings: Rulings) -> Iterator[Fact]:
    """The facts about one subject, predicate and contest: one at a time, or one for each value where many may hold."""
    about = rulings.get((group[0].subject, group[0].predicate, group[0].contest), ())
    if len(group) == 1 and not about:
        yield _alone(group[0])
        return
    group = sorted(set(group), key=_place)
    own = {ruling.source().id for ruling in about}
    group = [a for a in group if a.evidence.source not in own] or group
    if group[0].predicate in MANY:
        yield from _each(group, about)
        return
    by_start = defaultdict(list)
    for assertion in group:
        by_start[assertion.valid_from].append(assertion)
    for start in sorted(by_start, key=lambda day: day or ""):
        for rivals in _rivals(by_start[start]):
            yield _one(rivals, sources, [r for r in about if r.day in (None, start)])


def _alone(a: Assertion) -> Fact:
    """The fact that one assertion makes when nothing else is said."""
    return Fact(
        a.subject,
        a.predicate,
        a.value,
        Setting.from_key(a.contest) if a.contest else None,
        None,
        a.valid_from,
        a.valid_to,
        a.known_from,
        standing="derived" if a.derived else "settled",
        detail=a.detail,
        evidence=(a.evidence,) if a.evidence.source else (),
    )


def _rivals(group: Sequence[Assertion]) -> list[Sequence[Assertion]]:
    """Statements of which one can hold."""
    said = {(a.evidence.source, a.value) for a in group}
    if len(said) == len({source for source, _ in said}) or not several_at_once(group[0].predicate, group[0].contest):
        return [group]
    return list(_by_value(group).values())


def _each(group: Sequence[Assertion], about: Sequence[Ruling]) -> Iterator[Fact]:
    """Many values may hold; a ruling on one of them rejects those that no ruling names."""
    by_value = defaultdict(list)
    for assertion in group:
        by_value[assertion.value].append(assertion)
    allowed = {ruling.value: ruling for ruling in about}
    lost = tuple((a.value, a.evidence) for a in group if allowed and a.value not in allowed)
    for value in sorted(set(allowed) or set(by_value)):
        ruling = allowed.get(value)
        for backers in _periods(by_value[value]) or ([],):
            yield _fact(group[0], value, backers, lost if ruling else (), "ruled" if ruling else "settled", ruling)


def _periods(backers: Sequence[Assertion]) -> list[list[Assertion]]:
    """Statements by the day they start from; those without one back the others where there are any."""
    dated = defaultdict(list)
    for assertion in backers:
        dated[assertion.valid_from].append(assertion)
    undated = dated.pop(None, [])
    if not dated:
        return [undated] if undated else []
    return [dated[start] + undated for start in sorted(dated, key=str)]


def _one(rivals: Sequence[Assertion], sources: Sources, about: Sequence[Ruling]) -> Fact:
    """One value holds: the ruled one, the best supported one, or the first of those that stay contested."""
    if not about and len(rivals) == 1:
        return _alone(rivals[0])
    backers = _by_value(rivals)
    if about:
        value, standing = about[-1].value, "ruled"
        value = next((v for v in sorted(backers) if agrees(rivals[0].predicate, v, value)), value)
    else:
        value, standing = best(backers, sources)
    lost = tuple((a.value, a.evidence) for other in sorted(backers) if other != value for a in sorted(backers[other], key=_place))
    return _fact(rivals[0], value, backers.get(value, []), lost, standing, about[-1] if about else None)


def _by_value(rivals: Sequence[Assertion]) -> dict[str, list[Assertion]]:
    """Rivals by value, a coarser writing counted with the one finer value that it agrees with."""
    found = defaultdict(list)
    for assertion in rivals:
        found[assertion.value].append(assertion)
    for coarse in sorted(found, key=lambda v: (len(v), v)):
        finer = [v for v in found if len(v) > len(coarse) and agrees(rivals[0].predicate, coarse, v)]
        finest = [v for v in finer if not any(len(w) > len(v) and agrees(rivals[0].predicate, v, w) for w in finer)]
        if len(finest) == 1:
            found[finest[0]] += found.pop(coarse)
    return dict(found)


def agrees(predicate: str, coarse: str, fine: str) -> bool:
    """Whether two writings of a predicate's value are the same at the coarser precision."""
    if coarse == fine:
        return True
    if predicate.partition(":")[0] in _MEASURED:
        one, other = parse(coarse), parse(fine)
        return one is not None and other is not None and one.agrees(other)
    return len(coarse) >= 4 and fine.startswith(f"{coarse}-")


def _fact(about: Assertion, value: str, backers: Sequence[Assertion], lost: Lost, standing: str, ruling: Ruling | None) -> Fact:
    """A fact from those who say so, in the order of their places."""
    ordered = sorted(backers, key=_place)
    first = ordered[0] if ordered else about._replace(detail=None)
    evidence = tuple(dict.fromkeys(a.evidence for a in ordered if a.evidence.source))
    if ruling:
        evidence = tuple(dict.fromkeys((ruling.assertion().evidence, *evidence)))
    elif ordered and standing == "settled" and all(a.derived for a in ordered):
        standing = "derived"
    start = first.valid_from if ordered or not ruling else ruling.day
    return Fact(
        *(about.subject, about.predicate, value, Setting.from_key(about.contest) if about.contest else None),
        valid_from=start,
        valid_to=min((a.valid_to for a in ordered if a.valid_to), default=None),
        known_from=min((a.known_from for a in ordered if a.known_from), default=None),
        standing=standing,
        detail=next((a.detail for a in ordered if a.detail), None),
        evidence=evidence,
        against=tuple(dict.fromkeys(lost)),
    )


def _place(assertion: Assertion) -> tuple[str, ...]:
    """Where an assertion comes among others, whatever order it was made in; dated ones first."""
    a = assertion
    optional = (a.contest, a.valid_from or "~", a.value, a.evidence.source, a.evidence.locator)
    rest = (a.valid_to, a.known_from, a.detail, "derived" if a.derived else "")
    return (a.subject, a.predicate, *(part or "" for part in (*optional, *rest)))

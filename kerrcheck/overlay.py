"""Layers: what one store says laid over what another says, by natural keys."""

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from kerrcheck.fact import MANY, Fact, is_dated_mark
from kerrcheck.settle import agrees
from kerrcheck.succession import Step, ends

T = TypeVar("T", bound=tuple[object, ...])
Key = tuple[Hashable, ...]


def over(upper: T | None, lower: T | None) -> T | None:
    """One description of a thing over another: its blanks are filled from below."""
    if upper is None or lower is None:
        return upper or lower
    make: Callable[..., T] = type(upper)
    return make(*(high or low for high, low in zip(upper, lower, strict=True)))


def laid_over(lower: Iterable[Fact], upper: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of two layers: where both know, the upper one counts and the lower one is shown against it."""
    known: dict[Key, list[Fact]] = defaultdict(list)
    told: dict[Key, list[Fact]] = defaultdict(list)
    for fact in lower:
        known[_about(fact)].append(fact)
    for fact in upper:
        told[_about(fact)].append(fact)
    for about, facts in told.items():
        known[about] = _laid(known[about], facts) if about in known else facts
    return tuple(fact for facts in known.values() for fact in facts)


def _about(fact: Fact) -> Key:
    """What a fact is an answer to; where many answers may hold, the answer too."""
    several = fact.predicate in MANY or is_dated_mark(fact.predicate)
    return (fact.subject, fact.predicate, fact.setting, fact.value if several else None)


def _laid(lower: list[Fact], upper: list[Fact]) -> list[Fact]:
    """The answers of two layers to one question; one without a day meets all of them."""
    backed = [old for old in lower if any(_meet(old, fact) and _alike(old, fact) for fact in upper)]
    found = [old for old in lower if not any(_meet(old, fact) for fact in upper)]
    for fact in upper:
        rivals = [old for old in lower if _meet(old, fact)]
        alike = [old for old in rivals if _alike(old, fact)]
        lost = [old for old in rivals if old not in backed]
        if alike:
            found += [_joined(old, fact) for old in alike]
            found += [old for old in lost if _dated_apart(old, fact, alike)]
        elif fact.standing == "derived" and rivals:
            found += [_against(old, [fact]) for old in lost]
        else:
            found.append(_against(fact, lost))
    return found


def _meet(old: Fact, fact: Fact) -> bool:
    """Whether two answers are for the same time."""
    return fact.valid_from is None or old.valid_from == fact.valid_from


def _dated_apart(old: Fact, fact: Fact, alike: Sequence[Fact]) -> bool:
    """Whether an answer held at another time than the one that an undated answer agrees with: both stay."""
    return fact.valid_from is None and all(old.valid_from != other.valid_from for other in alike)


def _alike(old: Fact, fact: Fact) -> bool:
    coarse, fine = sorted((fact.value, old.value), key=len)
    return agrees(fact.predicate, coarse, fine)


def _joined(lower: Fact, upper: Fact) -> Fact:
    """Two layers that agree: the finer writing, with the evidence of both."""
    value = max(upper.value, lower.value, key=len)
    evidence = tuple(dict.fromkeys((*upper.evidence, *lower.evidence)))
    against = tuple(dict.fromkeys((*upper.against, *lower.against)))
    standing = lower.standing if upper.standing == "derived" else upper.standing
    filled = over(upper, lower) or upper
    detail = _details(lower.detail, upper.detail)
    return filled._replace(value=value, detail=detail, evidence=evidence, against=against, standing=standing)


def _details(lower: str | None, upper: str | None) -> str | None:
    """What two layers say beside a statement, as one: what the upper one leaves open is filled from below."""
    if not lower or not upper or lower == upper or lower[0] != "{" or upper[0] != "{":
        return upper or lower
    return json.dumps({**json.loads(lower), **json.loads(upper)}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _against(fact: Fact, lost: Sequence[Fact]) -> Fact:
    """A fact with what it outvotes."""
    if not lost:
        return fact
    values = [(old.value, evidence) for old in lost for evidence in old.evidence]
    older = [pair for old in lost for pair in old.against if pair[0] != fact.value]
    return fact._replace(against=tuple(dict.fromkeys((*fact.against, *values, *older))))


def ended(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts of several layers, oldest first, each record or best ending when the next one of any layer was set."""
    histories: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        whose = fact.subject if fact.predicate == "best" else None
        own = None if is_dated_mark(fact.predicate) and fact.valid_from else fact.id
        histories[fact.predicate, fact.setting, whose, own].append(fact)
    found: list[Fact] = []
    for key, history in histories.items():
        found += _ended(history) if key[-1] is None else history
    return tuple(sorted(found, key=lambda fact: (fact.valid_from or "", fact.predicate, fact.subject)))


def _ended(history: list[Fact]) -> list[Fact]:
    steps = [Step(fact.valid_from or "", fact.value, fact.valid_to) for fact in history]
    return [fact._replace(valid_to=end) for fact, end in zip(history, ends(steps), strict=True)]

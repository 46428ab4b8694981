"""Weighing: how well each of several values is supported, and by how many who did not copy each other."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kerrcheck.fact import Assertion, Source

Sources = Mapping[str, Source]
_DERIVED_TIER = 9


def best(backers: Mapping[str, Sequence[Assertion]], sources: Sources) -> tuple[str, str]:
    """The best supported value and its standing."""
    weights = {value: _weight(value, backers, sources) for value in backers}
    top = max(weights.values())
    best = sorted(value for value, weight in weights.items() if weight == top)
    return best[0], "settled" if len(best) == 1 else "contested"


def _weight(value: str, backers: Mapping[str, Sequence[Assertion]], sources: Sources) -> tuple[int, ...]:
    """How many independent sources say so, tier by tier, the best first; superseded statements do not count."""
    origins = defaultdict(set)
    for assertion in backers[value]:
        source = _source(assertion, sources)
        if not _superseded(source, value, backers, sources):
            origins[_tier(assertion, source)].add(source.origin or source.id)
    return tuple(len(origins[tier]) for tier in range(_DERIVED_TIER + 1))


def _superseded(source: Source, value: str, backers: Mapping[str, Sequence[Assertion]], sources: Sources) -> bool:
    """Whether the same publisher said otherwise later, on the same standing."""
    if not source.publisher or not source.date:
        return False
    others = (_source(a, sources) for other in backers if other != value for a in backers[other])
    return any(o.publisher == source.publisher and o.tier == source.tier and (o.date or "") > source.date for o in others)


def _source(assertion: Assertion, sources: Sources) -> Source:
    return sources.get(assertion.evidence.source) or Source(assertion.evidence.source, assertion.evidence.source)


def _tier(assertion: Assertion, source: Source) -> int:
    return _DERIVED_TIER if assertion.derived else min(source.tier, _DERIVED_TIER - 1)

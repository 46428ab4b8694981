"""Origins: which sources are one, because one names the other as where it comes from, or because they share wordings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kerrcheck.fact import Source

RUN, SHARE = 5, 0.02
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|«[^»]*»|„[^“]*“")
_WORD = re.compile(r"\w+(?:[.:’'-]\w+)*")


def runs(text: str) -> set[tuple[str, ...]]:
    """The five-word runs of a text outside quotations."""
    found: set[tuple[str, ...]] = set()
    for stretch in _QUOTED.split(text):
        words = [word.casefold() for word in _WORD.findall(stretch)]
        found.update(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return found


def shared(texts: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Pairs of texts with the share of the shorter one's runs that both have; pairs that share none are left out."""
    found = {name: runs(text) for name, text in texts.items()}
    having: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(found):
        for run in found[name]:
            having[run].append(name)
    common = Counter(pair for names in having.values() for pair in combinations(names, 2))
    for (one, other), count in sorted(common.items()):
        yield one, other, count / min(len(found[one]), len(found[other]))


def _joined(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first name of each group that pairs hold together."""
    first = {name: name for name in names}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            name = first[name]
        return name

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return {name: root(name) for name in first}


def with_origins(sources: Mapping[str, Source], texts: Mapping[str, str]) -> dict[str, Source]:
    """The sources, each with the independent source that it counts as."""
    alike = [(one, other) for one, other, share in shared(texts) if share >= SHARE]
    derived = [(source.id, source.origin) for source in sources.values() if source.origin]
    groups = _joined(sources, [*alike, *derived])
    return {key: source._replace(origin=groups[key]) for key, source in sorted(sources.items())}

"""An unknown person spelt two ways in one text.

Nobody of either name is on record, so both are shown and neither is preferred.

Flags::

    Mara Quillfeather won at Porto. «Mara Quilfeather» had been third in the heats.

Allows::

    Mara Quillfeather won at Porto. Mara Quillan had been third in the heats.
"""

from collections.abc import Iterator

from kerrcheck.checks import Case, Verdict
from kerrcheck.discourse import Discourse
from kerrcheck.mentions import Mention
from kerrcheck.nearness import forms

FAMILY = "names"
SEVERITY = "warning"
_LONG = 6


def review(judged: list[tuple[Case, Verdict]]) -> Iterator[tuple[Case, Verdict]]:
    """Each unknown full name that is one letter away from one before it."""
    if not judged:
        return
    case = judged[0][0]
    named = [m for part in case.discourse.parts for m in part.sentence.kind("unknown") if m.j - m.i == 2]
    for one, two in _pairs(case.discourse, named):
        yield case, _verdict(case, one, two)


def _pairs(discourse: Discourse, named: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each name with the first one before it that is nearly the same; only those that share a form are held together."""
    stem = discourse.tokens.stem
    seen: list[Mention] = []
    sharing: dict[tuple[str, int], list[int]] = {}
    for m in named:
        keys = [(stem[m.i], form) for form in forms(stem[m.j - 1])]
        places = sorted({k for key in keys for k in sharing.get(key, ())})
        other = next((seen[k] for k in places if _nearly(discourse, seen[k], m)), None)
        if other is not None:
            yield other, m
        if not any(stem[seen[k].j - 1] == stem[m.j - 1] for k in places):
            for key in keys:
                sharing.setdefault(key, []).append(len(seen))
            seen.append(m)


def _nearly(discourse: Discourse, one: Mention, two: Mention) -> bool:
    """Whether two names share the given name, and differ by one letter in a long family name."""
    from rapidfuzz.distance import OSA

    stem = discourse.tokens.stem
    a, b = stem[one.j - 1], stem[two.j - 1]
    same = stem[one.i] == stem[two.i] and a != b and min(len(a), len(b)) >= _LONG
    return same and OSA.distance(a, b, score_cutoff=1) <= 1


def _verdict(case: Case, one: Mention, two: Mention) -> Verdict:
    """The warning on the later name, with the earlier beside it."""
    at, there = case.span(two.i, two.j), case.span(one.i, one.j)
    message = f"{case.raw(at)} here, {case.raw(there)} before"
    return Verdict("conflicting", None, (), at, message=message, related=((there, "the other spelling"),))

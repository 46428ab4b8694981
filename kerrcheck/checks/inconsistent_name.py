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

FAMILY = "names"
SEVERITY = "warning"
_LONG = 6


def review(judged: list[tuple[Case, Verdict]]) -> Iterator[tuple[Case, Verdict]]:
    """Each unknown full name that is one letter away from one before it."""
    if not judged:
        return
    case = judged[0][0]
    seen: list[Mention] = []
    for part in case.discourse.parts:
        for m in part.sentence.kind("unknown"):
            if m.j - m.i != 2:
                continue
            other = next((x for x in seen if _nearly(case.discourse, x, m)), None)
            if other is not None:
                yield case, _verdict(case, other, m)
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

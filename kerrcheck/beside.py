"""Beside: what else in a sentence is right, and what is not, where a claim is held against the record."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kerrcheck.checks import Case, Verdict


class Beside(NamedTuple):
    """The verdict on a claim, what is right beside it, in its sentence and in the one before, and what else of it the record is against."""

    verdict: Verdict
    here: Sequence[Case]
    before: Sequence[Case]
    against: Sequence[Case]


def beside(told: Mapping[tuple[str, int], Sequence[Case]], case: Case, verdict: Verdict) -> Beside:
    """What is right and wrong beside a claim that is contradicted, by verdict and sentence."""
    part = case.claim.part
    against = [other for other in told["contradicted", part] if other is not case]
    return Beside(verdict, told.get(("supported", part), []), told.get(("supported", part - 1), []), against)


def theirs(case: Case, right: Sequence[Case]) -> int:
    """How many of some claims that are right are the same owner's."""
    owner = case.claim.owner
    return sum(1 for other in right if owner and other.claim.owner and other.claim.owner.ids == owner.ids)

"""Bounding: round values on the right side of a true one, for `more than`, `less than`, `almost` and `about`."""

_NEAR = 5


def fine(milli: int, step: int, bound: str) -> int:
    """The multiple of `step` that a bound allows: below for >, above for < and -, else the nearest, the half up."""
    if bound == ">":
        return (milli - 1) // step * step
    if bound in "<-":
        return (milli // step + 1) * step
    return (milli + step // 2) // step * step


def coarse(milli: int, precision: int, bound: str) -> tuple[int, int]:
    """A value with so many decimals that a bound allows, and its decimals: more where it would come to nothing."""
    for places in range(precision, 3):
        value = fine(milli, 10 ** (3 - places), bound)
        if value > 0 and _holds(milli, value, bound):
            return value, places
    return (fine(milli, 1, bound) or milli), 3


def round_value(milli: int, steps: tuple[int, ...], bound: str) -> int | None:
    """The first of the steps, from the largest, of which a multiple may stand for the true value; None where none may.

    An upper bound is no more than twice the truth, and `about` is a fifth off at most.
    """
    for step in steps:
        value = fine(milli, step, bound)
        if value > 0 and _holds(milli, value, bound):
            return value
    return None


def _holds(milli: int, value: int, bound: str) -> bool:
    if bound == "=":
        return value == milli
    if bound in "<-":
        return value <= 2 * milli
    return bound == ">" or abs(value - milli) * _NEAR <= milli

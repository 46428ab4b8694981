"""Watching: what is found told anew whenever an article changes, until the terminal interrupts."""

from collections.abc import Callable, Sequence
from time import sleep

from kerrcheck.commands._told import noted
from kerrcheck.coverage import counted
from kerrcheck.errors import KerrcheckError
from kerrcheck.planning import Plan
from kerrcheck.watching import changes

_PAUSE = 0.5


def watched(paths: Sequence[str], plan: Plan, check: Callable[[Sequence[str]], int]) -> int:
    """Check all files once and then those that change; status 0 once it is interrupted."""
    found = changes(paths, plan.left_out, lambda: sleep(_PAUSE))
    try:
        next(found)
        _checked(paths, check)
        for changed, gone in found:
            for path in gone:
                noted(f"{path}: is gone")
            if changed:
                noted(f"{counted(len(changed), 'file')} changed")
                _checked(changed, check)
    except KeyboardInterrupt:
        return 0
    return 0


def _checked(paths: Sequence[str], check: Callable[[Sequence[str]], int]) -> None:
    """Check some files; what cannot be done now is told, and may be possible after the next change."""
    try:
        check(paths)
    except KerrcheckError as error:
        noted(str(error))
    noted("watching; interrupt to end")

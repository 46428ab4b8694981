"""Remarks: checks of the file and its handling, whose findings no claim gives rise to. A member has FAMILY and SEVERITY.

Its docstring is that of a check: a title, why, `Flags::` and `Allows::`. Whoever reads or silences a text raises it by its name.
"""

from typing import Protocol


class Remark(Protocol):
    """What a module of this folder offers."""

    FAMILY: str
    SEVERITY: str

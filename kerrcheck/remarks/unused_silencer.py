"""A silencer that silences nothing, has ended, or names no check.

What was silenced for good reason once hides the next slip at the same place. A silencer is called unused only where every check
that it names was run; `[sic]` never is, since it speaks to the reader too.

Flags::

    «<!-- kerrcheck: ignore wrong-mark --> → » where the line after it has no wrong mark.
    «<!-- kerrcheck: ignore wrong-mark until 2026-01-31 --> → » on a day after that.

Allows::

    <!-- kerrcheck: ignore wrong-mark -- the time of the semi-final --> where the line after it has one.
"""

FAMILY = "input"
SEVERITY = "info"

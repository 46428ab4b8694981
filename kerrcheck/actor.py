"""An actor: somebody in a sentence, as named in it, and the part played."""

from typing import NamedTuple

from kerrcheck.mentions import Mention

NAMED = ("full", "family", "given")


class Actor(NamedTuple):
    """Somebody in a sentence: tokens `i` to `j`, the noun phrase from `np`, and who it may be.

    `how` is full, family, given, pronoun, relative, epithet, team or elided; `role` is subject, object or owner (of what
    follows, `Kerr's`). `wrong`: an epithet that fits nobody it could mean, and what in it does not fit.
    """

    i: int
    j: int
    np: int
    ids: tuple[str, ...]
    how: str
    role: str
    mention: Mention
    wrong: str | None = None

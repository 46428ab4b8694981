"""Claims: what a text asserts. A member reads one kind: `read(discourse) -> Iterator[Claim]`."""

from typing import Any, NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.competitions import CompetitionRef
from kerrcheck.mentions import Mention
from kerrcheck.statement import Setting

RESULTS = frozenset(("result-mark", "result-placing"))
# In the trace of a place that the order of a list gives to one name and no other.
LISTED = "listed"
SETTINGS = frozenset(("competition", "event", "date", "venue"))


class Context(NamedTuple):
    """What the words around a claim say about its contest; empty where they say nothing.

    `refs` name the competition in the claim's own segment, `near` elsewhere in its sentence; `events`, `sex`, `round`, the
    mentions that name them; `carried` events from before; `days` the dates, weekdays and spans of years beside it.
    """

    refs: tuple[CompetitionRef, ...] = ()
    near: tuple[CompetitionRef, ...] = ()
    event: Mention | None = None
    sex: Mention | None = None
    round: Mention | None = None
    days: tuple[Mention, ...] = ()
    carried: tuple[str, ...] = ()
    carried_sex: str | None = None
    carried_editions: tuple[str, ...] = ()
    past: bool = False
    carried_round: str | None = None


class Claim(NamedTuple):
    """One thing a text says, at tokens `i` to `j`.

    `kind` is a member's name; `owner` whom it is about; `other` the second person of a relation; `part` the number of its
    sentence; `modality` is asserted, negated, quoted, reported, planned or hypothetical; `trace` tells how it was read.
    `bond` is how firmly it belongs to its owner: strong, weak (across segments), or none (the topic carried on).
    """

    kind: str
    i: int
    j: int
    value: Any
    owner: Actor | None
    part: int
    modality: str = "asserted"
    context: Context = Context()
    other: Actor | None = None
    detail: Any = None
    trace: tuple[str, ...] = ()
    setting: Setting | None = None
    bond: str = "strong"

"""Source, Evidence, Assertion, Fact: what is on record, who says so, and for when."""

from typing import NamedTuple
from zlib import crc32

from kerrcheck.statement import Setting


class Source(NamedTuple):
    """Somebody who may be believed, and how far.

    `tier` 1 is an official result or a federation, 2 a reference work or data set, 3 a news article. `complete_to` is the
    ISO day to which the source knows everything in its scope. `origin` is the id of the independent source it counts as.
    """

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    complete_to: str | None = None
    tier: int = 2
    origin: str | None = None


class Evidence(NamedTuple):
    """One source's support for a fact; the locator is a character span (`120-131`) or a row (`finals.toml:12`)."""

    source: str
    locator: str = ""


class Assertion(NamedTuple):
    """One source's statement, before it is settled against the others.

    `value` is text in the canonical writing of its predicate (`3:27.79`, `2`, `GBR`, `1997-10-08`). `valid_from` and
    `valid_to` are ISO days (inclusive, exclusive) between which it is true; `known_from` the day it became known.
    """

    subject: str
    predicate: str
    value: str
    contest: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    known_from: str | None = None
    evidence: Evidence = Evidence("")
    detail: str | None = None
    derived: bool = False


class Fact(NamedTuple):
    """A settled statement with its evidence; `against` holds what was outvoted, not empty on a contested fact.

    `setting` names the contest (None for facts outside one). `whole`: the list that this belongs to is complete.
    `standing` is `settled`, `ruled`, `contested` or `derived`.
    """

    subject: str
    predicate: str
    value: str
    setting: Setting | None = None
    day: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    known_from: str | None = None
    whole: bool = False
    standing: str = "settled"
    detail: str | None = None
    evidence: tuple[Evidence, ...] = ()
    against: tuple[tuple[str, Evidence], ...] = ()

    @property
    def id(self) -> str:
        """The natural key, the same in every store: `josh-kerr/mark/2024-olympic-games/men/1500m/final`."""
        parts = [self.subject, self.predicate, *((self.setting.key(),) if self.setting else ())]
        if self.predicate in MANY or several_at_once(self.predicate, self.setting):
            short = len(self.value) <= _READABLE and not set(' {"') & set(self.value)
            parts.append(self.value if short else f"{crc32(self.value.encode()):08x}")
        key = "/".join(parts)
        return f"{key}@{self.valid_from}" if self.valid_from else key


class Ruling(NamedTuple):
    """A person's decision on a conflict, signed, dated and reasoned.

    It is about a subject's predicate, in a contest or from a day where one is given; `value` is what holds for good.
    """

    subject: str
    predicate: str
    value: str
    by: str
    date: str
    reason: str
    contest: str | None = None
    day: str | None = None
    locator: str = ""

    def source(self) -> Source:
        """The source a ruling counts as, above every tier."""
        about = ":".join(part for part in (self.subject, self.predicate, self.contest, self.day) if part)
        return Source(f"ruling:{about}", f"Ruling: {self.reason}", self.by, self.date, tier=0, origin=f"ruling:{about}")

    def assertion(self) -> Assertion:
        """What it decides, as a statement of its own."""
        evidence = Evidence(self.source().id, self.locator)
        return Assertion(self.subject, self.predicate, self.value, self.contest, self.day, evidence=evidence)


# Predicates of which a subject may have several values at once; all others have one at a time.
MANY = frozenset(("birthplace", "coach", "event", "home", "led", "lives", "part", "passed", "role", "said", "wide"))
_READABLE = 48


def is_dated_mark(predicate: str) -> bool:
    """Whether values of a predicate are marks that stand from a day until a better one: records and bests."""
    return predicate == "best" or predicate.startswith("record:")


def several_at_once(predicate: str, contest: object | None) -> bool:
    """Whether a source that gives several values for one day means all of them: two records, two passports."""
    return is_dated_mark(predicate) or (predicate == "nation" and contest is None)

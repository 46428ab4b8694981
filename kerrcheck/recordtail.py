"""What follows a record, word by word, for as long as the words go on describing it: mark, holder, day and place."""

from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention, Quantity

NAMED = ("full", "family", "given")
_DAYS = ("date", "year", "ago")
_POINTS = range(3000, 9400)
_PLACES = ("city", "edition", "venue")


class Tail(NamedTuple):
    """What is read behind a record: the token where it ends, and the fields found."""

    end: int
    who: Actor | None
    mark: Mention | None
    days: tuple[Mention, ...]
    places: tuple[Mention, ...]


def whole(m: Mention) -> bool:
    """Whether a quantity may be a mark and no gap: a clock time, or one with its decimals."""
    return (
        m.value.shape in ("clock", "feet")
        or m.value.unit == "pts"
        or m.value.milli >= 5000
        or (m.value.precision == 2 and m.value.milli >= 1500)
        or (m.value.shape == "words" and m.value.milli >= 60_000)
    )


def points(discourse: Discourse, part: Part) -> list[Mention]:
    """Bare numbers that can be points, where a combined event is told of (`the 8,902 that Dvorak scored`)."""
    named = {e for m in part.sentence.kind("event") for e in m.value} or {*part.carried}
    if not any((e := discourse.lexicon.events.get(x)) and e.family == "combined" for x in named):
        return []
    taken = {t for m in part.sentence.mentions for t in range(m.i, m.j)}
    here = (t for t in range(part.sentence.a, part.sentence.b) if t not in taken and discourse.tokens.low[t][1:2] == ",")
    figures = ((t, discourse.tokens.low[t].replace(",", "")) for t in here)
    return [
        Mention("quantity", t, t + 1, Quantity(int(n) * 1000, "pts", 0, "bare"), "recordtail")
        for t, n in figures
        if len(n) == 4 and n.isdigit() and int(n) in _POINTS
    ]


def tail(discourse: Discourse, part: Part, at: int, who: Actor | None, of_holder: bool = False) -> Tail:
    """What follows a record, or its holder, word by word, until something else begins; `who` holds it as far as is known before."""
    reader = _Reader(discourse, part, at, who, of_holder)
    while reader.at < part.sentence.b and not reader.stopped() and reader.step():
        pass
    holder = reader.holder if reader.holder is not who else None
    return Tail(reader.at, holder, reader.mark, tuple(reader.days), tuple(reader.places))


class _Reader:
    """A place in a sentence behind a record, and what has been read up to it."""

    def __init__(self, discourse: Discourse, part: Part, at: int, who: Actor | None, of_holder: bool) -> None:
        self.discourse, self.part, self.at, self.holder, self.of_holder = discourse, part, at, who, of_holder
        self.start = at
        self.mark: Mention | None = None
        self.days: list[Mention] = []
        self.places: list[Mention] = []
        self.words = discourse.lexicon.sets["record_tail"]

    def stopped(self) -> bool:
        """Whether a stop stands before the next word, or it tells what was done, or from whom: `a record, from Quill (15.09)`."""
        if self._from_whom():
            return True
        if self.at > self.part.sentence.a and any(c in self.discourse.tokens.gap(self.at) for c in ";)…"):
            return True
        if self.discourse.tokens.low[self.at] not in self.discourse.lexicon.sets["record_run"]:
            return False
        told = any(m.i == self.at + 1 for m in self.part.sentence.kind("quantity"))
        return self.of_holder or (told and "," in self.discourse.tokens.gap(self.at))

    def _from_whom(self) -> bool:
        """Whether somebody is named behind a comma as whom a contest was won from."""
        tokens, led = self.discourse.tokens, self.discourse.lexicon.sets["taken_from"]
        beaten = any(a.i == self.at + 1 and a.how in NAMED and a.role != "owner" for a in self.part.actors)
        return beaten and tokens.low[self.at] in led and "," in tokens.gap(self.at)

    def step(self) -> bool:
        """Read what stands next, if it goes on with the record."""
        actor = self._actor()
        if actor is not None:
            return self._take(actor)
        return self._figure() or self._listed(_DAYS, self.days) or self._listed(_PLACES, self.places) or self._word()

    def _next(self, *kinds: str) -> Mention | None:
        return next((m for m in self.part.sentence.kind(*kinds) if m.i == self.at), None)

    def _actor(self) -> Actor | None:
        """The person whose name, or whose noun phrase, starts here."""
        at, low = self.at, self.discourse.tokens.low
        for a in self.part.actors:
            if a.how != "relative" and (a.i == at or (a.np <= at < a.i and a.how in NAMED and low[at] not in self.words)):
                return a
        return None

    def _take(self, actor: Actor) -> bool:
        """Take a person for the holder, or pass over one who is."""
        low, of = self.discourse.tokens.low, self.discourse.lexicon.sets["record_of"]
        if actor.how not in ("pronoun", "elided"):
            if self.holder is not None and actor.ids != self.holder.ids:
                return False
            led = low[self.at - 1] in of and actor.role != "owner"
            if self.holder is None and not (led or self._belongs(actor) or self._did(actor)):
                return False
            self.holder = actor
        self.at = actor.j
        return True

    def _did(self, actor: Actor) -> bool:
        """`the record Quill set`: somebody right behind a record, and a verb of setting behind them."""
        tokens, low, j = self.discourse.tokens, self.discourse.tokens.low, actor.j
        beside = actor.how in NAMED and actor.i == self.start and not tokens.gap(self.start).strip()
        return beside and j < self.part.sentence.b and low[j] in self.discourse.lexicon.sets["record_done"]

    def _belongs(self, actor: Actor) -> bool:
        """`had been Farah's`, `is El Guerrouj's too`: a possessor behind a verb, with nothing of his after it."""
        tokens, sets, j = self.discourse.tokens, self.discourse.lexicon.sets, actor.j
        if actor.role != "owner" or tokens.low[self.at - 1] not in sets["record_is"]:
            return False
        return (
            j >= self.part.sentence.b
            or bool(tokens.gap(j).strip())
            or tokens.low[j] in self.words | sets["record_events"] | sets["record_until"]
        )

    def _figure(self) -> bool:
        """Read the mark."""
        m = self._next("quantity") or next((x for x in points(self.discourse, self.part) if x.i == self.at), None)
        if m is None or self.mark is not None or not whole(m):
            return False
        self.mark, self.at = m, m.j
        return True

    def _listed(self, kinds: tuple[str, ...], into: list[Mention]) -> bool:
        """Read a day or a place."""
        m = self._next(*kinds)
        if m is None:
            return False
        into.append(m)
        self.at = m.j
        return True

    def _word(self) -> bool:
        """Pass over a word that only joins."""
        if (self.discourse.tokens.low[self.at] not in self.words and not self._broken()) or self._next("quantity"):
            return False
        self.at += 1
        return True

    def _broken(self) -> bool:
        """Whether a verb of breaking stands here, right behind a pronoun: `the record he broke, 7:20.67, had been Komen's`."""
        low, sets, at = self.discourse.tokens.low, self.discourse.lexicon.sets, self.at
        behind = {at, at - (low[at - 1] in sets["record_now"])}
        return low[at] in sets["record_broken"] | sets["record_taken"] and any(
            a.how == "pronoun" and a.j in behind for a in self.part.actors
        )

"""Focus: the edition that a text reports, as far as its words and its day tell."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from kerrcheck.competitions import Calendar, CompetitionRef
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.words import Tokens

_JUST_PAST = 60
_OPENING, _FIRST_LINES = 4, 6
_EVE, _WEEK = 3, 7


class Focus(NamedTuple):
    """What a text's focus is found from: its sentences, what each says of competitions, and the day it was published."""

    tokens: Tokens
    sentences: list[Sentence]
    refs: list[list[CompetitionRef]]
    calendar: Calendar
    store: Store
    published: str | None

    def reported(self) -> tuple[str, ...]:
        """The edition that the text reports: the one most spoken of among those just past or under way."""
        votes = self._votes()
        if self.published is None:
            return self._latest(votes)
        if not votes:
            return self._in_town() or self._most_named()
        best = max(votes.values())
        return tuple(sorted(e for e, n in votes.items() if n == best))

    def stale(self, focus: tuple[str, ...]) -> bool:
        """Whether the text tells of the last days (`on Thursday`) while the edition chosen ended longer ago, or of another town."""
        if not self.published or not focus:
            return False
        if self._elsewhere(focus):
            return True
        ends = [end for id_ in focus if (end := self.calendar.editions[id_].end)]
        if not ends or self._since(max(ends)) <= _WEEK:
            return False
        return any(self._lately(sentence) for sentence in self.sentences[:_FIRST_LINES] if not sentence.quoted)

    def _in_town(self) -> tuple[str, ...]:
        """The edition under way or just over in a town that the first lines name, in whatever words: `OVERNIGHT FROM LIMA`."""
        near = [e for e in self.calendar.near(self.published or "", _WEEK, 0) if self._named(e.id) and e.city]
        towns = {id_ for sentence in self.sentences[:_OPENING] for m in sentence.kind("city") for id_, _ in m.value}
        found = [e.id for e in near if e.city in towns]
        return tuple(found) if len(found) == 1 else ()

    def _votes(self) -> Counter[str]:
        """How much the text speaks of each edition just past or under way; without a day, of each with results on record."""
        near = {e.id for e in self.calendar.near(self.published, _JUST_PAST, 0)} if self.published else None
        votes: Counter[str] = Counter()
        for number, refs in enumerate(self.refs):
            weight = 3 if number < _OPENING else 1
            for ref in refs:
                sure = 2 if len(ref.editions) == 1 else 1
                for edition in ref.editions:
                    known = edition in near if near is not None else not self.calendar.editions[edition].awarded
                    if known and (self._named(edition) or (number < _OPENING and self._fresh(edition) > 1)):
                        votes[edition] += weight * sure * self._fresh(edition)
        return votes

    def _named(self, edition: str) -> bool:
        """Whether an edition is one of a series; a mere meeting is reported only where the first lines name the town it was held in."""
        return self.calendar.editions[edition].series in self.calendar.series

    def _fresh(self, edition: str) -> int:
        """How much more an edition counts that ended on the eve of the text or is under way."""
        end = self.calendar.editions[edition].end
        return 3 if self.published and end and self._since(end) <= _EVE else 1

    def _since(self, day: str) -> int:
        """The days from a day to the text's."""
        return (date.fromisoformat(self.published or "") - date.fromisoformat(day)).days

    def _latest(self, votes: Counter[str]) -> tuple[str, ...]:
        """Of the editions named without doubt, the last one held."""
        told = [ref for s, refs in zip(self.sentences, self.refs, strict=True) if not any(s.kind("ago")) for ref in refs]
        sure = {e for ref in told if len(ref.editions) == 1 for e in ref.editions if e in votes}
        dated = [(self.calendar.editions[e].end or "", e) for e in sure]
        return (max(dated)[1],) if dated else ()

    def _most_named(self) -> tuple[str, ...]:
        """Where nothing is just past: the edition most often named without doubt, if any is."""
        votes = Counter(e for refs in self.refs for ref in refs if len(ref.editions) == 1 for e in ref.editions)
        past = {e: n for e, n in votes.items() if self._start(e) <= (self.published or "")}
        best = max(past.values(), default=0)
        chosen = [e for e, n in past.items() if n == best]
        return tuple(chosen) if len(chosen) == 1 and best > 1 else ()

    def _start(self, edition: str) -> str:
        """The day on which an edition began, or its year."""
        held = self.calendar.editions[edition]
        return held.start or str(held.year)

    def _elsewhere(self, focus: tuple[str, ...]) -> bool:
        """Whether the first lines tell of a town where no edition is on record for these days."""
        cities = {self.calendar.editions[e].city for e in focus}
        near = {n for c in cities if c and (p := self.store.place(c, "city")) for n in (c, *p.near)}
        named = [number for number, refs in enumerate(self.refs[:_OPENING]) if any(set(ref.editions) & set(focus) for ref in refs)]
        dateline = self._dateline()
        if dateline and not dateline & near and not any(number < 2 for number in named):
            return True
        first = [r for refs in self.refs[:3] for r in refs if not r.editions and r.city is not None]
        return not named and any(not {id_ for id_, _ in r.city.value} & near for r in first if r.city)

    def _dateline(self) -> set[str]:
        """The town in capitals that opens a report, with a date or a bracket soon after."""
        for sentence in self.sentences[:_OPENING]:
            for m in sentence.kind("city"):
                raw = self.tokens.raw[m.i]
                dated = any(0 <= x.i - m.j <= 3 for x in sentence.kind("date"))
                if raw.isupper() and len(raw) > 3 and m.i - sentence.a <= 1 and dated:
                    return {id_ for id_, _ in m.value}
        return set()

    def _lately(self, sentence: Sentence) -> bool:
        """Whether a sentence has a weekday that stands beside no date."""
        dates = list(sentence.kind("date"))
        days = sentence.kind("weekday", "today")
        return any(m.kind == "today" or not any(abs(m.i - x.j) <= 2 or abs(x.i - m.j) <= 2 for x in dates) for m in days)

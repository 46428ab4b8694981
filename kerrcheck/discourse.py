"""Discourse: who, which contest and which modality each part of a text is about."""

from collections import Counter
from typing import Any, NamedTuple

from kerrcheck.actors import Actor, Stage
from kerrcheck.cast import Cast
from kerrcheck.competitions import Calendar, CompetitionRef
from kerrcheck.entity import Person
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outings
from kerrcheck.referring import references
from kerrcheck.scanning import scan
from kerrcheck.sentences import Sentence, sentences
from kerrcheck.store import Store
from kerrcheck.suspects import suspects
from kerrcheck.text import Document
from kerrcheck.words import Tokens


class Part(NamedTuple):
    """A sentence in its discourse: actors, competition references, and the event and sex it is about or carries on with.

    `events` are the events named in it; `carried` the event last named before it; `editions` the editions it carries on.
    """

    sentence: Sentence
    actors: list[Actor]
    refs: list[CompetitionRef]
    carried: tuple[str, ...]
    sex: str | None
    editions: tuple[str, ...]
    topic: tuple[str, ...] = ()
    round: str | None = None


class Discourse:
    """A text read up to its parts: everything that claims are read from."""

    def __init__(self, document: Document, store: Store, lexicon: Lexicon) -> None:
        self.document, self.store, self.lexicon = document, store, lexicon
        self.tokens = Tokens(document)
        self.published, self.published_from = document.published, document.published_from
        self.calendar = Calendar(store, document.published)
        self.outings = Outings(store, {id_: event.unit for id_, event in lexicon.events.items()}, document.published)
        mentions, people = scan(self.tokens, lexicon, store)
        self.sentences = sentences(self.tokens, mentions)
        self.refs = [references(self.tokens, s.mentions, self.calendar, lexicon.sets) for s in self.sentences]
        self.passed = focus = self._focus()
        self.focus = () if self._stale(focus) else focus
        self.day = self.published or self._inferred()
        self.cast = Cast(people, self.outings, self.day)
        self.cast.events = frozenset(e for m in mentions if m.kind == "event" for e in m.value)
        self.cast.focus = self.focus
        self._people(mentions, people)
        self.parts = self._parts()
        self.claims: list[Any] = []

    def _focus(self) -> tuple[str, ...]:
        """The edition that the text reports: the one most spoken of among those just past or under way."""
        votes: Counter[str] = Counter()
        near = {e.id for e in self.calendar.near(self.published, 60, 0)} if self.published else None
        for number, refs in enumerate(self.refs):
            weight = 3 if number < 4 else 1
            for ref in refs:
                for edition in ref.editions:
                    if near is None and self._held(edition) or near is not None and edition in near:
                        votes[edition] += weight * (2 if len(ref.editions) == 1 else 1) * self._fresh(edition)
        if not votes and self.published:
            return self._most_named()
        if self.published is None:
            return self._latest(votes)
        best = max(votes.values(), default=0)
        return tuple(sorted(e for e, n in votes.items() if n == best))

    def _stale(self, focus: tuple[str, ...]) -> bool:
        """Whether the text tells of the last days (`on Thursday`) while the edition chosen ended longer ago."""
        from datetime import date

        if not self.published or not focus:
            return False
        ends = [e.end for id_ in focus if (e := self.calendar.editions[id_]).end]
        if self._elsewhere(focus):
            return True
        if not ends or (date.fromisoformat(self.published) - date.fromisoformat(max(ends))).days <= 7:
            return False
        return any(self._lately(sentence) for sentence in self.sentences[:6] if not sentence.quoted)

    def _elsewhere(self, focus: tuple[str, ...]) -> bool:
        """Whether the first lines tell of a town where no edition is on record for these days."""
        cities = {self.calendar.editions[e].city for e in focus}
        near = {n for c in cities if c and (p := self.store.place(c, "city")) for n in (c, *p.near)}
        named = [number for number, refs in enumerate(self.refs[:4]) if any(set(ref.editions) & set(focus) for ref in refs)]
        dateline = self._dateline()
        if dateline and not dateline & near and not any(number < 2 for number in named):
            return True
        if named:
            return False
        first = [r for refs in self.refs[:3] for r in refs if not r.editions and r.city is not None]
        return any(not {id_ for id_, _ in r.city.value} & near for r in first if r.city)

    def _dateline(self) -> set[str]:
        """The town in capitals that opens a report, with a date or a bracket soon after."""
        for sentence in self.sentences[:4]:
            for m in sentence.kind("city"):
                if self.tokens.raw[m.i].isupper() and len(self.tokens.raw[m.i]) > 3 and m.i - sentence.a <= 1 and any(x.kind == "date" and 0 <= x.i - m.j <= 3 for x in sentence.mentions):
                    return {id_ for id_, _ in m.value}
        return set()

    def name(self, id_: str) -> str:
        """What somebody (or a team) is called."""
        person = self.cast.people.get(id_) or self.store.people([id_]).get(id_)
        place = None if person else self.store.place(id_, "nation")
        return person.name if person else place.name if place else id_

    def _lately(self, sentence: Sentence) -> bool:
        """Whether a sentence has a weekday that stands beside no date."""
        dates = [x for x in sentence.kind("date")]
        return any(m.kind == "today" or not any(abs(m.i - x.j) <= 2 or abs(x.i - m.j) <= 2 for x in dates) for m in sentence.kind("weekday", "today"))

    def _fresh(self, edition: str) -> int:
        """How much more an edition counts that ended on the eve of the text or is under way."""
        end = self.calendar.editions[edition].end
        if not self.published or not end:
            return 1
        from datetime import date

        return 3 if (date.fromisoformat(self.published) - date.fromisoformat(end)).days <= 3 else 1

    def _held(self, edition: str) -> bool:
        """Whether an edition has results on record."""
        return not self.calendar.editions[edition].awarded

    def _latest(self, votes: Counter[str]) -> tuple[str, ...]:
        """Of the editions named without doubt, the last one held."""
        told = [ref for s, refs in zip(self.sentences, self.refs, strict=True) if not any(s.kind("ago")) for ref in refs]
        sure = {e for ref in told if len(ref.editions) == 1 for e in ref.editions if e in votes}
        dated = [(self.calendar.editions[e].end or "", e) for e in sure]
        return (max(dated)[1],) if dated else ()

    def _most_named(self) -> tuple[str, ...]:
        """Where nothing is just past: the edition most often named without doubt, if any is."""
        votes = Counter(e for refs in self.refs for ref in refs if len(ref.editions) == 1 for e in ref.editions)
        past = {e: n for e, n in votes.items() if (self.calendar.editions[e].start or str(self.calendar.editions[e].year)) <= (self.published or "")}
        if not past:
            return ()
        best = max(past.values())
        chosen = [e for e, n in past.items() if n == best]
        return tuple(chosen) if len(chosen) == 1 and best > 1 else ()

    def _inferred(self) -> str | None:
        """The day to judge on where the text has none: the last day of the edition it reports."""
        if len(self.focus) != 1:
            return None
        end = self.calendar.editions[self.focus[0]].end
        self.published_from = "inferred" if end else None
        return end

    def _people(self, mentions: list[Mention], people: dict[str, Person]) -> None:
        """Introduce the people named, those in the contests reported first."""
        ids = {x for m in mentions if m.kind == "person" for x in m.value.ids if len(m.value.ids) <= 40 or m.value.how == "full"}
        self.store.about(sorted(ids))
        self.cast.entrants = frozenset(x for x in ids if any(self.in_focus(o.setting.competition, o.day) for o in self.outings.of(x)))
        self.cast.meet({m.value.ids for m in mentions if m.kind == "person" and m.value.how in ("full", "family") and m.value.ids})
        self.cast.introduce(self.tokens, mentions)
        self._field()
        self.suspects = suspects(self.tokens, mentions, self.cast, self.store, self._relevant)
        for suspect in self.suspects:
            self.cast.suspect(self.tokens, suspect.mention, suspect.person)

    def _field(self) -> None:
        """Take up the finalists of the contest reported, whom a description may mean, where one event is named."""
        if len(self.focus) != 1 or not 0 < len(self.cast.events) <= 2:
            return
        keys = [c.key for c in self.store.contests(self.focus[0]) if c.setting.event in self.cast.events and c.setting.round == "final"]
        field = {o.person for key in keys for o in self.outings.within(key)}
        self.cast.people.update({k: v for k, v in self.store.people(field).items() if k not in self.cast.people})
        self.cast.field = frozenset(x for x in field if x in self.cast.people)

    def _relevant(self, id_: str) -> bool:
        """Whether a misspelt name may mean somebody: named in full, in the contests reported, or coach of one who is."""
        if id_ in self.cast.full or id_ in self.cast.entrants:
            return True
        facts = self.store.facts_about(id_)
        if any(f.predicate == "coach" and f.value in {*self.cast.full, *self.cast.entrants} for f in facts):
            return True
        return any(f.setting is not None and f.setting.competition in self.focus for f in facts)

    def in_focus(self, competition: str | None, day: str | None) -> bool:
        """Whether an outing is in the edition reported, or some days before the text where it reports none on record."""
        if competition in self.focus:
            return True
        if competition in self.passed:
            return False
        if self.focus or not self.published or not day:
            return False
        from datetime import date

        return 0 <= (date.fromisoformat(self.published) - date.fromisoformat(day)).days <= 12

    def _parts(self) -> list[Part]:
        """The sentences in their discourse, in order."""
        stage = Stage(self.tokens, self.lexicon, self.cast, self.store, self.day)
        carried: tuple[str, ...] = ()
        sex: str | None = None
        editions: tuple[str, ...] = ()
        round_: str | None = None
        paragraph = -1
        parts: list[Part] = []
        for sentence, refs in zip(self.sentences, self.refs, strict=True):
            self._given(sentence)
            topic = stage.topic
            actors = stage.actors(sentence)
            if sentence.paragraph != paragraph:
                editions, round_, paragraph = (), None, sentence.paragraph
            events = [m for m in sentence.kind("event")]
            sexes = [m.value for m in sentence.kind("sex")]
            parts.append(Part(sentence, actors, refs, carried, sex, editions, topic, round_))
            if events and not sentence.quoted:
                carried = events[0].value if sentence.heading or len(events) == 1 else events[-1].value
            rounds = [m.value for m in sentence.kind("round")]
            if rounds and not sentence.quoted:
                round_ = rounds[-1]
            if sexes:
                sex = sexes[-1]
            if refs and not sentence.quoted:
                editions = refs[0].editions or editions
        self.stage = stage
        return parts

    def _given(self, sentence: Sentence) -> None:
        """Turn lone given names of people already named into mentions of them."""
        for k, m in enumerate(sentence.mentions):
            if m.kind == "unknown" and m.j - m.i == 1:
                ids = self.cast.by_given.get(self.tokens.stem[m.i])
                if ids and len(ids) == 1:
                    sentence.mentions[k] = m._replace(kind="given", value=tuple(ids))
        covered = {t for m in sentence.mentions if m.kind in ("person", "given") for t in range(m.i, m.j)}
        for t in range(sentence.a, sentence.b):
            ids = self.cast.by_given.get(self.tokens.stem[t]) if self.tokens.raw[t][0].isupper() and t not in covered else None
            if ids and len(ids) == 1 and not any(m.i == t and m.kind in ("nation", "city") for m in sentence.mentions):
                sentence.mentions.append(Mention("given", t, t + 1, tuple(ids), "people"))
        sentence.mentions.sort(key=lambda m: (m.i, -m.j, m.kind))

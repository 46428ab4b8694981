"""Discourse: who, which contest and which modality each part of a text is about."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, TypeVar

from kerrcheck.actors import Actor, Stage
from kerrcheck.awaited import awaited
from kerrcheck.cast import Cast
from kerrcheck.competitions import Calendar, CompetitionRef
from kerrcheck.focus import Focus
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outings
from kerrcheck.proving import Reading
from kerrcheck.referring import references
from kerrcheck.scanning import scan
from kerrcheck.sentences import Sentence, sentences
from kerrcheck.store import Store
from kerrcheck.suspects import Search, Suspect
from kerrcheck.text import Document
from kerrcheck.thread import Thread
from kerrcheck.vouching import Voucher
from kerrcheck.words import Tokens

T = TypeVar("T")


class Part(NamedTuple):
    """A sentence in its discourse: actors, competition references, and the events, sex and editions it carries on with."""

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

    _asked: tuple[Any, Any, dict[Any, Any]] = (None, None, {})

    def __init__(self, document: Document, store: Store, lexicon: Lexicon) -> None:
        self.document, self.store, self.lexicon = document, store, lexicon
        self.tokens = Tokens(document, lexicon.sets["abbreviations"])
        self.published, self.published_from = document.published, document.published_from
        self.calendar = Calendar(store, document.published)
        self.outings = Outings(store, {id_: event.unit for id_, event in lexicon.events.items()}, document.published)
        mentions, people = scan(self.tokens, lexicon, store)
        self.sentences = sentences(self.tokens, mentions, lexicon.sets)
        self.refs = [references(self.tokens, s.mentions, self.calendar, lexicon.sets) for s in self.sentences]
        focus = Focus(self.tokens, self.sentences, self.refs, self.calendar, store, self.published)
        self.passed = focus.reported()
        self.focus = () if focus.stale(self.passed) else self.passed
        self.outings.leave_out(awaited(self.sentences, store, self.outings, self.focus, self.published))
        self.day = self.published or self._inferred()
        self.cast = Cast(people, self.outings, self.day)
        self.cast.focus = self.focus
        self._people(mentions)
        if not self.focus and self.published is None and (found := self._met()):
            self.focus = self.passed = self.cast.focus = (found,)
            self.day = self.cast.published = self._inferred()
            self._people(mentions)
        self.stage = Stage(self.tokens, lexicon, self.cast, store, self.day)
        self.parts = self._parts()
        self.claims: list[Any] = []

    def once(self, question: Any, answer: Callable[[], T]) -> T:
        """The answer to a question about the parts and the claims of the text, found once."""
        parts, claims, asked = self._asked
        if parts is not self.parts or claims is not self.claims:
            self._asked = self.parts, self.claims, (asked := {})
        if question not in asked:
            asked[question] = answer()
        return asked[question]  # type: ignore[no-any-return]

    def said(self, part: int) -> list[Any]:
        """The claims of a sentence, in order of their place."""
        return self.once("by sentence", self._by_part).get(part, [])

    def _by_part(self) -> dict[int, list[Any]]:
        by: dict[int, list[Any]] = {}
        for claim in self.claims:
            by.setdefault(claim.part, []).append(claim)
        return by

    def name(self, id_: str) -> str:
        """What somebody (or a team) is called."""
        person = self.cast.people.get(id_) or self.store.people([id_]).get(id_)
        place = None if person else self.store.place(id_, "nation")
        return person.name if person else place.name if place else id_

    def _inferred(self) -> str | None:
        """The day to judge on where the text has none: the last day of the edition it reports."""
        if len(self.focus) != 1:
            return None
        end = self.calendar.editions[self.focus[0]].end
        self.published_from = "inferred" if end else None
        return end

    def _met(self) -> str | None:
        """Where neither a day nor an edition is told: the last edition of a series named in which most of the people met."""
        series = {name for refs in self.refs for ref in refs for name in ref.series}
        met: Counter[tuple[str, str]] = Counter()
        for person in self.cast.full:
            finals = (o for o in self.outings.of(person) if o.series in series and o.round == "final")
            met.update({(o.day or "", o.setting.competition or "") for o in finals})
        best = max(met.values(), default=0)
        return max((day, edition) for (day, edition), n in met.items() if n == best)[1] if best > 1 else None

    def _people(self, mentions: list[Mention]) -> None:
        """Introduce the people named, those in the contests reported first."""
        self.cast.events = frozenset(e for m in mentions if m.kind == "event" for e in m.value)
        ids = {x for m in mentions if m.kind == "person" for x in m.value.ids if len(m.value.ids) <= 40 or m.value.how == "full"}
        self.store.about(sorted(ids))
        self.cast.entrants = frozenset(x for x in ids if any(self.in_focus(o.setting.competition, o.day) for o in self.outings.of(x)))
        self.cast.meet({m.value.ids for m in mentions if m.kind == "person" and m.value.how in ("full", "family") and m.value.ids})
        self.cast.introduce(self.tokens, mentions)
        self._field()
        self.suspects = self.suspected(mentions)

    def suspected(self, mentions: list[Mention]) -> list[Suspect]:
        """The wrong names among some mentions; from here on they stand for the people they must mean."""
        voucher = Voucher(self.sentences, self.tokens.sentence, self.cast, self.outings, self.day)
        reported = {*self.focus, *self.passed}
        sets = self.lexicon.sets
        reading = Reading(self.tokens, self.sentences, self.refs, self.cast, self.outings, self.store, reported, self.day, sets)
        found = Search(reading, voucher, self._relevant).suspects(mentions, self.store)
        for suspect in found:
            self.cast.suspect(suspect.mention, suspect.person)
        return found

    def _field(self) -> None:
        """Take up the finalists of the contest reported, whom a description may mean, where one event is named."""
        if len(self.focus) != 1 or not 0 < len(self.cast.events) <= 2:
            return
        keys = [c.key for c in self.store.contests(self.focus[0]) if c.setting.event in self.cast.events and c.setting.round == "final"]
        field = {o.person for key in keys for o in self.outings.within(key)}
        self.cast.people.update({k: v for k, v in self.store.people(field).items() if k not in self.cast.people})
        self.cast.field = frozenset(x for x in field if x in self.cast.people)

    def _relevant(self, id_: str) -> bool:
        """Whether a misspelt name may mean somebody: named in full, or concerned by what is reported."""
        return id_ in self.cast.full or self.concerned(id_)

    def concerned(self, id_: str) -> bool:
        """Whether somebody is in the contests reported, coach of one who is, or on record with something at their edition."""
        if id_ in self.cast.entrants:
            return True
        facts = self.store.facts_about(id_)
        if any(f.predicate == "coach" and f.value in {*self.cast.full, *self.cast.entrants} for f in facts):
            return True
        return any(f.setting is not None and f.setting.competition in self.focus for f in facts)

    def in_focus(self, competition: str | None, day: str | None) -> bool:
        """Whether an outing is in the edition reported, or some days before the text where it reports none on record."""
        if competition in self.focus:
            return True
        if competition in self.passed or self.focus or not self.published or not day:
            return False
        return 0 <= (date.fromisoformat(self.published) - date.fromisoformat(day)).days <= 12

    def _parts(self) -> list[Part]:
        """The sentences in their discourse, in order."""
        thread = Thread(self.tokens, self.lexicon)
        return [self.part(sentence, refs, thread) for sentence, refs in zip(self.sentences, self.refs, strict=True)]

    def part(self, sentence: Sentence, refs: list[CompetitionRef], thread: Thread) -> Part:
        """A sentence in its discourse; the stage and the thread move on."""
        self._given(sentence)
        topic = self.stage.topic
        actors = self.stage.actors(sentence)
        thread.enter(sentence)
        part = Part(sentence, actors, refs, thread.events, thread.sex, thread.editions, topic, thread.round)
        thread.leave(sentence, refs)
        return part

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
        sentence.asked.clear()

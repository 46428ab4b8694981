"""Actors: the people of a sentence as they are named in it, by name, pronoun or epithet, and the part they play."""

from collections import Counter

from kerrcheck import phrases, teams
from kerrcheck.actor import NAMED, Actor
from kerrcheck.cast import Cast
from kerrcheck.epithets import Epithets
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.pronouns import Pronouns
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.words import Tokens

__all__ = ["NAMED", "Actor", "Stage"]

_REACH = 6


class Stage:
    """Who is on stage while a text is read: the last subject, and everybody who may be meant by `he`, `the Scot`."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, cast: Cast, store: Store, published: str | None) -> None:
        self.tokens, self.lexicon, self.cast, self.store = tokens, lexicon, cast, store
        self.pronouns = Pronouns(tokens, lexicon, cast)
        self.epithets = Epithets(tokens, lexicon, cast, store, published)
        self.topic: tuple[str, ...] = ()
        self.recent: list[str] = []
        self.named: Counter[str] = Counter()

    def actors(self, sentence: Sentence) -> list[Actor]:
        """The actors of a sentence in order; the stage moves on."""
        found: list[Actor] = []
        for m in sentence.mentions:
            actor = self._actor(sentence, m) or self._referring(sentence, m, found)
            if actor and not (found and actor.i < found[-1].j):
                found.append(actor)
                self._remember(actor)
        subjects = (a for a in found if a.role == "subject" and a.how not in ("relative", "team"))
        subject = next(subjects, None) or next((a for a in reversed(found) if a.how in NAMED), None)
        if subject and not sentence.quoted:
            self.topic = subject.ids
        return found

    def main(self) -> tuple[str, ...]:
        """The person that the text names most often."""
        return tuple(x for x, _ in self.named.most_common(1))

    def _remember(self, actor: Actor) -> None:
        """Bring an actor to the front of the stage."""
        if actor.how == "team":
            return
        if actor.how in NAMED:
            self.named.update(actor.ids[:1])
        for id_ in actor.ids:
            if id_ in self.recent:
                self.recent.remove(id_)
            self.recent.insert(0, id_)

    def _actor(self, sentence: Sentence, m: Mention) -> Actor | None:
        """The actor that a name makes."""
        if m.kind == "person" or (m.i in self.cast.meant and m.kind == "unknown"):
            how = m.value.how if m.value.how in NAMED else "full" if m.j - m.i > 1 else "family"
            return self._placed(sentence, m, self.cast.resolve(self.tokens, m), how)
        if m.kind == "nation":
            acts = teams.acts(self.tokens, self.lexicon, self.store, sentence, m)
            return Actor(m.i, m.j, m.i, (), "team", "subject", m) if acts else None
        if m.kind == "unknown":
            return (
                self._placed(sentence, m, (), "unknown") if (m.j - m.i > 1 or m.i > sentence.a) and not self._state(sentence, m) else None
            )
        return self._placed(sentence, m, m.value, "given") if m.kind == "given" else None

    def _referring(self, sentence: Sentence, m: Mention, before: list[Actor]) -> Actor | None:
        """The actor that words make which point to somebody named: a pronoun, a relative, an epithet."""
        if m.kind == "pronoun":
            return self._placed(sentence, m, self.pronouns.meant(sentence, m, before, self.topic, self.recent), "pronoun")
        if m.kind == "relative" and self.tokens.low[m.i] not in self.lexicon.sets["object_relative"]:
            last = next((a for a in reversed(before) if a.how != "pronoun" and m.i - a.j <= _REACH), None)
            ids = last.ids if last and not self._some_man(sentence, last.j, m.i) else ()
            return Actor(m.i, m.j, m.i, ids, "relative", "subject", m) if last else None
        return self._epithet(sentence, m, before) if m.kind == "article" else None

    def _some_man(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether somebody without a name stands between two tokens: `Quill and a man from Peru who`."""
        low, one = self.tokens.low, self.lexicon.sets["indefinite_articles"]
        return any(start < x.i < end and low[x.i - 1] in one for x in sentence.kind("runner"))

    def _state(self, sentence: Sentence, m: Mention) -> bool:
        """Whether a name that is nobody's says in which country a town lies (`of Louisville, Kentucky,`)."""
        return self.tokens.gap(m.i).strip() == "," and any(x.kind == "city" and x.j == m.i for x in sentence.mentions)

    def _placed(self, sentence: Sentence, m: Mention, ids: tuple[str, ...], how: str) -> Actor:
        """An actor with its noun phrase and role."""
        np = phrases.start(self.tokens, self.lexicon, sentence, m.i)
        return Actor(m.i, m.j, np, ids, how, phrases.role(self.tokens, self.lexicon, sentence, m, np, how), m)

    def _epithet(self, sentence: Sentence, m: Mention, before: list[Actor]) -> Actor | None:
        """`the Scot`, `the 26-year-old`, `the Edinburgh runner`, `the American`: an actor, if no name follows."""
        parts = self.epithets.parts(sentence, m.j) if self.tokens.low[m.i] in self.lexicon.sets["pointing"] else []
        if not parts or self._names(sentence, parts[-1].j) or self._of_a_record(sentence, parts[-1].j):
            return None
        end = parts[-1].j
        last = before[-1] if before else None
        if last and self._unheard_of(sentence, last, m):
            return self._placed(sentence, m._replace(j=end), (), "epithet")
        if (name := self._renamed(sentence, end)) is not None:
            ids = self.cast.resolve(self.tokens, name) if name.kind == "person" else ()
            return self._placed(sentence, m._replace(j=end), ids, "epithet")._replace(
                wrong=self.epithets.wrong(ids, parts), mention=parts[0]
            )
        if last and last.ids and last.j == m.i and "," in self.tokens.gap(m.i):
            role = "object" if last.role == "object" else "subject"
            return Actor(m.i, end, m.i, last.ids, "epithet", role, parts[0], self.epithets.wrong(last.ids, parts))
        ids, wrong = self.epithets.bearers(parts, self.recent, self.topic)
        actor = self._placed(sentence, m._replace(j=end), ids, "epithet")._replace(wrong=wrong, mention=parts[0])
        return actor._replace(ids=()) if wrong and self._somebody_else(sentence, actor, before) else actor

    def _of_a_record(self, sentence: Sentence, end: int) -> bool:
        """Whether a description is that of a record: `the 29 year old world record`."""
        scope = max((x.j for x in sentence.kind("scope") if x.i == end), default=end)
        return any(x.i == scope for x in sentence.kind("record")) and not any(self.tokens.gap(t).strip(" -") for t in range(end, scope + 1))

    def _unheard_of(self, sentence: Sentence, last: Actor, m: Mention) -> bool:
        """Whether a description stands right behind the name of somebody who is nobody's on record (`not Steven, the Australian`)."""
        placed = last.i > sentence.a and self.tokens.low[last.i - 1] in self.lexicon.sets["held_in"]
        return last.how == "unknown" and last.j == m.i and "," in self.tokens.gap(m.i) and not placed

    def _somebody_else(self, sentence: Sentence, actor: Actor, before: list[Actor]) -> bool:
        """Whether a description is of somebody not named: `the Belgian who was fifth`, `he kept the Belgian at bay`."""
        told = any(m.kind == "relative" and m.i == actor.j for m in sentence.mentions) and not self.tokens.gap(actor.j).strip()
        compared = actor.np > sentence.a and self.tokens.low[actor.np - 1] in self.lexicon.sets["compared"]
        here = sentence.segment(actor.i)
        doing = [a for a in before if a.role == "subject"]
        done_to = any(a.ids == actor.ids for a in doing) if actor.role == "object" else any(sentence.segment(a.i) == here for a in doing)
        return told or compared or done_to

    def _renamed(self, sentence: Sentence, end: int) -> Mention | None:
        """The name that a comma puts behind a description, between two commas: `the 26-year-old Scot, Pat Quill, ran`."""
        if end >= len(self.tokens) or self.tokens.gap(end).strip() != ",":
            return None
        name = next((m for m in sentence.mentions if m.i == end and m.kind in ("person", "unknown")), None)
        return name if name and (name.j >= sentence.b or self.tokens.gap(name.j).strip() == ",") else None

    def _names(self, sentence: Sentence, end: int) -> bool:
        """Whether a name follows directly, so that the description only modifies it."""
        following = any(m.i == end and m.kind in ("person", "unknown", "given") for m in sentence.mentions)
        return following and not self.tokens.gap(end).strip()

"""Pronouns: whom `he`, `her`, `them` mean, of those named before."""

from collections.abc import Sequence
from typing import NamedTuple

from kerrcheck import phrases
from kerrcheck.actor import NAMED, Actor
from kerrcheck.cast import Cast
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens


class Pronouns(NamedTuple):
    """What pronouns are read with: the words, and who is known of the people named."""

    tokens: Tokens
    lexicon: Lexicon
    cast: Cast

    def meant(self, sentence: Sentence, m: Mention, before: list[Actor], topic: tuple[str, ...], recent: Sequence[str]) -> tuple[str, ...]:
        """Whom a pronoun means: the last subject of its sex in the sentence, else the topic, else who was named last."""
        others = before[-1:] if (joined := self._joined(sentence, m, before)) else self._others(sentence, m, before)
        nearest: list[Actor] = [a for a in reversed(others) if a.ids and a.how != "team" and self._of_sex(a.ids, m)]
        subject = next((a for a in nearest if joined or (a.role == "subject" and a.how != "pronoun") or self._by_itself(a)), None)
        if subject:
            return subject.ids
        if topic and self._of_sex(topic, m):
            return topic
        if nearest:
            return nearest[0].ids
        return next(((x,) for x in recent if self.cast.sex((x,)) == m.value), ())

    def _joined(self, sentence: Sentence, m: Mention, before: list[Actor]) -> bool:
        """Whether what somebody owns is joined to their name by `and`: `behind Quill of Peru and his 9.91`."""
        low, sets = self.tokens.low, self.lexicon.sets
        owns = low[m.i] in sets["possessives"] and low[m.i - 1] in sets["conjunction"]
        last = before[-1] if owns and before and before[-1].how in NAMED else None
        return last is not None and self._of_sex(last.ids, m) and phrases.described(sentence, last.mention) == m.i - 1

    def _others(self, sentence: Sentence, m: Mention, before: list[Actor]) -> list[Actor]:
        """Those named before a pronoun without who does to it what the verb says: nobody but another is `him` in `Quill beat him`."""
        low, sets = self.tokens.low, self.lexicon.sets
        apart = any(x.j == m.i for x in sentence.kind("order")) and not self._owns(sentence, m)
        by = before[-1] if before and before[-1].role == "subject" else None
        if by is None or not (apart or low[m.i] in sets["bare_objects"]):
            return before
        if sentence.segment(by.i) != sentence.segment(m.i) and not (apart and _told_apart(sentence, m)):
            return before
        if not apart and low[m.i - 1] in sets["prepositions"]:
            return before
        return [a for a in before if not {*a.ids} & {*by.ids}]

    def _owns(self, sentence: Sentence, m: Mention) -> bool:
        """Whether a pronoun owns what follows it (`ahead of his namesake`)."""
        possessive = self.tokens.low[m.i] in self.lexicon.sets["possessives"]
        return possessive and not phrases.done_to(self.tokens, self.lexicon, sentence, m)

    def _by_itself(self, a: Actor) -> bool:
        """Whether somebody owns what is not named behind them: `the record is Rudisha's, from London, where he`."""
        return a.role == "owner" and a.how in NAMED and a.j < len(self.tokens) and self.tokens.gap(a.j).strip()[:1] in (",", "(")

    def _of_sex(self, ids: tuple[str, ...], m: Mention) -> bool:
        """Whether people may be of the sex of a pronoun."""
        return bool(self.cast.sex(ids) in (None, m.value))


def _told_apart(sentence: Sentence, m: Mention) -> bool:
    """Whether a segment opens with the distance of whoever the one before is about: `Quill was fourth, two seconds behind him`."""
    start = sentence.begins(sentence.segment(m.i))
    return any(x.i - start in (0, 1) for x in sentence.kind("quantity"))

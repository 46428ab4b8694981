"""Epithets: descriptions that stand for a person (`the Scot`, `the 26-year-old`, `the Edinburgh runner`), and whom they fit."""

from collections.abc import Iterable, Sequence

from kerrcheck.cast import Cast
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.ties import ages, nation_fits
from kerrcheck.words import Tokens

_TELLING = ("nation", "age", "city")
_FILLING = ("series", "scope", "status", "event", "sex")
_NOUNS = frozenset(("record", "title", "medal", "scope", "best", "round", "event", "series", "runner", "fellow", "sex", "holder"))
_BEHIND_A_NOUN = frozenset((
    "finish", "take", "order", "lead", "modal", "set", "link", "relative", "placing", "pass", "past", "say", "hedge", "gap",
))  # fmt: skip


class Epithets:
    """The descriptions of a text, held against the people on stage; `day` is the day on which they are true."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, cast: Cast, store: Store, day: str | None) -> None:
        self.tokens, self.lexicon, self.cast, self.store, self.day = tokens, lexicon, cast, store, day

    def parts(self, sentence: Sentence, i: int) -> list[Mention]:
        """The describing mentions from token i on: nation, age, city, runner word; none unless they stand for a person."""
        found: list[Mention] = []
        at = i + (self.tokens.low[i : i + 1] != [] and self.tokens.low[i] in self.lexicon.sets["manners"])
        while (step := self._step(sentence, at, bool(found))) is not None:
            part, at = step
            found += [part] if part is not None else []
        kinds = {part.kind for part in found}
        if {"title", "city"} <= kinds or not kinds & set(_TELLING):
            return []
        return found if any(self._heads(part) for part in found) else []

    def bearers(self, parts: list[Mention], recent: Sequence[str], topic: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
        """Whom a description fits: one person on stage, else somebody of the text; one that fits nobody falls to the topic.

        The second answer is the kind of part that is wrong, where none fits.
        """
        known = [x for x in recent if x in self.cast.people] or list(self.cast.full)
        fits = self._fitting(known, parts)
        if fits:
            fits = [x for x in topic if x in fits] or fits if len(fits) > 1 else fits
            return ((fits[0],) if len(fits) == 1 or fits[0] in topic else tuple(fits)), None
        later = (x for x in self.cast.full if x not in known and (not topic or self._at_hand(x, parts[0].i)))
        others = self._fitting(later, parts)
        if others:
            return tuple(others), None
        aged = bool(topic) and any(part.kind == "age" for part in parts)
        entrants = [] if aged else self._fitting(self._rivals(topic) or self.cast.entrants | self.cast.field, parts)
        return (tuple(sorted(entrants)), None) if entrants else (topic, parts[0].kind)

    def _rivals(self, topic: tuple[str, ...]) -> set[str]:
        """Who met the one person spoken of in the contests that the text reports."""
        outings, focus = self.cast.outings, self.cast.focus
        keys = {o.setting.key() for x in topic if len(topic) == 1 for o in outings.of(x) if o.setting.competition in focus}
        return {o.person for key in keys for o in outings.within(key)} & {*self.cast.people}

    def _at_hand(self, id_: str, at: int) -> bool:
        """Whether somebody is first named in the paragraph of token `at`, so that a description before the name may be theirs."""
        paragraph, named = self.tokens.paragraph, self.cast.named_at.get(id_, at)
        return named < len(paragraph) and paragraph[named] == paragraph[at]

    def wrong(self, ids: Iterable[str], parts: list[Mention]) -> str | None:
        """The kind of the first part of a description that is not true of some people."""
        people = [x for x in ids if x in self.cast.people]
        return next((part.kind for part in parts if not all(self._fits(x, part) for x in people)), None)

    def _step(self, sentence: Sentence, at: int, begun: bool) -> tuple[Mention | None, int] | None:
        """What token `at` adds to a description, and where it goes on; None where the description ends."""
        here = [m for m in sentence.mentions if m.i == at]
        part = _first(here, _TELLING) or next((m for m in here if self._role(m)), None) or (self._owner(at) if begun else None)
        if part is None:
            fill = _first(here, _FILLING) if begun else None
            return (None, fill.i + 1) if fill else None
        if part.kind == "nation" and self.tokens.low[part.j : part.j + 1] and self.tokens.low[part.j] in self.lexicon.sets["born"]:
            return None, part.j + 1
        if part.kind == "age":
            part = self._aged(sentence, part)
        return part, part.j

    def _role(self, m: Mention) -> bool:
        """Whether a mention is a noun for a sportsman or a champion."""
        champion = m.kind == "title" and self.tokens.low[m.j - 1] in self.lexicon.sets["champion_words"]
        return m.kind == "runner" or champion

    def _owner(self, at: int) -> Mention | None:
        """A noun for a sportsman who owns what follows (`the Kenyan star's 2:13:44`)."""
        tokens = self.tokens
        if at >= len(tokens) or tokens.low[at] == tokens.stem[at] or "runner" not in self.lexicon.kinds(tokens.stem, at):
            return None
        return Mention("runner", at, at + 1, "", "epithets")

    def _aged(self, sentence: Sentence, part: Mention) -> Mention:
        """An age with all the words that tell it (`26-year-old`)."""
        end = part.j
        while end < sentence.b and self.tokens.low[end] in self.lexicon.sets["year_old"]:
            end += 1
        return part._replace(j=end)

    def _heads(self, part: Mention) -> bool:
        """Whether a part is the noun of a description."""
        return part.kind in ("runner", "title", "age") or (part.kind == "nation" and self._noun(part))

    def _noun(self, m: Mention) -> bool:
        """Whether a nation mention is a noun for a person (`the Norwegian`), and no adjective before another noun."""
        flavours = {flavour for _, flavour in m.value}
        if not flavours & {"demonym", "adjective"}:
            return False
        j = m.j
        if self.tokens.low[j - 1] != self.tokens.stem[j - 1]:
            return True
        if j >= len(self.tokens) or self.tokens.gap(j).strip():
            return True
        kinds = self.lexicon.kinds(self.tokens.low, j)
        if "demonym" not in flavours and not kinds & _BEHIND_A_NOUN:
            return self.tokens.low[j] in self.lexicon.common or self._verb(j)
        return not kinds & _NOUNS or "finish" in kinds or "take" in kinds

    def _verb(self, j: int) -> bool:
        """Whether a word tells what somebody did: `jumped`, `went`."""
        word = self.tokens.low[j]
        return word in self.lexicon.sets["did"] or (
            word.endswith(self.lexicon.phrases["past"]) and word not in self.lexicon.sets["not_did"]
        )

    def _fitting(self, ids: Iterable[str], parts: list[Mention]) -> list[str]:
        """Of some people, those of whom a whole description is true."""
        return [x for x in ids if all(self._fits(x, part) for part in parts)]

    def _fits(self, id_: str, part: Mention) -> bool:
        """Whether one part of a description is true of a person."""
        if part.kind == "nation":
            return nation_fits(self.cast, self.store, id_, {code for code, _ in part.value}, self.day)
        if part.kind == "age":
            return part.value[0] in ages(self.cast, id_, self.day)
        if part.kind == "city":
            person = self.cast.people[id_]
            return bool({place for place, _ in person.places} & {code for code, _ in part.value})
        return True


def _first(mentions: list[Mention], kinds: tuple[str, ...]) -> Mention | None:
    """The first of some mentions that is of one of some kinds."""
    return next((m for m in mentions if m.kind in kinds), None)

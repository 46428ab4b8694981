"""Actors: the people of a sentence as they are named in it, by name, pronoun or epithet, and the part they play."""

from collections import Counter
from typing import NamedTuple

from kerrcheck.cast import Cast
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.words import Tokens


_NAMED = ("full", "family", "given")


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


_LEFT = frozenset(("nation", "medal", "title", "series", "status", "fellow", "name-title", "article", "placing", "age", "holder", "record", "scope", "runner", "event", "edition", "city", "year", "best", "role", "sex", "pronoun"))


class Stage:
    """Who is on stage while a text is read: the last subject, and everybody who may be meant by `he`, `the Scot`."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, cast: Cast, store: Store, published: str | None) -> None:
        self.tokens, self.lexicon, self.cast, self.store, self.published = tokens, lexicon, cast, store, published
        self.topic: tuple[str, ...] = ()
        self.recent: list[str] = []
        self.named: Counter[str] = Counter()

    def actors(self, sentence: Sentence) -> list[Actor]:
        """The actors of a sentence in order; the stage moves on."""
        found: list[Actor] = []
        for m in sentence.mentions:
            actor = self._actor(sentence, m, found)
            if actor and not (found and actor.i < found[-1].j):
                found.append(actor)
                self._remember(actor)
        subject = next((a for a in found if a.role == "subject" and a.how not in ("relative", "team")), None) or next((a for a in reversed(found) if a.how in _NAMED), None)
        if subject and not sentence.quoted:
            self.topic = subject.ids
        return found

    def main(self) -> tuple[str, ...]:
        """The person that the text names most often."""
        return tuple(x for x, _ in self.named.most_common(1))

    def _remember(self, actor: Actor) -> None:
        if actor.how == "team":
            return
        if actor.how in _NAMED:
            self.named.update(actor.ids[:1])
        for id_ in actor.ids:
            if id_ in self.recent:
                self.recent.remove(id_)
            self.recent.insert(0, id_)

    def _actor(self, sentence: Sentence, m: Mention, before: list[Actor]) -> Actor | None:
        """The actor that a mention makes, if it makes one."""
        if m.kind == "person" or m.i in self.cast.meant and m.kind == "unknown":
            ids = self.cast.resolve(self.tokens, m)
            how = m.value.how if m.value.how in ("full", "family", "given") else "full" if m.j - m.i > 1 else "family"
            return self._placed(sentence, m, ids, how, m.j)
        if m.kind == "nation":
            return self._team(sentence, m)
        if m.kind == "unknown":
            return self._placed(sentence, m, (), "unknown", m.j) if m.j - m.i > 1 or m.i > sentence.a else None
        if m.kind == "given":
            return self._placed(sentence, m, m.value, "given", m.j)
        if m.kind == "pronoun":
            return self._placed(sentence, m, self._pronoun(m, before), "pronoun", m.j)
        if m.kind == "relative" and self.tokens.low[m.i] != "whom":
            last = next((a for a in reversed(before) if a.how != "pronoun" and m.i - a.j <= 6), None)
            return Actor(m.i, m.j, m.i, last.ids, "relative", "subject", m) if last else None
        if m.kind == "article":
            return self._epithet(sentence, m, before)
        return None

    def _team(self, sentence: Sentence, m: Mention) -> Actor | None:
        """A nation that acts as a team: named by its name, with no person beside it that it only describes."""
        if not any(flavour in ("name", "alias") for _, flavour in m.value) or self.tokens.low[m.j - 1] != self.tokens.stem[m.j - 1]:
            return None
        before = self.tokens.low[m.i - 1] if m.i > sentence.a and not self.tokens.gap(m.i).strip() else ""
        if before in self.lexicon.sets["prepositions"] or "(" in self.tokens.gap(m.i) if m.i else False:
            return None
        if m.i > sentence.a and "," in self.tokens.gap(m.i) and any(x.j == m.i and x.kind in ("person", "given", "city", "unknown") for x in sentence.mentions):
            return None
        return Actor(m.i, m.j, m.i, (), "team", "subject", m)

    def _placed(self, sentence: Sentence, m: Mention, ids: tuple[str, ...], how: str, j: int) -> Actor:
        """An actor with its noun phrase and role."""
        earlier = any(x.kind in ("person", "given", "pronoun") and x.j <= m.i for x in sentence.mentions)
        np = self._phrase(sentence, m.i)
        low = self.tokens.low
        possessive = low[j - 1] != self.tokens.stem[j - 1] or (m.kind == "pronoun" and low[m.i] in ("his", "her"))
        before = low[np - 1] if np > sentence.a and not self.tokens.gap(np).strip() else ""
        bare = how == "family" and np == m.i - 1 and any(x.kind == "article" and x.i == np for x in sentence.mentions)
        objective = (m.kind == "pronoun" and low[m.i] in self.lexicon.sets["object_pronouns"]) or bare or before in self.lexicon.sets["objects"] or self._relation(sentence, np) or (earlier and before in self.lexicon.sets["loose_objects"])
        role = "owner" if possessive else "object" if objective and not self._receives(sentence, np) else "subject"
        return Actor(m.i, j, np, ids, how, role, m)

    def _receives(self, sentence: Sentence, np: int) -> bool:
        """Whether a medal or a win goes to a noun phrase (`gold went to X`, `silver for X`)."""
        if self.tokens.low[np - 1] not in self.lexicon.sets["receiving"]:
            return False
        return any(m.kind in ("medal", "placing") and 0 < np - m.j <= 3 and m.j > sentence.a for m in sentence.mentions)

    def _relation(self, sentence: Sentence, np: int) -> bool:
        """Whether a relation cue (`ahead of`, `beat`) ends right before a noun phrase."""
        return any(m.j == np and m.kind == "order" for m in sentence.mentions)

    def _phrase(self, sentence: Sentence, i: int) -> int:
        """Where the noun phrase starts that ends at token i: titles, nations and the like belong to it."""
        low, determiners = self.tokens.low, self.lexicon.sets["determiners"]
        left = {t for m in sentence.mentions if m.kind in _LEFT for t in range(m.i, m.j)} - {t for m in sentence.mentions if m.kind == "take" for t in range(m.i, m.j)}
        np = i
        while np > sentence.a and not self.tokens.gap(np).strip(" -’'"):
            if np - 1 in left or low[np - 1] in self.lexicon.sets["year_old"] or (low[np - 1] in determiners and low[np - 1] not in ("by", "of", "for")):
                np -= 1
            else:
                break
        return self._articled(sentence, np)

    def _articled(self, sentence: Sentence, np: int) -> int:
        """Further left over plain adjectives, if an article opens the phrase (`a fast closing X`)."""
        low, articles = self.tokens.low, self.lexicon.sets["articles"]
        known = {m.i for m in sentence.mentions if m.kind not in ("fellow", "status")}
        for k in range(np - 1, max(sentence.a, np - 4) - 1, -1):
            if self.tokens.gap(k + 1).strip(" -"):
                break
            if low[k] in articles:
                return k
            if k in known or not self.tokens.raw[k][0].islower() or low[k] in self.lexicon.common:
                break
        return np

    def _pronoun(self, m: Mention, before: list[Actor]) -> tuple[str, ...]:
        """Whom a pronoun means: the last subject of its sex in the sentence, else the topic."""
        for actor in reversed(before):
            if actor.role == "subject" and actor.how not in ("pronoun", "team") and actor.ids and self.cast.sex(actor.ids) in (None, m.value):
                return actor.ids
        if self.topic and self.cast.sex(self.topic) in (None, m.value):
            return self.topic
        for actor in reversed(before):
            if actor.ids and actor.how != "team" and self.cast.sex(actor.ids) in (None, m.value):
                return actor.ids
        return next(((x,) for x in self.recent if self.cast.sex((x,)) == m.value), ())

    def _epithet(self, sentence: Sentence, m: Mention, before: list[Actor]) -> Actor | None:
        """`the Scot`, `the 26-year-old`, `the Edinburgh runner`, `the American`: an actor, if no name follows."""
        if self.tokens.low[m.i] not in ("the", "this", "a", "an"):
            return None
        parts = self._described(sentence, m.j)
        if not parts or self.tokens.low[m.i] in ("a", "an"):
            return None
        end = parts[-1].j
        if self._names(sentence, end):
            return None
        beside = before[-1] if before and before[-1].j == m.i and "," in self.tokens.gap(m.i) and before[-1].ids else None
        if beside is not None:
            wrong = next((p.kind for p in parts if not all(self._fits(x, p) for x in beside.ids if x in self.cast.people)), None)
            return Actor(m.i, end, m.i, beside.ids, "epithet", "subject", parts[0], wrong)
        ids, wrong = self._described_by(parts, before)
        actor = self._placed(sentence, m._replace(j=end), ids, "epithet", end)
        return actor._replace(j=end, wrong=wrong, mention=parts[0])

    def _described(self, sentence: Sentence, i: int) -> list[Mention]:
        """The describing mentions that follow an article: nation, age, city, runner word."""
        parts: list[Mention] = []
        at, head = i, False
        while True:
            here = [m for m in sentence.mentions if m.i == at]
            part = next((m for m in here if m.kind in ("nation", "age", "city")), None) or next((m for m in here if m.kind == "runner" or m.kind == "title" and self.tokens.low[m.j - 1] in self.lexicon.sets["champion_words"]), None)
            if part is None and parts and (fill := next((m for m in here if m.kind in ("series", "scope", "status", "event", "sex")), None)):
                at = fill.i + 1
                continue
            if part is None:
                break
            if part.kind == "nation" and self.tokens.low[part.j : part.j + 1] == ["born"]:
                at = part.j + 1
                continue
            parts.append(part)
            head = head or part.kind in ("runner", "title") or (part.kind == "nation" and self._noun(part))
            at = part.j
            if part.kind == "age":
                while at < sentence.b and self.tokens.low[at] in ("year", "years", "old"):
                    at += 1
                parts[-1] = part._replace(j=at)
                head = True
        kinds = {p.kind for p in parts}
        if "title" in kinds and "city" in kinds:
            return []
        return parts if head and kinds & {"nation", "age", "city"} else []

    def _noun(self, m: Mention) -> bool:
        """Whether a nation mention is a noun for a person (`the Norwegian`), and no adjective before another noun."""
        flavours = {flavour for _, flavour in m.value}
        if not flavours & {"demonym", "adjective"}:
            return False
        j = m.j
        if j >= len(self.tokens) or self.tokens.gap(j).strip():
            return True
        entry = self.lexicon.cues(self.tokens.low, j)
        kinds = {kind for kind, _ in entry[1]} if entry else set()
        if "demonym" not in flavours and not kinds & {"finish", "take", "order", "lead", "modal", "set", "link", "relative", "placing", "pass", "past", "say", "hedge", "gap"}:
            return self.tokens.low[j] in self.lexicon.common
        nouns = {"record", "title", "medal", "scope", "best", "round", "event", "series", "runner", "fellow", "sex", "holder"}
        return not kinds & nouns or "finish" in kinds or "take" in kinds

    def _names(self, sentence: Sentence, end: int) -> bool:
        """Whether a name follows directly, so that the description only modifies it."""
        return any(m.i == end and m.kind in ("person", "unknown", "given") and not self.tokens.gap(end).strip() for m in sentence.mentions)

    def _described_by(self, parts: list[Mention], before: list[Actor]) -> tuple[tuple[str, ...], str | None]:
        """Who fits a description: one person on stage, else nobody; a description that fits none falls to the topic."""
        known = [x for x in self.recent if x in self.cast.people] or list(self.cast.full)
        fits = [x for x in known if all(self._fits(x, p) for p in parts)]
        if len(fits) > 1:
            subject = [x for x in self.topic if x in fits]
            fits = subject or fits
        if fits:
            return (fits[0],) if len(fits) == 1 or fits[0] in self.topic else tuple(fits), None
        others = [x for x in self.cast.full if x not in known and all(self._fits(x, p) for p in parts)]
        if others:
            return tuple(others), None
        entrants = [x for x in (self.cast.entrants | self.cast.field) if all(self._fits(x, p) for p in parts)]
        if entrants:
            return tuple(sorted(entrants)), None
        return self.topic, parts[0].kind

    def _fits(self, id_: str, part: Mention) -> bool:
        """Whether one part of a description is true of a person."""
        if part.kind == "nation":
            return nation_fits(self.cast, self.store, id_, {code for code, _ in part.value}, self.published)
        if part.kind == "age":
            return part.value[0] in ages(self.cast, id_, self.published)
        if part.kind == "city":
            person = self.cast.people[id_]
            return bool({place for place, _ in person.places} & {code for code, _ in part.value})
        return True


def nation_fits(cast: Cast, store: Store, id_: str, codes: set[str], day: str | None) -> bool:
    """Whether a person belongs to one of some nations, home nations and the whole they are part of counted as one."""
    mine = cast.nations(id_, day)
    if mine & codes:
        return True
    for code in codes:
        place = store.place(code, "nation")
        if place and place.extra.get("part_of") in mine and not cast.people[id_].parts:
            return True
    for code in mine:
        place = store.place(code, "nation")
        if place and (place.extra.get("part_of") in codes or set(place.extra.get("successor", ())) & codes):
            return True
    return False


def ages(cast: Cast, id_: str, day: str | None, spare: int = 1) -> set[int]:
    """The ages that fit a person on a day; a year of birth alone leaves two, an unknown one leaves all."""
    born = cast.people[id_].born if id_ in cast.people else None
    if not born or not day:
        return set(range(200))
    years = int(day[:4]) - int(born[:4])
    if len(born) < 10:
        return {years, years - 1}
    return {years - (day[5:] < born[5:])}

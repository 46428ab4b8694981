"""Cast: the people a text names, each resolved to those of one name on record that fit it best."""

from collections import Counter
from collections.abc import Iterable

from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.outings import Outings
from kerrcheck.statement import Setting
from kerrcheck.text import fold
from kerrcheck.words import Tokens

# How many words behind a family name a given name still tells which of that name was meant.
_PRESENTLY = 30


class Cast:
    """Who is meant by the names of one text.

    `full` people have been named in full; `by_family` and `by_given` find them again by a part of their name.
    """

    def __init__(self, people: dict[str, Person], outings: Outings, published: str | None) -> None:
        self.people, self.outings, self.published = people, outings, published
        self.by_family: dict[str, list[str]] = {}
        self.by_given: dict[str, list[str]] = {}
        self.full: dict[str, None] = {}
        self.named_at: dict[str, int] = {}
        self.entrants: frozenset[str] = frozenset()
        self.spoken: set[str] = set()
        self.strange: set[str] = set()
        self.meant: dict[int, str] = {}
        self.company: Counter[Setting] = Counter()
        self.ever: Counter[Setting] = Counter()
        self.field: frozenset[str] = frozenset()
        self.events: frozenset[str] = frozenset()
        self.focus: tuple[str, ...] = ()

    def introduce(self, tokens: Tokens, mentions: Iterable[Mention]) -> None:
        """Take up everybody who is named in full; of a stranger the family name, which goes on as theirs or as an entrant's."""
        for m in mentions:
            if m.kind == "person" and m.value.how == "stranger":
                self.strange.add(tokens.stem[m.j - 1])
            if m.kind == "person" and m.value.how == "full":
                ids = self.likeliest(m.value.ids)
                self.spoken.update(tokens.stem[m.value.family : m.j])
                for id_ in ids:
                    self.add(id_)
                    self.named_at.setdefault(id_, m.i)
                written = tuple(tokens.stem[m.i : m.value.family])
                for word in written:
                    self.by_given.setdefault(word, []).extend(x for x in ids if x not in self.by_given.get(word, ()))

    def add(self, id_: str) -> None:
        """Take up one person."""
        if id_ in self.full:
            return
        self.full[id_] = None
        person = self.people[id_]
        words = fold(person.family).replace("-", " ").split()
        for word in {*words[-1:], *words[:1], fold(person.name).replace("-", " ").split()[-1]}:
            self.by_family.setdefault(word, []).append(id_)

    def suspect(self, m: Mention, person: str) -> None:
        """Take a misspelt name for the person it must mean, here and wherever it stands again."""
        self.meant[m.i] = person
        self.add(person)

    def resolve(self, tokens: Tokens, m: Mention) -> tuple[str, ...]:
        """The people a name most plausibly means, all of them where nothing tells them apart."""
        ref = m.value
        if m.i in self.meant:
            return (self.meant[m.i],)
        if ref.how == "full":
            return self.likeliest(ref.ids)
        known = self.by_family.get(tokens.stem[m.j - 1], [])
        mine = tuple(x for x in known if x in ref.ids)
        mine = tuple(x for x in mine if fold(self.people[x].family) == tokens.stem[m.j - 1]) or mine
        if ref.how == "stranger":
            return mine if ref.plain else ()
        if mine:
            return mine + self._presently(tokens, m)
        if tokens.stem[m.j - 1] in self.spoken:
            return ()
        likely = self.likeliest(self._noted(ref.ids), tokens.stem[m.j - 1] if m.j - ref.family == 1 else "")
        return tuple(x for x in likely if x in self.entrants) if tokens.stem[m.j - 1] in self.strange else likely

    def _presently(self, tokens: Tokens, m: Mention) -> tuple[str, ...]:
        """Entrants of a family name that another bears in the text, whose given name alone is told next: `Kerr won gold. It was Hamish`."""
        others = [x for x in m.value.ids if x in self.entrants and x not in self.full]
        if not others:
            return ()
        behind = {tokens.stem[t] for t in range(m.j, min(m.j + _PRESENTLY, len(tokens))) if tokens.raw[t][0].isupper()}
        behind -= self.by_given.keys()
        return tuple(x for x in others if not behind.isdisjoint(fold(self.people[x].given).split()[:1]))

    def _noted(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of people, those whom a text may call by the family name alone: not who is on record with days at meetings and no more."""
        return tuple(x for x in ids if x in self.entrants or self.outings.noted(x)) if len(ids) <= 40 else ids

    def likeliest(self, ids: tuple[str, ...], word: str = "") -> tuple[str, ...]:
        """Of namesakes: those in the contests reported, else those of the time of the text, else all."""
        if len(ids) < 2:
            return ids
        if word:
            own = tuple(x for x in ids if x in self.people and fold(self.people[x].family).replace("-", " ") == word)
            ids = own or ids
        here = tuple(x for x in ids if x in self.entrants)
        if here:
            return self._in_event(here) or here
        named = tuple(x for x in ids if x in self.full)
        if named:
            return named
        if len(ids) > 40:
            return ids
        kept = self.in_company(ids)
        return kept if len(kept) == 1 else self._contemporary(ids)

    def _in_event(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of entrants of one name, those who were in an event that the text names."""
        if len(ids) < 2 or not self.events:
            return ids
        return tuple(
            x for x in ids if any(o.setting.event in self.events and o.setting.competition in self.focus for o in self.outings.of(x))
        )

    def meet(self, names: Iterable[tuple[str, ...]]) -> None:
        """Count in how many contests of recent years the bearers of different names met."""
        for ids in names:
            if len(ids) <= 40:
                self.company.update({key for x in ids for key in self._recent(x)})
                self.ever.update({o.setting for x in ids for o in self.outings.of(x)})

    def _recent(self, id_: str) -> set[Setting]:
        """The contests of a person within some years of the text."""
        year = int(self.published[:4]) if self.published else None
        return {o.setting for o in self.outings.of(id_) if not year or (o.day and abs(int(o.day[:4]) - year) <= 3)}

    def in_company(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of namesakes, those who met most of the others that the text names."""
        met = {x: sum(self.company[key] - 1 for key in self._recent(x)) for x in ids}
        if not any(met.values()):
            met = {x: sum(self.ever[key] - 1 for key in {o.setting for o in self.outings.of(x)}) for x in ids}
        best = max(met.values(), default=0)
        return tuple(x for x in ids if met[x] == best) if best > 0 else ids

    def _contemporary(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those with an outing within some years of the text's day."""
        if not self.published or len(ids) > 40:
            return ids
        year = int(self.published[:4])
        near = tuple(x for x in ids if any(o.day and abs(int(o.day[:4]) - year) <= 4 for o in self.outings.of(x)))
        return near or ids

    def sex(self, ids: tuple[str, ...]) -> str | None:
        """The one sex of people, None where it is not known or differs."""
        sexes = {self.people[x].sex for x in ids if x in self.people}
        return next(iter(sexes)) if len(sexes) == 1 else None

    def nations(self, id_: str, day: str | None) -> set[str]:
        """Codes of the nations a person belongs to on a day, home nations included."""
        return nations(self.people[id_], day)


def nations(person: Person, day: str | None) -> set[str]:
    """Codes of the nations a person belongs to on a day, home nations included."""
    held = {code for code, start, end in person.nations if not day or ((not start or start <= day) and (not end or day <= end))}
    return (held or {code for code, _, _ in person.nations}) | set(person.parts)

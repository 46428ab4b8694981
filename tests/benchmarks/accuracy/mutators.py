"""Mutators: one true text, one slip of a class, shown to be false by the store in every reading that it allows.

Each is a function from a scene to the slips of its class. A mutator leaves out what the store cannot refute: a medal is changed only
where its owner never won one of that colour, a mark only where nobody named in the text has the new one, a year only where no edition
was held in it. What the engine reads plays no part.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from benchmarks.accuracy.scene import MARK, Pinned, Scene, Sentence, agrees, edition, field, inside, marks_of, records, results, value

from kerrcheck.store import Store
from kerrcheck.text import Span, fold


class Mutant(NamedTuple):
    """A slip: its class, the true words, and what stands in their place; `also` is what may be blamed as well."""

    kind: str
    span: Span
    wrong: str
    also: tuple[Span, ...] = ()


class Ground(NamedTuple):
    """What a mutator works on: the text's scene, the store that refutes, and the draw."""

    scene: Scene
    store: Store
    draw: Random

    def words(self, span: Span) -> str:
        """Some words of the text."""
        return self.scene.text[span.start : span.end]

    def pins(self) -> Iterator[tuple[Sentence, Pinned]]:
        """Every mark that is pinned down."""
        return ((sentence, pin) for sentence in self.scene.sentences for pin in sentence.pinned)

    def places(self, pattern: str, sentence: Sentence, flags: int = 0) -> Iterator[re.Match[str]]:
        """Where a pattern stands in a sentence outside quotation marks."""
        for m in re.compile(pattern, flags).finditer(self.scene.text, *sentence.span):
            if not inside(Span(*m.span()), self.scene.quoted):
                yield m

    def known_marks(self) -> set[str]:
        """Every mark of anybody named in the text, and of every contest in it."""
        mine = {mark for who in self.scene.people for mark in marks_of(self.store, who)}
        return mine | {row.get("mark", "") for key in self.scene.contests for row in field(self.store, key).values()}


Mutator = Callable[[Ground], Iterator[Mutant]]
MEDALS = {"gold": "1", "silver": "2", "bronze": "3"}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
SCOPES = {"world": "world", "Olympic": "olympic", "European": "area:EUR", "African": "area:AFR", "Asian": "area:ASI"}


def swap_digits(ground: Ground) -> Iterator[Mutant]:
    """Two neighbouring digits of a mark exchanged."""
    yield from other_marks(ground, "mark: digits swapped", swapped)


def change_digit(ground: Ground) -> Iterator[Mutant]:
    """One digit of a mark changed."""
    yield from other_marks(ground, "mark: digit changed", lambda mark, draw: [redigited(mark, draw) for _ in range(4)])


def other_marks(ground: Ground, kind: str, made: Callable[[str, Random], list[str]]) -> Iterator[Mutant]:
    """Pinned marks with another in their place that nobody concerned has."""
    known = ground.known_marks()
    for _, pin in ground.pins():
        mark = ground.words(pin.span)
        for wrong in made(mark, ground.draw):
            if wrong != mark and MARK.fullmatch(wrong + (" points" if "," in wrong else ""), 0, len(wrong)) and plausible(mark, wrong):
                if not any(agrees(wrong, other) for other in known if other[-1:].isdigit()):
                    yield Mutant(kind, pin.span, wrong)
                    break


def plausible(mark: str, wrong: str) -> bool:
    """Whether a wrong mark could be one of the event: not far off, no sixty seconds."""
    parts = re.split(r"[:.]|min |sec|hr ", wrong)
    return abs(value(wrong) / value(mark) - 1) < 0.15 and all(int(part) < 60 for part in parts[1:2] if ":" in wrong and part.isdigit())


def swapped(mark: str, draw: Random) -> list[str]:
    """The marks that come of exchanging two neighbouring digits."""
    pairs = [i for i in range(1, len(mark)) if mark[i - 1].isdigit() and mark[i].isdigit() and mark[i] != mark[i - 1]]
    draw.shuffle(pairs)
    return [mark[: i - 1] + mark[i] + mark[i - 1] + mark[i + 1 :] for i in pairs]


def redigited(mark: str, draw: Random) -> str:
    """A mark with one digit changed, not the first."""
    at = draw.choice([i for i, c in enumerate(mark) if c.isdigit() and i])
    return mark[:at] + draw.choice([d for d in "0123456789" if d != mark[at]]) + mark[at + 1 :]


def neighbour(ground: Ground) -> Iterator[Mutant]:
    """The mark of the one before or behind in the same contest, who is not named in the sentence."""
    for sentence, pin in ground.pins():
        rows = field(ground.store, pin.result.contest.key)
        near = [row["mark"] for who, row in rows.items() if who not in sentence.people() and next_to(row, pin.result.placing) and "mark" in row]
        written = ground.words(pin.span)
        mine = marks_of(ground.store, pin.who.person.id)
        free = [m for m in near if m[-1:].isdigit() and "m" not in written and not any(agrees(m, other) for other in mine)]
        if free and len(free[0]) == len(written):
            yield Mutant("mark: neighbour's", pin.span, ground.draw.choice(sorted(free)))


def next_to(row: dict[str, str], placing: str) -> bool:
    """Whether somebody was placed next to a placing."""
    mine = row.get("placing", "")
    return mine.isdigit() and placing.isdigit() and abs(int(mine) - int(placing)) == 1


def medal(ground: Ground) -> Iterator[Mutant]:
    """Another colour, where the one person of the sentence has won this one and never that."""
    for sentence in ground.scene.sentences:
        placings = {placing for who in sentence.people() for placing in placings_of(ground.store, who)}
        for m in ground.places(r"\b(gold|silver|bronze)\b", sentence):
            wrong = [other for other, placing in MEDALS.items() if placing not in placings]
            if len(sentence.people()) == 1 and MEDALS[m[1]] in placings and wrong:
                yield Mutant("medal", Span(*m.span(1)), ground.draw.choice(wrong))


def placing(ground: Ground) -> Iterator[Mutant]:
    """Another placing, where the one person of the sentence has had this one and never that."""
    for sentence in ground.scene.sentences:
        placings = {placing for who in sentence.people() for placing in placings_of(ground.store, who)}
        cue = rf"\b(?:finished|was|came|placed|ran|settled for|took|in|home|up to) (?:only )?({'|'.join(ORDINALS[1:])})\b(?! (?:place on|time|lap|round|heat|semi|of |leg))"
        for m in (m for m in ground.places(cue, sentence) if any(one.span.end < m.start() for one in sentence.named)):
            at = ORDINALS.index(m[1]) + 1
            wrong = [ORDINALS[n - 1] for n in (at - 2, at - 1, at + 1, at + 2) if 2 <= n <= 8 and str(n) not in placings]
            if len(sentence.people()) == 1 and str(at) in placings and wrong:
                yield Mutant("placing", Span(*m.span(1)), ground.draw.choice(wrong))


def placings_of(store: Store, who: str) -> set[str]:
    """Every placing on record of somebody, what stood first and what was rejected too."""
    facts = [f for f in store.facts_about(who) if f.predicate == "placing"]
    return {n for f in facts for n in (f.value, *(v for v, _ in f.against), *re.findall(r"\d+", f.detail or ""))}


def nation(ground: Ground) -> Iterator[Mutant]:
    """Another nation in the same form, to which nobody in the sentence has a tie."""
    every = [place for code in NATIONS if (place := ground.store.place(code, "nation"))]
    forms = {word: (place.id, form) for place in every for form, word in nation_forms(place.name, place.extra).items()}
    for sentence in ground.scene.sentences:
        people = [ground.scene.people[who] for who in sorted(sentence.people())]
        ties = {code for p in people for code, *_ in p.nations}
        for m in ground.places(rf"(?<!first )(?<!giving )\b({'|'.join(map(re.escape, sorted(forms)))})\b(?! (?:record|champion|trials|title|sweep|to win|has not|’s first|'s first|its first|woman to|man to)|[’']s first)", sentence):
            code, form = forms[m[1]]
            near = [one for one in sentence.named if abs(one.span.start - m.start()) < 40]
            wrong = [w for w, (other, f) in forms.items() if f == form and other not in ties]
            if code in ties and len({one.person.id for one in near}) == 1 and len(people) == 1 and wrong:
                yield Mutant("nation", Span(*m.span(1)), ground.draw.choice(sorted(wrong)))


NATIONS = ("KEN", "USA", "NOR", "ETH", "JAM", "GER", "FRA", "ITA", "ESP", "AUS", "SWE", "POL", "IRL", "CAN", "MAR", "NZL", "CUB", "JPN", "CHN", "UGA", "RSA", "BEL", "POR", "FIN", "UKR", "HUN", "GBR")  # fmt: skip


def nation_forms(name: str, extra: object) -> dict[str, str]:
    """A nation's name and its first adjective."""
    adjectives = extra.get("adjectives", ()) if hasattr(extra, "get") else ()
    return {"name": name, **({"adjective": adjectives[0]} if adjectives else {})}


def year(ground: Ground) -> Iterator[Mutant]:
    """The year of an edition that is named, changed to one in which no competition of that name or town was held."""
    for sentence in ground.scene.sentences:
        for m in ground.places(r"\b(Paris|Tokyo|Rio|London|Beijing|Athens|Sydney|Atlanta|Budapest|Oregon|Doha|Daegu|Berlin|Osaka|Helsinki|Eugene|Rome|Munich|Moscow|Barcelona|Seville|Edmonton) (?:in )?((?:19|20)\d\d)\b", sentence):  # fmt: skip
            city = ground.store.aliases([fold(m[1])])
            towns = {a.id for a in city if a.kind == "city"} | ({"eugene"} if m[1] == "Oregon" else set()) | ({"rio-de-janeiro"} if m[1] == "Rio" else set())
            held = {e.year for e in ground.store.editions_at(towns, "1890", "2030")} | {int(e.start[:4]) for e in ground.store.editions_at(towns, "1890", "2030") if e.start}
            right = int(m[2])
            wrong = [y for y in (right - 4, right - 2, right - 1, right + 1, right + 2) if y not in held and y <= int(ground.scene.published[:4])]
            if right in held and wrong:
                yield Mutant("year", Span(*m.span(2)), str(ground.draw.choice(wrong)))


def pinned_words(ground: Ground, kind: str, choices: Callable[[Ground, Pinned], dict[str, list[str]]]) -> Iterator[Mutant]:
    """Words in sentences whose one pinned mark fixes edition, event, sex and round; `choices` gives right words and wrong ones."""
    for sentence in ground.scene.sentences:
        if len({pin.result.contest.key for pin in sentence.pinned}) != 1:
            continue
        pin = sentence.pinned[0]
        elsewhere = [r for who in sentence.people() for r in results(ground.store, who) if agrees(ground.words(pin.span), r.mark)]
        for right, wrongs in choices(ground, pin).items():
            found = list(ground.places(rf"(?<![\w-]){re.escape(right)}(?!\w)", sentence))
            if len(found) == 1 and wrongs and len(elsewhere) == 1:
                yield Mutant(kind, Span(*found[0].span()), ground.draw.choice(wrongs))


def event(ground: Ground) -> Iterator[Mutant]:
    """Another event of the same kind."""
    lexicon = {key: (names, unit) for key, names, unit, *_ in (ground.store.lexicon() or {})["events"]}

    def choices(_: Ground, pin: Pinned) -> dict[str, list[str]]:
        mine = pin.result.contest.setting.event or ""
        names, unit = lexicon.get(mine, ((), ""))
        kin = [key for key, other in lexicon.items() if other[1] == unit and key != mine and key in STAPLES and len(other[0]) > 1]
        forms = {name: [lexicon[key][0][min(n, len(lexicon[key][0]) - 1)] for key in kin] for n, name in enumerate(names[:4])}
        return {name: [wrong for wrong in others if not wrong.endswith("er")] for name, others in forms.items() if not name.endswith("er")}

    yield from pinned_words(ground, "event", choices)


STAPLES = ("100m", "200m", "400m", "800m", "1500m", "5000m", "10000m", "long-jump", "triple-jump", "high-jump", "pole-vault", "shot-put", "discus", "javelin")


def sex(ground: Ground) -> Iterator[Mutant]:
    """Men's for women's and the other way."""

    def choices(_: Ground, pin: Pinned) -> dict[str, list[str]]:
        mine = pin.result.contest.setting.sex or ""
        other = {"men": "women", "women": "men"}.get(mine, "")
        return {f"{mine}{mark}s": [f"{other}{mark}s"] for mark in ("’", "'")} if other else {}

    yield from pinned_words(ground, "sex", choices)


def competition(ground: Ground) -> Iterator[Mutant]:
    """Another competition, of which no edition was held that year in that town."""
    names = {
        "olympic-games": {"Olympic final": ["European final"], "Olympic Games": ["World Championships", "Commonwealth Games"]},
        "world-championships": {"world final": ["Olympic final"], "World Championships": ["Olympic Games"], "world championships": ["Olympic Games"], "World Athletics Championships": ["European Championships"]},
        "european-championships": {"European Championships": ["World Championships"], "Europeans": ["Olympics"]},
        "commonwealth-games": {"Commonwealth Games": ["Olympic Games"]},
    }  # fmt: skip

    def choices(ground: Ground, pin: Pinned) -> dict[str, list[str]]:
        held = edition(ground.store, pin.result.contest)
        return names.get(held.series, {}) if held else {}

    yield from pinned_words(ground, "competition", choices)


def city(ground: Ground) -> Iterator[Mutant]:
    """The town of another edition of the same series."""

    def choices(ground: Ground, pin: Pinned) -> dict[str, list[str]]:
        held = edition(ground.store, pin.result.contest)
        others = [other for other in ground.store.editions(held.series) if other.city and other.city != held.city] if held else []
        wrong = [place.name for other in others if other.year > 1980 and (place := ground.store.place(other.city or "", "city"))]
        mine = ground.store.place(held.city or "", "city") if held else None
        return {mine.name: wrong} if mine else {}

    yield from pinned_words(ground, "edition's town", choices)


def venue(ground: Ground) -> Iterator[Mutant]:
    """Another stadium."""

    def choices(ground: Ground, pin: Pinned) -> dict[str, list[str]]:
        held = edition(ground.store, pin.result.contest)
        mine = ground.store.place(held.stadium or "", "venue") if held else None
        return {mine.name: ["Hayward Field", "Letzigrund", "Bislett Stadium"]} if mine else {}

    yield from pinned_words(ground, "venue", choices)


def stage(ground: Ground) -> Iterator[Mutant]:
    """Another round."""

    def choices(_: Ground, pin: Pinned) -> dict[str, list[str]]:
        return {"final": ["semi-final", "heats"]} if pin.result.contest.setting.round == "final" else {"semi-final": ["final"]}

    yield from pinned_words(ground, "round", choices)


def weekday(ground: Ground) -> Iterator[Mutant]:
    """A weekday on which, give or take a day, no contest of the text was held and nothing was published."""
    days = {c.day for c in ground.scene.contests.values() if c.day} | {ground.scene.published}
    near = {(date.fromisoformat(d) + timedelta(days=k)).weekday() for d in days for k in (-1, 0, 1)}
    wrong = [day for n, day in enumerate(DAYS) if n not in near]
    for sentence in ground.scene.sentences:
        held = {DAYS[date.fromisoformat(p.result.contest.day).weekday()] for p in sentence.pinned if p.result.contest.day}
        for m in ground.places(rf"\bon ({'|'.join(DAYS)})\b", sentence):
            if m[1] in held and wrong:
                yield Mutant("weekday", Span(*m.span(1)), ground.draw.choice(wrong))


def day(ground: Ground) -> Iterator[Mutant]:
    """Another day of the month, by more than one, where the day of a contest of the text is written out."""
    held = {(d.day, MONTHS[d.month - 1]) for c in ground.scene.contests.values() if c.day and (d := date.fromisoformat(c.day))}
    for sentence in ground.scene.sentences:
        for m in ground.places(rf"\b(?:(\d\d?) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d\d?))\b", sentence):
            number, month, at = (int(m[1]), m[2], 1) if m[1] else (int(m[4]), m[3], 4)
            wrong = [n for n in range(1, 29) if abs(n - number) > 2 and not any(abs(n - other) < 2 for other, name in held if name == month)]
            if (number, month) in held and sentence.pinned:
                yield Mutant("date", Span(*m.span(at)), str(ground.draw.choice(wrong)))


def age(ground: Ground) -> Iterator[Mutant]:
    """An age that nobody in the text has, where one person has the one that stands there."""
    ages = {who: years(p.born, ground.scene.published) for who, p in ground.scene.people.items() if p.born}
    for sentence in ground.scene.sentences:
        for m in ground.places(r"\b(\d\d)-year-old\b(?! (?:\w+ )?(?:record|mark))|, (\d\d),", sentence):
            at = 1 if m[1] else 2
            right = int(m[at])
            wrong = [n for n in (right - 4, right - 3, right + 3, right + 4) if not any(abs(n - other) < 2 for other in ages.values())]
            if wrong and [abs(right - other) < 1 for other in ages.values()].count(True) == 1 and len(sentence.people()) <= 1:
                yield Mutant("age", Span(*m.span(at)), str(ground.draw.choice(wrong)))


def years(born: str, on: str) -> int:
    """How old somebody is on a day."""
    return int(on[:4]) - int(born[:4]) - (on[5:] < born[5:])


def margin(ground: Ground) -> Iterator[Mutant]:
    """A margin that is the difference of no two marks of the text's contests or of the text, where the true one is."""
    gaps = differences(ground)
    for sentence in ground.scene.sentences:
        numbers = "|".join(NUMBERS[1:])
        for m in ground.places(rf"(?<![\d:.])(?<!in )(?<!ran )(0?\.\d\d|0\.\d\d|\d\.\d\d)(?= ?(?:sec|s\b)| (?:clear|adrift|behind|ahead|back|further))|\b({numbers})(?= (?:hundredths|centimetres|points))", sentence):  # fmt: skip
            if m[1]:
                right = float(m[1])
                wrong = [f"{w:.2f}" for w in (right + 0.09, right + 0.3, right + 1, right * 10)]
                wrong = [w.removeprefix("0") if m[1][0] == "." else w for w in wrong if all(abs(float(w) - gap) > 0.011 for gap in gaps)]
                ok = any(abs(right - gap) < 0.001 for gap in gaps)
            else:
                scale = 1 if ground.scene.text[m.end() :].startswith(" points") else 100
                right = (NUMBERS.index(m[2]) + 1) / scale
                wrong = [w for n, w in enumerate(NUMBERS[1:], 2) if all(abs(n / scale - gap) > 1.1 / scale for gap in gaps)]
                ok = any(abs(right - gap) < 0.1 / scale for gap in gaps)
            if ok and wrong:
                yield Mutant("margin", Span(*m.span(1 if m[1] else 2)), ground.draw.choice(wrong))


def differences(ground: Ground) -> set[float]:
    """The differences between marks of a contest of the text, of a person and records or bests, and of the text itself."""
    groups = [[row["mark"] for row in field(ground.store, key).values() if row.get("mark", "")[-1:].isdigit()] for key in ground.scene.contests]
    groups += [[m for m in marks_of(ground.store, who) if m[-1:].isdigit()] for who in ground.scene.people]
    groups.append([m.group() for m in MARK.finditer(ground.scene.text)])
    return {round(abs(value(a) - value(b)), 2) for group in groups for a in group for b in group}


def scope(ground: Ground) -> Iterator[Mutant]:
    """Another kind of record, of which the pinned mark never was one."""
    for sentence, pin in ground.pins():
        mark = ground.words(pin.span)
        held = {f.predicate for f in records(ground.store, pin.who.person.id) if agrees(mark, f.value)}
        for m in ground.places(rf"\b({'|'.join(SCOPES)})(?= record\b)", sentence):
            wrong = [word for word, key in SCOPES.items() if f"record:{key}" not in held and key[:4] != "area"]
            if f"record:{SCOPES[m[1]]}" in held and wrong and len(sentence.pinned) == 1:
                yield Mutant("record scope", Span(*m.span(1)), ground.draw.choice(wrong))


def holder(ground: Ground) -> Iterator[Mutant]:
    """Somebody else as the holder of a record, who never held one in any event in which the true one did."""
    held = {who: {f.setting.event for f in records(ground.store, who) if f.predicate != "best" and f.setting} for who in ground.scene.people}
    for one in (one for sentence in ground.scene.sentences for one in sentence.named):
        after = ground.scene.text[one.span.end : one.span.end + 40]
        mine = held[one.person.id]
        others = [p for who, p in sorted(ground.scene.people.items()) if p.sex == one.person.sex and not held[who] & mine]
        if mine and others and re.match(r"[’']s (?:[\w-]+[- ]){0,3}record\b", after):
            other = ground.draw.choice(others)
            yield Mutant("record holder", one.span, other.name if one.full else other.family)


def person(ground: Ground) -> Iterator[Mutant]:
    """The full name of a neighbour in the contest, who never had the pinned mark, in place of its owner's."""
    for sentence, pin in ground.pins():
        if not pin.who.full or len(sentence.pinned) != 1 or [n.person.id for n in sentence.named].count(pin.who.person.id) != 1:
            continue
        mark = ground.words(pin.span)
        rows = field(ground.store, pin.result.contest.key)
        near = ground.store.people([who for who, row in rows.items() if who not in ground.scene.people and next_to(row, pin.result.placing)])
        wrong = [p.name for who, p in sorted(near.items()) if not any(agrees(mark, m) for m in marks_of(ground.store, who))]
        if wrong:
            yield Mutant("person", pin.who.span, ground.draw.choice(wrong), (pin.span,))


def order(ground: Ground) -> Iterator[Mutant]:
    """The relation of two people turned round, where all the contests that they shared went one way."""
    turned = {"ahead of": "behind", "clear of": "behind", "behind": "ahead of", "beat": "lost to", "beating": "losing to", "edged": "lost to"}
    for sentence in ground.scene.sentences:
        people = list({one.person.id: one for one in sentence.named}.values())
        for m in ground.places(rf"\b({'|'.join(turned)}) (?=[A-Z])", sentence):
            after = [one for one in people if one.span.start == m.end()]
            before = [one for one in people if one.span.end < m.start()]
            if after and before:
                ways = {first_of(a, b) for a, b in shared(ground.store, before[-1].person.id, after[0].person.id)}
                if ways == ({2} if m[1] == "behind" else {1}):
                    yield Mutant("order", Span(*m.span(1)), turned[m[1]])


def shared(store: Store, one: str, other: str) -> list[tuple[int, int]]:
    """The placings of two people in the contests that both have one in."""
    mine = {r.contest.key: r.placing for r in results(store, one) if r.placing.isdigit()}
    return [(int(mine[r.contest.key]), int(r.placing)) for r in results(store, other) if r.placing.isdigit() and r.contest.key in mine]


def first_of(one: int, other: int) -> int:
    """Which of two placings is the better, 0 for neither."""
    return (one < other) + 2 * (one > other)


def polarity(ground: Ground) -> Iterator[Mutant]:
    """A victory denied, where the pinned mark won."""
    for sentence, pin in ground.pins():
        if pin.result.placing == "1" and len(sentence.people()) == 1 and pin.result.contest.setting.round == "final":
            for m in ground.places(r"\b(won)(?= (?:the|gold|in|with|by|his|her|a))", sentence):
                if "not" not in ground.words(sentence.span).split() and pin.who.span.end < m.start() < pin.span.start:
                    yield Mutant("polarity", Span(*m.span(1)), "did not win")


def misspelt(kind: str, made: Callable[[str, Random], str]) -> Mutator:
    """Full names of which one letter of the family name is wrong, so that it is no name on record."""

    def mutate(ground: Ground) -> Iterator[Mutant]:
        for sentence in ground.scene.sentences:
            for one in sentence.named:
                family = one.person.family.split()[-1]
                at = ground.words(one.span).rfind(family)
                if one.full and at > 0 and len(family) > 4 and not inside(one.span, ground.scene.quoted):
                    wrong = made(family, ground.draw)
                    if wrong != family and not ground.store.aliases([fold(wrong)]):
                        yield Mutant(kind, Span(one.span.start + at, one.span.start + at + len(family)), wrong)

    return mutate


def dropped(name: str, draw: Random) -> str:
    """A name without one letter."""
    at = draw.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def doubled(name: str, draw: Random) -> str:
    """A name with a letter twice."""
    at = draw.randrange(1, len(name))
    return name[: at + 1] + name[at:]


def turned(name: str, draw: Random) -> str:
    """A name with two neighbouring letters exchanged."""
    at = draw.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def replaced(name: str, draw: Random) -> str:
    """A name with one vowel for another."""
    spots = [i for i, c in enumerate(name) if c in "aeiou" and i]
    at = draw.choice(spots) if spots else 0
    return name[:at] + draw.choice([v for v in "aeiou" if v != name[at]]) + name[at + 1 :] if spots else name


def given(ground: Ground) -> Iterator[Mutant]:
    """Another given name, with which nobody of the family name is on record."""
    names = {"men": ["Jake", "Daniel", "Peter", "Thomas"], "women": ["Anna", "Julie", "Karen", "Helen"]}
    for sentence in ground.scene.sentences:
        for one in sentence.named:
            words = ground.words(one.span)
            first = one.person.given
            if one.full and words.startswith(f"{first} ") and not inside(one.span, ground.scene.quoted):
                kin = {a.words for a in ground.store.aliases([fold(one.person.family.split()[-1])]) if a.kind == "person"}
                wrong = [n for n in names.get(one.person.sex or "", []) if not any(fold(n) in ws or fold(n)[:3] == ws[0][:3] for ws in kin)]
                if wrong:
                    yield Mutant("given name", Span(one.span.start, one.span.start + len(first)), ground.draw.choice(wrong))


MUTATORS: tuple[Mutator, ...] = (
    swap_digits, change_digit, neighbour, medal, placing, nation, year, event, sex, competition, city, venue, stage, weekday, day, age, margin, scope,
    holder, person, order, polarity, misspelt("name: letter dropped", dropped), misspelt("name: letter doubled", doubled),
    misspelt("name: letters swapped", turned), misspelt("name: vowel changed", replaced), given,
)  # fmt: skip

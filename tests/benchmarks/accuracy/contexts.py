"""Slips in where, when and in what it was: year, event, sex, round, competition, town, stadium, day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from benchmarks.accuracy.ground import Ground, Mutant
from benchmarks.accuracy.scene import Pinned, agrees, edition, results

from kerrcheck.text import Span, fold

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


# Towns of championships as texts name them, with the id of one that is named by something else.
TOWNS = (
    dict.fromkeys(
        [
            "Paris",
            "Tokyo",
            "London",
            "Beijing",
            "Athens",
            "Sydney",
            "Atlanta",
            "Budapest",
            "Doha",
            "Daegu",
            "Berlin",
            "Osaka",
            "Helsinki",
            "Eugene",
        ],
        "",
    )
    | dict.fromkeys(["Rome", "Munich", "Moscow", "Barcelona", "Seville", "Edmonton"], "")
    | {"Rio": "rio-de-janeiro", "Oregon": "eugene"}
)
COMPETITIONS = {
    "olympic-games": {"Olympic final": ["European final"], "Olympic Games": ["World Championships", "Commonwealth Games"]},
    "world-championships": {
        "world final": ["Olympic final"],
        "World Championships": ["Olympic Games"],
        "world championships": ["Olympic Games"],
        "World Athletics Championships": ["European Championships"],
    },
    "european-championships": {"European Championships": ["World Championships"], "Europeans": ["Olympics"]},
    "commonwealth-games": {"Commonwealth Games": ["Olympic Games"]},
}
STAPLES = (
    "100m",
    "200m",
    "400m",
    "800m",
    "1500m",
    "5000m",
    "10000m",
    "long-jump",
    "triple-jump",
    "high-jump",
    "pole-vault",
    "shot-put",
    "discus",
    "javelin",
)


def year(ground: Ground) -> Iterator[Mutant]:
    """The year of an edition that is named, changed to one in which no competition was held in that town."""
    for sentence in ground.scene.sentences:
        for m in ground.places(rf"\b({'|'.join(TOWNS)}) (?:in )?((?:19|20)\d\d)\b", sentence):
            known = {alias.id for alias in ground.store.aliases([fold(m[1])]) if alias.kind == "city"}
            editions = ground.store.editions_at(known | {TOWNS[m[1]]} - {""}, "1890", "2030")
            held = {e.year for e in editions} | {int(e.start[:4]) for e in editions if e.start}
            right, last = int(m[2]), int(ground.scene.published[:4])
            wrong = [y for y in (right - 4, right - 2, right - 1, right + 1, right + 2) if y not in held and y <= last]
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


def sex(ground: Ground) -> Iterator[Mutant]:
    """Men's for women's and the other way."""

    def choices(_: Ground, pin: Pinned) -> dict[str, list[str]]:
        mine = pin.result.contest.setting.sex or ""
        other = {"men": "women", "women": "men"}.get(mine, "")
        return {f"{mine}{mark}s": [f"{other}{mark}s"] for mark in ("’", "'")} if other else {}

    yield from pinned_words(ground, "sex", choices)


def competition(ground: Ground) -> Iterator[Mutant]:
    """Another competition, of which no edition was held that year in that town."""

    def choices(ground: Ground, pin: Pinned) -> dict[str, list[str]]:
        held = edition(ground.store, pin.result.contest)
        return COMPETITIONS.get(held.series, {}) if held else {}

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
            wrong = [
                n for n in range(1, 29) if abs(n - number) > 2 and not any(abs(n - other) < 2 for other, name in held if name == month)
            ]
            if (number, month) in held and sentence.pinned:
                yield Mutant("date", Span(*m.span(at)), str(ground.draw.choice(wrong)))


def month(ground: Ground) -> Iterator[Mutant]:
    """Another month, where the day of the one contest of the sentence is written out."""
    for sentence in ground.scene.sentences:
        days = {date.fromisoformat(p.result.contest.day) for p in sentence.pinned if p.result.contest.day}
        for held in days if len(days) == 1 else ():
            name, number = MONTHS[held.month - 1], held.day
            for m in ground.places(rf"\b{number} ({name})\b|\b({name}) {number}\b", sentence):
                wrong = [other for other in MONTHS if other not in (name, "May")]
                yield Mutant("month", Span(*m.span(1 if m[1] else 2)), ground.draw.choice(wrong))

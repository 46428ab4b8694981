"""Fields: what a final on record fills the constructions of `tests/constructions` with, as they are and with a slip.

`A` to `D` are the first four (`A` the full name, `A.f` family, `A.g` given, `A.n` nation, `A.adj`, `A.a_adj`, `A.c` code, `A.m` mark),
`P` and `PB` the first two of the edition before, `W` the holder of the world record, `X` somebody who was not there; `AB` is the
difference of two marks. A field with `~` is the same with a slip. What is not on record is left out, and so are constructions that
ask for it.
"""

import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from canonical import store

from kerrcheck.entity import Person

HERE = Path(__file__).parents[2] / "constructions"
UNITS = {"long-jump": "m", "pole-vault": "m", "shot-put": "m", "javelin": "m", "decathlon": "pts"}
PRONOUNS = {"men": ("He", "his", "him"), "women": ("She", "her", "her")}
WITH_ARTICLE = ("United States", "Netherlands", "Bahamas", "Czech Republic")
ABSENT = {"men": ("Mutaz Essa Barshim", "Thomas"), "women": ("Yulimar Rojas", "Sophie")}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")
Fields = dict[str, str]


class Filling(NamedTuple):
    """A final: its fields, the sentence that reports it, and the day of publication."""

    event: str
    fields: Fields
    lead: str
    published: str


def fillings() -> list[Filling]:
    """Every final of `contests.toml`."""
    contests = tomllib.loads((HERE / "contests.toml").read_text("utf-8"))["contest"]
    return [_filling(contest) for contest in contests]


def _filling(contest: dict[str, str]) -> Filling:
    """The fields of one final."""
    competition, sex, event, _ = contest["key"].split("/")
    draw, unit = random.Random(contest["key"]), UNITS.get(event, "s")
    held = store().contest(contest["key"])
    assert held is not None
    assert held.day is not None
    day = date.fromisoformat(held.day)
    placed = _placed(contest["key"])
    fields = _of_day(day) | _of_contest(contest, sex, day)
    marks = {}
    for letter, place in zip("ABCD", "1234", strict=True):
        if place in placed:
            person, told = placed[place]
            fields |= _of_person(letter, person, told["nation"]) | _marked(f"{letter}.m", told["mark"], unit, draw)
            marks[letter] = _number(told["mark"])
    fields |= {name: text for pair in ("AB", "BC", "AC", "CD") for name, text in _apart(pair, marks, unit, event, draw)}
    absent, given = ABSENT[sex]
    code = next(code for code in ("ITA", "BRA", "SWE", "CUB") if code not in {told["nation"] for _, told in placed.values()})
    fields |= _nation("X", code) | {"X": absent, "X.g": given}
    fields |= _age(placed["1"][0], day) | _record(event, sex, held.day, unit, placed["1"][0].id, draw)
    fields |= _before(competition, f"{sex}/{event}/final", day, unit, draw)
    lead = f"{fields['A']} of {fields['A.n']} won the {fields['sexs']} {contest['event']} at the {contest['edition']} on {fields['day']}. "
    return Filling(event, fields, lead, (day + timedelta(1)).isoformat())


def _placed(key: str) -> dict[str, tuple[Person, dict[str, str]]]:
    """Those of a contest with a place, a mark and a nation, by place."""
    told: dict[str, dict[str, str]] = {}
    for fact in store().facts_in(key):
        told.setdefault(fact.subject, {})[fact.predicate] = fact.value
    people = store().people(told)
    some = {who: values for who, values in told.items() if who in people and {"placing", "mark"} <= {*values}}
    return {v["placing"]: (people[who], {"nation": people[who].nations[0][0]} | v) for who, v in sorted(some.items(), reverse=True)}


def _of_day(day: date) -> Fields:
    """The day, and another one."""
    other, later = day - timedelta(3), day + timedelta(2)
    return {
        "day": f"{day:%A}", "day~": f"{later:%A}", "dm": f"{day.day} {day:%B}", "dm~": f"{other.day} {other:%B}",
        "dmy": f"{day.day} {day:%B} {day.year}", "dmy~": f"{other.day} {other:%B} {other.year}",
    }  # fmt: skip


def _of_contest(contest: dict[str, str], sex: str, day: date) -> Fields:
    """The competition, the event and the words for the winner's sex."""
    olympic = contest["games"] == "Olympic"
    he, his, him = PRONOUNS[sex]
    return {
        "city": contest["city"], "other": contest["other_city"], "games": contest["games"], "games~": "world" if olympic else "Olympic",
        "year": str(day.year), "year~": str(day.year - (4 if olympic else 2)), "sexs": f"{sex}'s", "evw": contest["event"],
        "evw~": contest["other_event"], "A.he^": he, "A.his": his, "A.him": him,
    }  # fmt: skip


def _of_person(letter: str, person: Person, code: str) -> Fields:
    """Somebody's names and nation."""
    family, half = person.family, len(person.family) // 2
    slip = family[:half] + family[half + 1] + family[half] + family[half + 2 :]
    slip = slip if slip != family else family[:half] + family[half + 1 :]
    names = {letter: person.name, f"{letter}.f": family, f"{letter}.g": person.given, f"{letter}.f~": slip}
    return names | _nation(letter, code)


def _nation(letter: str, code: str) -> Fields:
    """A nation's name, adjective and code."""
    place = store().place(code, "nation")
    assert place is not None
    adjective: str = place.extra["adjectives"][0]
    name = f"the {place.name}" if place.name in WITH_ARTICLE else place.name
    article = "an" if adjective[0] in "AEIOU" else "a"
    told = {"n": name, "adj": adjective, "adj^": adjective, "a_adj": f"{article} {adjective}", "c": code}
    return {f"{letter}.{field}": text for field, text in told.items()}


def _number(mark: str) -> float:
    """A mark in seconds, metres or points."""
    total = 0.0
    for part in mark.replace(",", "").split(":"):
        total = total * 60 + float(part)
    return total


def _marked(name: str, mark: str, unit: str, draw: random.Random) -> Fields:
    """A mark as it is written, and with a slip."""
    text = f"{int(mark):,}" if unit == "pts" else mark
    ending = {"m": " metres", "pts": " points"}.get(unit, "")
    return {name: text + ending, f"{name}~": slipped(text, draw) + ending}


def slipped(text: str, draw: random.Random) -> str:
    """A figure with two digits exchanged or the last one changed."""
    at = [k for k, c in enumerate(text) if c.isdigit()]
    pairs = [(a, b) for a, b in pairwise(at) if text[a] != text[b] and not (a == at[0] and text[b] == "0")]
    swapped = [text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :] for a, b in pairs]
    return draw.choice([*swapped, text[: at[-1]] + str((int(text[at[-1]]) + 3) % 10) + text[at[-1] + 1 :]])


def _apart(pair: str, marks: dict[str, float], unit: str, event: str, draw: random.Random) -> Iterator[tuple[str, str]]:
    """The difference of two marks, and with a slip."""
    if not {*pair} <= {*marks}:
        return
    figure, word = _written(abs(marks[pair[0]] - marks[pair[1]]), unit, event)
    wrong = slipped(figure, draw)
    yield pair, f"{figure} {word}"
    yield f"{pair}~", f"{wrong if float(wrong) else figure + '1'} {word}"


def _written(gap: float, unit: str, event: str) -> tuple[str, str]:
    """A difference in figures, and its unit."""
    if unit == "m":
        return (str(round(gap * 100)), "centimetres") if gap < 1 else (f"{gap:.2f}", "metres")
    return (str(round(gap)), "points") if unit == "pts" else (str(round(gap)) if event == "marathon" else f"{gap:.2f}", "seconds")


def _age(person: Person, day: date) -> Fields:
    """How old somebody was."""
    if not person.born or len(person.born) < len("2024-08-06"):
        return {}
    age = day.year - int(person.born[:4]) - (day.isoformat()[5:] < person.born[5:])
    return {"age": str(age), "age~": str(age + 2)}


def _record(event: str, sex: str, day: str, unit: str, winner: str, draw: random.Random) -> Fields:
    """The world record on a day; `WA` and `WX` are empty, and there where it is the winner's or not."""
    every = (f for f in store().records(event, sex, ("world",)) if f.predicate == "record:world" and f.valid_from and f.valid_from <= day)
    standing = [f for f in every if not f.valid_to or f.valid_to > day]
    holders = store().people([f.subject for f in standing])
    if len(standing) != 1 or standing[0].subject not in holders:
        return {}
    fact, year = standing[0], int((standing[0].valid_from or "")[:4])
    own = {"WA": ""} if fact.subject == winner else {"WX": ""}
    return own | {"W": holders[fact.subject].name, "wy": str(year), "wy~": str(year - 1)} | _marked("wm", fact.value, unit, draw)


def _before(competition: str, contest: str, day: date, unit: str, draw: random.Random) -> Fields:
    """The final of the edition before."""
    series = competition.split("-", 1)[1]
    held = sorted(store().editions(series), key=lambda e: e.start or "")
    edition = held[[e.id for e in held].index(competition) - 1]
    placed = _placed(f"{edition.id}/{contest}")
    town = store().place(edition.city or "", "city")
    if not {"1", "2"} <= {*placed} or town is None:
        return {}
    year = int((edition.start or "")[:4])
    ago = day.year - year
    told = {
        "P": placed["1"][0].name, "P.f": placed["1"][0].family, "PB": placed["2"][0].name, "py": str(year), "py~": str(year - 1),
        "pcity": town.name, "pcity~": "Berlin", "ago": f"{NUMBERS[ago]} year{'s' * (ago > 1)}", "ago~": f"{NUMBERS[ago + 1]} years",
    }  # fmt: skip
    return told | _marked("pm", placed["1"][1]["mark"], unit, draw)

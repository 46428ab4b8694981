"""Truth: a plain sentence made from facts of the canon is quiet; with its mark, medal or nation changed, just that is flagged and mended.

The draws are seeded. `python -m pytest tests/test_truth.py -s` prints the figures and what went wrong.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import pytest
from canonical import judged, loud, mended, store, words

from kerrcheck.entity import Contest

SEED, DRAWS = 1500, 200
MEDALS = {"1": "gold", "2": "silver", "3": "bronze"}
SERIES = ("olympic-games", "world-championships", "european-championships", "world-indoor-championships", "commonwealth-games")
# Of the drawn sentences at least this share is quiet, and with the one thing changed flagged there, and mended.
QUIET = 0.97
UNITS = {"s": ("in", ""), "m": ("with", "m"), "pts": ("with", " points")}
THE = ("Bahamas", "Czech Republic", "Dominican Republic", "Ivory Coast", "Netherlands", "Philippines", "United States")
FLOORS = {"mark": (0.72, 0.68), "medal": (0.70, 0.70), "nation": (0.95, 0.95)}


class Line(NamedTuple):
    """What is on record of a medallist in a final, in words; `day` is the day after, `how` and `unit` stand about the mark."""

    name: str
    nation: str
    medal: str
    mark: str
    how: str
    unit: str
    contest: str
    day: str

    def sentence(self) -> str:
        """All of it, plainly said."""
        return f"{self.name} of {self.nation} won {self.medal} in the {self.contest} {self.how} {self.mark}{self.unit}.\n"


@cache
def finals() -> tuple[Contest, ...]:
    """The finals of single athletes, wholly on record, of the great championships."""
    every = (contest for series in SERIES for edition in store().editions(series) for contest in store().contests(edition.id))
    return tuple(c for c in every if c.whole and c.day and c.setting.round == "final" and not (c.setting.event or "").startswith("4x"))


def described(contest: Contest) -> str | None:
    """The contest in words: the women's 400m hurdles final at the 2019 World Athletics Championships."""
    competition, event, sex, _ = contest.setting
    edition = store().edition(competition or "")
    series = store().series(edition.series) if edition else None
    if not (edition and series and event in events()):
        return None
    return f"{sex}'s {events()[event][0]} final at the {edition.year} {series.name}"


@cache
def events() -> dict[str, tuple[str, str]]:
    """How each event is called first, and what its marks are in."""
    return {key: (names[0], unit) for key, names, unit, *_ in (store().lexicon() or {})["events"]}


def medallist(contest: Contest, placing: str) -> Line | None:
    """The one athlete with a medal's placing, where name, nation and mark are settled and never changed."""
    about: dict[str, dict[str, str]] = {}
    for fact in store().facts_in(contest.key):
        if fact.predicate in ("placing", "nation", "mark") and fact.standing == "settled" and not fact.against:
            about.setdefault(fact.subject, {})[fact.predicate] = fact.value
    won = [who for who, facts in about.items() if facts.get("placing") == placing and len(facts) == 3]
    person = next(iter(store().people(won).values()), None)
    nation = store().place(about[won[0]]["nation"], "nation") if won else None
    said = described(contest)
    if len(won) != 1 or not person or not nation or not said or len(person.nations) != 1:
        return None
    mark, unit = about[won[0]]["mark"], events()[contest.setting.event or ""][1]
    day = (date.fromisoformat(contest.day or "") + timedelta(days=1)).isoformat()
    country = f"the {nation.name}" if nation.name in THE else nation.name
    return Line(person.name, country, MEDALS[placing], mark, *UNITS[unit], said, day) if mark[-1:].isdigit() else None


@cache
def lines() -> tuple[Line, ...]:
    """The drawn lines."""
    draw = random.Random(SEED)
    found: dict[Line, None] = {}
    while len(found) < DRAWS:
        line = medallist(draw.choice(finals()), draw.choice(sorted(MEDALS)))
        if line:
            found[line] = None
    return tuple(found)


def slips(line: Line, draw: random.Random) -> Iterator[tuple[str, Line, str]]:
    """The line with one thing changed: which, the changed line, and the wrong words."""
    marks = sorted({swapped(line.mark, at) for at in range(len(line.mark) - 1)} - {line.mark, ""})
    if marks:
        mark = draw.choice(marks)
        yield "mark", line._replace(mark=mark), mark
    medal = draw.choice(sorted({*MEDALS.values()} - {line.medal}))
    yield "medal", line._replace(medal=medal), medal
    nation = draw.choice(sorted({other.nation for other in lines()} - {line.nation}))
    yield "nation", line._replace(nation=nation), nation


def swapped(mark: str, at: int) -> str:
    """A mark with two neighbouring digits exchanged, empty where they are none, or where what comes out is no mark."""
    pair = mark[at : at + 2]
    changed = mark[:at] + pair[::-1] + mark[at + 2 :]
    late = any(float(part) >= 60 for part in changed.split(":")[1:]) if pair.isdigit() else True
    return "" if late or changed.startswith("0") else changed


def test_a_sentence_made_from_facts_is_quiet() -> None:
    quiet = 0
    for line in lines():
        report = judged(line.sentence(), line.day)
        quiet += not loud(report)
        for finding in loud(report):
            print(f"ALARM {line.day} {line.sentence().strip()} {finding.check} {words(report, finding)!r}: {finding.message}")
    print(f"true sentences quiet: {quiet}/{DRAWS} = {quiet / DRAWS:.3f}")
    assert quiet / DRAWS >= QUIET


@pytest.mark.parametrize("what", FLOORS)
def test_one_thing_changed_is_flagged_and_mended(what: str) -> None:
    draw = random.Random(SEED + 1)
    tried = flagged = restored = 0
    for line in lines():
        for slip, changed, wrong in slips(line, draw):
            if slip != what:
                continue
            report = judged(changed.sentence(), line.day)
            hits = [f for f in loud(report) if words(report, f) in (wrong, f"{wrong}{changed.unit}")]
            mends = line.sentence() in {mended(report.text, f) for f in hits}
            tried, flagged, restored = tried + 1, flagged + bool(hits), restored + mends
            if not mends:
                told = [(f.check, words(report, f), f.suggestion and f.suggestion.replacement) for f in report.findings]
                print(f"{'UNMENDED' if hits else 'MISS'} {line.day} {changed.sentence().strip()} (not {getattr(line, what)}): {told}")
    print(f"{what}: flagged {flagged}/{tried} = {flagged / tried:.3f}, mended {restored}/{tried} = {restored / tried:.3f}")
    assert flagged / tried >= FLOORS[what][0]
    assert restored / tried >= FLOORS[what][1]

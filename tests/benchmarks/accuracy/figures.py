"""Slips in marks and margins."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.accuracy.ground import Ground, Mutant
from benchmarks.accuracy.scene import MARK, agrees, field, marks_of, value

from kerrcheck.text import Span

NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


_SECONDS = r"(?<![\d:.])(?<!in )(?<!ran )((?:0|\d)?\.\d\d)(?= ?(?:sec|s\b)| (?:clear|adrift|behind|ahead|back|further))"
_WORDS = rf"\b({'|'.join(NUMBERS[1:])}) (hundredths|centimetres|points)\b"


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
            shaped = MARK.fullmatch(wrong + (" points" if "," in wrong else ""), 0, len(wrong)) and plausible(mark, wrong)
            if wrong != mark and shaped and not any(agrees(wrong, other) for other in known if other[-1:].isdigit()):
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
        near = [
            row["mark"] for who, row in rows.items() if who not in sentence.people() and next_to(row, pin.result.placing) and "mark" in row
        ]
        written = ground.words(pin.span)
        mine = marks_of(ground.store, pin.who.person.id)
        free = [m for m in near if m[-1:].isdigit() and "m" not in written and not any(agrees(m, other) for other in mine)]
        if free and len(free[0]) == len(written):
            yield Mutant("mark: neighbour's", pin.span, ground.draw.choice(sorted(free)))


def next_to(row: dict[str, str], placing: str) -> bool:
    """Whether somebody was placed next to a placing."""
    mine = row.get("placing", "")
    return mine.isdigit() and placing.isdigit() and abs(int(mine) - int(placing)) == 1


def margin(ground: Ground) -> Iterator[Mutant]:
    """A margin that is the difference of no two marks of the text's contests or of the text, where the true one is."""
    gaps = differences(ground)
    for sentence in ground.scene.sentences:
        for m in ground.places(_SECONDS, sentence):
            right = float(m[1])
            wrong = [f"{w:.2f}" for w in (right + 0.09, right + 0.3, right + 1, right * 10) if all(abs(w - gap) > 0.011 for gap in gaps)]
            if wrong and any(abs(right - gap) < 0.001 for gap in gaps):
                made = ground.draw.choice(wrong)
                yield Mutant("margin", Span(*m.span(1)), made.removeprefix("0") if m[1][0] == "." else made)
        for m in ground.places(_WORDS, sentence):
            scale = 1 if m[2] == "points" else 100
            right = (NUMBERS.index(m[1]) + 1) / scale
            wrong = [word for n, word in enumerate(NUMBERS[1:], 2) if all(abs(n / scale - gap) > 1.1 / scale for gap in gaps)]
            if wrong and any(abs(right - gap) < 0.1 / scale for gap in gaps):
                yield Mutant("margin", Span(*m.span(1)), ground.draw.choice(wrong))


def differences(ground: Ground) -> set[float]:
    """The differences between marks of a contest of the text, of a person and records or bests, and of the text itself."""
    groups = [
        [row["mark"] for row in field(ground.store, key).values() if row.get("mark", "")[-1:].isdigit()] for key in ground.scene.contests
    ]
    groups += [[m for m in marks_of(ground.store, who) if m[-1:].isdigit()] for who in ground.scene.people]
    groups.append([m.group() for m in MARK.finditer(ground.scene.text)])
    return {round(abs(value(a) - value(b)), 2) for group in groups for a in group for b in group}

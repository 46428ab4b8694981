"""Placings: medals and places in the order: `silver medallist`, `third`, `4th`, `in fifth place`, `runner-up`."""

import re

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.wording._figures import ordinal, ranked
from kerrcheck.wording._letters import alike, differing

_FIRST = re.compile(r"([^\W\d_]+)(.*)$", re.DOTALL)


def placing(raw: str, place: int, lexicon: Lexicon) -> str | None:
    """The right place in the writer's words; None where his words have no parallel (`won`)."""
    if place < 1:
        return None
    return differing(raw, _medal(raw, place, lexicon) or _role(raw, place, lexicon) or ordinal(raw, place, lexicon))


def _metals(lexicon: Lexicon) -> tuple[str, ...]:
    """The metals from the first place on."""
    return tuple(lexicon.words[f"medal:{place}"][0] for place in (1, 2, 3))


def _medal(raw: str, place: int, lexicon: Lexicon) -> str | None:
    """Another metal before the same word; a bare metal becomes a place where there is none for it."""
    m = _FIRST.match(raw)
    metals = _metals(lexicon)
    word = fold(m[1]) if m else ""
    metal = word.removesuffix("s")
    if not m or metal not in metals:
        return None
    if place <= len(metals):
        return alike(m[1], metals[place - 1] + word[len(metal) :]) + m[2]
    rank = ranked(place, lexicon)
    return alike(raw, f"{rank} {lexicon.phrases['place'][0]}") if rank and word == metal and not m[2] else None


def _role(raw: str, place: int, lexicon: Lexicon) -> str | None:
    """The word for who came in another place, where both have one."""
    rows = [lexicon.phrases["places_one"], lexicon.phrases["places_two"]]
    word = fold(raw).replace(" ", "-")
    for row in rows:
        if word in row and place <= len(rows):
            return alike(raw, rows[place - 1][row.index(word)])
    return None

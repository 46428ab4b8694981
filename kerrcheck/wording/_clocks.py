"""Clocks: times written with colons, dots or as plain seconds: `3:27.79`, `3.27.79`, `2:05:41`, `9.58`, `3:27.79s`."""

import re
from typing import NamedTuple

from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold
from kerrcheck.values.mark import Mark
from kerrcheck.wording._figures import counted, decimal, rounded

_TIME = re.compile(r"(\d+(?:[:.,]\d+)*)([\s-]*)([^\W\d_]*)$")
_HOUR = 3_600_000
_MINUTE = 60_000


class Form(NamedTuple):
    """How a time is written: the sign between its parts, the decimal sign, decimals, whether minutes and a leading nought show."""

    colon: str
    point: str
    precision: int
    split: bool
    padded: bool


def clock(raw: str, right: Mark, lexicon: Lexicon) -> str | None:
    """A time as figures with the unit that followed, if any."""
    m = _TIME.match(raw)
    form = _form(m[1], right) if m else None
    unit = lexicon.units.get(fold(m[3])) if m else None
    if not m or not form or (m[3] and unit != "seconds" and not (form.split and unit == "minutes")):
        return None
    if unit == "minutes" and right.milli < _MINUTE:
        return None
    plain = not form.split and bool(m[3])
    coarse = form._replace(precision=min(form.precision, right.precision))
    exact = form._replace(precision=right.precision)
    figures = next((said for said in (written(right.milli, f, plain) for f in (coarse, exact)) if said != m[1]), None)
    if figures is None:
        return None
    word = m[3] if m[2] == "-" or unit != "seconds" else counted(m[3], figures == "1", lexicon)
    return figures + m[2] + word


def _form(figures: str, right: Mark) -> Form | None:
    """How some figures are written; the right time tells whether three parts are hours or hundredths."""
    parts, signs = re.split(r"[:.,]", figures), re.findall(r"[:.,]", figures)
    padded = len(parts[0]) == 2 and parts[0].startswith("0")
    if len(parts) > 4:
        return None
    if not signs or signs == [":"]:
        return Form(":", ".", 0, bool(signs), padded)
    if len(signs) > 1 and len(set(signs)) == 1 and (right.milli >= _HOUR or len(signs) == 3):
        return Form(signs[0], ".", 0, True, padded)
    point = "." if signs[-1] == ":" else signs[-1]
    return Form(":" if len(signs) == 1 else signs[0], point, min(3, len(parts[-1])), len(signs) > 1, padded)


def written(milli: int, form: Form, plain: bool) -> str:
    """Thousandths of a second in a form; `plain` leaves them seconds however many they are."""
    milli = rounded(milli, form.precision)
    minutes, rest = divmod(milli, _MINUTE)
    if plain or (not minutes and not (form.split and form.precision == 0)):
        return decimal(milli, form.precision, form.point)
    seconds = decimal(rest, form.precision, form.point)
    seconds = "0" * (rest < 10_000) + seconds
    hours, minutes = divmod(minutes, 60)
    head = f"{hours}{form.colon}{minutes:02d}" if hours else str(minutes)
    if form.padded and head.find(form.colon) in (1, -1) and len(head) in (1, 4):
        head = f"0{head}"
    return f"{head}{form.colon}{seconds}"

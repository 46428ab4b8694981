"""A mark: a time in seconds, a distance or height in metres, or points, with the precision written."""

import re
from functools import lru_cache
from typing import NamedTuple

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+)(?:\.(\d+))?$|(\d+)(?:\.(\d+))?$")
_MINUTE, _HUNDRED = 60_000, 100


class Mark(NamedTuple):
    """A measured result. `milli` is thousandths of a second or metre, or of a point; `unit` is s, m or pts."""

    milli: int
    unit: str
    precision: int = 2

    def agrees(self, other: "Mark") -> bool:
        """Whether the two are the same at the coarser of the two precisions, rounded or truncated."""
        if self.unit != other.unit:
            return False
        if self.milli == other.milli:
            return True
        coarse, fine = (self, other) if self.precision < other.precision else (other, self)
        if coarse.precision == fine.precision:
            return False
        step = 10 ** (3 - coarse.precision)
        down = fine.milli // step * step
        half_up = (fine.milli + step // 2) // step * step
        up = -(-fine.milli // step) * step if coarse.unit == "s" else half_up
        return coarse.milli in (down, half_up, up)

    def slip(self, milli: int) -> bool:
        """Whether a value, written as this mark is, has one figure of it changed, left out or added, or two figures exchanged.

        An exchange may leave more than 59 seconds: 3:27.65 for 3:72.65, which is a value of 4:12.65.
        """
        other = self._replace(milli=milli)
        return self._like(other.text()) or (self.unit == "s" and milli > _MINUTE and self._like(other._overfull()))

    def _like(self, written: str) -> bool:
        """Whether a writing is this mark's with one figure changed, left out or added, or two figures exchanged."""
        from rapidfuzz.distance import OSA

        meant, figures = ("".join(c for c in text if c.isdigit()) for text in (self.text(), written))
        distance = OSA.distance(figures, meant)
        return distance <= 1 or (distance == 2 and sorted(figures) == sorted(meant))

    def _overfull(self) -> str:
        """The writing with one minute told in seconds, where these stay two figures; else the canonical one."""
        less = self._replace(milli=self.milli - _MINUTE).text()
        head, _, seconds = less.rpartition(":")
        whole, dot, rest = seconds.partition(".")
        return f"{head}:{int(whole) + 60}{dot}{rest}" if head and int(whole) + 60 < _HUNDRED else self.text()

    def text(self) -> str:
        """The canonical writing: `3:27.79`, `2:06:26`, `8.95`, `6952`."""
        whole, rest = divmod(self.milli, 1000)
        tail = f".{rest:03d}"[: self.precision + 1] if self.precision else ""
        if self.unit != "s" or whole < 60:
            return f"{whole}{tail}"
        minutes, seconds = divmod(whole, 60)
        if minutes < 60:
            return f"{minutes}:{seconds:02d}{tail}"
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}{tail}"

    def json(self) -> dict[str, float | int]:
        """The public form: number by unit, and the precision written."""
        name = {"s": "seconds", "m": "metres", "pts": "points"}[self.unit]
        return {name: self.milli / 1000, "precision": self.precision}


@lru_cache(maxsize=4096)
def parse(text: str, unit: str = "s") -> Mark | None:
    """The mark that a canonical writing means, or None."""
    m = _CLOCK.match(text)
    if not m:
        return None
    hours, minutes, seconds, part, plain, plain_part = m.groups()
    if plain is not None:
        whole, part = int(plain), plain_part
    else:
        whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    part = (part or "")[:3]
    return Mark(whole * 1000 + int(part.ljust(3, "0") or 0), unit, len(part))

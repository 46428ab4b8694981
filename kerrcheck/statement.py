"""Setting: the contest that a text's claim or a fact on record is about."""

from functools import lru_cache
from typing import NamedTuple


class Setting(NamedTuple):
    """The contest a statement is about; a blank (None) fits anything.

    `competition` is an edition's id (`2024-olympic-games`), `event` an event id (`1500m`), `sex` one of men, women,
    mixed, `round` one of final, semi-final, heat ... (with the number of the heat where known: `heat-1`).
    """

    competition: str | None = None
    event: str | None = None
    sex: str | None = None
    round: str | None = None

    def key(self) -> str:
        """The natural key of a contest, `2024-olympic-games/men/1500m/final`."""
        return _key(self)

    @classmethod
    def from_key(cls, key: str) -> "Setting":
        """The setting that a natural key names."""
        competition, sex, event, round_ = key.split("/", 3)
        return cls(competition or None, event or None, sex or None, round_ or None)


@lru_cache(maxsize=16384)
def _key(setting: Setting) -> str:
    """The natural key of a contest."""
    return "/".join(part or "" for part in (setting.competition, setting.sex, setting.event, setting.round))

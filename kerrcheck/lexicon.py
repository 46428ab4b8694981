"""Lexicon: the words of a language and of a sport, compiled from the packs in `data/`."""

from typing import Any, NamedTuple

Entry = tuple[tuple[str, ...], list[tuple[str, str]]]


class EventWords(NamedTuple):
    """How an event is written and measured: unit s, m or pts; range of plausible marks in thousandths of the unit."""

    id: str
    names: tuple[str, ...]
    unit: str
    low: int
    high: int
    family: str
    wind: bool
    sex: str | None


class Lexicon:
    """Look-up of cues and numbers, made from the compiled packs."""

    def __init__(self, packs: dict[str, Any]) -> None:
        self.trie: dict[str, list[Entry]] = packs["trie"]
        self.numbers: dict[str, int] = packs["numbers"]
        self.scales: dict[str, int] = packs["scales"]
        self.ordinals: dict[str, int] = packs["ordinals"]
        self.times: dict[str, int] = packs["times"]
        self.fractions: dict[str, int] = packs["fractions"]
        self.months: dict[str, int] = packs["months"]
        self.weekdays: dict[str, int] = packs["weekdays"]
        self.units: dict[str, str] = packs["units"]
        self.common: frozenset[str] = frozenset(packs["common"])
        self.events: dict[str, EventWords] = {row[0]: EventWords(*row) for row in packs["events"]}
        self.before: frozenset[str] = frozenset(packs["before"])
        self.after: list[tuple[str, ...]] = packs["after"]
        self.sets: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in packs["sets"].items()}
        self.scope_of: dict[str, str] = packs["scope_of"]
        self.opposites: dict[str, str] = packs["opposites"]
        self.words: dict[str, tuple[str, ...]] = packs["words"]
        self.forms: dict[str, dict[str, str]] = packs["forms"]
        self.phrases: dict[str, tuple[str, ...]] = packs["phrases"]
        self.indefinite: dict[str, list[str]] = packs["indefinite"]

    def cues(self, low: list[str], i: int) -> Entry | None:
        """The longest phrase that starts at token i, with its kinds and values."""
        for entry in self.trie.get(low[i], ()):
            rest = entry[0]
            if not rest or tuple(low[i + 1 : i + 1 + len(rest)]) == rest:
                return entry
        return None

    def kinds(self, low: list[str], i: int) -> set[str]:
        """The kinds of the longest phrase that starts at token i."""
        entry = self.cues(low, i)
        return {kind for kind, _ in entry[1]} if entry else set()

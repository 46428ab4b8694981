"""Positions: how a word that may be a misspelt family name stands in its sentence: behind a given name, alone, as a name does."""

from collections.abc import Collection

from kerrcheck.describing import Bearer
from kerrcheck.entity import Person
from kerrcheck.mentions import Mention
from kerrcheck.proving import Reading
from kerrcheck.spellings import near
from kerrcheck.text import fold

_SAFE = 6
_DOING = ("finish", "take", "placing", "lead", "set", "order", "pass", "say")
_JOINTS = frozenset(("-", "‑", " "))


class Positions:
    """Asked of one text: how words stand that may be names."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def of_kin(self, m: Mention) -> bool:
        """Whether a name is told as that of somebody's kin (`whose brother X`)."""
        tokens = self.reading.tokens
        return Bearer(tokens, self.reading.sentences[tokens.sentence[m.i]], m, self.reading.sets).of_kin()

    def introduced(self, m: Mention, t: int, person: Person, givens: Collection[str]) -> str | None:
        """How the word before fits a person: `given` is their given name, `near` resembles it, `alone`: a long bare family name."""
        tokens, parts = self.reading.tokens, {fold(w) for w in person.family.replace("-", " ").split()}
        given = ({fold(w) for w in person.given.replace("-", " ").split()} | {*givens}) - parts
        k, opens = t, tokens.first[tokens.sentence[t]]
        while k > opens and tokens.gap(k) in _JOINTS and (k == t or tokens.stem[k] in parts):
            k -= 1
        before = tokens.stem[k]
        if k < t and before in given and tokens.raw[k][0].isupper():
            return "given"
        if m.i <= k < t:
            return "near" if any(g.startswith(before) or near(before, g) for g in given) else None
        lone = k == t or (not tokens.raw[k][0].isupper() and tokens.low[k] not in self.reading.sets["articles"])
        return "alone" if lone and m.j == t + 1 and len(tokens.stem[t]) >= _SAFE else None

    def as_a_name(self, t: int) -> bool:
        """Whether a word that opens a sentence stands as a name does: it owns something, has a bracket behind it, or does something."""
        tokens = self.reading.tokens
        if tokens.low[t] != tokens.stem[t] or (t + 1 < len(tokens) and tokens.gap(t + 1).strip()[:1] in ("(", ",")):
            return True
        sentence, being = self.reading.sentences[tokens.sentence[t]], self.reading.sets["being"]
        return any(m.i == t + 1 and m.kind in _DOING and tokens.low[m.i] not in being for m in sentence.mentions)

"""The sex that a pronoun gives an athlete, where it can point to nobody else: `Kerr took silver in his second final`.

Only in one breath with a result: the name, what was won, and then the pronoun.
"""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality

_RESULTS = frozenset(("placing", "medal", "finish", "take", "quantity", "best", "record", "ordinal"))
_AROUND = frozenset(("event", "round", "sex", "edition", "series", "city", "year", "title", "date", "weekday", "article", "scope"))
_FAR = 20


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every such pronoun; the value is the sex, as contests name it."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("pronoun"):
            who = _meant(discourse, part, m)
            if who:
                how = modality(discourse.tokens, part, m)
                yield Claim("sex", m.i, m.j, m.value, who, number, how, trace=("pronoun",))


def _meant(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """The subject right before a pronoun, with nothing but a result between the two."""
    who = next((a for a in reversed(part.actors) if a.j <= m.i), None)
    if who is None or who.how not in NAMED or who.role != "subject" or len(who.ids) != 1 or m.i - who.j > _FAR:
        return None
    between = [x for x in part.sentence.mentions if who.j <= x.i < m.i]
    said = {t for x in between if x.kind in _RESULTS | _AROUND for t in range(x.i, x.j)}
    fill = discourse.lexicon.sets["fill"] | discourse.lexicon.units.keys()
    whole = all(t in said or discourse.tokens.low[t] in fill for t in range(who.j, m.i))
    return who if whole and any(x.kind in _RESULTS for x in between) else None

"""An age: `the 26-year-old`, `Kerr, 26`, `who is 26`."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import attributed, modality

_NAMED = ("full", "family", "given", "epithet", "pronoun", "relative")
_DOING = ("finish", "take", "set", "placing", "lead")
_SAID = ("is", "turn", "at", "aged", "of", "day")


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every age of a person; the value is the years, the detail how it is said."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("age"):
            actor = _whose(discourse, part, m)
            if actor and actor.ids:
                says = modality if m.value[1] in _SAID else attributed
                how = says(discourse.tokens, part, m)
                yield Claim("age", m.i, m.j, m.value[0], actor, number, how, detail=m.value[1], trace=(m.value[1],))


def _whose(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """The person an age is of."""
    how = m.value[1]
    if _of_something(part, m) and not _does_something(part, m):
        return None
    for actor in part.actors:
        if (actor.how == "epithet" and actor.i <= m.i < actor.j) or actor.np <= m.i < actor.i:
            return actor
    if how == "aside":
        last = next((a for a in reversed(part.actors) if a.j <= m.i), None)
        return last if last and _beside(discourse, last, m) else None
    national = any(x.kind == "nation" and x.j == m.i - 1 for x in part.sentence.mentions)
    return _subject(part, m, how) if how in _SAID and (how != "of" or national) else None


def _subject(part: Part, m: Mention, how: str) -> Actor | None:
    """The person of whom an age is said: the last one before it, or right after it (`at 26, Kerr`)."""
    before = [a for a in part.actors if a.j <= m.i and a.how in _NAMED and a.role != "object"]
    if before:
        return before[-1]
    after = next((a for a in part.actors if a.i >= m.j), None)
    return after if how in ("at", "aged") and after and after.i - m.j <= 2 else None


def _of_something(part: Part, m: Mention) -> bool:
    """Whether the age is that of a record or a mark, or of a person who is nobody of the sport."""
    return any(
        x.kind in ("record", "quantity") and 0 <= x.i - m.j <= 5 and part.sentence.segment(x.i) == part.sentence.segment(m.i)
        for x in part.sentence.mentions
    )


def _does_something(part: Part, m: Mention) -> bool:
    """Whether the age is that of a description behind which a verb stands: `the 26-year-old from Lima ran 3:27.79`."""
    here = next((a for a in part.actors if a.how == "epithet" and a.i < m.i < a.j), None)
    verb = next((x for x in part.sentence.mentions if x.kind in _DOING and here and x.i >= here.j), None)
    things = ("record", "quantity", "scope", "best", "title")
    return verb is not None and here is not None and not any(here.j <= x.i < verb.j for x in part.sentence.kind(*things))


def _beside(discourse: Discourse, actor: Actor, m: Mention) -> bool:
    """Whether a bare number stands right behind a name, a nation in brackets allowed between."""
    return actor.how in ("full", "family", "given") and m.i - actor.j <= 1 and (m.i == actor.j or discourse.tokens.raw[actor.j].isupper())

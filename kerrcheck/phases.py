"""Phases: the parts of a race that a sentence names, as metres still to run: `100 metres to go`, `the final bend`, `the last ten`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.discourse import Discourse, Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention, Scan, number
from kerrcheck.words import Tokens

_NEAREST, _FARTHEST = 5, 5000


class Phase(NamedTuple):
    """Tokens `i` to `j` that name a part of a race, from `far` to `near` metres before its end.

    `figure` holds the tokens of the number in it and its unit; it is None for a part that has a name.
    """

    i: int
    j: int
    far: int
    near: int
    figure: tuple[int, int] | None = None

    @property
    def slack(self) -> int:
        """How many metres a writer may be out: nobody measures, and the part that has a name is broad enough."""
        return max(15, round(0.3 * self.far)) if self.figure else 0


def phases(discourse: Discourse, part: Part) -> list[Phase]:
    """The phases of a race that a sentence names, in order."""
    named = [_named(m) for m in part.sentence.kind("stage")]
    figures = list(_figures(discourse.tokens, discourse.lexicon, part))
    found = [*figures, *(p for p in named if not any(f.i <= p.i < f.j for f in figures))]
    return sorted(found)


def _named(m: Mention) -> Phase:
    """The phase of a cue, whose value is `far-near`."""
    far, _, near = m.value.partition("-")
    return Phase(m.i, m.j, int(far), int(near))


def _figures(tokens: Tokens, lexicon: Lexicon, part: Part) -> Iterator[Phase]:
    """Phases by a distance: `100 metres to go`, `the last 10 metres`, `a hundred to run`."""
    closers = {m.j: m for m in part.sentence.kind("closing")}
    at = part.sentence.a
    while at < part.sentence.b:
        counted = _counted(tokens, lexicon, at)
        phase = _phase(tokens, lexicon, closers.get(at), at, counted) if counted else None
        if phase:
            yield phase
        at = phase.j if phase else at + 1


def _counted(tokens: Tokens, lexicon: Lexicon, at: int) -> tuple[int, int] | None:
    """A number of metres at a token, and the token after the number."""
    found = number(Scan(tokens, lexicon), at)
    if found is None and tokens.low[at] in lexicon.scales:
        found = lexicon.scales[tokens.low[at]], at + 1
    return found if found and _NEAREST <= found[0] <= _FARTHEST else None


def _phase(tokens: Tokens, lexicon: Lexicon, closer: Mention | None, i: int, counted: tuple[int, int]) -> Phase | None:
    """The phase that a number makes with the words around it; None where it makes none."""
    value, j = counted
    end = j + 1 if j < len(tokens) and lexicon.units.get(tokens.low[j]) == "metres" and not tokens.gap(j).strip("- ") else j
    tail = () if end < len(tokens) and tokens.gap(end).strip() else tuple(tokens.low[end : end + 4])
    after = next((words for words in lexicon.after if tail[: len(words)] == words), ())
    if (not after and not (closer and (end > j or value % 10 == 0))) or (end == j and value < 10):
        return None
    if closer and not tokens.gap(i).strip():
        return Phase(closer.i, end + len(after), value, 0, (i, end))
    return Phase(i, end + len(after), value, value, (i, end))

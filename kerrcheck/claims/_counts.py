"""Counts: the number before medals, titles and wins, the competition they are of, and whose they are."""

from kerrcheck.actors import Actor
from kerrcheck.claims._apposition import described
from kerrcheck.claims._lists import numbers
from kerrcheck.claims._title_phrase import adjectives
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.owners import owner

_MODIFIERS = ("series", "scope", "event", "sex", "counted", "nation")


def counted(discourse: Discourse, part: Part, head: Mention) -> tuple[int, int, int, bool, int] | None:
    """The number that counts a head: its tokens, its value, whether it is an ordinal, and where the phrase starts."""
    tokens, at = discourse.tokens, head.i
    plain = dict(numbers(discourse, part))
    while at > part.sentence.a and not tokens.gap(at).strip(" -’'"):
        ordinal = next((m for m in part.sentence.kind("ordinal") if m.j == at), None)
        if ordinal:
            return (ordinal.i, ordinal.j, ordinal.value, True, ordinal.i) if head.kind != "winner" else None
        if head.kind == "winner":
            return _times(discourse, part, at)
        if at - 1 in plain:
            if tokens.low[at - 2] in discourse.lexicon.sets["rest_of"] and at - 2 >= part.sentence.a:
                return None
            return at - 1, at, plain[at - 1], False, at - 1
        before = next((m for m in part.sentence.mentions if m.kind in _MODIFIERS and m.i < at <= m.j), None)
        if before is None:
            return None
        at = min(m.i for m in part.sentence.mentions if m.kind in _MODIFIERS and m.i < at <= m.j)
    return None


def _times(discourse: Discourse, part: Part, at: int) -> tuple[int, int, int, bool, int] | None:
    """`twice` or `three times` before a token."""
    low, lexicon = discourse.tokens.low, discourse.lexicon
    m = next((m for m in part.sentence.kind("title-count", "status") if m.j == at), None)
    n = (lexicon.times.get(low[m.i]) or lexicon.numbers.get(low[m.i])) if m else lexicon.times.get(low[at - 1])
    i = m.i if m else at - 1
    return (i, at, n, False, i) if n else None


def named_series(discourse: Discourse, i: int, head: Mention) -> tuple[str, ...]:
    """The series that the words between a number and its head name."""
    low, known = discourse.tokens.stem, adjectives(discourse.lexicon)
    found = [known[tuple(low[k : k + n])] for k in range(i, head.j) for n in (2, 1) if tuple(low[k : k + n]) in known]
    return tuple(dict.fromkeys(found))


def whose(discourse: Discourse, part: Part, head: Mention, start: int) -> Actor | None:
    """Whose the things counted are."""
    possessor: Actor | None = next((a for a in reversed(part.actors) if a.role == "owner" and a.j == start), None)
    if possessor:
        return possessor
    if head.kind == "winner":
        given = described(discourse, part, start, head.j, definite=False)
        if given is None:
            return _joined(discourse, part, start)
        return given.who
    who = owner(discourse.tokens, discourse.lexicon, part, head)
    verb = next(
        (
            m
            for m in part.sentence.kind("take", "owning")
            if 0 <= start - m.j <= 2 and part.sentence.segment(m.i) == part.sentence.segment(start)
        ),
        None,
    )
    shared = who is not None and any(a.j == who.np - 1 and a.ids != who.ids for a in part.actors)
    return who if who and verb and who.i < start and not shared else None


def _joined(discourse: Discourse, part: Part, start: int) -> Actor | None:
    """`Coe, president of World Athletics and twice winner`: the name that a list of descriptions began with."""
    if start == part.sentence.a or discourse.tokens.low[start - 1] not in discourse.lexicon.words["joining:"]:
        return None
    return next((a for a in reversed(part.actors) if a.j <= start and a.how in ("full", "family", "given") and a.role != "owner"), None)

"""A count or a span: `second Olympic medal`, `three world titles`, `missing one colour`, `three years ago in Tokyo`, `two men, A and B`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._apposition import described
from kerrcheck.claims._lists import Listed, items, lists, numbers
from kerrcheck.claims._title_phrase import adjectives
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import owner

_SPANS = ("ago", "offset", "years")
_MODIFIERS = ("series", "scope", "event", "sex", "counted", "nation")


class Tally(NamedTuple):
    """A number of things: `what` is medal, title, win, colour, set, span or list; `n` how many.

    `ordinal`: the n-th and not n of them; `place` 1 to 3 for medals of one colour, 0 for any; `series` and `events` what
    narrows it.
    """

    what: str
    n: int
    ordinal: bool = False
    place: int = 0
    series: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class Counted(NamedTuple):
    """Where a count stands: the number's tokens, its head, and what is listed behind it (0: nothing)."""

    i: int
    j: int
    head: Mention
    listed: int = 0


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every count and span; the value is the tally, the detail where it stands."""
    for number, part in enumerate(discourse.parts):
        yield from _medals(discourse, part, number)
        yield from _colours(discourse, part, number)
        for listed in lists(discourse, part):
            yield _listing(discourse, part, number, listed)
        for m in part.sentence.kind(*_SPANS):
            if not isinstance(m.value, str) and m.value[1] in ("years", "summers"):
                yield Claim("tally", m.i, m.j, Tally("span", m.value[0]), None, number, _mode(discourse, part, m), context(part, m), detail=m, trace=(m.kind,))


def _mode(discourse: Discourse, part: Part, m: Mention) -> str:
    """The modality of a count: what is planned rests on what was counted before."""
    how = modality(discourse.tokens, part, m)
    return "asserted" if how in ("planned", "negated") and m.kind in _SPANS else how


def _listing(discourse: Discourse, part: Part, number: int, listed: Listed) -> Claim:
    m = Mention("list", listed.i, listed.j, listed.said, "lists")
    return Claim("tally", listed.i, listed.j, Tally("list", listed.said), None, number, _mode(discourse, part, m), detail=Counted(listed.i, listed.j, m, listed.found), trace=("list",))


def _medals(discourse: Discourse, part: Part, number: int) -> Iterator[Claim]:
    """Counted medals, titles and wins."""
    for head in part.sentence.kind("medal", "title", "winner"):
        found = _number(discourse, part, head)
        if found is None:
            continue
        i, j, n, ordinal, start = found
        who = _whose(discourse, part, head, start)
        what = {"medal": "medal", "title": "title"}.get(head.kind, "win")
        place = int(head.value) if head.kind == "medal" else 1
        value = Tally(what, n, ordinal, place, _series(discourse, j, head), tuple(e for m in part.sentence.kind("event") if j <= m.i < head.i for e in m.value))
        detail = Counted(i, j, head, 0 if ordinal else items(discourse, part, head.j))
        yield Claim("tally", i, head.j, value, who, number, _mode(discourse, part, head), context(part, head), detail=detail, trace=(what,))


def _number(discourse: Discourse, part: Part, head: Mention) -> tuple[int, int, int, bool, int] | None:
    """The number that counts a head: its tokens, its value, whether it is an ordinal, and where the phrase starts."""
    tokens, at = discourse.tokens, head.i
    plain = dict(numbers(discourse, part))
    while at > part.sentence.a and not tokens.gap(at).strip(" -’'"):
        ordinal = next((m for m in part.sentence.kind("ordinal") if m.j == at), None)
        if ordinal:
            return (ordinal.i, ordinal.j, ordinal.value, True, ordinal.i) if head.kind != "winner" else None
        if head.kind == "winner":
            n = discourse.lexicon.times.get(tokens.low[at - 1])
            return (at - 1, at, n, False, at - 1) if n else None
        if at - 1 in plain:
            return at - 1, at, plain[at - 1], False, at - 1
        before = next((m for m in part.sentence.mentions if m.kind in _MODIFIERS and m.i < at <= m.j), None)
        if before is None:
            return None
        at = min(m.i for m in part.sentence.mentions if m.kind in _MODIFIERS and m.i < at <= m.j)
    return None


def _series(discourse: Discourse, i: int, head: Mention) -> tuple[str, ...]:
    """The series that the words between a number and its head name."""
    low, known = discourse.tokens.stem, adjectives(discourse.lexicon)
    found = [known[tuple(low[k : k + n])] for k in range(i, head.j) for n in (2, 1) if tuple(low[k : k + n]) in known]
    return tuple(dict.fromkeys(found))


def _whose(discourse: Discourse, part: Part, head: Mention, start: int) -> Actor | None:
    """Whose the things counted are."""
    possessor = next((a for a in reversed(part.actors) if a.role == "owner" and a.j == start), None)
    if possessor:
        return possessor
    if head.kind == "winner":
        given = described(discourse, part, start, head.j, definite=False)
        return given.who if given else _joined(discourse, part, start)
    return owner(discourse.tokens, discourse.lexicon, part, head)


def _joined(discourse: Discourse, part: Part, start: int) -> Actor | None:
    """`Coe, president of World Athletics and twice winner`: the name that a list of descriptions began with."""
    if start == part.sentence.a or discourse.tokens.low[start - 1] not in discourse.lexicon.words["joining:"]:
        return None
    return next((a for a in reversed(part.actors) if a.j <= start and a.how in ("full", "family", "given") and a.role != "owner"), None)


def _colours(discourse: Discourse, part: Part, number: int) -> Iterator[Claim]:
    """Colours of medals that somebody lacks, and the set that somebody hopes to complete."""
    sentence = part.sentence
    for m in sentence.kind("colour"):
        n = discourse.lexicon.numbers.get(discourse.tokens.low[m.i - 1]) if m.i > sentence.a else None
        medal = next((x for x in sentence.kind("medal") if x.i > m.i), None)
        if n and medal and any(x.kind == "lacking" and x.j <= m.i for x in sentence.mentions):
            who = next((a for a in part.actors if a.role == "owner" and m.j <= a.i <= medal.i), None) or owner(discourse.tokens, discourse.lexicon, part, m)
            series = _series(discourse, m.j, medal)
            yield Claim("tally", m.i - 1, m.j, Tally("colour", n, series=series), who, number, "quoted" if sentence.quoted else "asserted", context(part, m), detail=Counted(m.i - 1, m.i, m), trace=("colour",))
    for m in sentence.kind("set-of"):
        who = owner(discourse.tokens, discourse.lexicon, part, m)
        yield Claim("tally", m.i, m.j, Tally("set", 1), who, number, "quoted" if sentence.quoted else "asserted", context(part, m), detail=Counted(m.i, m.j, m), trace=("set",))

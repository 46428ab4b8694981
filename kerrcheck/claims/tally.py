"""A count or a span: `second Olympic medal`, `three world titles`, `missing one colour`, `three years ago in Tokyo`, `two men, A and B`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._counts import counted, named_series, whose
from kerrcheck.claims._lists import Listed, items, lists
from kerrcheck.claims._predecessors import before_this, nth
from kerrcheck.claims._record_counts import counted_records
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import owner

_LONGEST, _BEHIND = 150, 7
_SPANS = ("ago", "offset", "years")
_LIMITS = ("nation", "scope", "event", "sex", "series")


class Tally(NamedTuple):
    """A number of things: `what` is medal, title, winner, record, colour, set, span or list; `n` how many.

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
    yield from _records(discourse)
    for number, part in enumerate(discourse.parts):
        yield from _medals(discourse, part, number)
        yield from _colours(discourse, part, number)
        for listed in (*lists(discourse, part), *nth(discourse, part)):
            yield _listing(discourse, part, number, listed)
        for m in (*part.sentence.kind(*_SPANS), *_old_records(part)):
            if not isinstance(m.value, str) and m.value[1] in ("years", "summers") and abs(m.value[0]) <= _LONGEST:
                yield Claim(
                    "tally",
                    m.i,
                    m.j,
                    Tally("span", m.value[0]),
                    None,
                    number,
                    _mode(discourse, part, m),
                    context(part, m),
                    detail=m,
                    trace=(m.kind,),
                )


def _records(discourse: Discourse) -> Iterator[Claim]:
    """Counted records."""
    for number, ordinal, head, who in counted_records(discourse):
        part = discourse.parts[number]
        how, value = _mode(discourse, part, head), Tally("record", ordinal.value, True)
        detail = Counted(ordinal.i, ordinal.j, head)
        yield Claim("tally", ordinal.i, head.j, value, who, number, how, context(part, head), detail=detail, trace=("record",))


def _old_records(part: Part) -> Iterator[Mention]:
    """The age of a record as a span of years: `Farah's 11-year-old British record`."""
    heads = [x.i for x in part.sentence.kind("record")]
    limits = {t for x in part.sentence.kind(*_LIMITS) for t in range(x.i, x.j)}
    for m in part.sentence.kind("age"):
        head = next((i for i in heads if i >= m.j), None)
        if m.value[1] == "old" and head is not None and limits.issuperset(t for t in range(m.j, head) if t - m.j > 1):
            yield Mention("years", m.i, m.j, (m.value[0], "years", "old"), "tally")


def _mode(discourse: Discourse, part: Part, m: Mention) -> str:
    """The modality of a count: what is planned rests on what was counted before."""
    how = modality(discourse.tokens, part, m)
    if how == "hypothetical" and not any(x.kind == "modal" and x.i < m.i for x in part.sentence.mentions):
        return "asserted"
    return "asserted" if how in ("planned", "negated") and m.kind in _SPANS else how


def _listing(discourse: Discourse, part: Part, number: int, listed: Listed) -> Claim:
    m = Mention("list", listed.i, listed.j, listed.said, "lists")
    return Claim(
        "tally",
        listed.i,
        listed.j,
        Tally("list", listed.said),
        None,
        number,
        _mode(discourse, part, m),
        detail=Counted(listed.i, listed.j, m, listed.found),
        trace=("list",),
    )


def _medals(discourse: Discourse, part: Part, number: int) -> Iterator[Claim]:
    """Counted medals, titles and wins."""
    for head in part.sentence.kind("medal", "title", "winner"):
        found = counted(discourse, part, head)
        if found is None:
            continue
        i, j, n, ordinal, start = found
        who = whose(discourse, part, head, start)
        what = {"medal": "medal", "title": "title"}.get(head.kind, "winner")
        place = int(head.value) if head.kind == "medal" else 1
        events = tuple(e for m in part.sentence.kind("event") if j <= m.i < head.i or _won_in(head, m) for e in m.value)
        value = Tally(what, n, ordinal, place, named_series(discourse, j, head), events)
        listed = _earlier(discourse, part, head) if ordinal and n > 1 else items(discourse, part, head.j)
        how = _mode(discourse, part, head)
        how = "asserted" if ordinal and listed and how == "planned" else how
        detail = Counted(i, j, head, listed if n > 1 else 0)
        yield Claim("tally", i, head.j, value, who, number, how, context(part, head), detail=detail, trace=(what,))


def _earlier(discourse: Discourse, part: Part, head: Mention) -> int:
    """The number that a list of those before makes of an ordinal's head: `a third title in the 100m, after those of 2009 and 2013`."""
    after = discourse.lexicon.sets["predecessors_follow"]
    spots = [t for t in range(head.j, min(part.sentence.b, head.j + _BEHIND)) if discourse.tokens.low[t] in after]
    found = before_this(discourse, part, spots[0]) if spots else 0
    return found + 1 if found else 0


def _won_in(head: Mention, m: Mention) -> bool:
    """Whether an event says what a winner won (`winner of the 1500m`)."""
    return head.kind == "winner" and 0 <= m.i - head.j <= 3


def _colours(discourse: Discourse, part: Part, number: int) -> Iterator[Claim]:
    """Colours of medals that somebody lacks, and the set that somebody hopes to complete."""
    lexicon, low = discourse.lexicon, discourse.tokens.low
    for m in part.sentence.kind("colour"):
        n = lexicon.numbers.get(low[m.i - 1]) if m.i > part.sentence.a else None
        medal = next((x for x in part.sentence.kind("medal") if x.i > m.i), None)
        if n and medal and any(x.j <= m.i for x in part.sentence.kind("lacking")):
            mine = (a for a in part.actors if a.role == "owner" and m.j <= a.i <= medal.i)
            who = next(mine, None) or owner(discourse.tokens, lexicon, part, m)
            yield _lacked(discourse, number, m._replace(i=m.i - 1), who, Tally("colour", n, series=named_series(discourse, m.j, medal)))
    for m in part.sentence.kind("set-of"):
        yield _lacked(discourse, number, m, owner(discourse.tokens, lexicon, part, m), Tally("set", 1))


def _lacked(discourse: Discourse, number: int, m: Mention, who: Actor | None, value: Tally) -> Claim:
    """What is missing, as a claim: the number is its first token, or the whole."""
    part = discourse.parts[number]
    end = m.j if value.what == "set" else m.i + 1
    how = "quoted" if part.sentence.quoted else "asserted"
    return Claim("tally", m.i, m.j, value, who, number, how, context(part, m), detail=Counted(m.i, end, m), trace=(value.what,))

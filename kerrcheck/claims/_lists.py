"""Counted lists: `only two men, David Rudisha and Wilson Kipketer`, `three medals: bronze from Tokyo, silver from Paris`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_STOPS = (",", ":", "–", "—", "-")
_ASIDE = ("year", "date", "quantity", "nation", "city", "edition", "series", "ago")
_TAKEN = (
    "quantity", "age", "date", "years", "ago", "offset", "event", "ordinal", "year", "status", "person", "title-count",
    "weekday", "day-number",
)  # fmt: skip
_GLUE = ("-", ":", "/")
_MOST = 20


class Listed(NamedTuple):
    """A number at tokens `i` to `j`, and how many things are listed behind it, up to token `end`."""

    i: int
    j: int
    said: int
    found: int
    end: int


def numbers(discourse: Discourse, part: Part) -> Iterator[tuple[int, int]]:
    """Plain small numbers of a sentence, in words or figures, that no other mention has taken: token and value."""
    return iter(part.sentence.once("numbers", lambda: list(_numbers(discourse, part))))


def _numbers(discourse: Discourse, part: Part) -> Iterator[tuple[int, int]]:
    tokens, known = discourse.tokens, discourse.lexicon.numbers
    taken = {t for m in part.sentence.kind(*_TAKEN) for t in range(m.i, m.j)}
    for i in range(part.sentence.a, part.sentence.b):
        low = tokens.low[i]
        n = known.get(low) or (int(low) if low.isdigit() and len(low) < 3 else 0)
        joined = "-" in tokens.gap(i) or (i + 1 < part.sentence.b and tokens.gap(i + 1)[:1] in _GLUE)
        if 1 < n <= _MOST and i not in taken and not joined:
            yield i, n


def lists(discourse: Discourse, part: Part) -> Iterator[Listed]:
    """Numbers that a whole list of names follows."""
    for i, n in numbers(discourse, part):
        found = _named(discourse, part, i)
        if found:
            yield Listed(i, i + 1, n, found[0], found[1])


def _named(discourse: Discourse, part: Part, i: int) -> tuple[int, int] | None:
    """How many names are listed behind a number, and where the list ends."""
    tokens, lexicon = discourse.tokens, discourse.lexicon
    first = next((a for a in part.actors if a.i > i and a.how in ("full", "family", "given")), None)
    if first is None or first.np != first.i or tokens.gap(first.i).strip()[:1] not in _STOPS or not tokens.gap(first.i).strip():
        return None
    colon = tokens.gap(first.i).strip() != ","
    between = range(i + 1, first.i)
    if any(tokens.low[k] in lexicon.words["example:"] for k in between):
        return None
    if not colon and (len(between) > 3 or any(tokens.low[k] not in lexicon.words["countable:"] or tokens.gap(k).strip() for k in between)):
        return None
    if colon and sum(1 for _ in numbers(discourse, part)) > 1:
        return None
    names = run(discourse, part, first)
    end = _past_aside(discourse, part, names[-1].j)
    closed = end >= part.sentence.b or (not colon and tokens.gap(end).strip()[:1] in (",", "–", "—", ")"))
    return (len(names), end) if closed and len(names) > 1 else None


def run(discourse: Discourse, part: Part, first: Actor) -> list[Actor]:
    """The names that follow each other from one on, joined by commas and `and`."""
    names = [first]
    for actor in part.actors:
        if actor.i <= names[-1].i or actor.how not in ("full", "family", "given"):
            continue
        at = _past_aside(discourse, part, names[-1].j)
        words = discourse.tokens.low[at : actor.np]
        if len(words) > 1 or any(word not in discourse.lexicon.words["joining:"] for word in words):
            break
        if not words and discourse.tokens.gap(actor.np).strip() not in (",", ";"):
            break
        names.append(actor)
    return names


def _past_aside(discourse: Discourse, part: Part, at: int) -> int:
    """The token after what only adds to a name: a year, a place, a mark, with their prepositions."""
    tokens, leads = discourse.tokens, discourse.lexicon.words["title-lead:"]
    while at < part.sentence.b and not tokens.gap(at).strip(" (),"):
        m = _aside(part, at)
        if (
            m is None
            and tokens.low[at] in leads
            and tokens.low[at] not in discourse.lexicon.words["joining:"]
            and not tokens.gap(at).strip()
        ):
            m = _aside(part, at + 1) or _aside(part, at + 2)
        if m is None or (tokens.gap(at).strip() == "," and m.kind not in ("quantity", "year")):
            return at
        at = m.j
    return at


def _aside(part: Part, at: int) -> Mention | None:
    return max((m for m in part.sentence.mentions if m.i == at and m.kind in _ASIDE), key=lambda m: m.j, default=None)


def items(discourse: Discourse, part: Part, i: int) -> int:
    """How many medals are told apart behind a count that ends at token i: `– bronze from Tokyo, silver from Paris`, `one ... and one`."""
    tokens, joining = discourse.tokens, discourse.lexicon.words["joining:"]
    while i < part.sentence.b and tokens.low[i] in discourse.lexicon.words["so-far:"] and not tokens.gap(i).strip():
        i += 1
    if i >= part.sentence.b or tokens.gap(i).strip()[:1] not in _STOPS or not tokens.gap(i).strip():
        return 0
    if not discourse.lexicon.sets["doubling"].isdisjoint(tokens.low[i : part.sentence.b]):
        return 0
    opening = {
        k
        for k in range(i, part.sentence.b)
        if (tokens.gap(k).strip()[:1] in _STOPS and tokens.gap(k).strip()) or tokens.low[k - 1] in joining
    }
    opening |= {k + 1 for k in opening if tokens.low[k] in joining}
    medals = [m.i for m in part.sentence.kind("medal") if m.i in opening and m.value != "0" and not tokens.low[m.j - 1].endswith("s")]
    ones = [k for k in opening if k < part.sentence.b and discourse.lexicon.numbers.get(tokens.low[k]) == 1]
    some = medals if len(medals) >= len(ones) else ones
    return len(some) if some and min(some) == i else 0

"""What a true text is about, as the store knows it: sentences, the people named in them, their results, and the marks that pin them down.

None of the engine's reading is used here, so that what it does not read is not spared.
"""

import json
import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kerrcheck.entity import Contest, Edition, Person
from kerrcheck.fact import Fact
from kerrcheck.readers.plain import front_matter_end
from kerrcheck.store import Store
from kerrcheck.text import Span, fold

_NAME = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[”’\")]*\s+(?=[“‘\"A-Z])|\n+")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")
MARK = re.compile(
    r"(?<![\w.:,-])(?:\d{1,2}:\d\d:\d\d|\d{1,2}:\d\d(?:\.\d\d?)?|(?:\d+hr )?\d+min,? \d+(?:\.\d+)?sec|"
    r"\d,?\d{3}(?= ?(?:points|pts))|\d{1,2}\.\d\d?)(?![\d:]|\.\d)"
)
RESULTS = ("mark", "placing")


class Result(NamedTuple):
    """What somebody did in a contest; the placing is empty where there was none."""

    contest: Contest
    mark: str
    placing: str


class Named(NamedTuple):
    """Somebody named at a place of the text; `full` with a given name."""

    span: Span
    person: Person
    full: bool


class Pinned(NamedTuple):
    """A mark in the text that the store knows as somebody's who is named in the sentence."""

    span: Span
    who: Named
    result: Result


class Sentence(NamedTuple):
    """A sentence, the people named in it in order, the marks pinned down in it; those in quotation marks left out."""

    span: Span
    named: tuple[Named, ...]
    pinned: tuple[Pinned, ...]

    def people(self) -> set[str]:
        """Who is named, by id."""
        return {one.person.id for one in self.named}


class Scene(NamedTuple):
    """A true text as the store sees it."""

    name: str
    text: str
    published: str
    sentences: tuple[Sentence, ...]
    people: dict[str, Person]
    contests: dict[str, Contest]
    quoted: tuple[Span, ...]


def value(mark: str) -> float:
    """A mark as a number of seconds, metres or points."""
    if "min" in mark or "hr" in mark:
        parts = [float(part) for part in re.findall(r"\d+(?:\.\d+)?", mark)]
    else:
        parts = [float(part) for part in mark.replace(",", "").split(":")]
    total = 0.0
    for part in parts:
        total = total * 60 + part
    return round(total, 2)


def precision(mark: str) -> int:
    """The decimals of a mark as written."""
    return len(re.sub(r"\D+$", "", mark).rpartition(".")[2]) if "." in mark else 0


def agrees(written: str, stored: str) -> bool:
    """Whether a mark as written may stand for a stored one: rounded, cut off, or within a hundredth."""
    if not stored[-1:].isdigit():
        return False
    places = precision(written)
    return abs(value(written) - value(stored)) < 10.0**-places if places < precision(stored) else value(written) == value(stored)


def edition(store: Store, contest: Contest) -> Edition | None:
    """The edition of a contest."""
    return store.edition(contest.setting.competition or "")


@cache
def results(store: Store, who: str) -> tuple[Result, ...]:
    """What somebody did, contest by contest."""
    found: dict[str, dict[str, str]] = {}
    for fact in store.facts_about(who):
        if fact.predicate in RESULTS and fact.setting and fact.setting.competition:
            found.setdefault(fact.setting.key(), {})[fact.predicate] = fact.value
    contests = {key: store.contest(key) for key in found}
    return tuple(Result(c, found[k].get("mark", ""), found[k].get("placing", "")) for k, c in contests.items() if c)


@cache
def records(store: Store, who: str) -> tuple[Fact, ...]:
    """The records and bests of somebody."""
    return tuple(f for f in store.facts_about(who) if f.predicate == "best" or f.predicate.startswith("record:"))


@cache
def field(store: Store, contest: str) -> dict[str, dict[str, str]]:
    """Who is on record in a contest, with mark and placing."""
    found: dict[str, dict[str, str]] = {}
    for fact in store.facts_in(contest):
        if fact.predicate in RESULTS:
            found.setdefault(fact.subject, {})[fact.predicate] = fact.value
    return found


def marks_of(store: Store, who: str) -> list[str]:
    """Every mark on record of somebody, changed and rejected values too."""
    facts = [f for f in store.facts_about(who) if f.predicate in ("mark", "best") or f.predicate.startswith("record:")]
    details = [str(v) for f in facts if f.detail for v in json.loads(f.detail).values() if isinstance(v, str)]
    return [f.value for f in facts] + [v for f in facts for v, _ in f.against] + [v for v in details if re.fullmatch(r"[\d:.]+", v)]


def mentions(store: Store, text: str, start: int) -> Iterator[tuple[Span, set[str], bool]]:
    """Names in a text as the store spells them: where, whose they may be, and whether they are more than a family name."""
    tokens = list(_NAME.finditer(text, start))
    folded = [fold(re.sub(r"['’]s$", "", m.group())) for m in tokens]
    known = [a for a in store.aliases(set(folded)) if a.kind == "person"]
    by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for alias in known:
        by_first.setdefault(alias.words[0], []).append((alias.words, alias.id, alias.flavour != "family"))
    at = 0
    while at < len(tokens):
        found = [(w, who, full) for w, who, full in by_first.get(folded[at], ()) if tuple(folded[at : at + len(w)]) == w]
        longest = max((len(w) for w, _, _ in found), default=0)
        best = [(who, full) for w, who, full in found if len(w) == longest]
        if best and tokens[at].group()[0].isupper():
            end = tokens[at + longest - 1]
            cut = 2 if re.search(r"['’]s$", end.group()) else 0
            yield Span(tokens[at].start(), end.end() - cut), {who for who, _ in best}, all(full for _, full in best)
        at += max(longest, 1)


def named(store: Store, text: str, start: int) -> list[Named]:
    """The people named in a text: full names of one person, and family names that one of these has."""
    found = list(mentions(store, text, start))
    sure = {next(iter(who)) for _, who, full in found if full and len(who) == 1}
    people = store.people(sure)
    hits = [(span, who & sure, full) for span, who, full in found]
    return [Named(span, people[next(iter(who))], full) for span, who, full in hits if len(who) == 1]


def pinned(store: Store, text: str, span: Span, people: Collection[Named]) -> Iterator[Pinned]:
    """The marks of a sentence that one result alone of one person alone in it has."""
    for m in MARK.finditer(text, span.start, span.end):
        fits = [
            Pinned(Span(*m.span()), who, r) for who in unique(people) for r in results(store, who.person.id) if agrees(m.group(), r.mark)
        ]
        if len(fits) == 1:
            yield fits[0]


def unique(people: Collection[Named]) -> list[Named]:
    """Everybody once, where they are named first."""
    return list({one.person.id: one for one in reversed(list(people))}.values())


def scene(store: Store, name: str, text: str, published: str) -> Scene:
    """What a text is about."""
    start = front_matter_end(text)
    everybody = named(store, text, start)
    quoted = tuple(Span(*m.span()) for m in _QUOTED.finditer(text))
    cuts = [start, *(m.end() for m in _SENTENCE.finditer(text, start)), len(text)]
    sentences = []
    for first, last in pairwise(cuts):
        span = Span(first, last)
        here = tuple(one for one in everybody if first <= one.span.start < last)
        free = [one for one in pinned(store, text, span, here) if not inside(one.span, quoted)]
        sentences.append(Sentence(span, here, tuple(free)))
    people = {one.person.id: one.person for one in everybody}
    contests = {p.result.contest.key: p.result.contest for s in sentences for p in s.pinned}
    return Scene(name, text, published, tuple(sentences), people, contests, quoted)


def inside(span: Span, others: Collection[Span]) -> bool:
    """Whether a span stands within one of some others."""
    return any(other.start <= span.start < other.end for other in others)

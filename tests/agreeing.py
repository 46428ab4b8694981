"""Agreement: what data sets say, read by the importers, held against what the shipped canon says.

An outing is compared where the canon has its contest, a record where it has the history, a person where it has them. What differs
is put down to a ruling, to what the canon itself shows as contested, to a disagreement that was looked into one by one
(`agreement.toml`), or to a kind of flaw that is told of there; what is left is unexplained.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kerrcheck.asking import every
from kerrcheck.build import gather
from kerrcheck.fact import Fact
from kerrcheck.settle import agrees
from kerrcheck.store import Store
from kerrcheck.values.mark import parse

_ROWS = """SELECT source, file, row, subject, predicate, contest, valid_from, value FROM assertion
    WHERE source != '' AND derived = 0 ORDER BY source, file, subject, contest, row, predicate, value"""
COMPLETE, ELECTRONIC = "2025-12-21", "1977-01-01"
_OF_PEOPLE = ("born", "sex", "nation")
_OF_OUTINGS = ("mark", "placing", "status", "nation", "wind")


class Said(NamedTuple):
    """What a row of a data set says: the source and file, what of whom, and where or in which list."""

    source: str
    row: str
    subject: str
    predicate: str
    contest: str | None
    day: str | None
    value: str


class Difference(NamedTuple):
    """A statement that is not the canon's; `kind` is what differs, `known` what the canon says, each with its holder and day."""

    said: Said
    kind: str
    known: tuple[Fact, ...]

    @property
    def key(self) -> str:
        """What `agreement.toml` calls it."""
        return " ".join(filter(None, (self.said.subject, self.said.predicate, self.said.contest, self.said.value)))

    def line(self) -> str:
        """It, with what the canon has instead."""
        known = "; ".join(f"{fact.subject} {fact.value} {fact.valid_from or ''}".strip() for fact in self.known)
        return f"{self.said.source} row {self.said.row}: {self.key} {self.said.day or ''} | {self.kind} | canon: {known}"


class Tally(NamedTuple):
    """How a source agrees: statements compared, those that are not in the canon, and the differences with what explains each."""

    compared: Counter[str]
    beyond: Counter[str]
    differences: tuple[tuple[Difference, str | None], ...]

    def unexplained(self) -> list[str]:
        """The differences that nothing explains."""
        return [difference.line() for difference, why in self.differences if why is None]

    def table(self) -> Iterator[str]:
        """A line for each source, then one for each explanation."""
        differ = Counter(difference.said.source for difference, _ in self.differences)
        yield f"{'source':<66}{'compared':>9}{'agree':>8}{'differ':>8}{'beyond':>8}"
        for source in sorted(self.compared | self.beyond):
            compared, differs = self.compared[source], differ[source]
            yield f"{source:<66}{compared:>9}{compared - differs:>8}{differs:>8}{self.beyond[source]:>8}"
        for (source, why), count in sorted(Counter((d.said.source, why or "UNEXPLAINED") for d, why in self.differences).items()):
            yield f"  {source:<66}{count:>5}  {why}"


class Canon:
    """The shipped facts, by what rows may be held against."""

    def __init__(self, store: Store) -> None:
        self.about: dict[tuple[str, str, str | None], list[Fact]] = defaultdict(list)
        self.places: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.records: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self.within: dict[str, set[str]] = defaultdict(set)
        self.whole: set[str] = set()
        self.store = store
        self.units = {row[0]: row[2] for row in (store.lexicon() or {})["events"]}
        for _, facts in every(store):
            for fact in facts:
                self._take(fact, fact.setting.key() if fact.setting else None)

    def _take(self, fact: Fact, key: str | None) -> None:
        self.about[fact.subject, fact.predicate, key].append(fact)
        if key is None:
            return
        if fact.predicate.startswith("record:"):
            self.records[fact.predicate, key].append(fact)
        elif not key.startswith("/"):
            self.within[key].add(fact.subject)
            if fact.predicate == "placing":
                self.places[key, fact.value].append(fact)
            if fact.whole:
                self.whole.add(key)

    def mark(self, who: str, contest: str | None) -> str:
        """Somebody's mark in a contest."""
        return next((fact.value for fact in self.about.get((who, "mark", contest), ())), "")

    def standing(self, contest: str, place: str) -> list[Fact]:
        """Who has a place today."""
        return [fact for fact in self.places.get((contest, place), ()) if not fact.valid_to]

    @cached_property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """The nations that a nation became."""
        rows = self.store.link.rows("SELECT id FROM place WHERE kind = 'nation'")
        places = [place for (code,) in rows if (place := self.store.place(code, "nation"))]
        told = {place.id: place.extra.get("successor", ()) for place in places}
        return {code: (later,) if isinstance(later, str) else later for code, later in told.items()}


def said_by(paths: Iterable[Path]) -> Iterator[Said]:
    """What the files say, as the importers read them, before anything is settled."""
    stage = gather(paths)
    stage.number()
    for source, file, row, subject, predicate, contest, day, value in stage.rows(_ROWS):
        yield Said(f"{source} {file.removesuffix('.xz')}", row, subject, predicate, contest, day, value)


def compared(rows: Iterable[Said], canon: Canon, explained: "Explanations") -> Tally:
    """What comes of rows."""
    tally, found = (Counter[str](), Counter[str]()), []
    outings: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for said in rows:
        if said.predicate in _OF_OUTINGS and said.contest:
            outings[said.source, said.row, said.subject, said.contest].append(said)
        elif said.predicate.startswith("record:") or (said.predicate in _OF_PEOPLE and not said.contest):
            found.append((said, _record(said, canon) if said.contest else _person(said, canon)))
    for some in outings.values():
        found += _outing(some, canon)
    for said, outcome in found:
        tally[outcome is None][said.source] += 1
    differences = [outcome for _, outcome in found if isinstance(outcome, Difference)]
    return Tally(*tally, tuple((d, explained.why(d, canon)) for d in sorted(differences, key=Difference.line)))


Outcome = Difference | bool | None


def _against(said: Said, kind: str, facts: Sequence[Fact]) -> Outcome:
    """Whether any of some facts says the same, at the coarser precision."""
    same = any(agrees(said.predicate, *sorted((fact.value, said.value), key=len)) for fact in facts)
    return True if same else Difference(said, kind, tuple(facts))


def _person(said: Said, canon: Canon) -> Outcome:
    facts = canon.about.get((said.subject, said.predicate, None))
    return _against(said, said.predicate, facts) if facts else None


def _outing(some: Sequence[Said], canon: Canon) -> Iterator[tuple[Said, Outcome]]:
    """What comes of an outing: each statement where the canon has the athlete there, else who was there in their place."""
    first = next((said for said in some if said.predicate in {"placing", "status"}), some[0])
    contest = first.contest or ""
    if contest not in canon.within:
        yield first, None
    elif first.subject in canon.within[contest]:
        for said in some:
            facts = canon.about.get((said.subject, said.predicate, contest))
            yield said, _against(said, said.predicate, facts) if facts else None
    elif first.predicate == "placing" and (others := canon.standing(contest, first.value)):
        mark = next((said for said in some if said.predicate == "mark"), first)
        yield (
            mark,
            Difference(mark, "who", tuple(fact for other in others for fact in canon.about[other.subject, "mark", contest] or [other])),
        )
    elif contest in canon.whole and first.predicate in {"placing", "status"}:
        yield first, Difference(first, "who", ())
    else:
        yield first, None


def _record(said: Said, canon: Canon) -> Outcome:
    """What comes of a record: the same mark, day and holder; else what the canon has that day, or stood then."""
    facts = canon.records.get((said.predicate, said.contest or ""))
    if not facts:
        return None
    if own := [fact for fact in facts if fact.valid_from == said.day and fact.subject == said.subject]:
        return _against(said, "mark", own)
    if same := [fact for fact in facts if fact.valid_from == said.day and agrees("record", *sorted((fact.value, said.value), key=len))]:
        return Difference(said, "holder", tuple(same))
    if other := [fact for fact in facts if fact.subject == said.subject and fact.value == said.value]:
        return Difference(said, "day", tuple(other))
    day = said.day or ""
    stood = [fact for fact in facts if (fact.valid_from or "") <= day and (not fact.valid_to or day < fact.valid_to)]
    return Difference(said, "no record", tuple(stood)) if stood else None


class Explanations:
    """What explains differences: `agreement.toml`, each by its key, and the kinds of flaws it tells of."""

    def __init__(self, path: Path) -> None:
        told = tomllib.loads(path.read_text("utf-8"))
        self.kinds: dict[str, str] = told["kinds"]
        self.single = {key: str(group["reason"]) for group in told["settled"] for key in group["keys"]}
        self.listed = {key: str(group["reason"]) for group in told["listed"] for key in group["keys"]}
        self.marks = {mark for group in told["progression"] for mark in group["marks"]}
        self.used: set[str] = set()

    def why(self, difference: Difference, canon: Canon) -> str | None:
        """What explains a difference; None where nothing does."""
        if difference.key in self.listed:
            return self.listed[difference.key]
        if difference.key in self.single:
            self.used.add(difference.key)
            return self.single[difference.key]
        if any(fact.standing == "ruled" for fact in difference.known):
            return "settled by a ruling"
        if any(fact.standing == "contested" or fact.against for fact in difference.known):
            return "shown as contested"
        kind = next((name for name in KINDS if KINDS[name](difference, canon)), None)
        return self.kinds[kind] if kind else None

    def unused(self) -> list[str]:
        """Disagreements looked into that there are no longer."""
        return sorted(self.single.keys() - self.used)


def _rounded(one: str, other: str, steps: int = 1) -> bool:
    """Whether the coarser of two marks is one that somebody made of the finer, or its hand time."""
    a, b = parse(one), parse(other)
    if not a or not b or a.unit != b.unit or a.precision == b.precision:
        return False
    return abs(a.milli - b.milli) <= steps * 10 ** (3 - min(a.precision, b.precision))


def _another_name(difference: Difference, canon: Canon) -> bool:
    """The same place, day and mark under another name: a spelling, or a name of which the canon has two people."""
    said = difference.said
    if difference.kind == "holder":
        return True
    marks = [canon.mark(fact.subject, said.contest) for fact in difference.known]
    return difference.kind == "who" and any(mark and agrees("mark", *sorted((mark, said.value), key=len)) for mark in marks)


def _successor(difference: Difference, canon: Canon) -> bool:
    """A team under the code that its nation has today."""
    known = (code for fact in difference.known for code in canon.successors.get(fact.subject, ()))
    return difference.said.subject in known


def _of_today(difference: Difference, canon: Canon) -> bool:
    """A nation for which somebody competed later or earlier, where the canon has that of the day; a team of several among them."""
    said = difference.said
    periods = {code for person in canon.store.people([said.subject]).values() for code, _, _ in person.nations}
    kin = {code for fact in difference.known for code in canon.successors.get(fact.value, ())}
    return difference.kind == "nation" and said.value in periods | kin | {"INT"}


def _by_hand(difference: Difference, canon: Canon) -> bool:
    """A time to the tenth, beside the electronic one of the same run."""
    return difference.kind == "mark" and any(_rounded(difference.said.value, fact.value, 4) for fact in difference.known)


def _listed(difference: Difference) -> bool:
    """Whether the canon has what it has from another source than the one that differs."""
    own = difference.said.source.partition(" ")[0]
    return all(any(evidence.source != own for evidence in fact.evidence) for fact in difference.known)


def _later(difference: Difference, canon: Canon) -> bool:
    """Made after the day to which the canon is complete."""
    return bool(difference.said.day) and str(difference.said.day) > COMPLETE


def _timed_by_hand(difference: Difference, canon: Canon) -> bool:
    """A record to the tenth from before electronic times were asked for, where the canon has the electronic progression."""
    said = parse(difference.said.value)
    return difference.kind == "no record" and bool(said) and said.precision < 2 and (difference.said.day or "9") < ELECTRONIC


def _another_digit(difference: Difference, canon: Canon) -> bool:
    """Another birth date, where the newest all-time lists have the canon's."""
    lists = "world-athletics-lists-2025"
    return difference.kind == "born" and all(any(e.source == lists for e in fact.evidence) for fact in difference.known)


def _reordered(difference: Difference, canon: Canon) -> bool:
    """A place of the older all-time lists, from before somebody was disqualified; the newest have the canon's."""
    older = difference.said.source.startswith("world-athletics-lists-2023")
    return older and difference.kind in {"placing", "who", "status"} and _listed(difference)


def _second_team(difference: Difference, canon: Canon) -> bool:
    """The second of two teams of one nation, where the canon has the first."""
    nation = difference.said.subject.isupper()
    return nation and difference.kind in {"placing", "mark"} and "relay-walk" in (difference.said.contest or "")


def _another_day(difference: Difference, canon: Canon) -> bool:
    """The same mark of the same holder on another day, which the canon has from another source."""
    return difference.kind == "day" and _listed(difference)


def _slower(difference: Difference, canon: Canon) -> bool:
    """A list shows what was no record: by another source a mark as good or better stood."""
    record = difference.said.predicate.startswith("record:") and difference.kind in {"no record", "mark"}
    if not record or not _listed(difference):
        return False
    said, sign = parse(difference.said.value), -1 if canon.units.get((difference.said.contest or "//").split("/")[2]) == "s" else 1
    stood = [mark for fact in difference.known if (mark := parse(fact.value))]
    return bool(said) and any(sign * mark.milli >= sign * said.milli for mark in stood)


KINDS = {
    "successor": _successor,
    "another-name": _another_name,
    "of-today": _of_today,
    "by-hand": _by_hand,
    "another-day": _another_day,
    "slower": _slower,
    "later": _later,
    "timed-by-hand": _timed_by_hand,
    "another-digit": _another_digit,
    "second-team": _second_team,
    "reordered": _reordered,
}

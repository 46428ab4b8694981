"""Record phrases in a text, and the record book they are held against."""

from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fact import Fact
from kerrcheck.mentions import Mention
from kerrcheck.owners import owner
from kerrcheck.values.mark import Mark, parse

_REACH = 6


class Phrase(NamedTuple):
    """A record as a text names it: tokens `i` to `j` of the whole phrase, the mention at its head.

    `scopes` are codes it may mean (`world`, `national:GBR`; `national` where the nation is the holder's; empty: any);
    `scope` the mention that says so; `sense` is set, stood, holder, or None where it is only spoken of; `who` its holder.
    """

    i: int
    j: int
    head: Mention
    scopes: tuple[str, ...]
    scope: Mention | None
    sense: str | None
    who: Actor | None
    events: tuple[str, ...]
    indoor: bool


def phrases(discourse: Discourse, part: Part) -> list[Phrase]:
    """The record phrases of a sentence."""
    bests = {t for m in part.sentence.kind("best") for t in range(m.i, m.j)}
    heads = [m for m in part.sentence.kind("record", "holder") if m.i not in bests]
    heads += _ones(discourse, part)
    found: list[Phrase] = []
    for head in heads:
        if found and head.i < found[-1].j:
            if head.kind == "holder":
                found[-1] = _phrase(discourse, part, head)
            continue
        phrase = _phrase(discourse, part, head)
        if phrase.scopes != ("other",) and _is_record(discourse, head, phrase):
            found.append(phrase)
    return found


def _ones(discourse: Discourse, part: Part) -> list[Mention]:
    """`a British one`, where a record was spoken of before."""
    low = discourse.tokens.low
    first = next((m.i for m in part.sentence.kind("record")), None)
    if first is None:
        return []
    spots = [m.j for m in part.sentence.kind("nation", "scope") if m.j < part.sentence.b and m.j > first and low[m.j] in discourse.lexicon.sets["pro_nouns"]]
    return [Mention("record", t, t + 1, "", "records") for t in spots if not discourse.tokens.gap(t).strip()]


def _is_record(discourse: Discourse, head: Mention, phrase: Phrase) -> bool:
    """Whether the head is a record and no other `best`, `mark` or `standard`: those need a scope or an old holder."""
    words = set(discourse.tokens.low[head.i : head.j])
    if words & discourse.lexicon.sets["record_words"] or head.kind == "holder":
        return head.kind != "holder" or head.j - head.i > 1
    return bool(phrase.scope) and bool(phrase.scopes)


def _phrase(discourse: Discourse, part: Part, head: Mention) -> Phrase:
    """The phrase around a head: what limits it, who holds it, in which sense."""
    sentence, tokens = part.sentence, discourse.tokens
    start, scope, events, indoor, codes = head.i, None, (), False, ()
    limits = [m for m in sentence.mentions if m.j <= head.i + 1 and head.i - m.i <= _REACH and m.kind in ("scope", "nation", "series", "event", "sex", "status", "stood", "set", "indoor", "number")]
    if head.value != "" and head.j - head.i > 1 or head.kind == "record":
        limits += [m for m in sentence.mentions if m.kind == "scope" and head.i <= m.i < head.j]
    for m in sorted(limits, key=lambda m: -m.j):
        if m.j > start + (m.i >= head.i) or any(tokens.gap(k).strip(" -’'") for k in range(m.j, start + 1)) or start - m.j > 2:
            continue
        if m.kind in ("scope", "nation", "series") and scope is None:
            scope, codes = m, _codes(discourse, m)
        elif m.kind == "event":
            events = m.value
        indoor = indoor or m.kind == "indoor"
        start = min(start, m.i)
    who, sense = _sense(discourse, part, head, start)
    return Phrase(start, head.j, head, codes, scope, sense, who, events, indoor)


def _codes(discourse: Discourse, m: Mention) -> tuple[str, ...]:
    """The scopes that a limiting word may mean."""
    if m.kind == "scope":
        return (m.value,) if m.value else ()
    if m.kind == "nation":
        found = []
        for code, _ in m.value:
            place = discourse.store.place(code, "nation")
            found += [f"national:{code}"] + ([f"national:{place.extra['part_of']}"] if place and place.extra.get("part_of") else [])
        return tuple(found)
    ids = (m.value,) if isinstance(m.value, str) else tuple(id_ for id_, _ in m.value)
    return tuple(x for id_ in ids for x in (f"championship:{id_}", discourse.lexicon.scope_of.get(id_, "")) if x)


def _sense(discourse: Discourse, part: Part, head: Mention, start: int) -> tuple[Actor | None, str | None]:
    """Whether the record is set now, stood before, or is somebody's office; and whose."""
    sentence, tokens = part.sentence, discourse.tokens
    if head.kind == "holder":
        return owner(tokens, discourse.lexicon, part, head), "holder"
    possessor = next((a for a in part.actors if a.role == "owner" and a.how != "pronoun" and start - 3 <= a.j <= head.i), None)
    segment = sentence.segment(head.i)
    here = [m for m in sentence.mentions if sentence.segment(m.i) == segment]
    old = any(m.kind == "stood" and (start <= m.i < head.i or m.i == start - 1 or abs(m.i - head.i) <= 4) for m in here)
    if possessor:
        return possessor, "stood"
    who = owner(tokens, discourse.lexicon, part, head)
    if old:
        return who, "stood"
    setting = [m for m in here if m.kind == "set" and m.i < head.i and head.i - m.j <= _REACH]
    marks = [m for m in sentence.kind("quantity") if abs(m.i - head.j) <= 2 or 0 <= start - m.j <= 3]
    article = start > sentence.a and tokens.low[start - 1] in ("a", "an")
    if setting or (marks and (article or tokens.low[start] in ("a", "an"))) or article and any(m.kind == "finish" for m in here):
        return who, "set"
    return who, None


class Book:
    """The record book of a discourse: who held which record when."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self._lists: dict[tuple[str, str], tuple[Fact, ...]] = {}

    def all(self, event: str, sex: str) -> tuple[Fact, ...]:
        """Every record of an event, oldest first."""
        if (event, sex) not in self._lists:
            self._lists[event, sex] = self.discourse.store.records(event, sex)
        return self._lists[event, sex]

    def of(self, events: tuple[tuple[str, str], ...], scopes: tuple[str, ...], until: str | None) -> list[Fact]:
        """Records of some events in some scopes (any where none is given) up to a day."""
        return [f for event, sex in events for f in self.all(event, sex) if _within(f, scopes) and (not until or (f.valid_from or "") <= until)]

    def mark(self, fact: Fact) -> Mark | None:
        """A record's mark."""
        event = fact.setting.event if fact.setting else None
        return parse(fact.value, self.discourse.outings.units.get(event or "", "s"))

    def events(self, phrase_events: tuple[str, ...], part: Part, people: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The events and sexes that a record may be of: named, else the person's in the contests reported, else carried."""
        discourse = self.discourse
        sexes = {m.value for m in part.sentence.kind("sex")} or {s for p in people if (s := discourse.cast.people[p].sex)} or ({part.sex} if part.sex else {"men", "women"})
        if phrase_events:
            return tuple((e, s) for e in phrase_events for s in sorted(sexes))
        named = tuple(e for m in part.sentence.kind("event") for e in m.value)
        mine = {(o.setting.event or "", o.setting.sex or "") for p in people for o in discourse.outings.of(p) if discourse.in_focus(o.setting.competition, o.day)}
        chosen = {pair for pair in mine if not (named or part.carried) or pair[0] in (*named, *part.carried)}
        if chosen:
            return tuple(sorted(chosen))
        others = tuple((e, s) for e in (named or part.carried) for s in sorted(sexes))
        return tuple(sorted({*others, *(() if named else mine)}))


def scope_of(fact: Fact) -> str:
    """The scope code of a record fact."""
    return fact.predicate.removeprefix("record:")


def _within(fact: Fact, scopes: tuple[str, ...]) -> bool:
    """Whether a record fact is of one of some scopes; `national` and `area` stand for any."""
    code = scope_of(fact)
    return not scopes or any(code == s or code.startswith(f"{s}:") for s in scopes)

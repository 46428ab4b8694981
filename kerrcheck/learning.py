"""Learning: what a source article claims, as assertions about the contests it means, and what follows from them."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from kerrcheck.claims import Claim, nation
from kerrcheck.discourse import Discourse
from kerrcheck.fact import Assertion
from kerrcheck.racing import distance, editions
from kerrcheck.statement import Setting
from kerrcheck.storytelling import place_of, somebody, stories
from kerrcheck.values.mark import Mark

_ONE = frozenset(("mark", "placing"))


def asserted(discourse: Discourse, claims: Sequence[Claim], source: str) -> Iterator[Assertion]:
    """What the claims of an article assert; where it says two things of one, what it says more often, else neither."""
    found = [*_results(discourse, claims, source), *_others(discourse, claims, source)]
    counts: dict[tuple[str, str, str | None], Counter[str]] = {}
    for a in found:
        counts.setdefault((a.subject, a.predicate, a.contest), Counter())[a.value] += 1
    for a in found:
        said = counts[a.subject, a.predicate, a.contest].most_common(2)
        if a.predicate not in _ONE or (a.value == said[0][0] and (len(said) == 1 or said[0][1] > said[1][1])):
            yield a
    placed = [(claim, key) for claim in claims if claim.kind == "race-story" and (key := setting(discourse, claim))]
    yield from stories(discourse, placed, source)


def setting(discourse: Discourse, claim: Claim) -> str | None:
    """The contest that a claim of a source means: where its words are silent, what the article is about, and the final."""
    context = claim.context
    named = editions(discourse, claim) if context.refs else set()
    meant = named or (set() if context.past else reported(discourse))
    events = set(context.event.value) if context.event and context.event.kind == "event" else _commonest(discourse)
    sexes = {str(context.sex.value)} if context.sex else {context.carried_sex} if context.carried_sex else _sexes(discourse)
    held = [edition for edition in meant if not discourse.calendar.editions[edition].awarded]
    if len(meant) != 1 or not held or len(events) != 1 or len(sexes) != 1:
        return None
    round_ = str(context.round.value) if context.round else "final"
    return Setting(held[0], events.pop(), sexes.pop(), round_).key()


def reported(discourse: Discourse) -> set[str]:
    """The edition that an article reports: the one in focus; where it names none, the last of its series that was held."""
    if discourse.focus:
        return set(discourse.focus)
    named = {id_ for refs in discourse.refs for ref in refs if len(ref.editions) > 1 for id_ in ref.editions}
    held = [e for e in map(discourse.calendar.editions.__getitem__, named) if not e.awarded and not e.start]
    return {max(held, key=lambda e: (e.year, e.id)).id} if held and discourse.published is None else set()


def _commonest(discourse: Discourse) -> set[str]:
    """The event that an article names most often."""
    counts = Counter(id_ for part in discourse.parts for m in part.sentence.kind("event") for id_ in m.value)
    best = max(counts.values(), default=0)
    return {id_ for id_, count in counts.items() if count == best}


def _sexes(discourse: Discourse) -> set[str]:
    """Whose contests an article is about: by its words, else by its pronouns."""
    named = {str(m.value) for part in discourse.parts for m in part.sentence.kind("sex")}
    return named or {str(m.value) for part in discourse.parts for m in part.sentence.kind("pronoun")}


def _results(discourse: Discourse, claims: Sequence[Claim], source: str) -> Iterator[Assertion]:
    """Marks and placings."""
    older = {claim.part for claim in claims if claim.kind == "record-stood"}
    for claim in claims:
        who = somebody(claim)
        if who is None or claim.modality != "asserted" or claim.kind not in ("result-mark", "result-placing"):
            continue
        value = _place(claim) if claim.kind == "result-placing" else _mark(claim, claim.part in older)
        key = setting(discourse, claim) if value else None
        if value and key:
            predicate = "placing" if claim.kind == "result-placing" else "mark"
            yield Assertion(who, predicate, value, key, evidence=place_of(discourse, claim, source))


def _place(claim: Claim) -> str | None:
    return str(claim.value) if str(claim.value).isdigit() else None


def _mark(claim: Claim, older: bool) -> str | None:
    """A mark in its canonical writing; one beside a record only where no older one is spoken of."""
    value = claim.value
    if value.bound != "=" or value.shape == "words" or claim.detail not in ("mark", "record") or (older and claim.detail == "record"):
        return None
    return Mark(value.milli, "s" if value.unit == "?" else value.unit, value.precision).text()


def _others(discourse: Discourse, claims: Sequence[Claim], source: str) -> Iterator[Assertion]:
    """Nations, coaches and offices, and what was said."""
    for claim in _joined(discourse, claims):
        who = somebody(claim)
        found = _about(discourse, claim) if who and claim.modality in ("asserted", "quoted") else None
        if who and found:
            predicate, value = found
            detail = json.dumps({"speaker": claim.owner.how}) if claim.kind == "quotation" and claim.owner else None
            yield Assertion(who, predicate, value, evidence=place_of(discourse, claim, source), detail=detail)


def _joined(discourse: Discourse, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a sentence that was quoted in two halves (`“I came,” he said, “and saw”`) being one quotation."""
    found: list[Claim] = []
    for claim in claims:
        last = next((c for c in reversed(found) if c.kind == "quotation"), None)
        if claim.kind == "quotation" and last and _halves(discourse, last, claim):
            found[found.index(last)] = last._replace(j=claim.j, value=f"{last.value}, {claim.value}")
        else:
            found.append(claim)
    return found


def _halves(discourse: Discourse, one: Claim, two: Claim) -> bool:
    """Whether two quotations are halves of one sentence: a comma closes the first, a small letter opens the second."""
    tokens = discourse.tokens
    together = tokens.paragraph[one.i] == tokens.paragraph[two.i] and somebody(one) == somebody(two)
    return together and tokens.text[tokens.end[one.j - 1] : tokens.end[one.j - 1] + 1] == "," and tokens.raw[two.i][0].islower()


def _about(discourse: Discourse, claim: Claim) -> tuple[str, str] | None:
    """The predicate and the value of a claim that is about a person only."""
    if claim.kind == "quotation":
        return "said", str(claim.value)
    if claim.kind == "nation" and claim.detail[0] == "nation" and len(claim.value) == 1 and claim.modality == "asserted":
        place = discourse.store.place(claim.value[0], "nation")
        return "part" if place and place.extra.get("part_of") else "nation", str(claim.value[0])
    if claim.kind == "role" and len(claim.value.of) == 1 and claim.modality == "asserted":
        return ("coach", claim.value.of[0]) if claim.other else ("role", f"{claim.value.duty}:{claim.value.of[0]}")
    return None


def represented(discourse: Discourse, source: str) -> Iterator[Assertion]:
    """The nations that stand beside names: `Norway's Quill`, `American Pat Quill`, `Quill of Norway`."""
    for claim in nation.read(discourse):
        who, found = somebody(claim), _about(discourse, claim)
        if who and found and claim.owner and claim.owner.how in ("full", "family"):
            yield Assertion(who, *found, evidence=place_of(discourse, claim, source))


def derived(discourse: Discourse, claims: Sequence[Claim], source: str) -> Iterator[Assertion]:
    """Marks that follow from a margin and the other's mark: one hundredth behind 3:27.79 is 3:27.80."""
    orders = {(c.part, c.owner.ids, c.other.ids): c.value for c in claims if c.kind == "order" and c.owner and c.other}
    for claim in claims:
        one, two = claim.owner, claim.other
        if claim.kind != "margin" or claim.modality != "asserted" or one is None or two is None or len(one.ids) != 1 or len(two.ids) != 1:
            continue
        order = orders.get((claim.part, one.ids, two.ids))
        key = setting(discourse, claim)
        if order and key and distance(Setting.from_key(key).event or "") and claim.value.bound == "=":
            gap = claim.value.milli if order == "ahead" else -claim.value.milli
            yield from _sum(discourse, claim, key, (one.ids[0], two.ids[0], gap), source)


def _sum(discourse: Discourse, claim: Claim, key: str, between: tuple[str, str, int], source: str) -> Iterator[Assertion]:
    """The mark of the one of two that has none, from the other's."""
    first, second, gap = between
    marks = {o.person: o.mark for o in discourse.outings.within(key) if o.mark}
    for known, unknown, step in ((first, second, gap), (second, first, -gap)):
        mark = marks.get(known)
        if mark and unknown not in marks and mark.precision >= claim.value.precision:
            text = Mark(mark.milli + step, mark.unit, mark.precision).text()
            yield Assertion(unknown, "mark", text, key, evidence=place_of(discourse, claim, source), derived=True)

"""An age that is not the athlete's on the day.

The day is that of the article or of the contest it reports; a birthday between the two allows both.

Flags::

    Josh Kerr, «28 → 26», took silver in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Josh Kerr, 26, took silver in the 1500m final at the Paris 2024 Olympic Games.
"""

from datetime import date

from kerrcheck.actors import Actor
from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._ahead import ahead
from kerrcheck.competitions import later
from kerrcheck.discourse import Discourse
from kerrcheck.entity import Person
from kerrcheck.fact import Fact
from kerrcheck.sentences import Sentence
from kerrcheck.ties import ages
from kerrcheck.wording.numbers import age

FAMILY = "people"
SEVERITY = "error"
READS = ("age",)
_YOUNGEST, _FAR, _SOON, _WHOLE, _AROUND, _WEEK = 12, 9, 2, 10, 8, 6


def weigh(case: Case) -> Verdict | None:
    """Whether the age fits the birth date on some day that the text may mean."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or len(claim.owner.ids) != 1 or not discourse.day:
        return unverified("whose age it is, or on which day, is not clear")
    person = discourse.cast.people.get(claim.owner.ids[0])
    if person is None or not person.born:
        return unverified("no birth date on record")
    days = [
        discourse.day,
        *(d for e in discourse.focus if (d := discourse.calendar.editions[e].end)),
        *(d for e in discourse.focus if (d := discourse.calendar.editions[e].start)),
    ]
    fitting = {years for day in days for years in ages(discourse.cast, person.id, day)}
    facts = tuple(f for f in discourse.store.facts_about(person.id) if f.predicate == "born")
    birthday = _birthday(case, person.born) if claim.detail == "turn" else None
    if birthday is not None and birthday != claim.value:
        return _contradicted(case, person, birthday, facts)
    if claim.value in fitting or (claim.detail == "turn" and claim.value - 1 in fitting):
        return supported(facts)
    if claim.detail == "turn" or _of_then(case, person.id, max(fitting)) or _another(case) or _too_young(case, person.id):
        return unverified("an age of another time")
    return _contradicted(case, person, min(ages(discourse.cast, person.id, discourse.day)), facts)


def _contradicted(case: Case, person: Person, right: int, facts: tuple[Fact, ...]) -> Verdict:
    """The contradiction, with the age that is right."""
    raw, day = case.raw(case.span()), case.discourse.day
    told = f"is {right} from that birthday on" if case.claim.detail == "turn" else f"was {right} on {day}"
    return Verdict(
        "contradicted", None, facts, case.span(), (str(right),), age(raw, right, case.discourse.lexicon),
        message=f"{person.name} {told}, born {person.born}",
    )  # fmt: skip


def _of_then(case: Case, person: str, now: int) -> bool:
    """Whether an age may be that of another day than today's: one that somebody has been, or leads up to what is not told of now."""
    claim = case.claim
    if claim.detail == "at" and not _leading(case, claim.value > now):
        return True
    return claim.value < now and (_then(case) or _at_the_time(case, person))


def _leading(case: Case, unreached: bool) -> bool:
    """Whether an age leads up to what somebody is now: `At 26, Quill is champion`; to anything told where they have not reached it."""
    owner, discourse = case.claim.owner, case.discourse
    if owner is None or owner.i < case.claim.j or any(discourse.parts[case.claim.part].sentence.kind("modal")) or ahead(case):
        return False
    return unreached or discourse.tokens.low[owner.j] in discourse.lexicon.sets["present_being"]


def _birthday(case: Case, born: str) -> int | None:
    """How old somebody turned, or will turn, on the birthday next to the text whose month is told right behind; None where it is not."""
    claim, discourse, day = case.claim, case.discourse, case.discourse.day or ""
    sentence, low = discourse.parts[claim.part].sentence, discourse.tokens.low
    week = _this_week(case, born) if len(born) >= _WHOLE else None
    if week is not None:
        return week
    months = [x.value.month for x in sentence.kind("date") if 0 <= x.i - claim.j <= _SOON and not x.value.year]
    if len(born) < _WHOLE or months != [int(born[5:7])] or any(sentence.kind("year", "ago", "offset")):
        return None
    had = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
    if low[claim.i - 1] not in discourse.lexicon.sets["turned"]:
        return had + 1
    return had if low[claim.j] in discourse.lexicon.sets["last_words"] else None


def _this_week(case: Case, born: str) -> int | None:
    """How old somebody turns on the weekday told right behind, where their birthday falls on the next or the last such day."""
    claim, day = case.claim, case.discourse.day or ""
    told = [m.value for m in case.discourse.parts[claim.part].sentence.kind("weekday") if 0 <= m.i - claim.j <= _SOON]
    near = dict.fromkeys(later(day, n) for n in range(-_WEEK, _WEEK + 1))
    found = [d for d in near if d[5:] == born[5:] and date.fromisoformat(d).weekday() in told]
    return int(found[0][:4]) - int(born[:4]) if found else None


def _then(case: Case) -> bool:
    """Whether the sentence speaks of another year."""
    claim, part = case.claim, case.discourse.parts[case.claim.part]
    sentence = part.sentence
    aside = {k for k in range(sentence.segment(claim.i) + 1, len(sentence.opens)) if sentence.opens_with(k, "person_relatives")}
    near = {m.kind for m in sentence.mentions if abs(m.i - claim.i) <= _AROUND and sentence.segment(m.i) not in aside}
    refs = (r for r in part.refs if r.editions and sentence.segment(r.i) not in aside)
    others = any(not {*r.editions} & {*case.discourse.focus} for r in refs)
    return (bool(near & {"year", "ago"}) or others) and claim.detail != "old"


def _too_young(case: Case, person: str) -> bool:
    """Whether the athlete on record was a child on the day of the text, or not born."""
    return min(ages(case.discourse.cast, person, case.discourse.day)) < _YOUNGEST


def _at_the_time(case: Case, person: str) -> bool:
    """Whether the age stands in a clause of time (`when he was 17`), or was somebody's when they are on record (`Quill was 26`)."""
    claim, discourse = case.claim, case.discourse
    sentence = discourse.parts[claim.part].sentence
    if sentence.opens_with(sentence.segment(claim.i), "times"):
        return True
    was = discourse.tokens.low[claim.i - 1] in discourse.lexicon.sets["was"]
    return was and any(claim.value in ages(discourse.cast, person, o.day) for o in discourse.outings.of(person) if o.day)


def _long_ago(discourse: Discourse, sentence: Sentence) -> bool:
    """Whether a sentence tells of another year: it counts back to it, or names it."""
    low, back = discourse.tokens.low, discourse.lexicon.sets["last_words"]
    return any(sentence.kind("year", "ago")) or any({*low[x.i - 1 : x.j + 2]} & back for x in sentence.kind("date"))


def _unnamed(case: Case, who: Actor) -> bool:
    """Whether a description may be of somebody without a name: of kin, of a trainer, of a stranger just brought up, or far from the age."""
    discourse, claim = case.discourse, case.claim
    right = min(ages(discourse.cast, who.ids[0], discourse.day))
    if abs(right - claim.value) > _FAR:
        return True
    near = [part.sentence for part in discourse.parts[max(claim.part - 1, 0) : claim.part + 1]]
    if {*discourse.tokens.stem[near[0].a : who.i]} & discourse.lexicon.sets["kin"]:
        return True
    return any(x.i < claim.i and x.kind in ("duty", "role", "age") for sentence in near for x in sentence.mentions)


def _another(case: Case) -> bool:
    """Whether the age fits somebody else whom a pronoun may mean."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or claim.owner.how not in ("pronoun", "relative", "epithet"):
        return False
    if claim.owner.how == "epithet" and claim.owner.np == claim.owner.i and _unnamed(case, claim.owner):
        return True
    before = discourse.parts[claim.part - 1].sentence if claim.part else None
    if claim.owner.how == "pronoun" and before and (before.quoted or any(before.kind("age")) or _long_ago(discourse, before)):
        return True
    near = {x for part in discourse.parts[max(0, claim.part - 3) : claim.part + 1] for a in part.actors for x in a.ids}
    others = near - set(claim.owner.ids) if claim.owner.how != "epithet" else set()
    return any(
        claim.value in ages(discourse.cast, x, discourse.day)
        for x in others
        if x in discourse.cast.people and discourse.cast.people[x].born
    )

"""Doubts: why a title that no reading bears out may still be somebody else's, another competition's or of another time."""

from kerrcheck.actors import Actor
from kerrcheck.checks import Case
from kerrcheck.checks._champions import Bearer, bearer, fits, reigns, strict
from kerrcheck.checks._honours import events, reported
from kerrcheck.claims._title_phrase import Title

_MOST = 12
_LOOSE = ("ago", "year", "offset")


def doubtful(case: Case, b: Bearer, title: Title) -> bool:
    """Whether the words leave open which title or time is meant."""
    claim = case.claim
    if claim.owner and ((claim.owner.how == "pronoun" and claim.trace[0] == "copula") or _rivalled(case, claim.owner)):
        return True
    if _namesakes(case, b, title):
        return True
    if title.status != "defending":
        return False
    if _other_time(case) or _of_all_time(case):
        return True
    return (
        not claim.value.series
        and not strict(case)
        and any(reigns(b, h.series, title._replace(events=()), moment) for h in b.titles for moment in b.moments)
    )


def _rivalled(case: Case, owner: Actor) -> bool:
    """Whether a pronoun or description follows another name than the one it was taken for."""
    before = [a for a in case.discourse.parts[case.claim.part].actors if a.how in ("full", "family") and a.i <= owner.i]
    return owner.how in ("relative", "epithet", "pronoun") and bool(before) and before[-1].ids != owner.ids


def _other_time(case: Case) -> bool:
    """Whether the sentence speaks of a time that is neither today's nor to come."""
    editions, day = case.discourse.calendar.editions, case.discourse.day or ""
    now = {int(day[:4]), *(editions[e].year for e in reported(case.discourse))}
    loose = [m for m in case.discourse.parts[case.claim.part].sentence.kind(*_LOOSE) if m.value != "-1"]
    return any(m.kind != "year" or (m.value not in now and m.value <= int(day[:4])) for m in loose)


def _of_all_time(case: Case) -> bool:
    """Whether a defence is one of any time: `he is the only man to retain the title`, `the last woman who defended it`."""
    tokens, at, part = case.discourse.tokens, case.claim.i, case.discourse.parts[case.claim.part]
    noun = at - 2 >= part.sentence.a and tokens.low[at - 2] in case.discourse.lexicon.words["countable:"]
    return case.claim.trace[0] == "defence" and (noun or any(m.j == at - 1 for m in part.sentence.kind("nation")))


def _namesakes(case: Case, b: Bearer, title: Title) -> bool:
    """Whether somebody of the same family name may be meant: named in the text, or the title's owner in the events it is about."""
    people, owner = case.discourse.cast.people, case.claim.owner
    part = case.discourse.parts[case.claim.part]
    if owner is None or any(a.how == "full" and a.j - a.i > 1 and a.ids == owner.ids and a.i <= owner.i for a in part.actors):
        return False
    last = people[b.person].family.split()[-1]
    same = [x for x, person in people.items() if x != b.person and person.family.split()[-1:] == [last]]
    parts = case.discourse.parts
    about = case.discourse.once("events", lambda: {e for some in parts for m in some.sentence.kind("event") for e in m.value}) | set(b.main)
    held = [x for x in same[:_MOST] if about & set(events(case.discourse, x)) and fits(bearer(case, x, title), title)]
    return bool(held) or any(x in case.discourse.cast.full for x in same)

"""Births: whether somebody was born on the day that is told: `Quill, who was born in Lima in June 2000`."""

from kerrcheck.checks import Case, Verdict, supported
from kerrcheck.dating import born
from kerrcheck.mentions import Mention


def birth(case: Case, m: Mention) -> tuple[Verdict | None, str | None]:
    """The support of a birth date on record for the day or the year of a birth, else the date that contradicts it; None where neither."""
    discourse = case.discourse
    who = born(discourse, discourse.parts[case.claim.part], m)
    person = discourse.cast.people.get(who.ids[0]) if who else None
    if person is None or not person.born or len(person.born) < len("2000-01-01"):
        return None, None
    year, month, day = (int(x) for x in person.born.split("-"))
    told = (m.value, None, None) if m.kind == "year" else m.value
    if all(said in (None, right) for said, right in zip(told, (year, month, day), strict=True)):
        facts = (f for f in discourse.store.facts_about(person.id) if f.predicate == "born")
        return supported(tuple(facts)), None
    return None, person.born

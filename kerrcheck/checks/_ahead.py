"""Ahead: a sentence in the present that tells of a time still to come."""

from kerrcheck.checks import Case


def ahead(case: Case) -> bool:
    """Whether a claim's sentence names a year or a count of years to come, or a town that holds its next competition then."""
    discourse, sentence = case.discourse, case.discourse.parts[case.claim.part].sentence
    day = discourse.day or "9999"
    held = (e for m in sentence.kind("city") for town, _ in m.value for e in discourse.calendar.at(town))
    return (
        any((discourse.calendar.editions[e].start or "") > day for e in held)
        or any(m.value > int(day[:4]) for m in sentence.kind("year"))
        or any(not isinstance(m.value, str) and m.value[0] < 0 for m in sentence.kind("ago"))
    )

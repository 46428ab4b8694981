"""Statuses: which words only say what somebody is, `the 2016 Olympic champion`, and nothing of the contest told."""

from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence


def of_status(sentence: Sentence, m: Mention) -> bool:
    """Whether a year or a town only says which champion somebody is (`the 2016 Olympic champion`)."""
    at, kinds = m.j, ("series", "event", "sex", "scope", "edition", "status", "city")
    for _ in range(4):
        end = max((x.j for x in sentence.mentions if x.i <= at < x.j and x.kind in kinds), default=at)
        if any(x.kind in ("title", "champion") and x.i < max(end, at + 1) and at < x.j for x in sentence.mentions):
            holder = any(x.kind == "champion" and x.i < max(end, at + 1) and at < x.j for x in sentence.mentions)
            return m.kind in ("year", "city", "edition") or (m.kind == "event" and holder)
        at = end
    return False

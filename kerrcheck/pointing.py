"""Pointing: sentences that go on about the mark told before, and those that tell what a thing took and not who did it."""

from kerrcheck.discourse import Discourse, Part


def continues(discourse: Discourse, part: Part) -> int:
    """The token from which a sentence says when or where the mark before was done (`he set it in Lima`), 0 where it does not."""
    sets, low = discourse.lexicon.sets, discourse.tokens.low
    return next(
        (t for t in range(part.sentence.a + 1, part.sentence.b) if low[t] in sets["points_back"] and low[t - 1] in sets["doing"]), 0
    )


def impersonal(discourse: Discourse, part: Part) -> bool:
    """Whether a sentence tells what a thing took, and not who did it: `It took 13.06 to win in Lima`."""
    low, sets, first = discourse.tokens.low, discourse.lexicon.sets, part.sentence.a
    return first + 1 < part.sentence.b and low[first] in sets["things"] and low[first + 1] in sets["asking_for"]

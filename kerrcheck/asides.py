"""Asides: words for a time or a place that tell of others, or of what somebody had won before, and not of the mark beside them."""

from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention

_HEAD = 3
_TITLED = ("series", "scope", "event", "champion", "title")
_LISTED = ("year", "city")


def of_others(discourse: Discourse, part: Part, word: Mention, m: Mention) -> bool:
    """Whether a place is where others were (`the finalists in Lima`), or a clause sets somebody, or another event, beside it.

    `As Quill had in Lima, he took ...`, `Beaten over 1500m on Tuesday, he took the 5000m in ...`.
    """
    low, sets, sentence = discourse.tokens.low, discourse.lexicon.sets, part.sentence
    if word.kind == "city" and word.i - 2 > sentence.a and low[word.i - 2] in sets["gathered"]:
        return True
    mine, there = sentence.segment(word.i), sentence.segment(m.i)
    if mine == there:
        return False
    events, others = ({x.value for x in sentence.within(k) if x.kind == "event"} for k in (mine, there))
    return low[sentence.begins(mine)] in sets["likening"] or bool(word.kind != "event" and events and others and not events & others)


def of_a_holder(discourse: Discourse, part: Part, word: Mention, m: Mention) -> bool:
    """Whether a word stands in an aside that says what somebody won (`, the winner in Lima four years ago,`), and the mark not."""
    sentence = part.sentence
    mine = listed_from(discourse, part, word)
    if sentence.segment(m.i) in (mine, sentence.segment(word.i)) or sentence.opens[mine] != ",":
        return False
    first = sentence.begins(mine)
    led = discourse.tokens.low[first] in discourse.lexicon.sets["definite"] or any(x.i == first for x in sentence.kind(*_TITLED))
    return led and any(x.kind in ("placing", "champion", "title") and x.i - first <= _HEAD and x.j <= word.i for x in sentence.within(mine))


def listed_from(discourse: Discourse, part: Part, word: Mention) -> int:
    """The segment that a word goes on with as one of several years or towns: `won in 2008 and 2012`, `champion in Lima and in Rome`."""
    sentence, joins = part.sentence, discourse.lexicon.sets["conjunction"]
    mine = sentence.segment(word.i)
    while mine and word.kind in _LISTED and sentence.opens[mine] in joins and any(x.kind == word.kind for x in sentence.within(mine - 1)):
        mine -= 1
    return mine

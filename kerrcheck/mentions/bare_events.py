"""Events by their length alone: `won the 400 in 21.81`, `fourth in the women's 100`, `to go with her 800`."""

from collections.abc import Iterator

from kerrcheck.mentions import Mention, Scan

_STOPS = ",.;:!?)\n–—"


def find(scan: Scan) -> Iterator[Mention]:
    """Every bare number that is the length of a race and stands as the name of one; the value is the event's id, in a tuple."""
    low, events = scan.tokens.low, scan.lexicon.events
    for i, word in enumerate(low):
        if i and word[0].isdigit() and i not in scan.taken:
            id_ = f"{word.replace(',', '')}m"
            if id_ in events and events[id_].unit == "s" and (_named(scan, i) or (_led(scan, i) and _ended(scan, i + 1))):
                yield Mention("event", i, i + 1, (id_,), "bare_events")


def _named(scan: Scan, i: int) -> bool:
    """Whether an article and one name stand before, and a name, a stop or nothing follows (`In the Lima 1,500 Quill was third`)."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    before = i > 1 and tokens.raw[i - 1][0].isupper() and not (tokens.gap(i) + tokens.gap(i - 1)).strip()
    if not before or tokens.low[i - 2] not in sets["definite"]:
        return False
    return _ended(scan, i + 1) or (tokens.gap(i + 1) == " " and tokens.raw[i + 1][0].isupper())


def _led(scan: Scan, i: int) -> bool:
    """Whether an article, a possessive, a sex or what is a day's (`Saturday's 100`) stands right before."""
    tokens, lexicon = scan.tokens, scan.lexicon
    word, stem = tokens.low[i - 1], tokens.stem[i - 1]
    days = word != stem and stem in lexicon.weekdays
    return not tokens.gap(i).strip() and (days or word in lexicon.sets["bare_event_leads"])


def _ended(scan: Scan, j: int) -> bool:
    """Whether nothing follows that the number would count: a stop, or a word that goes on about a race."""
    tokens, sets = scan.tokens, scan.lexicon.sets
    if j >= len(tokens) or (tokens.gap(j).strip()[:1] in _STOPS and tokens.gap(j).strip()):
        return True
    if tokens.gap(j) != " ":
        return False
    word, after = tokens.low[j], tokens.raw[j + 1] if j + 1 < len(tokens) else ""
    return word in sets["bare_event_ends"] or (word in sets["bare_event_joints"] and (after[:1].isdigit() or after[:1].isupper()))

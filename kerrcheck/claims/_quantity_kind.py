"""The gate of kind that every quantity goes through: a gap, a split, a failed height or a race point is no result."""

from kerrcheck.claims._beaten_by import by
from kerrcheck.claims._gap_words import behind_somebody, came_later, opened, places, trails
from kerrcheck.claims._sections import of_a_section
from kerrcheck.discourse import Discourse, Part
from kerrcheck.lexicon import EventWords
from kerrcheck.mentions import Mention
from kerrcheck.statuses import of_status

_NEAR, _NAMED = 3, 5
_MINUTE, _HOUR = 60_000, 3_600_000


def quantity_kind(discourse: Discourse, part: Part, m: Mention) -> str:
    """The gate of kind: mark, record, best, gap, split, fail, stretch, or other."""
    value = m.value
    ranges = _ranges(discourse, part, m)
    fits = any(event.low <= value.milli <= event.high for event in ranges)
    if of_a_section(discourse, part, m) or _plural(discourse, m) or (value.shape == "clock" and value.milli >= _HOUR and not fits):
        return "other"
    if _gap(discourse, part, m, fits):
        return "gap"
    if not ranges:
        return "other" if value.unit != "s" or value.shape != "clock" else _cued(part, m)
    if not fits and _slips(discourse, part, m):
        return _cued(part, m)
    if not fits:
        return "split" if value.unit in ("s", "?") and all(value.milli < event.low for event in ranges) else "odd"
    return _cued(part, m)


def _plural(discourse: Discourse, m: Mention) -> bool:
    """Whether a time stands for all that begin with it: `he skipped the 3:29s`."""
    tokens, led = discourse.tokens, discourse.lexicon.sets["definite"]
    written = tokens.text[tokens.start[m.i] : tokens.end[m.j - 1]]
    joined = m.value.shape == "clock" and not m.value.precision and written[-1].isalpha() and " " not in written
    return joined and m.i > 0 and tokens.low[m.i - 1] in led


def _ranges(discourse: Discourse, part: Part, m: Mention) -> list[EventWords]:
    """The events that a quantity may be a mark of: those named nearby or carried, else any that its unit allows."""
    events = discourse.lexicon.events
    told = list(part.sentence.kind("event"))
    named = [id_ for x in told for id_ in x.value]
    named += part.carried if all(of_status(part.sentence, x) for x in told) else ()
    owners = {o.setting.event for a in part.actors for id_ in a.ids[:3] for o in discourse.outings.of(id_)}
    ids = {id_ for id_ in named if id_ in events} | {id_ for id_ in owners if id_ in events}
    unit = {"s": ("s",), "m": ("m",), "pts": ("pts",), "?": ("s", "m")}[m.value.unit]
    return [events[id_] for id_ in sorted(ids) if events[id_].unit in unit]


def _slips(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a quantity that is no mark of the event is a figure away from the mark of somebody named, in the contest named."""
    events = {id_ for x in part.sentence.kind("event") for id_ in x.value}
    editions = {e for r in part.refs for e in r.editions} or {*discourse.focus}
    marks = [
        o.mark
        for a in part.actors
        for id_ in a.ids[:3]
        for o in discourse.outings.of(id_)
        if (not events or o.setting.event in events) and o.setting.competition in editions
    ]
    return any(mark and mark.precision == m.value.precision and mark.slip(m.value.milli) for mark in marks)


def _gap(discourse: Discourse, part: Part, m: Mention, fits: bool) -> bool:
    """Whether a quantity is a difference: its size is none of a mark, or the words around it compare."""
    value = m.value
    if value.shape in ("clock", "minutes"):
        return bool(value.shape == "minutes")
    after = behind_somebody(discourse, part, m) or came_later(discourse, part, m)
    after = after or trails(discourse, part, m)
    if value.milli < _MINUTE and (places(discourse, part, m) or (not fits and after)):
        return True
    chained = m.i > part.sentence.a and discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["chained"]
    if (value.shape == "words" or (chained and not fits)) and value.milli < _MINUTE and value.unit == "s":
        return True
    if not fits and (by(discourse, part, m) is not None or opened(discourse, part, m)):
        return True
    cues = [x for x in part.sentence.mentions if x.kind in ("gap", "order", "between") and _touches(discourse, x, m)]
    if fits:
        doers = {a.np - 1 for a in part.actors}  # `the 8.35 shared by Quill and Brekke`
        return any(0 <= x.i - m.j <= 1 and not (x.j - x.i == 1 and x.i > m.j and x.i in doers) for x in cues) and value.milli < 12_000
    return bool(cues)


def _touches(discourse: Discourse, cue: Mention, m: Mention) -> bool:
    """Whether a comparing cue stands close enough, after the quantity or right before it."""
    if cue.i >= m.j:
        return cue.i - m.j <= _NEAR and not any(
            c in discourse.tokens.text[discourse.tokens.end[m.j - 1] : discourse.tokens.start[cue.i]] for c in ",;:()–—"
        )
    if cue.j - cue.i > 1 and discourse.tokens.low[cue.j - 1] in discourse.lexicon.sets["than"] | discourse.lexicon.sets["of"]:
        return False
    named = discourse.tokens.low[cue.i] in discourse.lexicon.sets["margin_nouns"]
    return 0 <= m.i - cue.j <= (_NAMED if named else 2) and cue.kind != "order"


def _cued(part: Part, m: Mention) -> str:
    """What the cues of a segment make of a quantity that may be a mark."""
    segment = part.sentence.segment(m.i)
    here = part.sentence.within(segment)
    if any(x.kind == "split" and x.i < m.i and m.i - x.j <= 4 for x in here):
        return "split"
    if any(x.kind == "fail" and x.i < m.i for x in here) or any(x.kind == "fail" and 0 <= x.i - m.j <= 1 for x in here):
        return "fail"
    if any(x.kind == "best" and abs(x.i - m.i) <= 6 for x in here):
        return "best"
    if any(x.kind == "record" for x in part.sentence.mentions):
        return "record"
    return "mark"

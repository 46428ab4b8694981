"""The context of a claim: competition, event, round and day, as the words around it give them."""

from kerrcheck.actors import NAMED
from kerrcheck.claims import Context
from kerrcheck.competitions import CompetitionRef
from kerrcheck.dating import DAYS
from kerrcheck.dating import days as days_of
from kerrcheck.discourse import Part
from kerrcheck.mentions import Mention
from kerrcheck.statuses import of_status

_TAIL = 1


def context(part: Part, m: Mention) -> Context:
    """What the surroundings of a mention say of its contest: its segment first, those it leans on next."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    group = _group(part, mine)
    rivals = [x for x in sentence.mentions if x.kind in ("medal", "quantity") and x.i != m.i and sentence.segment(x.i) == mine]
    rivals = [x for x in rivals if not _worth(part, m, x)]
    refs = tuple(r for r in part.refs if sentence.segment(r.i) in group and (sentence.segment(r.i) != mine or _mine(r, m, rivals)))
    lead = _lead(part)
    if not refs and lead and sentence.segment(lead.i) != mine and not _relative(part, mine):
        refs = (lead,)
    refs = tuple(r for r in refs if r.j == m.i or not (all(of_status(sentence, p) for p in r.parts) or _of_a_champion(part, r, mine)))
    holder = next((a for a in part.actors if a.np <= m.i < a.i), None)
    if holder is not None:
        refs = tuple(r for r in refs if holder.np <= r.i < holder.i)
    first = _own(part, m)
    refs = tuple(r for r in refs if r.i >= first or any(p.kind not in DAYS for p in r.parts))
    near = tuple(r for r in part.refs if r not in refs)
    event = _closest(part, m, ("event",), group)
    days = () if event is not None and _owned(part, event) else days_of(part, mine, group)
    return Context(
        refs, near, event, _closest(part, m, ("sex",), group), _closest(part, m, ("round",), group), tuple(x for x in days if x.i >= first),
        part.carried, part.sex, part.editions, _past(part, mine), _round_before(part, m),
    )  # fmt: skip


def _of_a_champion(part: Part, ref: CompetitionRef, mine: int) -> bool:
    """Whether a reference only says in an aside of which competition somebody is champion: `, the champion from Lima, comes home 15th`."""
    sentence, there = part.sentence, part.sentence.segment(ref.i)
    behind = any(0 <= ref.i - x.j <= _TAIL and sentence.segment(x.i) == there for x in sentence.kind("champion"))
    return behind and there != mine and sentence.opens[there][:1] == ","


def _own(part: Part, m: Mention) -> int:
    """Where the words for a mark begin that stands right behind a name: no day before is its own (`AUG 6 – Farah's 3:28.81 is history`)."""
    who = (a for a in part.actors if m.kind == "quantity" and a.role == "owner" and a.how != "pronoun" and a.j == m.i)
    return next((a.np for a in who), part.sentence.a)


def _worth(part: Part, m: Mention, x: Mention) -> bool:
    """Whether a mark and a medal are one result: `3:41.2 for silver`."""
    return m.kind == "quantity" and x.kind == "medal" and any(t.i == m.j and 0 <= x.i - t.j <= 1 for t in part.sentence.kind("take"))


def _group(part: Part, mine: int) -> set[int]:
    """The segments that share one setting with a segment: those it inherits from, and those that hang on to it."""
    opens = part.sentence.opens
    group = {mine}
    k = mine
    while k > 0 and _inherits(part, k):
        k = _before_bracket(opens, k) if opens[k][:1] == ")" else k - 1
        group.add(k)
    k = mine + 1
    while k < len(opens) and _inherits(part, k) and not _valued(part, k):
        group.add(k)
        k += 1
    return group


def _before_bracket(opens: list[str], segment: int) -> int:
    """The segment that goes on behind a bracket."""
    k = segment - 1
    while k > 0 and opens[k][:1] != "(":
        k -= 1
    return max(k - 1, 0)


def _inherits(part: Part, segment: int) -> bool:
    """Whether a segment goes on in the setting of the one before it: `where ...`, `, a time`, and no setting of its own."""
    sentence = part.sentence
    if _cleft(part, segment):
        return True
    if sentence.opens[segment][:1] in (";", ":") or sentence.opens_with(segment, "setting_ends"):
        return False
    if sentence.opens[segment] == "," and segment > 1 and (_within_relative(part, segment - 1) or _resumes(part, segment)):
        return False
    own = any(sentence.segment(r.i) == segment for r in part.refs)
    return not own or sentence.opens_with(segment, "place_relative")


def _cleft(part: Part, segment: int) -> bool:
    """Whether a relative clause tells what the main one only points at: `On Wednesday it was Quill who won`."""
    sentence = part.sentence
    start = sentence.begins(segment)
    if "," in sentence.opens[segment] or not sentence.opens_with(segment, "person_relatives"):
        return False
    who = next((a for a in part.actors if a.j == start and a.how in NAMED), None)
    return who is not None and any(x.j == who.np for x in sentence.kind("copula"))


def _within_relative(part: Part, segment: int) -> bool:
    """Whether a segment is a relative clause, or joined to one by `and`."""
    while segment > 0 and part.sentence.opens_with(segment, "conjunction") and "," not in part.sentence.opens[segment]:
        segment -= 1
    return _relative(part, segment)


def _resumes(part: Part, segment: int) -> bool:
    """Whether a segment starts with a finite verb, denied or not: the main clause goes on behind an apposition."""
    first = part.sentence.begins(segment)
    start = next((x.j for x in part.sentence.kind("modal") if x.i - first in (0, 1) and x.value == "negated"), first)
    return any(m.i == start and m.kind in ("finish", "take", "placing", "order", "lead") for m in part.sentence.mentions)


def _valued(part: Part, segment: int) -> bool:
    """Whether a segment holds a result of its own, a record of another day, or what is only supposed."""
    kinds = {m.kind for m in part.sentence.within(segment)}
    supposed = any(m.kind == "modal" and m.value == "hypothetical" for m in part.sentence.within(segment))
    return supposed or bool(kinds & {"medal", "quantity", "placing"}) or ("record" in kinds and bool(kinds & {*DAYS}))


def _mine(ref: CompetitionRef, m: Mention, rivals: list[Mention]) -> bool:
    """Whether a reference belongs to this result rather than to another in the segment: the one before it, or right after."""
    if not rivals:
        return True
    if ref.j == m.i:
        return True
    if any(ref.j == x.i for x in rivals):
        return False
    before = max((x for x in [*rivals, m] if x.j <= ref.i), key=lambda x: x.j, default=None)
    if before is not None:
        return before.i == m.i
    return m.i < min(x.i for x in rivals)


def _lead(part: Part) -> CompetitionRef | None:
    """A reference that opens the sentence and so sets it: `In Paris, ...`."""
    if not part.refs:
        return None
    first = part.refs[0]
    return (
        first
        if first.i - part.sentence.a <= 4 and part.sentence.segment(first.i) <= 1 and not any(a.i < first.i for a in part.actors)
        else None
    )


def _relative(part: Part, segment: int) -> bool:
    """Whether a segment is a clause about somebody or something named before it."""
    return part.sentence.opens_with(segment, "person_relatives")


def _closest(part: Part, m: Mention, kinds: tuple[str, ...], group: set[int]) -> Mention | None:
    """The nearest mention of some kinds in the segments that share the setting."""
    mine = part.sentence.segment(m.i)
    all_ = [
        x
        for x in part.sentence.kind(*kinds)
        if part.sentence.segment(x.i) in group and (x.j == m.i or not (_owned(part, x) or _anothers(part, m, x)))
    ]
    some = [x for x in all_ if part.sentence.segment(x.i) == mine] or all_
    return min(some, key=lambda x: (abs(x.i - m.i), x.i), default=None)


def _anothers(part: Part, m: Mention, x: Mention) -> bool:
    """Whether an event says what somebody, named behind another's result, is champion of: `Peru were second with 100m champ Quill`."""
    before = any(a.j <= m.i for a in part.actors)
    return x.i > m.j and before and any(0 < a.i - x.j <= 2 for a in part.actors) and of_status(part.sentence, x)


def _owned(part: Part, x: Mention) -> bool:
    """Whether an event is that of a medal somebody has already (`to go with her 200m gold`): nothing else is told in it or on that day."""
    beside = {(m.kind, m.j if m.kind == "pronoun" else m.i) for m in part.sentence.kind("pronoun", "medal")}
    return x.kind == "event" and {("pronoun", x.i), ("medal", x.j)} <= beside


def _round_before(part: Part, m: Mention) -> str | None:
    """The round last named before a mention, in its sentence or its paragraph."""
    return next((x.value for x in reversed(list(part.sentence.kind("round"))) if x.i < m.i), part.round)


def _past(part: Part, segment: int) -> bool:
    """Whether the segment speaks of before (`had`, `previously`, `then`); a word right behind a figure is its own (`0.14 back`)."""
    here = part.sentence.within(segment)
    ends = {x.j for x in here if x.kind == "quantity"}
    return any(x.kind == "past" and x.i not in ends for x in here)

"""Who beat whom, the wrong way round.

The placings of the two in the contests that may be meant decide; one contest in which it is true excuses it. Of a race that is not on
record, the places and marks that the text gives both decide.

Flags::

    Josh Kerr finished «ahead of → behind» Cole Hocker in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Cole Hocker finished ahead of Josh Kerr in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._elsewhere_apart import set_elsewhere
from kerrcheck.checks._marked_elsewhere import marked_elsewhere
from kerrcheck.checks._told_order import against
from kerrcheck.fact import Fact
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Quantity
from kerrcheck.outings import Outing

FAMILY = "results"
SEVERITY = "error"
READS = ("order", "margin")
# Up to so many letters a figure and the word behind it are marked together: either may be wrong.
_SHORT = 20


def weigh(case: Case) -> Verdict | None:
    """Whether the two finished in that order in a contest that may be meant."""
    return against(case) or _recorded(case)


def _recorded(case: Case) -> Verdict | None:
    """The verdict of what is on record."""
    claim = case.claim
    if claim.kind == "margin":
        return turned(case)
    if claim.owner is None or claim.other is None or len(claim.owner.ids) != 1 or len(claim.other.ids) != 1:
        return unverified("several people may be meant")
    pairs = shared(case, claim.owner.ids[0], claim.other.ids[0])
    if not pairs:
        return unverified("no contest of the two is on record")
    pinned = _pinned(case, pairs)
    meant = pinned or _meant(case, pairs)
    allowed = pinned or (pairs if claim.context.past or not meant or claim.bond != "strong" else _there(case, meant, pairs))
    fitting = [pair for pair in allowed if _ordered(pair, claim.value)]
    if fitting or (not pinned and _another(case)):
        return supported(_facts(fitting[-1]) if fitting else ())
    named = claim.context.event.value if claim.context.event else ()
    finals = [pair for pair in meant if pair[0].round == "final" and (not named or pair[0].setting.event in named)]
    if len(finals) != 1 or claim.modality != "asserted" or marked_elsewhere(case, finals[0]):
        return unverified("which contest is meant is not clear")
    return _contradicted(case, finals[0])


Pair = tuple[Outing, Outing]


def _meant(case: Case, pairs: list[Pair]) -> list[Pair]:
    """The contests of two people that the words leave: those named or reported, on the days and in the round told."""
    context = case.claim.context
    here = [pair for pair in pairs if case.discourse.in_focus(pair[0].setting.competition, pair[0].day)]
    named = {e for r in context.refs for e in r.editions}
    meant = [pair for pair in pairs if pair[0].setting.competition in named] or ([] if named else here)
    for day in context.days:
        meant = [pair for pair in meant if day_agrees(case.discourse, day, pair[0].day) is not False] or meant
    wanted = context.round.value if context.round else context.carried_round or "final"
    return [pair for pair in meant if pair[0].round == wanted] or meant


def _pinned(case: Case, pairs: list[Pair]) -> list[Pair]:
    """The one contest of two people in which one of them made a mark printed before the relation, where its words name no other."""
    context, sentence = case.claim.context, case.discourse.parts[case.claim.part].sentence
    if context.past or context.refs or context.near or context.days:
        return []
    printed = {m.value.milli for m in sentence.kind("quantity") if m.value.precision and m.value.shape == "clock" and m.j <= case.claim.i}
    events = context.event.value if context.event and context.event.kind == "event" else ()
    told = [pair for pair in pairs if not events or pair[0].setting.event in events]
    found = [pair for pair in told if pair[0].mark and pair[0].mark.milli in printed]
    return found if len(found) == 1 else []


def _there(case: Case, meant: list[Pair], pairs: list[Pair]) -> list[Pair]:
    """The contests meant, with the others of their editions where no event is told."""
    context = case.claim.context
    if context.event or context.carried:
        return meant
    editions = {pair[0].setting.competition for pair in meant}
    return [pair for pair in pairs if pair[0].setting.competition in editions]


def shared(case: Case, a: str, b: str) -> list[Pair]:
    """The outings of two people in the same contests, up to the article's day."""
    theirs = {o.setting.key(): o for o in case.discourse.outings.of(b)}
    day = case.discourse.day
    return [
        (o, theirs[o.setting.key()])
        for o in case.discourse.outings.of(a)
        if o.setting.key() in theirs and (not day or not o.day or o.day <= day)
    ]


def _another(case: Case) -> bool:
    """Whether a pronoun may mean somebody else near by, of whom the relation is true."""
    claim, discourse = case.claim, case.discourse
    if claim.owner is None or claim.other is None or claim.owner.how not in ("pronoun", "epithet", "elided"):
        return False
    near = {x for part in discourse.parts[max(0, claim.part - 3) : claim.part + 1] for a in part.actors for x in a.ids[:2]}
    others = (near | set(discourse.stage.main())) - set(claim.owner.ids) - set(claim.other.ids)
    named = {e for r in claim.context.refs for e in r.editions}
    later = {x for a in discourse.parts[claim.part].actors if a.i > claim.i for x in a.ids}
    return any(
        _ordered(pair, claim.value)
        for x in others
        for pair in shared(case, x, claim.other.ids[0])
        if discourse.in_focus(pair[0].setting.competition, pair[0].day) or (pair[0].setting.competition in named and x not in later)
    )


def _ordered(pair: Pair, value: str) -> bool:
    """Whether a pair finished as said: by place, else one of them did not finish."""
    one, two = pair
    if one.place is None or two.place is None:
        return one.place is not None if value == "ahead" else two.place is not None
    if one.place == two.place:
        return True
    return (one.place < two.place) == (value == "ahead")


def _facts(pair: Pair) -> tuple[Fact, ...]:
    """The placings of two people."""
    return tuple(o.facts["placing"] for o in pair if "placing" in o.facts)


def _contradicted(case: Case, pair: Pair) -> Verdict:
    """The contradiction, with the relation turned round where it is one of a pair of opposites."""
    people = case.discourse.cast.people
    one, two = pair
    raw = case.raw(case.span())
    opposite = case.discourse.lexicon.opposites.get(raw.lower())
    names = [people[o.person].name if o.person in people else o.person for o in pair]
    places = f"({one.place}, {two.place})"
    ahead = (one.place or 99) < (two.place or 99)
    message = f"{names[0]} finished ahead of {names[1]} {places}" if ahead else f"{names[0]} finished behind {names[1]} {places}"
    return Verdict("contradicted", None, _facts(pair), case.span(), (opposite,) if opposite else (), opposite, message=message)


def turned(case: Case) -> Verdict | None:
    """A margin whose figure fits one neighbour only, on the other side from what is said: the figure or the word is wrong."""
    claim, discourse = case.claim, case.discourse
    way, firm = claim.detail.way, claim.modality == "asserted" and claim.value.bound == "="
    if way is None or claim.other is not None or claim.owner is None or len(claim.owner.ids) != 1:
        return None
    if not firm or set_elsewhere(case):
        return None
    finals = (o for o in discourse.outings.of(claim.owner.ids[0]) if o.round == "final" and o.mark and o.place)
    here = [o for o in finals if discourse.in_focus(o.setting.competition, o.day)]
    fitting = _sides(case, here[0]) if len(here) == 1 else set()
    between = {*discourse.tokens.low[claim.owner.j : claim.i]}
    if len(fitting) != 1 or way.value in fitting or _anothers(case, here[0]) or discourse.lexicon.sets["accompanying"] & between:
        return None
    (side,) = fitting
    message = f"{discourse.name(here[0].person)} was {side} by that much"
    at = case.span(claim.i, max(claim.j, way.j))
    at = at if at.end - at.start <= _SHORT else case.span(way.i, way.j)
    return Verdict("contradicted", None, _facts((here[0], here[0])), at, message=message)


def _anothers(case: Case, mine: Outing) -> bool:
    """Whether somebody else of the sentence was ahead or behind by so much: `third, a hundredth back, Nuguse`."""
    claim, outings = case.claim, case.discourse.outings
    named = {x for a in case.discourse.parts[claim.part].actors for x in a.ids[:2]} - {mine.person}
    rivals = (o for o in outings.within(mine.setting.key()) if o.person in named and o.mark)
    return any(claim.detail.way.value in _sides(case, o) for o in rivals)


def _sides(case: Case, mine: Outing) -> set[str]:
    """Of the others of a contest who are as far apart from somebody as a margin says: whether that is ahead or behind of them."""
    others = (o for o in case.discourse.outings.within(mine.setting.key()) if o.person != mine.person)
    return {"ahead" if (o.place or 99) > (mine.place or 0) else "behind" for o in others if _apart(case.claim.value, mine, o)}


def _apart(value: Quantity, one: Outing, two: Outing) -> bool:
    """Whether two outings are as far apart as a margin says."""
    if one.mark is None or two.mark is None or not one.mark.unit == two.mark.unit == (one.mark.unit if value.unit == "?" else value.unit):
        return False
    step: int = 10 ** (3 - value.precision)
    return abs(abs(one.mark.milli - two.mark.milli) - value.milli) < step // 2 + 1

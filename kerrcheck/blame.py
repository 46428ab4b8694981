"""Blame: several disagreements about one name are one wrong name, where somebody else fits them all."""

from collections.abc import Iterable

from kerrcheck.actors import NAMED, Actor
from kerrcheck.checks import Case, Verdict, unverified
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import agrees
from kerrcheck.likenesses import borne
from kerrcheck.outings import Outing
from kerrcheck.ties import nation_fits

_SECOND = 2
_PLACE = "result-placing"
_ABOUT = frozenset(("nation", "order", "result-mark", _PLACE, "age"))


def blamed(cases: list[Case], verdicts: list[Verdict]) -> list[tuple[list[int], Verdict]]:
    """For each name that two claims contradict and that another name would mend: the claims' places, and the one verdict."""
    found = []
    for at, places in _contradicted(cases, verdicts).items():
        some = [cases[k] for k in places]
        actor = next(a for c in some for x in (c.claim.owner, c.claim.other) if x is not None and (a := _antecedent(c, x)).i == at[1])
        several = len({(case.claim.kind, case.claim.value if case.claim.kind == _PLACE else None) for case in some}) > 1
        right = (_instead(some, actor) if several else None) or next((o for c in some if (o := _beaten(cases, c, actor))), None)
        if right is not None:
            found.append((places, name_instead(some[0], actor, right)))
    return found


def _beaten(cases: list[Case], case: Case, actor: Actor) -> Outing | None:
    """Who was second to a winner, where somebody of another nation is said to have been beaten, and the nation told is theirs.

    `won from Quill of Peru`: of a name and a nation that do not go together, the nation is that of the runner-up.
    """
    claim, discourse = case.claim, case.discourse
    if claim.kind != "nation":
        return None
    here = (c.claim for c in cases if c.claim.part == claim.part and c.claim.kind == "order" and c.claim.value == "ahead")
    over = [c for c in here if c.other is not None and c.other.i == actor.i and c.owner is not None and len(c.owner.ids) == 1]
    won = [o for c in over if c.owner for o in discourse.outings.of(c.owner.ids[0]) if o.place == 1 and o.round == "final"]
    keys = [o.setting.key() for o in won if discourse.in_focus(o.setting.competition, o.day)]
    second = [o for key in keys for o in discourse.outings.within(key) if o.place == _SECOND]
    return second[0] if len(second) == 1 and second[0].person not in actor.ids and _fits(case, actor, second[0]) else None


def _contradicted(cases: list[Case], verdicts: list[Verdict]) -> dict[tuple[int, int], list[int]]:
    """The contradicted claims about each name, by its sentence and its token."""
    groups: dict[tuple[int, int], list[int]] = {}
    for k, (case, verdict) in enumerate(zip(cases, verdicts, strict=True)):
        if verdict.kind == "contradicted" and case.claim.kind in _ABOUT:
            named = (_antecedent(case, a) for a in (case.claim.owner, case.claim.other) if a is not None)
            for actor in (a for a in named if a.how in NAMED and len(a.ids) == 1):
                groups.setdefault((case.claim.part, actor.i), []).append(k)
    return groups


def _antecedent(case: Case, who: Actor) -> Actor:
    """The name that a relative pronoun takes up."""
    before = (a for a in reversed(case.discourse.parts[case.claim.part].actors) if a.j <= who.i and a.ids == who.ids and a.how in NAMED)
    return next(before, who) if who.how == "relative" else who


def _instead(cases: list[Case], actor: Actor) -> Outing | None:
    """The one other athlete of a contest of the other people in the sentence whom all the claims fit."""
    discourse = cases[0].discourse
    contests = set(_contests(discourse, cases))
    fitting = {
        o.person: o
        for key in contests
        for o in discourse.outings.within(key)
        if o.person not in actor.ids and all(_fits(c, actor, o) for c in cases)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _contests(discourse: Discourse, cases: list[Case]) -> Iterable[str]:
    """The finals in focus, or named, of the athlete and of whoever the claims set beside them."""
    people = {x for c in cases for a in (c.claim.owner, c.claim.other) if a for x in a.ids}
    named = {e for c in cases for r in c.claim.context.refs for e in r.editions}
    for person in people:
        for o in discourse.outings.of(person):
            if o.round == "final" and (o.setting.competition in named or discourse.in_focus(o.setting.competition, o.day)):
                yield o.setting.key()


def _fits(case: Case, actor: Actor, outing: Outing) -> bool:
    """Whether one claim would be true of another athlete."""
    claim, discourse = case.claim, case.discourse
    if claim.kind == "nation":
        people = discourse.store.people([outing.person])
        discourse.cast.people.update(people)
        return outing.person in people and nation_fits(discourse.cast, discourse.store, outing.person, set(claim.value), discourse.day)
    if claim.kind in ("result-mark", _PLACE):
        return agrees(claim, outing) is True
    if claim.kind == "order":
        first = claim.owner is not None and claim.owner.i == actor.i
        other = claim.other if first else claim.owner
        theirs = next((o for o in discourse.outings.within(outing.setting.key()) if other is not None and o.person in other.ids), None)
        if theirs is None or outing.place is None or theirs.place is None:
            return False
        said: bool = claim.value == "ahead"
        return (outing.place < theirs.place) == (said == first)
    return True


def name_instead(case: Case, actor: Actor, right: Outing) -> Verdict:
    """The verdict that one name is wrong, and whose it has to be; none on a name that may be theirs as it is written."""
    discourse = case.discourse
    at = discourse.tokens.span(actor.i, actor.j)
    person = discourse.store.people([right.person]).get(right.person)
    if person is not None and borne(discourse, actor, person):
        return unverified("another of that name is meant")
    name = discourse.name(right.person)
    facts = tuple(f for key in ("placing", "mark") if (f := right.facts.get(key)))
    instead = (person.name if actor.how == "full" else person.family) if person else None
    return Verdict("contradicted", None, facts, at, (right.person,), instead, message=f"what is told here fits {name}, not {case.raw(at)}")

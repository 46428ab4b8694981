"""Unnamed: lines that are wrong of whoever they name, and right of a person or a team whom the text does not name."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fitting import agrees, day_agrees
from kerrcheck.outings import Outing
from kerrcheck.rows import Line, measured
from kerrcheck.substitutes import same_given
from kerrcheck.text import fold

_NAMESAKES, _NEAR, _TWO = 8, 2, 2


def of_the_unnamed(discourse: Discourse, line: Line, right: dict[int, list[Line]]) -> Line:
    """A line that is wrong of whoever is named, and right of one whom the text does not name, in the contest of `right` ones beside it.

    Beside it is what stands in its sentence, in the one before and in the one behind.
    """
    claim, owner = line.claims[0], line.claims[0].owner
    if owner is not None and owner.how == "team":
        return _another_team(discourse, line, right.get(claim.part, []))
    borne_out = line.best is not None and (line.reason or not line.best.misfits)
    if owner is None or owner.how not in NAMED or line.instead is not None or borne_out:
        return line
    if claim.modality != "asserted" or not measured(line):
        return line
    near = (x.best for n in (claim.part, claim.part - 1, claim.part + 1) for x in right.get(n, ()))
    beside = dict.fromkeys(fit.outing.setting.key() for fit in near if fit)
    mine = {o.setting.key() for x in owner.ids[:_NAMESAKES] for o in discourse.outings.of(x)} if len(line.claims) == 1 else set()
    field = (o for key in beside if key not in mine for o in discourse.outings.within(key))
    found = {o.person: o for o in field if all(agrees(c, o) for c in line.claims) and _then(discourse, line, o)}
    around = discourse.parts[max(0, claim.part - _NEAR) : claim.part + _NEAR + 1]
    here = {x for part in around for a in part.actors for x in a.ids}
    if len(found) != 1 or found.keys() & here or _written(discourse, around, *found) or _alike(discourse, owner, *found):
        return line
    return line._replace(instead=next(iter(found.values())), sure=True)


def _then(discourse: Discourse, line: Line, outing: Outing) -> bool:
    """Whether the days and years that a line's sentence tells allow for an outing: `You have to go back to 1981, when ...`."""
    days = discourse.parts[line.claims[0].part].sentence.kind("year", "date")
    return all(day_agrees(discourse, m, outing.day) is not False for m in days)


def _another_team(discourse: Discourse, line: Line, right: list[Line]) -> Line:
    """A team's line of one mark that is to the last figure that of a team not named, in the race of two or more right lines beside it."""
    claim, best = line.claims[0], line.best
    races = {x.best.outing.setting.key() for x in right if x.best and x.claims[0].owner and x.claims[0].owner.how == "team"}
    if len(right) < _TWO or len(races) != 1 or line.instead or len(line.claims) > 1 or not measured(line) or (best and not best.misfits):
        return line
    named = {code for m in discourse.parts[claim.part].sentence.kind("nation") for code, _ in m.value}
    found = [o for o in discourse.outings.within(next(iter(races))) if agrees(claim, o) and o.person not in named]
    return line._replace(instead=found[0], sure=True) if len(found) == 1 and claim.modality == "asserted" else line


def _written(discourse: Discourse, around: list[Part], person: str) -> bool:
    """Whether somebody's family name stands in some sentences after all, taken for another thing: a town, a word."""
    known = discourse.store.people([person]).get(person)
    return known is not None and fold(known.family) in discourse.tokens.stem[around[0].sentence.a : around[-1].sentence.b]


def _alike(discourse: Discourse, who: Actor, other: str) -> bool:
    """Whether somebody may be called as is written after all: by a former family name, or with the same given name."""
    if any(a.id == other for a in discourse.store.aliases({discourse.tokens.stem[who.j - 1]})):
        return True
    known = discourse.store.people([other]).get(other)
    given = {*getattr(who.mention.value, "given", ())} & {*(fold(known.given).split() if known else ())}
    return bool(given) or any(same_given(discourse, x, other) for x in who.ids[:_NAMESAKES])

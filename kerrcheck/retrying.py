"""Retrying: lines that no outing of whoever is named bears out, tried on the contests that other lines show to be meant."""

from kerrcheck.actors import NAMED
from kerrcheck.discourse import Discourse
from kerrcheck.fitting import Fit, agrees
from kerrcheck.rows import Line
from kerrcheck.text import fold


def retried(discourse: Discourse, line: Line, shown: set[str]) -> Line:
    """A line that no outing of its owner bears out, tried on the contests that other lines have shown to be meant."""
    owner = line.claims[0].owner
    if (
        (line.best is not None and (line.instead or _settled(line, line.best, shown)))
        or len(line.claims) < 2
        or owner is None
        or owner.how not in NAMED
        or getattr(owner.mention.value, "plain", False)
    ):
        return line
    here = [key for key in sorted(shown) if discourse.in_focus(*_when(discourse, key))]
    found = [o for key in here for o in discourse.outings.within(key) if all(agrees(c, o) for c in line.claims)]
    given = getattr(owner.mention.value, "given", ())
    known = discourse.store.people([o.person for o in found])
    if any(g in fold(p.given).split() for g in given for p in known.values()):
        return line
    named = {x for a in discourse.parts[line.claims[0].part].actors for x in a.ids}
    if len(found) == 1 and found[0].person not in named:
        return line._replace(instead=found[0], sure=True)
    return line


def _settled(line: Line, best: Fit, shown: set[str]) -> bool:
    """Whether a line is borne out, is told of a day or a contest of its own, or is best explained by a contest shown."""
    own = any(c.context.days or c.context.refs for c in line.claims)
    return own or not best.misfits or best.outing.setting.key() in shown


def _when(discourse: Discourse, key: str) -> tuple[str | None, str | None]:
    """The edition and the day of a contest."""
    contest = discourse.store.contest(key)
    return (contest.setting.competition, contest.day) if contest else (None, None)

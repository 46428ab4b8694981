"""Absentees: somebody who is said to have won an edition of which the record is whole, and was not there at all."""

from kerrcheck.actors import NAMED
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse
from kerrcheck.outings import Outing
from kerrcheck.rows import Line
from kerrcheck.statement import Setting
from kerrcheck.vacancies import at_home

_WON = ("placing", "medal")


def of_an_absentee(discourse: Discourse, line: Line) -> Line:
    """A line of a win alone, at the one edition that its words name, given to somebody who never took part there: its name is wrong."""
    claim, owner = line.claims[0], line.claims[0].owner
    wrong = line.best is None or bool(line.best.misfits)
    if not wrong or line.instead is not None or len(line.claims) > 1 or claim.value != "1" or claim.detail not in _WON:
        return line
    if owner is None or owner.how not in NAMED or len(owner.ids) != 1 or owner.role == "owner" or claim.modality != "asserted":
        return line
    right = _winner(discourse, line)
    return line._replace(instead=right, sure=True) if right else line


def _winner(discourse: Discourse, line: Line) -> Outing | None:
    """Who won the one contest that the words name, of the sex of whoever is named, who was not at its edition."""
    claim, context = line.claims[0], line.claims[0].context
    named = {e for r in context.refs for e in r.editions} or _where(discourse, claim)
    events = {*(context.event.value if context.event else context.carried)}
    if len(named) != 1 or len(events) != 1 or claim.owner is None or context.near or any(r.clash for r in context.refs):
        return None
    bare = (r.city for r in context.refs if not (r.series or r.named or r.year))
    if any(at_home(discourse, town, claim.owner.ids) for town in bare):
        return None
    (edition,), (event,) = named, events
    sex = discourse.cast.sex(claim.owner.ids)
    contest = discourse.outings.within(Setting(edition, event, sex, "final").key()) if sex else []
    first = [o for o in contest if o.place == 1]
    early = discourse.day is not None and any(o.day and o.day > discourse.day for o in first)
    if len(first) != 1 or early or not _known(discourse, first[0], edition):
        return None
    mine = discourse.outings.of(claim.owner.ids[0])
    return None if any(o.setting.competition == edition or _another_win(o, first[0]) for o in mine) else first[0]


def _another_win(mine: Outing, theirs: Outing) -> bool:
    """Whether somebody won the same at another edition, so that it is the edition that is wrong."""
    return mine.place == 1 and mine.series == theirs.series and mine.setting.event == theirs.setting.event


def _where(discourse: Discourse, claim: Claim) -> set[str]:
    """The editions of a year in the town that a clause takes up: `since Rio, where Quill won in 2016`."""
    sentence = discourse.parts[claim.part].sentence
    mine = sentence.segment(claim.i)
    years = {m.value for m in claim.context.days if m.kind == "year"}
    if len(years) != 1 or not sentence.opens_with(mine, "place_relative"):
        return set()
    town = next((m for m in sentence.kind("city") if 0 <= sentence.begins(mine) - m.j <= 1), None)
    held = [e for id_, _ in town.value for e in discourse.calendar.at(id_)] if town else []
    return {e for e in held if discourse.calendar.editions[e].year in years}


def _known(discourse: Discourse, first: Outing, edition: str) -> bool:
    """Whether the edition is one that gives medals, so that all who won there are on record."""
    series = discourse.calendar.series.get(first.series or "")
    return series is not None and edition in discourse.calendar.editions and series.level in discourse.lexicon.sets["medal_levels"]

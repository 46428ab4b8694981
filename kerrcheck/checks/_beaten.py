"""Beaten: somebody from whom a contest is said to have been won, or behind whom it was lost, and who was not in it, or far behind."""

from kerrcheck.actors import NAMED
from kerrcheck.blame import name_instead
from kerrcheck.checks import Case, Verdict
from kerrcheck.outings import Outing

_PODIUM, _WHOLE = 3, 8
_NAMED = ("full", "family")


def absent(case: Case) -> Verdict | None:
    """A winner `from` somebody who was not among the first, or who `beat` or was `behind` somebody who was not in the final."""
    claim, discourse = case.claim, case.discourse
    who, other = claim.owner, claim.other
    if claim.modality != "asserted" or who is None or other is None or len(who.ids) != 1 or len(other.ids) != 1:
        return None
    won = _won(case, who.ids[0]) if who.how in (*NAMED, "pronoun") and other.how in _NAMED else []
    if len(won) != 1 or _before(case, other.ids[0], won[0]):
        return None
    ahead = claim.value == "ahead"
    field = [o for o in discourse.outings.within(won[0].setting.key()) if o.place]
    theirs = next((o for o in field if o.person == other.ids[0]), None)
    by_name = discourse.tokens.low[claim.i] in discourse.lexicon.sets["over_words"]
    far = theirs is None or (by_name and (theirs.place or 0) > _PODIUM)
    right = _next(case, [o for o in field if ahead == ((o.place or 0) > (won[0].place or 0))])
    if not far or right is None or len(field) < (_PODIUM if by_name else _WHOLE):
        return None
    return name_instead(case, other, right)


def _won(case: Case, person: str) -> list[Outing]:
    """The finals that somebody is told to have won, or been placed in: of a mark printed there, else of what is told."""
    claim, discourse = case.claim, case.discourse
    sentence = discourse.parts[claim.part].sentence
    printed = {m.value.milli for m in sentence.kind("quantity")}
    named = {e for r in (*claim.context.refs, *claim.context.near) for e in r.editions}
    events = claim.context.event.value if claim.context.event else _event_before(case) or claim.context.carried
    places = {"1"} if claim.value == "ahead" else {str(m.value) for m in sentence.kind("placing", "medal", "ordinal")} - {"1"}
    some = [o for o in discourse.outings.of(person) if str(o.place) in places and o.round == "final"]
    some = [o for o in some if (o.day or "") <= (discourse.day or "")]
    there = [o for o in some if (o.setting.competition in named if named else discourse.in_focus(o.setting.competition, o.day))]
    shown = [o for o in there if o.mark and o.mark.milli in printed]
    if not shown and any(o.mark and o.mark.milli in printed for o in some):
        return []  # the mark printed is of another edition
    placed = (m for m in sentence.kind("placing", "medal", "ordinal") if m.i < claim.j and str(m.value) in places)
    told = any(placed) or any(sentence.kind("title")) or any(m.value == "final" for m in sentence.kind("round"))
    before = [m.value.milli for m in sentence.kind("quantity") if m.value.precision and m.j <= claim.i and m.value.shape == "clock"]
    of_it = [o for o in there if o.mark and all(o.mark.slip(milli) for milli in before)]
    return shown or [o for o in of_it if told and (not events or o.setting.event in events)]


def _event_before(case: Case) -> tuple[str, ...]:
    """The event told right before a relation, nobody being named between: `third in the 100m as well, behind Quill`."""
    part, at = case.discourse.parts[case.claim.part], case.claim.i
    last = max((a.j for a in part.actors if a.j <= at), default=at)
    return next((m.value for m in reversed(list(part.sentence.kind("event"))) if last <= m.i < at), ())


def _before(case: Case, person: str, won: Outing) -> bool:
    """Whether somebody met the winner in another round of it, or was champion before, from whom the title was taken."""
    discourse, claim, setting = case.discourse, case.claim, won.setting
    mine = [o for o in discourse.outings.of(person) if o.setting.event == setting.event and o.setting.key() != setting.key()]
    title = any(m.j == claim.i for m in discourse.parts[claim.part].sentence.kind("title"))
    return any(o.setting.competition == setting.competition or (title and o.series == won.series and o.place == 1) for o in mine)


def _next(case: Case, field: list[Outing]) -> Outing | None:
    """The first of some on the podium whom the sentence does not name."""
    named = {id_ for a in case.discourse.parts[case.claim.part].actors for id_ in a.ids}
    first = sorted((o for o in field if o.place and o.place <= _PODIUM and o.person not in named), key=lambda o: o.place or 0)
    return first[0] if first else None

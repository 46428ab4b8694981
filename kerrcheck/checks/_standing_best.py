"""A standing best: the one that somebody had before the contest reported, or has since, where its mark is written with a slip."""

from kerrcheck.checks import Case
from kerrcheck.fact import Fact
from kerrcheck.recordbook import book

_REACH = 4


def slipped_best(case: Case) -> Fact | None:
    """The best from which a mark that is told as somebody's best is a slip of the pen away."""
    claim, discourse = case.claim, case.discourse
    if claim.modality != "asserted" or claim.owner is None or len(claim.owner.ids) != 1 or not _told(case):
        return None
    records, person = book(discourse), claim.owner.ids[0]
    here = [o for o in discourse.outings.of(person) if discourse.in_focus(o.setting.competition, o.day)]
    events = {(o.setting.event, o.setting.sex) for o in here}
    day, start = discourse.day or "9", min((o.day for o in here if o.day), default="9")
    bests = [f for f in discourse.store.facts_about(person) if f.predicate == "best" and f.setting and (f.valid_from or "9") <= day]
    mine = [f for f in bests if f.setting and (f.setting.event, f.setting.sex) in events]
    standing = [f for f in mine if not f.valid_to or f.valid_to >= start]
    slips = [f for f in standing if (mark := records.mark(f)) and mark.slip(claim.value.milli) and f.standing != "contested"]
    return slips[0] if len({f.value for f in slips}) == 1 else None


def _told(case: Case) -> bool:
    """Whether a best is named in the mark's segment, shortly before it."""
    claim, discourse = case.claim, case.discourse
    sentence = discourse.parts[claim.part].sentence
    bests = discourse.lexicon.sets["record_bests"]
    near = [x for x in sentence.within(sentence.segment(claim.i)) if x.j <= claim.i and claim.i - x.j <= _REACH]
    return any(x.kind == "best" or (x.kind == "record" and discourse.tokens.low[x.j - 1] in bests) for x in near)

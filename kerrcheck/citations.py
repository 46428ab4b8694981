"""Citations: records and record-like marks that a text quotes, with all it says of each: holder, mark, day, place.

What follows a record is read as far as the words go on describing it: `the record of 3:26.00, run by X in Rome in July 1998`.
"""

from typing import NamedTuple

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.owners import owner
from kerrcheck.recordmarks import mark_before, mark_for
from kerrcheck.recordtail import points, tail, whole
from kerrcheck.recordwords import Phrase, phrases

_REACH = 6


class Citation(NamedTuple):
    """A record as cited. `reading`: new (set now), old (there before), office (somebody is its holder) or None (only spoken of).

    `who` holds it, as far as the text says; `breaker` sets a new one; `mark` is its mark, `firm` where no other may be meant;
    `days` and `places` when and where it was set; `lasting`: it is said to have stood until now, `breaks` to be broken.
    """

    phrase: Phrase
    reading: str | None
    who: Actor | None = None
    breaker: bool = False
    mark: Mention | None = None
    firm: bool = False
    days: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    lasting: bool = False
    breaks: bool = False


def citations(discourse: Discourse, part: Part) -> list[Citation]:
    """The citations of a sentence: its record phrases, then marks that stand by themselves behind their owner."""
    found = [c for phrase in phrases(discourse, part) for c in _broken(discourse, part, _cited(discourse, part, phrase))]
    taken = {c.mark.i for c in found if c.mark}
    return [*found, *(c for c in _bare(discourse, part) if c.mark and c.mark.i not in taken)]


def _cited(discourse: Discourse, part: Part, phrase: Phrase) -> Citation:
    """A record phrase with what its surroundings add."""
    lost = _deprived(discourse, part, phrase)
    holder = lost or _possessor(discourse, part, phrase)
    behind = tail(discourse, part, phrase.end, holder, phrase.head.kind == "holder")
    before = mark_before(discourse, part, phrase) or (None if holder else mark_for(discourse, part, phrase))
    sets = _sets(part, phrase)
    stood, since = list(part.sentence.kind("stood")), _lasting(discourse, part, phrase, behind.end)
    mark = behind.mark or before
    base = Citation(phrase, None, holder or behind.who, bool(sets), mark, bool(mark), behind.days, behind.places, since)
    base = base._replace(breaks=_breaks(discourse, part, sets))
    if lost is not None:
        # What follows is of whoever took it, if it is not said to be of the record that stood.
        base = base._replace(mark=None, firm=False, days=behind.days if since else (), places=())
        return base._replace(reading="old", breaker=True, breaks=True)
    if phrase.head.kind == "holder":
        return base._replace(
            reading="office", who=holder or _held(part, phrase) or owner(discourse.tokens, discourse.lexicon, part, phrase.head)
        )
    if base.who or any(phrase.i <= m.i < phrase.head.i or m.i == phrase.i - 1 for m in stood):
        return base._replace(reading="old")
    if _owned(part, phrase):
        return base._replace(reading="old", who=owner(discourse.tokens, discourse.lexicon, part, phrase.head))
    return _fresh(discourse, part, base, before)


def _lasting(discourse: Discourse, part: Part, phrase: Phrase, end: int) -> bool:
    """Whether a record is said to have stood until now: by `since` behind it."""
    words = discourse.lexicon.sets["record_since"]
    return any(phrase.j <= m.i <= end + 3 and discourse.tokens.low[m.i] in words for m in part.sentence.kind("stood"))


def _deprived(discourse: Discourse, part: Part, phrase: Phrase) -> Actor | None:
    """`robbed X of the British record`: who loses it, by the words right before."""
    low, sets, start = discourse.tokens.low, discourse.lexicon.sets, phrase.i
    while start > part.sentence.a and low[start - 1] in sets["articles"]:
        start -= 1
    here = (a for a in part.actors if a.j == start - 1 and a.how in NAMED and low[a.np - 1] in sets["depriving"])
    return next(here, None) if low[start - 1] in sets["of"] else None


def _fresh(discourse: Discourse, part: Part, base: Citation, before: Mention | None) -> Citation:
    """A citation read as a record set now, if verb, article or a mark before it say so."""
    phrase, sets = base.phrase, _sets(part, base.phrase)
    said = before is not None or bool(sets) or _had(discourse, part, phrase)
    if not said or base.days or not (_article(discourse, part, phrase) or before is not None):
        return base._replace(who=None) if said else base
    who = _doer(part, sets) or owner(discourse.tokens, discourse.lexicon, part, before or phrase.head)
    return base._replace(reading="new", who=who)


def _sets(part: Part, phrase: Phrase) -> list[Mention]:
    """The verbs of setting shortly before a record, in its segment."""
    mine = part.sentence.segment(phrase.head.i)
    return [m for m in part.sentence.kind("set") if m.i < phrase.head.i and phrase.i - m.j <= _REACH and part.sentence.segment(m.i) == mine]


def _breaks(discourse: Discourse, part: Part, sets: list[Mention]) -> bool:
    """Whether a record is said to be broken, in a segment with no modal word."""
    broken = [m for m in sets if discourse.tokens.low[m.i] in discourse.lexicon.sets["record_broken"]]
    return bool(broken) and not any(x.kind == "modal" for x in part.sentence.within(part.sentence.segment(broken[0].i)))


def _doer(part: Part, sets: list[Mention]) -> Actor | None:
    """Who stands right before the verb of setting a record."""
    return next((a for a in reversed(part.actors) if sets and a.j == sets[0].i and a.role != "owner"), None)


def _broken(discourse: Discourse, part: Part, cited: Citation) -> list[Citation]:
    """A citation, and the record that is set where somebody else's is broken (`breaking Farah's British record`)."""
    phrase = cited.phrase
    sets = [m for m in _sets(part, phrase) if m.j <= phrase.i]
    if not sets or cited.reading != "old" or cited.who is None or cited.who.how == "pronoun" or cited.days or cited.places:
        return [cited]
    doer = _doer(part, sets) or owner(discourse.tokens, discourse.lexicon, part, sets[0])
    if doer is None or doer.ids == cited.who.ids:
        return [cited]
    return [Citation(phrase._replace(i=sets[0].i), "new", doer, True, None, False, cited.days, cited.places), cited]


def _possessor(discourse: Discourse, part: Part, phrase: Phrase) -> Actor | None:
    """`Farah's British record`, `her own record`: whose it is by the words right before."""
    tokens, sets = discourse.tokens, discourse.lexicon.sets
    for a in part.actors:
        beside = phrase.i - 1 <= a.j <= phrase.head.i and not tokens.gap(a.j).strip(" ’'")
        if a.role == "owner" and beside and (a.j >= phrase.i or tokens.low[a.j] not in sets["determiners"] | sets["record_is"]):
            return a
    return _epithet(discourse, part, phrase)


def _epithet(discourse: Discourse, part: Part, phrase: Phrase) -> Actor | None:
    """`the Cuban's record`: those named of that nation."""
    tokens, cast = discourse.tokens, discourse.cast
    for m in part.sentence.kind("nation"):
        if (
            m.j == phrase.i
            and tokens.low[m.j - 1] != tokens.stem[m.j - 1]
            and m.i > part.sentence.a
            and tokens.low[m.i - 1] in discourse.lexicon.phrases["definite"]
        ):
            codes = {code for code, _ in m.value}
            ids = tuple(x for x in cast.full if codes & cast.nations(x, discourse.day))
            return Actor(m.i, m.j, m.i - 1, ids, "epithet", "owner", m) if ids else None
    return None


def _article(discourse: Discourse, part: Part, phrase: Phrase) -> bool:
    """Whether a record is a new one by its article: `a record`, `a new record`, `the new record`, or none at all."""
    low, start = discourse.tokens.low, phrase.i
    words = {low[t] for t in range(max(part.sentence.a, start - 1), phrase.head.i)}
    if words & discourse.lexicon.sets["record_new"]:
        return True
    return not words & (discourse.lexicon.sets["determiners"] | discourse.lexicon.sets["possessives"]) and start > part.sentence.a


def _had(discourse: Discourse, part: Part, phrase: Phrase) -> bool:
    """`finished fourth with a record`, `there was consolation in a British record`: it is had, by an article alone."""
    return bool({discourse.tokens.low[t] for t in range(max(part.sentence.a, phrase.i - 1), phrase.i + 1)} & {"a", "an"})


def _owned(part: Part, phrase: Phrase) -> bool:
    """`X held the record`, `X owned the record`: somebody has it by a verb right before."""
    return any(m.kind in ("stood", "holder") and 0 <= phrase.i - m.j <= 2 for m in part.sentence.mentions)


def _held(part: Part, phrase: Phrase) -> Actor | None:
    """The name right behind `record-holder`."""
    return next((a for a in part.actors if a.np <= phrase.i < a.i or a.i == phrase.j), None)


def _bare(discourse: Discourse, part: Part) -> list[Citation]:
    """Marks that stand right behind their owner (`Farah's 3:28.81 of 2013`), or before who did them (`the 3:28.81 that Farah ran`)."""
    low, found = discourse.tokens.low, []
    for m in (*part.sentence.kind("quantity"), *points(discourse, part)):
        if not whole(m):
            continue
        phrase = Phrase(m.i, m.j, m)
        who = next((a for a in part.actors if a.role == "owner" and a.j == m.i), None) or _whose(discourse, part, m)
        behind = tail(discourse, part, m.j, who)
        ran = (behind.who or _does(part, m.j)) if m.i > part.sentence.a and low[m.i - 1] == "the" else None
        if who is not None or ran is not None:
            found.append(Citation(phrase, "bare", who or ran, False, m, True, behind.days, behind.places))
    return found


def _whose(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """`the reign of Quill, whose 3:46.32 had stood`: who is named right before the relative."""
    if m.i - 1 <= part.sentence.a or discourse.tokens.low[m.i - 1] not in discourse.lexicon.sets["possessive_relatives"]:
        return None
    return next((a for a in part.actors if a.j == m.i - 1 and a.how in NAMED), None)


def _does(part: Part, at: int) -> Actor | None:
    """`the 15.43 she did`: who did it, by a pronoun right behind."""
    return next((a for a in part.actors if a.how == "pronoun" and a.role == "subject" and at <= a.i <= at + 1), None)

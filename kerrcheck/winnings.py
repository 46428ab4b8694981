"""Winnings: medals, titles and dated runs of a text, with the performances on record that they can be."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.aims import aimed_at
from kerrcheck.attribution import belongs, words_of
from kerrcheck.discourse import Discourse, Part
from kerrcheck.fitting import day_agrees
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import owner
from kerrcheck.performances import Performance, performances

Found = tuple[Mention, tuple[Performance, ...], tuple[Mention, ...], bool, bool]

_NOT_WON = ("negated", "planned", "hypothetical")
_DOING = ("finish", "set", "placing", "take")


def anothers(discourse: Discourse, part: Part, m: Mention, person: str) -> bool:
    """Whether a mark is given to somebody, and who is on record with it is only named behind it: `she scored 7,032, level with X`.

    Or not in the sentence at all, where it is given by name.
    """
    who = owner(discourse.tokens, discourse.lexicon, part, m)
    if who is None or not who.ids or person in who.ids or who.j > m.i:
        return False
    named = [a for a in part.actors if person in a.ids]
    if not named:
        return who.how in NAMED and part.sentence.segment(m.i) - part.sentence.segment(who.i) <= 1
    if named[0].i < m.i:
        return False
    return discourse.tokens.low[named[0].np - 1] not in discourse.lexicon.sets["doers"]  # `7,032, scored by X` is X's


def takes_up(discourse: Discourse, doer: Actor, person: str) -> bool:
    """Whether a pronoun may take up whose mark stands before it in its sentence: `Quill's 12.20 has stood since she ran it in Lima`."""
    return doer.how == "pronoun" and discourse.cast.sex((person,)) == doer.mention.value


def won(discourse: Discourse, number: int) -> Iterator[Found]:
    """The medals and titles of a sentence that their owner won on record, with the words that belong to them."""
    part = discourse.parts[number]
    words = words_of(discourse, number)
    for m, place in _prizes(discourse, part):
        who = _relative(part, m) or owner(discourse.tokens, discourse.lexicon, part, m)
        if who is None or who.np <= m.i < who.i:
            continue
        named = [x for x in part.sentence.kind("series") if x.i <= m.i <= x.j and x not in words and m.kind == "title"]
        some = _of_series(_placed(discourse, part, who, place), named)
        if some and len({p.person for p in some}) == 1:
            mine = tuple(w for w in (*words, *named[:1]) if w in named or belongs(discourse, part, w, m))
            yield m, tuple(some), mine, True, who.how in ("full", "family", "given")


def _relative(part: Part, m: Mention) -> Actor | None:
    """`the title he won`, `the silver Brekke took`: somebody right behind a prize, and a verb of winning behind them."""
    who = next((a for a in part.actors if 0 <= a.np - m.j <= 1 and a.how != "relative"), None)
    return who if who and any(x.kind in ("take", "placing") and 0 <= x.i - who.j <= 1 for x in part.sentence.mentions) else None


def _prizes(discourse: Discourse, part: Part) -> Iterator[tuple[Mention, int]]:
    """Medals by their place, and titles that somebody takes, as mentions."""
    low, nouns = discourse.tokens.low, discourse.lexicon.sets["title_nouns"]
    for m in part.sentence.kind("medal", "title"):
        if aimed_at(discourse.tokens, discourse.lexicon, part.sentence, m) or modality(discourse.tokens, part, m) in _NOT_WON:
            continue
        if m.kind == "medal" and m.value in ("1", "2", "3") and not low[m.j - 1].endswith("s"):
            yield m, int(m.value)
        if m.kind == "title" and low[m.j - 1] in nouns and not low[m.j - 1].endswith("s") and _taken(part, m):
            yield m, 1


def _taken(part: Part, m: Mention) -> bool:
    """Whether a title was won: a verb of taking before it or right behind (`the title he won in Lima`)."""
    kinds = ("take", "placing")
    return any(x.kind in kinds and (0 <= m.i - x.j <= 4 or 0 <= x.i - m.j <= 2) for x in part.sentence.mentions)


def _placed(discourse: Discourse, part: Part, who: Actor, place: int) -> list[Performance]:
    """The finals in which somebody had a place, those of the event carried on where several people may be meant."""
    mine = [p for x in who.ids[:4] for p in performances(discourse.outings, discourse.calendar, x)]
    finals = (p for p in mine if p.round == "final" and (not p.series or discourse.store.series(p.series)))
    had = [p for p in finals if p.place == place and (not p.day or not discourse.day or p.day <= discourse.day)]
    if len({p.person for p in had}) < 2:
        return had
    return [p for p in had if p.event in part.carried]


def _of_series(some: list[Performance], named: list[Mention]) -> list[Performance]:
    """Those in the series of a title's name, all where none is of it."""
    ids = {x for m in named for x in ((m.value,) if isinstance(m.value, str) else tuple(id_ for id_, _ in m.value))}
    return [p for p in some if p.series in ids] or some


def dated(discourse: Discourse, number: int) -> Iterator[Found]:
    """What somebody ran on a day that a sentence dates in full (`the time he ran in Lima on Aug 13`)."""
    part = discourse.parts[number]
    words = [w for w in words_of(discourse, number) if w.kind == "city"]
    for m in part.sentence.kind("date"):
        mine = part.sentence.segment(m.i)
        towns = tuple(w for w in words if part.sentence.segment(w.i) == mine and abs(w.i - m.i) <= 4)
        if not m.value.day or not towns or not any(x.kind in _DOING for x in part.sentence.within(mine)):
            continue
        who = next((a for a in reversed(part.actors) if part.sentence.segment(a.i) == mine and a.j <= m.i and a.ids), None)
        some = [
            p for x in (who.ids[:4] if who else ()) for p in performances(discourse.outings, discourse.calendar, x) if _on(discourse, m, p)
        ]
        if some and len({p.city for p in some}) == 1:
            yield m, tuple(some), towns, True, True


def _on(discourse: Discourse, m: Mention, p: Performance) -> bool:
    """Whether a performance was on a day as written, in the text's year or the year before where it has none."""
    if not p.day or not p.city or not day_agrees(discourse, m, p.day):
        return False
    years = {m.value.year} if m.value.year else {int((discourse.day or "0")[:4])}
    return int(p.day[:4]) in years


def held(discourse: Discourse, number: int) -> Iterator[Found]:
    """The record that somebody has held `since` a date, or that stands since then."""
    part = discourse.parts[number]
    record = next(part.sentence.kind("record"), None)
    for m in part.sentence.kind("date", "year") if record else ():
        since = m.i > part.sentence.a and discourse.tokens.low[m.i - 1] in discourse.lexicon.sets["since_words"]
        who = next((a for a in reversed(part.actors) if a.j <= m.i and len(a.ids) == 1), None) if since else None
        some = _records(discourse, part, who.ids[0]) if who else []
        days = [d for p in some for d in (p.day, *(f.valid_from for f in discourse.store.records(p.event, p.sex or "")))]
        if record and some and not any(_dates(m, d) for d in days):
            yield record, (max(some, key=lambda p: p.day or ""),), (m,), True, True


def _records(discourse: Discourse, part: Part, who: str) -> list[Performance]:
    """Somebody's records up to the text, in the events that a sentence names or carries on."""
    events = {id_ for m in part.sentence.kind("event") for id_ in m.value} or {*part.carried}
    mine = performances(discourse.outings, discourse.calendar, who)
    set_ = [p for p in mine if p.day and p.day <= (discourse.day or "9") and any(f.predicate.startswith("record:") for f in p.facts)]
    return [p for p in set_ if not events or p.event in events]


def _dates(m: Mention, day: str | None) -> bool:
    """Whether a date or a year is that of a day, as far as it is written."""
    year, month, at = (m.value.year, m.value.month, m.value.day) if m.kind == "date" else (m.value, None, None)
    parts = [int(x) for x in (day or "0").split("-")]
    return all(said is None or said == known for said, known in zip((year, month, at), parts, strict=False))

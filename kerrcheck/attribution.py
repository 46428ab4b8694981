"""Attribution: which words for a day, a place or an event belong to which mark of a sentence."""

from kerrcheck.actors import NAMED
from kerrcheck.apart import points
from kerrcheck.asides import listed_from, of_a_holder, of_others
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.statuses import of_status
from kerrcheck.text import fold

_RIVALS = ("quantity", "medal", "placing", "title", "champion", "best", "ordinal")
_WORDS = ("date", "year", "ago", "weekday", "today", "event", "round")
_PLACES = ("city", "series", "edition", "year")
_DAYS = ("date", "year", "ago", "weekday", "today")
_TOLD = ("finish", "take", "set", "stood", "order", "lead", "medal", "title", "champion", "placing", "say")
_SHORT = 12
_STRONG = (";", ":", "—", "–", "/")


def words_of(discourse: Discourse, number: int) -> list[Mention]:
    """The mentions of a sentence that say when, where or in what; an event from the sentence before where it has none."""
    part = discourse.parts[number]
    refs = [p for r in part.refs for whole in r.parts if whole.kind in _PLACES for p in _pieces(discourse, part, whole)]
    covered = {t for r in part.refs for m in r.parts if m.kind == "edition" for t in range(m.i, m.j)}
    words = [
        m
        for m in (*refs, *part.sentence.kind(*_WORDS))
        if (m in refs or m.i not in covered) and not of_status(part.sentence, m) and _anchored(discourse, m)
    ]
    if number and not any(True for _ in part.sentence.kind("event")):
        words += _led_by(discourse, number)
    return sorted({(m.i, m.kind): m for m in words}.values(), key=lambda m: m.i)


def _led_by(discourse: Discourse, number: int) -> list[Mention]:
    """The one event that the sentence before is about, where it has no result of its own and a list of marks follows."""
    before, here = discourse.parts[number - 1].sentence, discourse.parts[number].sentence
    events = list(before.kind("event"))
    marks = any(m.i > before.a for m in before.kind("quantity", "medal", "ordinal", "order"))
    return events if len(events) == 1 and not marks and here.paragraph == before.paragraph and here.b - here.a <= _SHORT else []


def _pieces(discourse: Discourse, part: Part, m: Mention) -> list[Mention]:
    """An edition's name as the series and the town in it, where both can be told; else the whole."""
    if m.kind != "edition":
        return [m]
    series = [x for x in part.sentence.kind("series") if m.i <= x.i and x.j <= m.j]
    towns = [t for id_, _ in m.value for t in town(discourse, m, id_)]
    return [*series[:1], *towns[:1]] if series and towns else [m]


def town(discourse: Discourse, m: Mention, id_: str) -> list[Mention]:
    """The town of an edition where its name stands among some words."""
    edition = discourse.calendar.editions.get(id_)
    place = discourse.store.place(edition.city, "city") if edition and edition.city else None
    first = fold(place.name).split()[0] if place else ""
    at = next((t for t in range(m.i, m.j) if discourse.tokens.stem[t] == first), None)
    return [Mention("city", at, at + 1, ((place.id, "name"),), "attribution")] if place and at is not None else []


def _anchored(discourse: Discourse, m: Mention) -> bool:
    """Whether a count of years back starts from the day of the text (`a year before` starts from what was told last)."""
    return m.kind != "ago" or bool(set(discourse.tokens.low[m.i : m.j]) & discourse.lexicon.sets["anchored_ago"])


def belongs(discourse: Discourse, part: Part, word: Mention, m: Mention) -> bool:
    """Whether a word dates or places a mark: nothing between them starts anew or has a value of its own."""
    low, lexicon = discourse.tokens.low, discourse.lexicon
    if word.i < part.sentence.a:
        return True
    first, last = (word, m) if word.i < m.i else (m, word)
    if word.i < m.i and any(a.role == "owner" and a.how != "pronoun" and 0 <= m.i - a.j <= 2 for a in part.actors) and word.kind != "event":
        return False
    if _dated_by_clause(part, word, m) or _in_a_row(part, word, m):
        return True
    if of_others(discourse, part, word, m) or not _goes_on(discourse, part, word, m):
        return False
    if {*low[first.j : last.i], low[_leader(discourse, part, word)]} & lexicon.sets["dates_other"]:
        return False
    won_with = word.i < m.i and _won_with(discourse, part, m)
    return not _rival(discourse, part, word, m, first, last, won_with) and not of_a_holder(discourse, part, word, m)


def _leader(discourse: Discourse, part: Part, word: Mention) -> int:
    """The token before a word, or before the list of years that it ends (`after 2019 and 2023`)."""
    low, joins = discourse.tokens.low, discourse.lexicon.sets["conjunction"]
    at, years = word.i - 1, {m.i for m in part.sentence.kind("year")}
    while word.kind == "year" and at - 1 > part.sentence.a and (at in years or low[at] in joins):
        at -= 1
    return at


def _dated_by_clause(part: Part, word: Mention, m: Mention) -> bool:
    """Whether a clause right behind a year tells the mark of it: `since 1932, when Beccali ran 3:51.2`, `in May, when his 9,026 won`."""
    sentence = part.sentence
    here, there = sentence.segment(word.i), sentence.segment(m.i)
    if (
        word.kind not in ("year", "date")
        or there != here + 1
        or not sentence.opens_with(there, "when_words")
        or sentence.begins(there) - word.j > 1
    ):
        return False
    if any(a.role == "owner" and a.how in NAMED and a.j == m.i for a in part.actors):
        return False
    return not any(x.kind in ("quantity", "year", "date") and x.i != m.i for x in sentence.within(there))


def _in_a_row(part: Part, word: Mention, m: Mention) -> bool:
    """Whether a line without a verb lists one mark with its holder, place and day: `3:26.00, Hicham El Guerrouj (Morocco), Rome, 1998`."""
    sentence = part.sentence
    if not sentence.heading or word.i < m.i or word.kind not in ("date", "year", "city"):
        return False
    told = any(x.kind in _TOLD for x in sentence.mentions)
    return not told and len(part.actors) == 1 and all(x.i == m.i for x in sentence.kind("quantity"))


def _goes_on(discourse: Discourse, part: Part, word: Mention, m: Mention) -> bool:
    """Whether the segments from one to the other go on in one setting; a diary's day leads its whole line."""
    sentence, sets = part.sentence, discourse.lexicon.sets
    a, b = sorted((sentence.segment(word.i), sentence.segment(m.i)))
    if word.kind == "event" and any(sentence.opens[k][:1] == "(" for k in range(a + 1, b + 1)):
        return False
    opens = [sentence.opens[k] for k in range(a + 1, b + 1)]
    if word.kind == "date" and word.i == sentence.a:
        return b - a <= 2 and all(o in ("–", ":", ",", "—") for o in opens)
    if b - a == 1 and word.i < m.i and _won_with(discourse, part, m):
        return True
    if b - a > 3 or any(o.strip(",( ") not in sets["goes_on"] or o[:1] in _STRONG for o in opens):
        return False
    own = sentence.opens[listed_from(discourse, part, word)].strip(",(– ")
    if a != b and word.i > m.i and discourse.tokens.low[sentence.begins(b)] in sets["having"]:
        return False
    return a == b or not (own in sets["starts_aside"] or (word.i < m.i and own in ("which", "that")))


def _won_with(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a mark is what something was won with: `took the title in Lima with 2:27:20`."""
    start = part.sentence.begins(part.sentence.segment(m.i))
    return m.i - start <= 1 and discourse.tokens.low[start] in discourse.lexicon.sets["accompanying"]


def _rival(discourse: Discourse, part: Part, word: Mention, m: Mention, first: Mention, last: Mention, won_with: bool) -> bool:
    """Whether another value stands between a word and a mark, or nearer to the word in a segment of its own.

    What was `won_with` the mark is no rival.
    """
    sentence = part.sentence
    mine = sentence.segment(word.i)
    values = [x for x in sentence.kind(*_RIVALS) if not (x.i <= m.i < x.j) and x.i != word.i and (x.kind, x.value) != ("placing", "1")]
    if any(first.j <= x.i < last.i and x.kind in ("quantity", "medal", "title") for x in (*values, *points(discourse, part))):
        return True
    apart = sentence.segment(m.i) != mine and not won_with
    if apart and (any(sentence.segment(x.i) == mine for x in values) or _another_record(part, mine)):
        return True
    others = [x for x in values if x.kind == "quantity" and sentence.segment(x.i) == mine]
    return word.i < m.i and sentence.segment(m.i) == mine and any(x.j <= word.i for x in others)


def _another_record(part: Part, segment: int) -> bool:
    """Whether a segment tells of a record on a day counted from another (`a world record for 3,000m three days after that`)."""
    kinds = {m.kind for m in part.sentence.within(segment)}
    return {"record", "offset"} <= kinds


def tells(discourse: Discourse, part: Part, word: Mention, m: Mention, person: str) -> bool:
    """Whether a word dates or places a mark of somebody: it belongs to it, and stands behind nobody else's name (`Amusan's semi-final`)."""
    owned = (a for a in part.actors if a.role == "owner" and a.how in NAMED and a.j == word.i and a.ids)
    if any(person not in a.ids for a in owned):
        return False
    return belongs(discourse, part, word, m) and not _stands(discourse, part, word, m) and not _anothers(part, word, m, person)


def _anothers(part: Part, word: Mention, m: Mention, person: str) -> bool:
    """Whether a clause behind a mark tells of somebody else before a word: `in 3:27.65, a record that removed Quill's from Lima`."""
    sentence = part.sentence
    mine = sentence.segment(word.i)
    named = [a for a in part.actors if m.j <= a.i < word.i and a.how in NAMED and sentence.segment(a.i) == mine]
    return mine != sentence.segment(m.i) and any(a.ids and person not in a.ids for a in named[-1:])


def _stands(discourse: Discourse, part: Part, word: Mention, m: Mention) -> bool:
    """Whether a day is one on which a record was at a mark (`on 19 August the record was 3:48.8`), not that on which it was set."""
    if word.kind not in _DAYS or not word.j <= m.i:
        return False
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    record = next((x for x in part.sentence.kind("record") if word.j <= x.i and x.j <= m.i), None)
    return (
        record is not None
        and bool({*low[record.j : m.i]} & sets["being"])
        and not any(record.j <= x.i < m.i for x in part.sentence.kind("set"))
    )

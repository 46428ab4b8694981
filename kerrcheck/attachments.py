"""Attachments: a mark, a medal or a placing that the words right beside it give to somebody."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens

_DESCRIBING = frozenset(("nation", "status", "event", "series", "city", "fellow", "number", "sex", "runner", "scope", "age"))
_OF_CONTEST = ("event", "sex", "round", "edition", "series", "city", "year", "stadium", "fill", "scope")
_DONE, _FAR = frozenset(("quantity", "medal", "record", "best", "title", "placing", "round")), 4


def attached(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """The actor that a mention hangs on directly."""
    return (
        _modified(part, m)
        or _heads(tokens, lexicon, part, m)
        or _apposed(tokens, lexicon, part, m)
        or _possessor(tokens, lexicon, part, m, 0)
        or _given_away(tokens, lexicon, part, m)
        or _after(tokens, lexicon, part, m)
        or _receiver(tokens, lexicon, part, m)
        or _possessor(tokens, lexicon, part, m, _FAR)
        or _bracketed(tokens, part, m)
    )


def _heads(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """Who stands right behind a word that opens its clause: `and the runner-up, Brekke, embraced`, `silver to Brekke`."""
    low, sets, sentence = tokens.low, lexicon.sets, part.sentence
    if m.j >= sentence.b:
        return _as(tokens, lexicon, part, m)
    first = m.i - (m.i > sentence.a and low[m.i - 1] in sets["articles"] | sets["possessives"])
    opens = first == sentence.begins(sentence.segment(first)) or low[first - 1] in sets["chains"]
    if opens and m.kind == "medal" and low[m.j] in sets["owners_medal"]:
        return next((a for a in part.actors if a.np == m.j + 1 and a.how in NAMED and a.role != "owner"), None)
    told = next((a for a in part.actors if a.i == m.j and a.how in NAMED and (a.j >= sentence.b or "," in tokens.gap(a.j))), None)
    if told is None or "," not in tokens.gap(m.j):
        return _as(tokens, lexicon, part, m)
    noun = low[m.j - 1] in sets["medal_holders"] or (m.kind == "placing" and low[m.i - 1] in sets["definite"] | sets["possessives"])
    if (noun and not any(a.j == first for a in part.actors)) or (opens and told.role == "owner" and m.kind == "medal"):
        return told
    return _as(tokens, lexicon, part, m)


def _as(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`with Brekke as runner-up`: whoever stands before `as`."""
    at = m.i - 1 - (m.i > part.sentence.a and tokens.low[m.i - 1] in lexicon.sets["articles"])
    here = at > part.sentence.a and tokens.low[at] in lexicon.sets["as"]
    return next((a for a in part.actors if a.j == at and a.how in NAMED), None) if here else None


def _apposed(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`behind X, the silver medallist`, `X's 9.86, which was sixth`: what stands in apposition is said of the last one named."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    opens = sentence.opens[mine]
    if m.kind == "quantity":
        enclosed = opens == "," and m.j < sentence.b and "," in tokens.gap(m.j) and sentence.segment(m.i - 1) != mine
        return next((a for a in part.actors if a.j == m.i and a.role == "object"), None) if enclosed else None
    relative = opens[:1] == "," and opens[1:] in lexicon.sets["which"]
    if opens != "," and not relative:
        return None
    start = sentence.begins(mine)
    last = next((a for a in reversed(part.actors) if a.j <= start), None)
    if last is None or relative:
        return last if last and last.how in NAMED else None
    described = tokens.low[start] in lexicon.sets["describing"] and all(_describes(part, t) for t in range(start + 1, m.i))
    return last if last.j == start and described and m.i - start <= 5 else None


def _describes(part: Part, t: int) -> bool:
    """Whether a token only describes: a nation, a status, an event, an age."""
    return any(x.i <= t < x.j and x.kind in _DESCRIBING for x in part.sentence.mentions)


def _modified(part: Part, m: Mention) -> Actor | None:
    """`silver medallist Kerr`: the name whose noun phrase holds the mention."""
    return next((a for a in part.actors if a.np <= m.i < a.i), None)


def _after(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`3:41.2 for Brekke`, `silver went to Brekke`, `the 8.31 that Brekke jumped`."""
    low, sets = tokens.low, lexicon.sets
    if m.j >= part.sentence.b:
        return None
    takes = passed(tokens, lexicon, part, m)
    at = takes.j - 1 if takes else m.j
    allowed = " )," if low[at] in sets["thing_relatives"] else " )"
    if low[at] not in sets["owners_after"] or tokens.gap(at).strip(allowed):
        return None
    if low[at] in sets["owners_mark"] and any(a.j <= m.i and a.role == "subject" for a in part.actors):
        return None
    if not takes and low[at] in sets["owners_medal" if m.kind in ("quantity", "ordinal") else "owners_mark"]:
        return None
    after = next((a for a in part.actors if (a.np <= at + 1 <= a.i and a.how != "relative") or a.i == at + 1), None)
    if after and low[at] in sets["thing_relatives"] and after.j < part.sentence.b and low[after.j] in sets["not_doing"]:
        return None
    return None if takes and after and after.role == "owner" and after.i != m.i else after


def passed(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Mention | None:
    """The verb that gives a medal to somebody, right behind it or behind the event and the competition it is of."""
    takes = next((t for t in part.sentence.kind("take") if t.i >= m.j and tokens.low[t.j - 1] in lexicon.sets["receiving"]), None)
    if takes is None or (takes.i > m.j and m.kind != "medal"):
        return None
    said = {t for x in part.sentence.kind(*_OF_CONTEST) for t in range(x.i, x.j)}
    of = all(t in said or tokens.low[t] in lexicon.sets["fill"] or tokens.low[t] in lexicon.units for t in range(m.j, takes.i))
    return takes if of and not any("," in tokens.gap(t) for t in range(m.j, takes.i + 1)) else None


def _receiver(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`silver went to Brekke of Norway in 3:41.2`: the mark is that of whoever the medal went to."""
    medal = next(part.sentence.kind("medal"), None)
    takes = passed(tokens, lexicon, part, medal) if medal and m.kind == "quantity" else None
    if m.kind == "quantity" and not takes:
        return _gone_to(tokens, lexicon, part, m)
    if takes is None or medal is None or part.sentence.segment(m.i) - part.sentence.segment(takes.i) not in (0, 1):
        return None
    who = next((a for a in part.actors if a.np == takes.j and a.role != "owner"), None) or _given_away(tokens, lexicon, part, medal)
    return None if who is None or any(who.j <= a.i < m.i for a in part.actors if a.how != "team") else who


def _gone_to(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`the other heat went to Brekke in 3:41.2`: the mark is that of whoever won."""
    takes = {t.j for t in part.sentence.kind("take") if t.j - t.i > 1 and tokens.low[t.j - 1] in lexicon.sets["receiving"]}
    who = next((a for a in part.actors if a.np in takes and a.how in NAMED and a.j <= m.i <= a.j + _FAR), None)
    return who if who is not None and part.sentence.segment(who.i) == part.sentence.segment(m.i) else None


def _given_away(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`silver for Edinburgh`, `bronze to Kenya`: a place gets it, and nobody is named."""
    takes = passed(tokens, lexicon, part, m)
    at = takes.j - 1 if takes else m.j
    if m.kind != "medal" or at + 1 >= part.sentence.b or tokens.gap(at).strip():
        return None
    place = next((x for x in part.sentence.kind("nation", "city") if x.i in (at + 1, at + 2)), None)
    again = any(x.i == part.sentence.begins(part.sentence.segment(m.i)) for x in part.sentence.kind("take"))
    before = (a for a in part.actors if a.j <= m.i and a.role == "subject")
    taken = any(again or part.sentence.segment(a.i) == part.sentence.segment(m.i) for a in before)
    if place is None or (taken and (takes is None or takes.j - takes.i == 1)):
        return None
    if any(a.np <= place.i < a.j for a in part.actors if a.how != "team"):
        return None
    given = lexicon.sets["receiving"].intersection(tokens.low[at : place.i])
    return Actor(place.i, place.j, place.i, (), "team", "subject", place) if given else None


def themselves(tokens: Tokens, lexicon: Lexicon, part: Part, actor: Actor, m: Mention) -> bool:
    """Whether a verb tells of somebody, or of a deed of theirs (`his run`), and not of their brother or rival."""
    if actor.role != "owner" and tokens.low[actor.i] not in lexicon.sets["possessive_relatives"]:
        return True
    between = [x for x in part.sentence.mentions if actor.j <= x.i < m.i]
    deeds = lexicon.sets["deeds"]
    # `Quill's winning time was`: that verb only describes what is owned.
    verbs = (x for x in between if x.kind in ("finish", "take") and not (x.i == actor.j and tokens.low[x.j] in deeds))
    verb = m if m.kind == "placing" else next(verbs, None)
    owned = range(actor.j, verb.i if verb else actor.j)
    done = any(x.i in owned and x.kind in _DONE for x in between)
    said = {t for x in between for t in range(x.i, x.j) if x.kind in (*_OF_CONTEST, "status", "age", "number")}
    deed = any(tokens.low[t] in deeds for t in owned)
    return verb is None or done or deed or (m.kind == "placing" and said.issuperset(owned))


def _possessor(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention, reach: int) -> Actor | None:
    """`Kerr's 3:27.79`, `his silver`."""
    for actor in reversed(part.actors):
        near = actor.role == "owner" and actor.j <= m.i <= actor.j + reach
        told = m.kind == "quantity" and (actor.j == m.i or tokens.low[m.i - 1] in lexicon.sets["deeds"])
        gaps = (tokens.gap(k).strip(" -’'“\":" if told and k == m.i else " -’'“\"") for k in range(actor.j, m.i + 1))
        if near and not any(gaps):
            return None if _name_between(part, actor.j, m.i) or not themselves(tokens, lexicon, part, actor, m) else actor
    return None


def _name_between(part: Part, i: int, j: int) -> bool:
    """Whether somebody is named between two tokens."""
    return any(i <= a.i < j and a.how in ("full", "family") for a in part.actors)


def _bracketed(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`Kerr (3:27.79)`, `Kerr (GBR, 3:27.79)`."""
    text = tokens.text
    start = text.rfind("(", tokens.start[part.sentence.a], tokens.start[m.i])
    if start < 0 or ")" in text[start : tokens.start[m.i]]:
        return None
    at = tokens.at(start)
    return next((a for a in reversed(part.actors) if a.j <= at <= a.j + 1), None)


def won_by(tokens: Tokens, lexicon: Lexicon, part: Part) -> Iterator[tuple[Mention, Actor]]:
    """Every `won by Quill`: the words, and who won."""
    low = tokens.low
    for x in part.sentence.kind("between"):
        if x.j - x.i == 2 and low[x.j - 1] in lexicon.sets["doers"] and "placing" in lexicon.kinds(low[x.i : x.i + 1], 0):
            yield from ((x, a) for a in part.actors if a.np == x.j and a.how in NAMED and a.role != "owner")

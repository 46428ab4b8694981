"""Whose a mark, a medal or a placing is: the actor that the words around it give it to."""

from kerrcheck.actors import Actor
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.words import Tokens


def owner(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """The actor a mention belongs to, None where the sentence does not say."""
    paired = _respectively(tokens, part, m) or _versus(tokens, part, m)
    if paired is not None:
        return paired
    return (
        _apposed(tokens, part, m)
        or
        _modified(part, m)
        or _possessor(tokens, part, m, 0)
        or _given_away(tokens, part, m)
        or _after(tokens, lexicon, part, m)
        or _possessor(tokens, part, m, 4)
        or _bracketed(tokens, part, m)
        or _subject_here(part, m)
        or _beside(tokens, part, m)
        or _subject(tokens, part, m)
        or _following(tokens, part, m)
        or _elided(part, m)
    )


def bond(part: Part, m: Mention, who: Actor | None) -> str:
    """How firmly a mention belongs to its owner: `strong` in one segment, `weak` across, `none` where only the topic goes on."""
    if who is None or who.how == "elided":
        return "none"
    if who.how in ("pronoun", "epithet", "relative"):
        return "weak"
    if who.np <= m.i < who.i or who.role == "owner":
        return "strong"
    if _main_again(part, part.sentence.segment(m.i)):
        return "strong"
    return "strong" if part.sentence.segment(who.i) == part.sentence.segment(m.i) or abs(who.i - m.i) <= 4 else "weak"


def _apposed(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`behind X, the silver medallist`, `X's 9.86, which was sixth`: what stands in apposition is said of the last one named."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    opens = sentence.opens[mine]
    if m.kind == "quantity" and opens == "," and m.j < sentence.b and "," in tokens.gap(m.j) and sentence.segment(m.i - 1) != mine:
        return next((a for a in part.actors if a.j == m.i and a.role == "object"), None)
    if opens not in (",", ",which") or m.kind == "quantity":
        return None
    start = sentence.a + sentence.segments.index(mine)
    last = next((a for a in reversed(part.actors) if a.j <= start), None)
    if opens == ",which":
        return last if last and last.how in _NAMED else None
    described = tokens.low[start] in ("the", "a") and all(_describes(part, t, tokens) for t in range(start + 1, m.i))
    return last if last and last.j == start and described and m.i - start <= 5 else None


_NAMED = ("full", "family", "given")


def _describes(part: Part, t: int, tokens: Tokens) -> bool:
    """Whether a token only describes: a nation, a status, an event, an age."""
    return any(x.i <= t < x.j and x.kind in ("nation", "status", "event", "series", "city", "fellow", "number", "status", "sex", "runner", "scope", "age") for x in part.sentence.mentions)


def _versus(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`A beat B, 9.81 to 9.89`: the first of two marks is the winner's."""
    same = [x for x in part.sentence.mentions if x.kind == "quantity"]
    for one, two in zip(same, same[1:], strict=False):
        if tokens.low[one.j : two.i] == ["to"] and any(tokens.low[two.j : x.i] == ["and"] for x in same):
            return Actor(m.i, m.i, m.i, (), "team", "subject", m)
        if m.i in (one.i, two.i) and tokens.low[one.j : two.i] == ["to"]:
            named = [a for a in part.actors if a.j <= one.i and a.how in _NAMED]
            if len(named) >= 2:
                return named[-2] if m.i == one.i else named[-1]
    return None


def _modified(part: Part, m: Mention) -> Actor | None:
    """`silver medallist Kerr`: the name whose noun phrase holds the mention."""
    return next((a for a in part.actors if a.np <= m.i < a.i), None)


def _after(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`3:41.2 for Brekke`, `silver went to Brekke`, `the 8.31 that Brekke jumped`."""
    at = m.j
    if at >= part.sentence.b:
        return None
    takes = next((t for t in part.sentence.mentions if t.kind == "take" and t.i == at and tokens.low[t.j - 1] in ("to", "for")), None)
    if takes:
        at = takes.j - 1
    if tokens.low[at] not in lexicon.sets["owners_after"] or tokens.gap(at).strip(" )" if tokens.low[at] not in ("that", "which") else " ),"):
        return None
    if tokens.low[at] in lexicon.sets["owners_mark"] and any(a.j <= m.i and a.role == "subject" for a in part.actors):
        return None
    if not takes and tokens.low[at] in lexicon.sets["owners_medal" if m.kind == "quantity" else "owners_mark"]:
        return None
    return next((a for a in part.actors if a.np <= at + 1 <= a.i and a.how != "relative" or a.i == at + 1), None)


def _given_away(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`silver for Edinburgh`, `bronze to Kenya`: a place gets it, and nobody is named."""
    at = m.j
    if m.kind != "medal" or at + 1 >= part.sentence.b or tokens.gap(at).strip():
        return None
    place = next((x for x in part.sentence.mentions if x.i in (at + 1, at + 2) and x.kind in ("nation", "city")), None)
    if place is None or any(a.np <= place.i < a.j for a in part.actors if a.how != "team"):
        return None
    prepositions = tokens.low[at:place.i]
    return Actor(place.i, place.j, place.i, (), "team", "subject", place) if set(prepositions) & {"for", "to"} else None


def _possessor(tokens: Tokens, part: Part, m: Mention, reach: int) -> Actor | None:
    """`Kerr's 3:27.79`, `his silver`."""
    for actor in reversed(part.actors):
        if actor.role == "owner" and actor.j <= m.i <= actor.j + reach:
            if not any(tokens.gap(k).strip(" -’'“\"") for k in range(actor.j, m.i + 1)):
                return None if _name_between(part, actor.j, m.i) else actor
    return None


def _name_between(part: Part, i: int, j: int) -> bool:
    return any(i <= a.i < j and a.how in ("full", "family") for a in part.actors)


def _bracketed(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`Kerr (3:27.79)`, `Kerr (GBR, 3:27.79)`."""
    text = tokens.text
    start = text.rfind("(", tokens.start[part.sentence.a], tokens.start[m.i])
    if start < 0 or ")" in text[start : tokens.start[m.i]]:
        return None
    at = tokens.at(start)
    return next((a for a in reversed(part.actors) if a.j <= at <= a.j + 1), None)


def _subject_here(part: Part, m: Mention) -> Actor | None:
    """The nearest subject before the mention in its own segment."""
    mine = part.sentence.segment(m.i)
    here = [a for a in part.actors if a.j <= m.i and part.sentence.segment(a.i) == mine and a.role == "subject"]
    return here[-1] if here else None


def _beside(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`and the record of 3:28.81 has been Farah's`: somebody after the mention, alone in a segment that opens anew."""
    mine = part.sentence.segment(m.i)
    opens = part.sentence.opens[mine]
    if mine and not opens.strip(",") and opens[:1] not in (";", ":"):
        return None
    if any(part.sentence.segment(a.i) == mine and a.j <= m.i for a in part.actors):
        return None
    after = next((a for a in part.actors if a.i >= m.j and part.sentence.segment(a.i) == mine), None)
    if after is None or after.np - m.j > 4 or after.role in ("object", "owner") or after.how not in ("full", "family", "given"):
        return None
    kinds = {x.kind for x in part.sentence.mentions if m.j <= x.i < after.np}
    return None if kinds & {"order", "gap"} else after


def _subject(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """The nearest actor before the mention that can be a subject, its own segment first."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    before = [a for a in part.actors if a.j <= m.i]
    relative = _in_relative(sentence.opens, mine)
    if _main_again(part, mine):
        before = [a for a in before if not _aside(sentence.opens, sentence.segment(a.i))] or before
    for actor in reversed(before):
        segment = sentence.segment(actor.i)
        if segment == mine or actor.role == "object":
            continue
        if actor.role == "owner" and not _owned_subject(tokens, part, actor):
            continue
        if actor.how == "relative" and not relative and segment < mine and _closed(sentence.opens, segment, mine):
            continue
        return actor
    return None


def _main_again(part: Part, segment: int) -> bool:
    """Whether a segment goes on with the main clause: a bare comma and a finite verb."""
    sentence = part.sentence
    start = sentence.a + sentence.segments.index(segment)
    return sentence.opens[segment] == "," and any(x.i == start and x.kind in ("finish", "take", "placing") for x in sentence.mentions)


def _aside(opens: list[str], segment: int) -> bool:
    """Whether a segment, or the one it hangs on, is a clause set aside from the main one."""
    return opens[segment].strip(",;:–—() ") in ("who", "whose", "whom", "which", "with", "where", "when", "until", "as", "after", "before")


def _owned_subject(tokens: Tokens, part: Part, actor: Actor) -> bool:
    """Whether what somebody owns opens the sentence and stands for them (`Kerr's run brought him silver`)."""
    return actor.np == part.sentence.a or sentence_start(part, actor)


def sentence_start(part: Part, actor: Actor) -> bool:
    """Whether an actor is the first of its segment."""
    return part.sentence.segment(actor.np - 1) != part.sentence.segment(actor.np) if actor.np > part.sentence.a else True


def _in_relative(opens: list[str], segment: int) -> bool:
    return opens[segment].strip(",;:–—( ") in ("who", "whose", "whom", "which", "that")


def _closed(opens: list[str], relative: int, now: int) -> bool:
    """Whether a relative clause that opened at one segment has closed before another: a bare comma or a stop since."""
    return any(opens[k] in (",", ")", "–", "—") for k in range(relative + 1, now + 1))


def _following(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`Fourth was Brekke`, `Gold: Brekke`: the first actor after a mention that no actor stands before."""
    after = [a for a in part.actors if a.i >= m.j]
    if not after or any(a.j <= m.i for a in part.actors):
        return None
    first = after[0]
    if first.role == "owner":
        return None
    between = [tokens.gap(k).strip() for k in range(m.j, first.np + 1)]
    if first.np - m.j <= 4 and not any("," in gap or ";" in gap for gap in between):
        return first
    return None


def _elided(part: Part, m: Mention) -> Actor | None:
    """Nobody is named in the sentence before the mention: the topic carried into it."""
    if part.topic and not part.sentence.heading and not any(a.j <= m.i for a in part.actors):
        return Actor(m.i, m.i, m.i, part.topic, "elided", "subject", m)
    return None


def _respectively(tokens: Tokens, part: Part, m: Mention) -> Actor | None:
    """`A, B and C were first, second and third`: names and values of equal number, paired in order."""
    sentence = part.sentence
    last = tokens.low[sentence.a : sentence.b]
    values = _run(tokens, [x for x in sentence.mentions if x.kind == m.kind], m)
    if len(values) < 2:
        return None
    names = [a for a in part.actors if a.j <= values[0].i and a.how in ("full", "family", "given")]
    run = names[-len(values) :]
    if len(run) != len(values) or not _listed(tokens, [(a.np, a.j) for a in run]):
        return None
    if len(names) > len(values) and "respectively" not in last and _listed(tokens, [(a.np, a.j) for a in names[-len(values) - 1 :]]):
        return None
    return run[values.index(m)]


def _run(tokens: Tokens, same: list[Mention], m: Mention) -> list[Mention]:
    """The mentions of a kind that are listed together with one: joined by commas and `and`."""
    at = next((k for k, x in enumerate(same) if x.i == m.i), None)
    if at is None:
        return []
    low = high = at
    while low > 0 and _listed(tokens, [(same[low - 1].i, same[low - 1].j), (same[low].i, same[low].j)]):
        low -= 1
    while high + 1 < len(same) and _listed(tokens, [(same[high].i, same[high].j), (same[high + 1].i, same[high + 1].j)]):
        high += 1
    return same[low : high + 1]


def _listed(tokens: Tokens, places: list[tuple[int, int]]) -> bool:
    """Whether stretches of tokens follow each other with only commas or `and` between."""
    for (_, end), (start, _) in zip(places, places[1:], strict=False):
        words = tokens.low[end:start]
        if words not in ([], ["and"], ["to"]) or any(tokens.gap(k).strip() not in ("", ",") for k in range(end, start + 1)):
            return False
        if not words and tokens.gap(start).strip() != ",":
            return False
    return True

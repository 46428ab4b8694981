"""Whose a mark, a medal or a placing is: the actor that the words around it give it to."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.attachments import attached, themselves, won_by
from kerrcheck.discourse import Part
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.pairing import paired
from kerrcheck.recipients import for_whom, told_behind
from kerrcheck.relations import related
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_NEAR = 4


def owner(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """The actor a mention belongs to, None where the sentence does not say."""
    if tokens.quoted[m.i] and (speaker := _speaker(tokens, part)):
        return speaker
    found = (
        paired(tokens, lexicon, part, m)
        or _winner(tokens, lexicon, part, m)
        or related(tokens, lexicon, part, m)
        or attached(tokens, lexicon, part, m)
        or for_whom(tokens, lexicon, part, m)
        or _subject_here(part, m)
        or _beside(part, m)
        or _subject(tokens, lexicon, part, m)
        or _following(tokens, lexicon, part, m)
        or _elided(part, m)
        or told_behind(part, m)
    )
    return _named(part, found) if found and themselves(tokens, lexicon, part, found, m) else None


def _winner(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`was won by Quill in 3:41.2`, `was followed home by Quill in 3:41.2`: the mark is that of whoever won, or followed."""
    here, low = part.sentence.segment(m.i), tokens.low
    after = (a for a in part.actors if a.how in NAMED and low[a.np - 1] in lexicon.sets["doers"])
    behind = [a for a in after if {*low[max(part.sentence.a, a.np - 3) : a.np - 1]} & lexicon.sets["followed"]]
    some = [*(who for _, who in won_by(tokens, lexicon, part)), *behind]
    by = (who for who in some if who.j <= m.i <= who.j + _NEAR and part.sentence.segment(who.i) == here)
    return next((who for who in by if m.kind == "quantity"), None)


def _named(part: Part, who: Actor) -> Actor:
    """Somebody by the name that a description stands behind (`Cloete, the South African, took silver`)."""
    if who.how != "epithet":
        return who
    return next((a for a in part.actors if a.how in NAMED and a.ids == who.ids and 0 <= who.np - a.j <= 1), who)


def _speaker(tokens: Tokens, part: Part) -> Actor | None:
    """Who says what is quoted, where the sentence names somebody outside its quotation marks."""
    if not any(part.sentence.kind("say")):
        return None
    return next((a for a in part.actors if not tokens.quoted[a.i] and a.ids), None)


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
    here = part.sentence.segment(who.i) == part.sentence.segment(m.i)
    return "strong" if here or abs(who.i - m.i) <= _NEAR or _apposed(part, m, who) else "weak"


def _apposed(part: Part, m: Mention, who: Actor) -> bool:
    """Whether a medal stands in the apposition right behind somebody's name: `Quill, world championship silver medallist in 2023,`."""
    mine = part.sentence.segment(m.i)
    return m.kind == "medal" and part.sentence.begins(mine) == who.j and m.i - who.j <= _NEAR


def _subject_here(part: Part, m: Mention) -> Actor | None:
    """The nearest subject before the mention in its own segment."""
    mine = part.sentence.segment(m.i)
    here = [a for a in part.actors if a.j <= m.i and part.sentence.segment(a.i) == mine and a.role == "subject"]
    return here[-1] if here else None


def _beside(part: Part, m: Mention) -> Actor | None:
    """`and the record of 3:28.81 has been Farah's`: somebody after the mention, alone in a segment that opens anew."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    opens = sentence.opens[mine]
    if mine and not opens.strip(",") and opens[:1] not in (";", ":"):
        return None
    here = [a for a in part.actors if sentence.segment(a.i) == mine]
    after = next((a for a in here if a.i >= m.j), None)
    if after is None or any(a.j <= m.i for a in here) or not _opens(after, m):
        return None
    kinds = {x.kind for x in sentence.mentions if m.j <= x.i < after.np}
    return None if kinds & {"order", "gap"} else after


def _opens(actor: Actor, m: Mention) -> bool:
    """Whether somebody named shortly after a mention is no object of it."""
    return actor.np - m.j <= _NEAR and actor.role not in ("object", "owner") and actor.how in NAMED


def _subject(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """The nearest actor before the mention that can be a subject, its own segment first."""
    sentence = part.sentence
    mine = sentence.segment(m.i)
    before = [a for a in part.actors if a.j <= m.i]
    if _main_again(part, mine):
        asides = [k for k in range(mine) if _is_aside(tokens, lexicon, sentence, k)]
        first = next((k for k in reversed(asides) if sentence.opens[k][:1] == ","), 0)
        before = [a for a in before if (k := sentence.segment(a.i)) < first or k not in asides] or before
    # `She won in Lima, with Quill second, and took silver`: who was there too took nothing
    elif mine and sentence.opens[mine] == ",and" and sentence.opens[mine - 1][:1] == "," and sentence.opens_with(mine - 1, "accompanying"):
        before = [a for a in before if sentence.segment(a.i) < mine - 1] or before
    return next((a for a in reversed(before) if _can_be_subject(part, a, mine)), None)


def _can_be_subject(part: Part, actor: Actor, mine: int) -> bool:
    """Whether an actor of another segment can be the subject of one."""
    sentence = part.sentence
    segment = sentence.segment(actor.i)
    if segment == mine or actor.role == "object" or (actor.role == "owner" and not _stands_first(part, actor)):
        return False
    closed = actor.how == "relative" and segment < mine and _closed(sentence.opens, segment, mine)
    return not closed or _in_relative(sentence, mine)


def _main_again(part: Part, segment: int) -> bool:
    """Whether a segment goes on with the main clause: a bare comma and a finite verb."""
    sentence = part.sentence
    start = sentence.begins(segment)
    return sentence.opens[segment] == "," and any(x.i == start and x.kind in ("finish", "take", "placing") for x in sentence.mentions)


def _is_aside(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, segment: int) -> bool:
    """Whether a segment is an aside: a relative clause and the like, or what the subject is doing (`, passing Kerr,`)."""
    doing = sentence.opens[segment] == "," and tokens.low[sentence.begins(segment)].endswith(lexicon.phrases["going_on"])
    return sentence.opens_with(segment, "asides") or doing


def _stands_first(part: Part, actor: Actor) -> bool:
    """Whether what somebody owns opens its segment and stands for them (`Kerr's run brought him silver`)."""
    sentence = part.sentence
    return actor.np <= sentence.a or sentence.segment(actor.np - 1) != sentence.segment(actor.np)


def _in_relative(sentence: Sentence, segment: int) -> bool:
    """Whether a segment is a relative clause, and no bracket has closed before it."""
    return sentence.opens_with(segment, "relatives") and sentence.opens[segment][:1] != ")"


def _closed(opens: list[str], relative: int, now: int) -> bool:
    """Whether a relative clause that opened at one segment has closed before another: a bare comma or a stop since."""
    return any(opens[k] in (",", ")", "–", "—") for k in range(relative + 1, now + 1))


def _following(tokens: Tokens, lexicon: Lexicon, part: Part, m: Mention) -> Actor | None:
    """`Fourth was Brekke`, `Gold: Brekke`, `in fourth, representing Peru, was Brekke`: the first actor behind, none being before."""
    after = [a for a in part.actors if a.i >= m.j and a.how != "team"]
    if not after or any(a.j <= m.i for a in part.actors) or after[0].role == "owner":
        return None
    between = [tokens.gap(k).strip() for k in range(m.j, after[0].np + 1)]
    if any(x.kind == "order" and m.j <= x.i < after[0].np for x in part.sentence.mentions):
        return None
    if m.kind == "ordinal" and tokens.low[after[0].np - 1] in lexicon.sets["being"] and ";" not in between:
        return after[0] if after[0].np - m.j <= 2 * _NEAR else None
    return after[0] if after[0].np - m.j <= _NEAR and not any("," in gap or ";" in gap for gap in between) else None


def _elided(part: Part, m: Mention) -> Actor | None:
    """Nobody is named in the sentence before the mention: the topic carried into it."""
    if part.topic and not part.sentence.heading and not any(a.j <= m.i for a in part.actors):
        return Actor(m.i, m.i, m.i, part.topic, "elided", "subject", m)
    return None

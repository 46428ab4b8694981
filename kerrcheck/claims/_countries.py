"""Countries told of somebody in more words: in a row of results, with an age, by a verb, or as those for whom a place was taken."""

from kerrcheck.actors import NAMED, Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.owners import bond, owner

_PLACES = ("placing", "medal", "finish", "ordinal")
_NAMES = ("name", "alias", "part")
_EXACT = 1_000_000
_AGES = ("age", "status")


def said(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """Whom a nation is told of in any of these ways, and how."""
    if discourse.tokens.low[m.j - 1] != discourse.tokens.stem[m.j - 1]:
        return None, ""
    for form in (_in_a_row, _with_an_age, _by_a_verb, _represented):
        who = form(discourse, part, m)
        if who is not None:
            return who, "apposition"
    return None, ""


def _in_a_row(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """`1 Kerr GBR 3:27.79`: a code between a name and a mark."""
    tokens = discourse.tokens
    if not (m.j - m.i == 1 and tokens.raw[m.i].isupper() and any(flavour == "code" for _, flavour in m.value)):
        return None
    marked = any(x.i == m.j and (x.value.precision or x.value.milli >= _EXACT) for x in part.sentence.kind("quantity"))
    return next((a for a in part.actors if a.how in NAMED and a.j == m.i and tokens.gap(m.i) == " "), None) if marked else None


def _with_an_age(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """`Kerr, a 26-year-old Briton, ran`: an article, an age, a nation and a stop."""
    tokens, sets = discourse.tokens, discourse.lexicon.sets
    who = next((a for a in reversed(part.actors) if a.j < m.i), None)
    if who is None or who.how not in NAMED or not _stops(discourse, part, m) or tokens.gap(who.j).strip() != ",":
        return None
    told = {t for x in part.sentence.kind(*_AGES) for t in range(x.i, x.j)} | {
        t for t in range(who.j, m.i) if tokens.low[t] in sets["year_old"]
    }
    between = range(who.j + 1, m.i)
    return who if tokens.low[who.j] in sets["articles"] and between and all(t in told for t in between) else None


def _by_a_verb(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """`Kerr, who is British,` and `Kerr is a Briton.`."""
    low, sets = discourse.tokens.low, discourse.lexicon.sets
    at = m.i - (low[m.i - 1] in sets["articles"] if m.i else 0) - 1
    if at <= part.sentence.a or low[at] not in sets["present_being"] or not _stops(discourse, part, m):
        return None
    return next((a for a in part.actors if a.j == at and a.how in (*NAMED, "relative") and a.role == "subject"), None)


def _represented(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """`Kerr was second for Britain`, `Kerr took silver for Britain`: whoever is told to have taken the place."""
    tokens, sentence = discourse.tokens, part.sentence
    if not any(flavour in _NAMES for _, flavour in m.value) or tokens.low[m.i - 1] not in discourse.lexicon.sets["sake"]:
        return None
    place = next((x for x in sentence.kind(*_PLACES) if x.j == m.i - 1 and not tokens.gap(m.i - 1).strip()), None)
    if place is None or {*tokens.low[m.j : m.j + 1]} & discourse.lexicon.sets["conjunction"]:
        return None
    who = owner(tokens, discourse.lexicon, part, place)
    start = sentence.begins(sentence.segment(m.i))
    alone = [a for a in part.actors if start <= a.i < m.i and a.how in NAMED]
    opens = who is not None and alone == [who] and who.role == "subject" and who.np - start <= 1
    if who is None or {*tokens.low[who.j : place.i]} & discourse.lexicon.sets["pairing"]:
        return None
    return who if opens and bond(part, place, who) == "strong" else None


def _stops(discourse: Discourse, part: Part, m: Mention) -> bool:
    """Whether a stop stands right behind a nation, so that it describes no noun."""
    return m.j >= part.sentence.b or bool(discourse.tokens.gap(m.j).strip())

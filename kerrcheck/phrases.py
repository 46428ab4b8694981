"""Phrases: the noun phrase that a name ends, and the part it plays in its clause."""

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.words import Tokens

_LEFT = frozenset((
    "nation", "medal", "title", "series", "status", "fellow", "name-title", "article", "placing", "age", "holder", "record",
    "scope", "runner", "event", "edition", "city", "year", "best", "role", "sex", "pronoun",
))  # fmt: skip
_ACTS = frozenset(("set", "take", "ordinal", "medal", "placing", "lead", "pass"))
_MEASURED = ("hedge", "quantity")
_PERSONS = ("person", "given", "pronoun")


def start(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, i: int) -> int:
    """Where the noun phrase starts that ends at token i: titles, nations and the like belong to it."""
    low, sets = tokens.low, lexicon.sets
    left = sentence.once("left", lambda: _left(sentence))
    inside = sentence.once("inside", lambda: sets["year_old"] | (sets["determiners"] - sets["outside_phrase"]))
    np = i
    while np > sentence.a and not tokens.gap(np).strip(" -’'") and (np - 1 in left or low[np - 1] in inside):
        np -= 1
    return _articled(tokens, lexicon, sentence, np)


def _left(sentence: Sentence) -> set[int]:
    """The tokens of a sentence that belong to the phrase of a name behind them."""
    takes = {t for m in sentence.kind("take", "order") for t in range(m.i, m.j)}
    return {t for m in sentence.mentions if m.kind in _LEFT for t in range(m.i, m.j)} - takes


def _articled(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, np: int) -> int:
    """Further left over plain adjectives, if an article opens the phrase (`a fast closing X`)."""
    low, articles = tokens.low, lexicon.sets["articles"]
    known = sentence.once("known", lambda: {m.i for m in sentence.mentions if m.kind not in ("fellow", "status")})
    for k in range(np - 1, max(sentence.a, np - 4) - 1, -1):
        if tokens.gap(k + 1).strip(" -"):
            break
        if low[k] in articles:
            return k
        if k in known or not tokens.raw[k][0].islower() or low[k] in lexicon.common:
            break
    return np


def role(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention, np: int, how: str) -> str:
    """The part that a person named at m plays, in the noun phrase from np: owner, object or subject."""
    low, sets = tokens.low, lexicon.sets
    owns = low[m.j - 1] != tokens.stem[m.j - 1] or _bare_apostrophe(tokens, sentence, m)
    object_ = m.kind == "pronoun" and done_to(tokens, lexicon, sentence, m)
    if owns or (m.kind == "pronoun" and low[m.i] in sets["possessives"] and not object_):
        return "owner"
    objective = object_ or (m.kind == "pronoun" and low[m.i] in sets["object_pronouns"]) or (how == "family" and _bare(sentence, m, np))
    objective = objective or _governed(tokens, lexicon, sentence, m, np)
    return "object" if objective and not _receives(tokens, lexicon, sentence, np) else "subject"


def done_to(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention) -> bool:
    """Whether a pronoun that may own what follows owns nothing: `Quill beat her by a second`, `behind her, Brekke`."""
    ends = m.j >= sentence.b or bool(tokens.gap(m.j).strip()) or tokens.low[m.j] in lexicon.sets["prepositions"]
    return ends and any(x.j == m.i for x in sentence.kind("order"))


def _bare_apostrophe(tokens: Tokens, sentence: Sentence, m: Mention) -> bool:
    """Whether an apostrophe alone makes a possessor of a name in `s`, and is no closing quotation mark (`Phillips' 47.02`)."""
    if m.j >= sentence.b or tokens.gap(m.j) not in ("' ", "’ ") or not tokens.low[m.j - 1].endswith("s"):
        return False
    return not any("‘" in gap or gap.endswith(("'", "’")) for gap in (tokens.gap(t) for t in range(sentence.a, m.j)))


def _governed(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention, np: int) -> bool:
    """Whether a preposition, a verb or a relation cue (`ahead of`, `beat`) right before a noun phrase governs it."""
    before = tokens.low[np - 1] if np > sentence.a and not tokens.gap(np).strip() else ""
    if before in lexicon.sets["clauses"] and (m.kind == "pronoun" or {*tokens.low[m.j : m.j + 1]} & lexicon.sets["perfect_verbs"]):
        return False
    if before in lexicon.sets["clauses"] and _does(tokens, lexicon, sentence, m):
        return False  # `after Quill jumped 2.09m`
    if before in lexicon.sets["accompanying"] and _acts(sentence, m):
        return False
    if before in lexicon.sets["objects"] or any(x.j == np and x.kind == "order" for x in sentence.mentions):
        return True
    if before in lexicon.sets["of"] and any(x.kind == "quantity" and x.j == np - 1 for x in sentence.mentions):
        return True  # `came within 0.14 seconds of X`
    earlier = any(x.kind in _PERSONS and x.j <= m.i for x in sentence.mentions)
    return earlier and before in lexicon.sets["loose_objects"]


def _does(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, m: Mention) -> bool:
    """Whether a verb of doing stands right behind a name."""
    word = tokens.low[m.j] if m.j < sentence.b and not tokens.gap(m.j).strip() else ""
    verb = word in lexicon.sets["did"] or (word.endswith(lexicon.phrases["past"]) and word not in lexicon.sets["not_did"])
    return verb or any(x.i == m.j for x in sentence.kind("finish", "placing"))


def _acts(sentence: Sentence, m: Mention) -> bool:
    """Whether somebody does or gets something after the name: `with X setting a record`, `with X, of Y, second`, `with X 0.2 adrift`."""
    mine, end = sentence.segment(m.i), described(sentence, m)
    aside = [sentence.begins(k) for k in range(mine + 1, min(mine + 3, len(sentence.opens))) if sentence.opens[k] == ","]
    behind = {x.kind for x in sentence.mentions if (x.i in aside and x.kind == "ordinal") or x.i in aside[1:]}
    next_to = {x.kind for x in sentence.mentions if x.i in (m.j, m.j + 1, end)} | behind
    apart = bool(sentence.opens[mine].strip(",")) and any(x.kind in _MEASURED and x.i == end for x in sentence.mentions)
    return apart or not next_to.isdisjoint(_ACTS)


def described(sentence: Sentence, m: Mention) -> int:
    """The end of what describes a name right behind it (`of the United States`)."""
    describing = {t for x in sentence.kind("aside-fill", "nation", "city", "age") for t in range(x.i, x.j)}
    end = m.j
    while end < sentence.b and end in describing and sentence.segment(end) == sentence.segment(m.i):
        end += 1
    return end


def _bare(sentence: Sentence, m: Mention, np: int) -> bool:
    """Whether a noun phrase is an article and a name only."""
    return np == m.i - 1 and any(x.kind == "article" and x.i == np for x in sentence.mentions)


def _receives(tokens: Tokens, lexicon: Lexicon, sentence: Sentence, np: int) -> bool:
    """Whether a medal or a win goes to a noun phrase (`gold went to X`, `silver for X`)."""
    if tokens.low[np - 1] not in lexicon.sets["receiving"]:
        return False
    if any(m.kind == "order" and m.j == np for m in sentence.mentions):
        return False
    return any(m.kind in ("medal", "placing") and 0 < np - m.j <= 3 and m.j > sentence.a for m in sentence.mentions)

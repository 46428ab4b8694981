"""Apposition: whose a description is that stands beside a name: `champion Kerr`, `Kerr, the champion`, `the champion, Kerr`."""

from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.owners import owner

NAMED = ("full", "family", "given")
_NAMES = ("name", "alias")
SAID = (*NAMED, "pronoun", "relative", "epithet")


class Given(NamedTuple):
    """Who is described, and how: modifier, aside, copula, possessive, or a verb."""

    who: Actor
    how: str


def described(discourse: Discourse, part: Part, i: int, j: int, *, definite: bool) -> Given | None:
    """Whom a description at tokens i to j is of."""
    modified = next((a for a in part.actors if a.how in NAMED and _leads_to(discourse, j, a)), None)
    if modified:
        return Given(modified, "modifier")
    bracketed = next((a for a in part.actors if a.how in NAMED and a.i == j and discourse.tokens.gap(j).strip() == "("), None)
    if bracketed:
        return Given(bracketed, "aside")
    beside = next((a for a in part.actors if a.how in NAMED and _beside(discourse, part, a, i)), None)
    if beside:
        return Given(beside, "aside")
    said = _copula(discourse, part, i)
    if said:
        return said
    after = next((a for a in part.actors if a.how in NAMED and (definite or _opens(discourse, i)) and _followed(discourse, a, j)), None)
    return Given(after, "aside") if after else None


def _opens(discourse: Discourse, i: int) -> bool:
    """Whether a description opens its sentence, an article before it."""
    tokens = discourse.tokens
    return tokens.opens(i) or (tokens.opens(i - 1) and tokens.low[i - 1] in discourse.lexicon.words["article:"])


def _leads_to(discourse: Discourse, j: int, actor: Actor) -> bool:
    """Whether a name follows the description directly (`champion Kerr`)."""
    tokens = discourse.tokens
    return actor.i == j and not tokens.gap(actor.i).strip() and tokens.low[j - 1] == tokens.stem[j - 1]


def _beside(discourse: Discourse, part: Part, actor: Actor, i: int) -> bool:
    """Whether the description stands behind a name: a stop between, else only nation, age and articles."""
    if not actor.j <= i <= actor.j + 6 or actor.role == "owner":
        return False
    tokens, lexicon = discourse.tokens, discourse.lexicon
    gap = "".join(tokens.gap(k) for k in range(actor.j, i + 1)).strip()
    if not gap or gap.strip(" ,()–—-"):
        return False
    told = {t for m in part.sentence.mentions if m.kind in ("nation", "age", "city", "event") for t in range(m.i, m.j)}
    return all(t in told or tokens.low[t] in lexicon.words["aside-fill:"] for t in range(actor.j, i))


def _followed(discourse: Discourse, actor: Actor, j: int) -> bool:
    """Whether a name follows the description after a comma (`the champion, Kerr`)."""
    return actor.np == j and actor.np == actor.i and discourse.tokens.gap(actor.i).strip() == ","


def _another_told_of(part: Part, cue: Mention) -> bool:
    """Whether a nation's word without an article is who is spoken of, as headlines have it: `where Moroccan was champion`."""
    words = (m for m in part.sentence.kind("nation") if m.j == cue.i and not any(flavour in _NAMES for _, flavour in m.value))
    return any(words) and not any(a.j == cue.i for a in part.actors)


def _copula(discourse: Discourse, part: Part, i: int) -> Given | None:
    """`Kerr is still the world champion`, `who was champion in Munich`, `came as the defending champion`."""
    tokens, lexicon, at = discourse.tokens, discourse.lexicon, i
    while at > part.sentence.a and tokens.low[at - 1] in lexicon.words["copula-fill:"] and not tokens.gap(at).strip():
        at -= 1
    cue = next((m for m in part.sentence.mentions if m.kind == "copula" and m.j == at), None)
    if cue is None or tokens.gap(at).strip() or _another_told_of(part, cue):
        return None
    who = next((a for a in part.actors if a.i == cue.i), None) or owner(tokens, lexicon, part, cue)
    return Given(who, "copula") if who and who.how in SAID and who.i <= cue.i else None

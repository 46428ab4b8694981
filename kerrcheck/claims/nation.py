"""The nation or home of somebody: `Norway's Ingebrigtsen`, `the American`, `Kerr (GBR)`, `the Edinburgh runner`."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every tie of a person to a nation or a town; the value is the ids of the place, the detail its kind."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("nation", "city"):
            actor, how = _tied(discourse, part, m)
            if actor and actor.ids:
                ids = tuple(sorted({id_ for id_, _ in m.value}))
                yield Claim("nation", m.i, m.j, ids, actor, number, modality(discourse.tokens, part, m), detail=(m.kind, m.value[0][1], how), trace=(how,))


def _tied(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """The person a place is tied to, and by which form of words."""
    for actor in part.actors:
        if actor.how == "epithet" and actor.i <= m.i < actor.j:
            return actor, "epithet"
    if m.kind == "nation":
        return _national(discourse, part, m)
    return _native(discourse, part, m)


def _national(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """`Norway's X`, `American X`, `X of Norway`, `X (NOR)`, `X, the Norwegian`, `X, of Ethiopia`."""
    tokens = discourse.tokens
    for actor in part.actors:
        if actor.how not in ("full", "family", "given"):
            continue
        if actor.np <= m.i < actor.i and _modifies(discourse, part, m, actor):
            return actor, "modifier"
        between = tokens.low[actor.j : m.i]
        gap = "".join(tokens.gap(k) for k in range(actor.j, m.i + 1)).strip()
        if actor.j <= m.i and m.i - actor.j <= 4 and _follows(discourse, m, between, gap):
            return actor, "apposition"
    return None, ""


def _modifies(discourse: Discourse, part: Part, m: Mention, actor: Actor) -> bool:
    """Whether the nation belongs to the name and not to a record, a team or a title between."""
    between = [x for x in part.sentence.mentions if m.j <= x.i < actor.i]
    if discourse.tokens.low[m.j : m.j + 1] == ["born"]:
        return False
    if any(x.kind in ("record", "holder", "title", "event", "series") for x in between):
        return any(x.kind == "title" for x in between) and not any(x.kind in ("record", "holder", "series") for x in between)
    others = [a for a in part.actors if m.j <= a.i < actor.i]
    return not others and not any(discourse.tokens.gap(k).strip(" ’'-") for k in range(m.j, actor.i + 1))


def _follows(discourse: Discourse, m: Mention, between: list[str], gap: str) -> bool:
    """Whether the words between a name and a nation after it tie them."""
    name = any(flavour in ("name", "code", "alias", "part") for _, flavour in m.value)
    low, j = discourse.tokens.low, m.j
    if low[j : j + 1] in (["born"], ["and"]):
        return False
    nxt = low[j] if j < len(low) and not discourse.tokens.gap(j).strip() else ""
    if nxt in discourse.lexicon.trie and nxt not in discourse.lexicon.common:
        entry = discourse.lexicon.cues(low, j)
        if entry and any(kind in ("record", "title", "scope", "best", "series", "medal", "round", "event") for kind, _ in entry[1]):
            return False
    possessive = low[j - 1] != discourse.tokens.stem[j - 1]
    if between in (["of"], ["of", "the"], ["from"], ["for"]) and gap in ("", ",") and name and not possessive:
        return True
    if not between and gap in ("(", ",", ", (") and name and not possessive:
        return gap == "(" or discourse.tokens.gap(j)[:1] in ",.;)"
    return between in (["the"], ["a"], ["an"]) and gap == "," and not possessive and nxt not in ("record", "title")


def _native(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """`the Edinburgh runner` beside a name, `X, from Leeds`: a town somebody is tied to."""
    tokens = discourse.tokens
    runner = next((x for x in part.sentence.mentions if x.kind == "runner" and x.i == m.j), None)
    for actor in part.actors:
        if actor.how in ("full", "family", "given") and runner and actor.np <= m.i < actor.i:
            return actor, "native"
        if actor.how in ("full", "family", "given") and tokens.low[actor.j : m.i] == ["from"] and tokens.gap(actor.j).strip() in ("", ","):
            return actor, "native"
    return None, ""

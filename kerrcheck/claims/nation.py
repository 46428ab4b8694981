"""The nation or home of somebody: `Norway's Ingebrigtsen`, `the American`, `Kerr (GBR)`, `the Edinburgh runner`."""

from collections.abc import Iterator

from kerrcheck.actors import NAMED, Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._countries import said
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import attributed
from kerrcheck.text import fold

_FAR = 5
_THINGS = frozenset(("record", "title", "scope", "best", "series", "medal", "round", "event"))


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every tie of a person to a nation or a town; the value is the ids of the place, the detail its kind."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("nation", "city"):
            actor, how = _tied(discourse, part, m) if not _of_a_contest(part, m) else (None, "")
            if actor and actor.ids:
                ids = tuple(sorted({id_ for id_, _ in m.value}))
                yield Claim(
                    "nation",
                    m.i,
                    m.j,
                    ids,
                    actor,
                    number,
                    attributed(discourse.tokens, part, m),
                    detail=(m.kind, m.value[0][1], how),
                    trace=(how,),
                )


def _of_a_contest(part: Part, m: Mention) -> bool:
    """Whether a town is where something was won or run: `the Lima champion`, `3:28.68, Jakob Ingebrigtsen, Monaco, 14 August 2020`."""
    if m.kind == "city" and any(x.i == m.j for x in part.sentence.kind("title", "champion")):
        return True
    town = any(x.i == m.i and x.j == m.j for x in part.sentence.kind("city"))
    return m.kind == "nation" and town and any(x.i == m.j for x in part.sentence.kind("date", "year"))


def _tied(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """The person a place is tied to, and by which form of words."""
    for actor in part.actors:
        if actor.how == "epithet" and actor.i <= m.i < actor.j:
            if _named_behind(discourse, part, actor):
                return None, ""
            owns = discourse.tokens.low[actor.j - 1] != discourse.tokens.stem[actor.j - 1]
            return (actor, "epithet") if owns or not _describes_a_thing(discourse, part, actor.j) else (None, "")
    if m.kind == "nation":
        return _national(discourse, part, m)
    return _native(discourse, part, m)


def _named_behind(discourse: Discourse, part: Part, who: Actor) -> bool:
    """Whether another than whom a description was taken for is named right behind it: `the Dutch favourite, Miss Quill`."""
    if who.j >= part.sentence.b or discourse.tokens.gap(who.j).strip() != ",":
        return False
    return any(a.np <= who.j + 1 <= a.j and a.how in (*NAMED, "unknown") and a.ids != who.ids for a in part.actors if a is not who)


def _national(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """`Norway's X`, `American X`, `X of Norway`, `X (NOR)`, `X, the Norwegian`, `X, of Ethiopia`, `Norway, whose X`."""
    tokens = discourse.tokens
    for actor in part.actors:
        if actor.how not in NAMED or _given(discourse, actor, m):
            continue
        if actor.np <= m.i < actor.i and _modifies(discourse, part, m, actor):
            return actor, "modifier"
        if actor.i == m.j + 1 and tokens.low[m.j] in discourse.lexicon.sets["possessive_relatives"] and actor.role != "owner":
            return actor, "apposition"
        runner = any(x.kind == "runner" and x.i == m.j and x.j == actor.i for x in part.sentence.mentions)
        if runner and tokens.low[m.j] not in discourse.lexicon.sets["born"]:
            return actor, "modifier"
        between = tokens.low[actor.j : m.i]
        gap = "".join(tokens.gap(k) for k in range(actor.j, m.i + 1)).strip()
        if actor.j <= m.i and m.i - actor.j <= _FAR and _follows(discourse, part, m, between, gap):
            return actor, "apposition"
    return said(discourse, part, m)


def _describes_a_thing(discourse: Discourse, part: Part, j: int) -> bool:
    """Whether a noun that is no person stands behind an adjective, or a list of them (`the Dutch and French federations`)."""
    tokens, lexicon = discourse.tokens, discourse.lexicon
    nations = {m.i: m.j for m in part.sentence.kind("nation")}
    listed = False
    while j < part.sentence.b and (at := j + (tokens.low[j] in lexicon.sets["conjunction"])) in nations:
        j, listed = nations[at], True
    if j >= part.sentence.b or tokens.gap(j).strip():
        return listed
    kinds = lexicon.kinds(tokens.low, j)
    verb = tokens.low[j].endswith(lexicon.phrases["past"]) or bool(kinds - {"placing"}) or tokens.low[j] in lexicon.common
    return "sex" in kinds or not verb


def _given(discourse: Discourse, actor: Actor, m: Mention) -> bool:
    """Whether the word for a nation right before a family name is the given name of its bearer (`Georgia Hunter Bell`)."""
    if m.j != actor.i:
        return False
    known = (discourse.cast.people.get(x) for x in actor.ids)
    return any(discourse.tokens.stem[m.i] in fold(person.given).split() for person in known if person)


def _modifies(discourse: Discourse, part: Part, m: Mention, actor: Actor) -> bool:
    """Whether the nation belongs to the name and not to a record, a team or a title between."""
    between = [x for x in part.sentence.mentions if m.j <= x.i < actor.i]
    if discourse.lexicon.sets["born"].intersection(discourse.tokens.low[m.j : m.j + 1]):
        return False
    if any(x.kind in ("record", "holder", "title", "event", "series") for x in between):
        return any(x.kind == "title" for x in between) and not any(x.kind in ("record", "holder", "series") for x in between)
    others = [a for a in part.actors if m.j <= a.i < actor.i]
    bare = discourse.tokens.gap(m.j) == " " and discourse.tokens.low[m.j - 1] == discourse.tokens.stem[m.j - 1]
    if m.j == actor.i and bare and all(flavour in ("name", "alias") for _, flavour in m.value):
        return False
    return not others and not any(discourse.tokens.gap(k).strip(" ’'-") for k in range(m.j, actor.i + 1))


def _follows(discourse: Discourse, part: Part, m: Mention, between: list[str], gap: str) -> bool:
    """Whether the words between a name and a nation after it tie them."""
    low, sets, j = discourse.tokens.low, discourse.lexicon.sets, m.j
    nxt = low[j] if j < len(low) and not discourse.tokens.gap(j).strip() else ""
    if sets["born"].intersection(low[j : j + 1]) or _of_a_noun(discourse, nxt, j) or low[j - 1] != discourse.tokens.stem[j - 1]:
        return False
    name = any(flavour in ("name", "code", "alias", "part") for _, flavour in m.value)
    if low[j : j + 1] and low[j] in sets["conjunction"]:
        return name and not gap and _belongs(discourse, between) and not any(x.i in (j + 1, j + 2) for x in part.sentence.kind("nation"))
    if (
        name
        and gap in ("", ",")
        and low[m.i - len(between) - 1] == discourse.tokens.stem[m.i - len(between) - 1]
        and _belongs(discourse, between)
    ):
        return True
    if name and not between and gap in ("(", ",", ", ("):
        return gap == "(" or j >= len(low) or discourse.tokens.gap(j)[:1] in ",.;)"
    described = nxt in sets["described_nouns"] or any(x.i == j + 1 for x in part.sentence.kind("say"))
    described = described or (bool(nxt) and not _of_a_calling(discourse, part, j) and _describes_a_thing(discourse, part, j))
    return len(between) == 1 and between[0] in sets["articles"] and gap == "," and not described


def _of_a_calling(discourse: Discourse, part: Part, j: int) -> bool:
    """Whether token j says what somebody does for a living or is, and no verb of theirs follows: `a Belgian paratrooper running`."""
    low, sets, end = discourse.tokens.low, discourse.lexicon.sets, part.sentence.b
    if low[j] not in sets["person_nouns"]:
        return False
    nxt = low[j + 1] if j + 1 < end and not discourse.tokens.gap(j + 1).strip() else ""
    relative = any(m.i == j + 1 for m in part.sentence.kind("relative"))
    return not nxt or relative or nxt in sets["prepositions"] or nxt.endswith(discourse.lexicon.phrases["going_on"])


def _belongs(discourse: Discourse, between: list[str]) -> bool:
    """Whether words are `of`, `of the`, `from`, `for` or `in the colours of`."""
    sets = discourse.lexicon.sets
    if " ".join(between) in sets["worn"]:
        return True
    if len(between) == 2:
        return between[0] in sets["of"] and between[1] in sets["definite"]
    return len(between) == 1 and between[0] in sets["belonging"]


def _of_a_noun(discourse: Discourse, word: str, j: int) -> bool:
    """Whether a nation describes the word behind it, which is a thing and no person (`Kenyan record`)."""
    lexicon = discourse.lexicon
    return word in lexicon.trie and word not in lexicon.common and bool(lexicon.kinds(discourse.tokens.low, j) & _THINGS)


def _native(discourse: Discourse, part: Part, m: Mention) -> tuple[Actor | None, str]:
    """`the Edinburgh runner` beside a name, `X, from Leeds`: a town somebody is tied to."""
    tokens, origin = discourse.tokens, discourse.lexicon.sets["origin"]
    runner = any(x.i == m.j for x in part.sentence.kind("runner"))
    for actor in (a for a in part.actors if a.how in NAMED):
        between = tokens.low[actor.j : m.i]
        behind = len(between) == 1 and between[0] in origin and tokens.gap(actor.j).strip() in ("", ",")
        if (behind and actor.role != "owner") or (runner and actor.np <= m.i < actor.i):
            return actor, "native"
    return None, ""

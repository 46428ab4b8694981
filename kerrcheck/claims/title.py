"""A title somebody holds or held: `defending champion X`, `X, the world champion`, `his Olympic title`, `defend the world title`."""

from collections.abc import Iterator

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._apposition import SAID, Given, described
from kerrcheck.claims._title_phrase import TitlePhrase, phrases
from kerrcheck.context import context
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import inverted, modality
from kerrcheck.owners import owner

_NEAR = 4


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every title of a person; the value is the title, the detail its phrase."""
    for number, part in enumerate(discourse.parts):
        for phrase in phrases(discourse, part):
            given, verb = (_person(discourse, part, phrase), None) if phrase.person else _thing(discourse, part, phrase)
            if given is not None and given.who.ids:
                detail = phrase._replace(i=verb.i, status=(verb.i, verb.j)) if verb else phrase
                yield _claim(discourse, number, detail, given)


def _claim(discourse: Discourse, number: int, phrase: TitlePhrase, given: Given) -> Claim:
    """A title as a claim; what only describes somebody or is taken for granted is asserted, whatever is planned with it."""
    part = discourse.parts[number]
    how = said = modality(discourse.tokens, part, phrase.head)
    if given.how != "copula" and how in ("planned", "hypothetical", "negated") and not inverted(discourse.tokens, part, phrase.head):
        how = "asserted"
    value = phrase.value._replace(status="defending") if given.how == "defence" else phrase.value
    return Claim(
        "title", phrase.i, phrase.head.j, value, given.who, number, how, context(part, phrase.head), detail=phrase, trace=(given.how, said)
    )


def _person(discourse: Discourse, part: Part, phrase: TitlePhrase) -> Given | None:
    """Who is called a champion, where it is one."""
    if _plural(discourse, phrase):
        return None
    return described(discourse, part, phrase.i, phrase.j, definite=phrase.value.definite)


def _plural(discourse: Discourse, phrase: TitlePhrase) -> bool:
    return discourse.tokens.stem[phrase.head.j - 1].endswith("s")


def _possessor(discourse: Discourse, part: Part, i: int) -> Actor | None:
    """Whose the description is that starts at a token (`Kerr's world title`)."""
    return next((a for a in reversed(part.actors) if a.role == "owner" and a.j == i and not discourse.tokens.gap(i).strip(" ’'")), None)


def _thing(discourse: Discourse, part: Part, phrase: TitlePhrase) -> tuple[Given | None, Mention | None]:
    """Whose a title is: by a possessive before it, or as the subject of a verb of defence, which comes along."""
    tokens, lexicon = discourse.tokens, discourse.lexicon
    nxt = tokens.low[phrase.j] if phrase.j < part.sentence.b and not tokens.gap(phrase.j).strip(" ’'-") else ""
    if nxt in lexicon.words["stake:"] or any(m.kind == "ordinal" and phrase.i <= m.i < phrase.j for m in part.sentence.mentions):
        return None, None
    possessor = _possessor(discourse, part, phrase.i)
    verb = _verb(discourse, part, phrase, possessor)
    if verb and _by_nobody(discourse, part, verb):
        return None, None
    if verb:
        who = possessor if possessor and possessor.how != "pronoun" else owner(tokens, lexicon, part, verb)
        return (Given(who, "defence"), verb) if who and who.how in SAID else (None, None)
    held = possessor and phrase.value.series and not _plural(discourse, phrase)
    return (Given(possessor, "possessive") if possessor and held else None), None


def _by_nobody(discourse: Discourse, part: Part, verb: Mention) -> bool:
    """Whether a title is defended by nobody, or was not: `nobody else had kept the title`, `could not defend her title`."""
    start = part.sentence.begins(part.sentence.segment(verb.i))
    none = {*discourse.tokens.low[max(start, verb.i - _NEAR) : verb.i]} & discourse.lexicon.sets["nothings"]
    return bool(none) or any(m.value == "negated" and 0 <= verb.i - m.j <= 1 for m in part.sentence.kind("modal"))


def _verb(discourse: Discourse, part: Part, phrase: TitlePhrase, possessor: Actor | None) -> Mention | None:
    """The verb of defence that has the title as its object."""
    tokens, at = discourse.tokens, possessor.i if possessor else phrase.i
    while at > part.sentence.a and tokens.low[at - 1] in discourse.lexicon.words["definite:"]:
        at -= 1
    return next((m for m in part.sentence.mentions if m.kind == "defence" and m.j == at and not tokens.gap(at).strip()), None)

"""Likenesses: whether a name as it is written may be a person's all the same, so that it is not the wrong name."""

from kerrcheck.actors import Actor
from kerrcheck.discourse import Discourse
from kerrcheck.entity import Person
from kerrcheck.spellings import alike, spelt_out
from kerrcheck.text import fold


def borne(discourse: Discourse, actor: Actor, person: Person) -> bool:
    """Whether a name is a given or family name alone, or the latter under another form of the given name (`Jack`, `Iuliia` of Yuliya)."""
    written, family = discourse.tokens.stem[actor.i : actor.j], fold(person.family.replace("-", " ")).split()
    if not {*family} & {*written} - discourse.lexicon.sets["particles"]:
        return {*written} <= {*fold(person.given.replace("-", " ")).split()}
    given = [word for word in written if word not in family]
    forms = [form for word in person.given.replace("-", " ").split() for form in (fold(word), spelt_out(word))]
    return not given or any(_same(discourse, one, two, person) for one in given for two in forms)


def _same(discourse: Discourse, one: str, two: str, person: Person) -> bool:
    """Whether two given names are forms of one."""
    sets = discourse.lexicon.sets
    if one == two or any({one, two} <= {*group.split()} for group in sets["given_forms"]):
        return True
    return alike(one, two, frozenset(code for code, _, _ in person.nations), sets)

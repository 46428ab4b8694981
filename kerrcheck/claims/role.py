"""An office or a coach: `Coe, president of World Athletics`, `Coe heads World Athletics`, `coach Danny Mackey`, `Mackey, Kerr's coach`."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.actors import Actor
from kerrcheck.claims import Claim
from kerrcheck.claims._apposition import NAMED, SAID, Given, described
from kerrcheck.discourse import Discourse, Part
from kerrcheck.mentions import Mention
from kerrcheck.modality import modality
from kerrcheck.owners import owner


class Office(NamedTuple):
    """A duty (president, head, coach ...) and whose: ids of organisations, or of the person coached."""

    duty: str
    of: tuple[str, ...]


class Told(NamedTuple):
    """Where an office is told: the duty, the organisation, and whom a person serves."""

    duty: Mention
    organisation: Mention | None = None
    served: Actor | None = None
    former: bool = False


def read(discourse: Discourse) -> Iterator[Claim]:
    """Every office and every coach; the value is the office, the detail where it is told."""
    for number, part in enumerate(discourse.parts):
        for m in part.sentence.kind("duty"):
            organisation = _organisation(discourse, part, m)
            served: Actor | None = None
            given = _office(discourse, part, m, organisation) if organisation else None
            if organisation is None:
                given, served = _service(discourse, part, m)
            if given is not None and given.who.ids:
                yield _claim(discourse, number, Told(m, organisation, served, _former(part, m)), given)


def _claim(discourse: Discourse, number: int, told: Told, given: Given) -> Claim:
    """An office as a claim: of an organisation, or in the service of a person."""
    m, organisation, served = told.duty, told.organisation, told.served
    of = tuple(id_ for id_, _ in organisation.value) if organisation else served.ids if served else ()
    i, j = min(m.i, organisation.i if organisation else m.i), max(m.j, organisation.j if organisation else m.j)
    how = _mode(discourse, discourse.parts[number], m, given)
    return Claim("role", i, j, Office(m.value, of), given.who, number, how, other=served, detail=told, trace=(given.how,))


def _mode(discourse: Discourse, part: Part, m: Mention, given: Given) -> str:
    """The modality of an office: it holds whatever is planned or predicted beside it."""
    how = modality(discourse.tokens, part, m)
    return "asserted" if given.how != "copula" and how in ("planned", "hypothetical", "reported") else how


def _former(part: Part, m: Mention) -> bool:
    return any(x.kind in ("status", "past", "former") and 0 <= m.i - x.j <= 3 for x in part.sentence.mentions)


def _organisation(discourse: Discourse, part: Part, m: Mention) -> Mention | None:
    """The organisation of an office: `president of the IOC`, `heads World Athletics`, `World Athletics president`."""
    tokens, links = discourse.tokens, discourse.lexicon.words["office-link:"]
    for x in part.sentence.kind("organisation"):
        if x.j == m.i and not tokens.gap(m.i).strip(" ’'"):
            return x
        if (
            0 <= x.i - m.j <= 2
            and all(tokens.low[k] in links and not tokens.gap(k).strip() for k in range(m.j, x.i))
            and not tokens.gap(x.i).strip()
        ):
            return x
    return None


def _office(discourse: Discourse, part: Part, m: Mention, organisation: Mention) -> Given | None:
    """Who has an office of an organisation."""
    i, j = min(m.i, organisation.i), max(m.j, organisation.j)
    definite, low = False, discourse.tokens.low
    while (
        i > part.sentence.a
        and low[i - 1] in (*discourse.lexicon.words["definite:"], *discourse.lexicon.words["status:former"])
        and not discourse.tokens.gap(i).strip()
    ):
        i, definite = i - 1, True
    given = described(discourse, part, i, j, definite=definite)
    if given or m.i > organisation.i or definite:
        return given
    who = owner(discourse.tokens, discourse.lexicon, part, m)
    near = who and who.how in SAID and who.j <= m.i <= who.j + 3
    return Given(who, "verb") if who and near else None


def _service(discourse: Discourse, part: Part, m: Mention) -> tuple[Given | None, Actor | None]:
    """Who serves a person, and whom: by a possessive, by `of`, by a verb."""
    if m.value in ("coaches", "coached"):
        return _coaching(part, m)
    served = next(
        (a for a in reversed(part.actors) if a.role == "owner" and 0 <= m.i - a.j <= 1 and not discourse.tokens.gap(m.i).strip(" ’'")), None
    )
    end = m.j
    if served is None and discourse.tokens.low[m.j : m.j + 1] == ["of"]:
        served = next((a for a in part.actors if a.np == m.j + 1 and a.how in NAMED), None)
        end = served.j if served else m.j
    given = described(discourse, part, served.np if served and served.j <= m.i else m.i, end, definite=served is not None)
    if given and served and given.who.i == served.i:
        return None, None
    return given or _resumed(discourse, part, m), served or _resumed_for(discourse, part, m)


def _coaching(part: Part, m: Mention) -> tuple[Given | None, Actor | None]:
    """`Mackey, who coaches Kerr`, `Kerr, coached by Mackey`."""
    after = next((a for a in part.actors if m.j in (a.np, a.i) and a.how in NAMED), None)
    known = (*NAMED, "relative", "pronoun") if m.value == "coached" else (*NAMED, "relative")
    before = next((a for a in reversed(part.actors) if a.j <= m.i and m.i - a.j <= 2 and a.how in known), None)
    if after is None or before is None:
        return None, None
    who, served = (after, before) if m.value == "coached" else (before, after)
    return Given(who, "verb"), served


def _resumed(discourse: Discourse, part: Part, m: Mention) -> Given | None:
    """`he has a different coach: Kerr's is Pat Quill`: the name behind a possessive that stands by itself."""
    served = _resumed_for(discourse, part, m)
    who = next((a for a in part.actors if served and a.np == served.j + 1 and a.how in NAMED), None)
    return Given(who, "resumed") if who else None


def _resumed_for(discourse: Discourse, part: Part, m: Mention) -> Actor | None:
    """The possessive that stands by itself after a duty, a form of `to be` behind it."""
    verbs = discourse.lexicon.words["copula:"]
    for a in part.actors:
        if a.role == "owner" and a.how in NAMED and m.j <= a.i <= m.j + 4 and a.j < part.sentence.b and discourse.tokens.low[a.j] in verbs:
            return a
    return None

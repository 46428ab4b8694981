"""Slips in who somebody is: names of every kind, nation, age."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.accuracy.ground import Ground, Mutant, Mutator
from benchmarks.accuracy.scene import inside

from kerrcheck.text import Span, fold

NATIONS = (
    "KEN", "USA", "NOR", "ETH", "JAM", "GER", "FRA", "ITA", "ESP", "AUS", "SWE", "POL", "IRL", "CAN", "MAR", "NZL", "CUB", "JPN", "CHN",
    "UGA", "RSA", "BEL", "POR", "FIN", "UKR", "HUN", "GBR",
)  # fmt: skip
# Words behind a nation that make it a record's, a title's or a count's, not a person's.
_OF_OTHERS = r"(?! (?:record|champion|trials|title|sweep|to win|has not|[’']s first|its first|woman to|man to)|[’']s first)"


def nation(ground: Ground) -> Iterator[Mutant]:
    """Another nation in the same form, to which nobody in the sentence has a tie."""
    every = [place for code in NATIONS if (place := ground.store.place(code, "nation"))]
    forms = {word: (place.id, form) for place in every for form, word in nation_forms(place.name, place.extra).items()}
    for sentence in ground.scene.sentences:
        people = [ground.scene.people[who] for who in sorted(sentence.people())]
        ties = {code for p in people for code, *_ in p.nations}
        for m in ground.places(rf"(?<!first )(?<!giving )\b({'|'.join(map(re.escape, sorted(forms)))})\b{_OF_OTHERS}", sentence):
            code, form = forms[m[1]]
            near = [one for one in sentence.named if abs(one.span.start - m.start()) < 40]
            wrong = [w for w, (other, f) in forms.items() if f == form and other not in ties]
            if code in ties and len({one.person.id for one in near}) == 1 and len(people) == 1 and wrong:
                yield Mutant("nation", Span(*m.span(1)), ground.draw.choice(sorted(wrong)))


def nation_forms(name: str, extra: object) -> dict[str, str]:
    """A nation's name and its first adjective."""
    adjectives = extra.get("adjectives", ()) if hasattr(extra, "get") else ()
    return {"name": name, **({"adjective": adjectives[0]} if adjectives else {})}


def age(ground: Ground) -> Iterator[Mutant]:
    """An age that nobody in the text has, where one person has the one that stands there."""
    ages = {who: years(p.born, ground.scene.published) for who, p in ground.scene.people.items() if p.born}
    for sentence in ground.scene.sentences:
        for m in ground.places(r"\b(\d\d)-year-old\b(?! (?:\w+ )?(?:record|mark))|, (\d\d),", sentence):
            at = 1 if m[1] else 2
            right = int(m[at])
            wrong = [n for n in (right - 4, right - 3, right + 3, right + 4) if not any(abs(n - other) < 2 for other in ages.values())]
            if wrong and [abs(right - other) < 1 for other in ages.values()].count(True) == 1 and len(sentence.people()) <= 1:
                yield Mutant("age", Span(*m.span(at)), str(ground.draw.choice(wrong)))


def years(born: str, on: str) -> int:
    """How old somebody is on a day."""
    return int(on[:4]) - int(born[:4]) - (on[5:] < born[5:])


def misspelt(kind: str, made: Callable[[str, Random], str]) -> Mutator:
    """Full names of which one letter of the family name is wrong, so that it is no name on record."""

    def mutate(ground: Ground) -> Iterator[Mutant]:
        for sentence in ground.scene.sentences:
            for one in sentence.named:
                family = one.person.family.split()[-1]
                at = ground.words(one.span).rfind(family)
                if one.full and at > 0 and len(family) > 4 and not inside(one.span, ground.scene.quoted):
                    wrong = made(family, ground.draw)
                    if wrong != family and not ground.store.aliases([fold(wrong)]):
                        yield Mutant(kind, Span(one.span.start + at, one.span.start + at + len(family)), wrong)

    return mutate


def dropped(name: str, draw: Random) -> str:
    """A name without one letter."""
    at = draw.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def doubled(name: str, draw: Random) -> str:
    """A name with a letter twice."""
    at = draw.randrange(1, len(name))
    return name[: at + 1] + name[at:]


def turned(name: str, draw: Random) -> str:
    """A name with two neighbouring letters exchanged."""
    at = draw.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def replaced(name: str, draw: Random) -> str:
    """A name with one vowel for another."""
    spots = [i for i, c in enumerate(name) if c in "aeiou" and i]
    at = draw.choice(spots) if spots else 0
    return name[:at] + draw.choice([v for v in "aeiou" if v != name[at]]) + name[at + 1 :] if spots else name


def given(ground: Ground) -> Iterator[Mutant]:
    """Another given name, with which nobody of the family name is on record."""
    names = {"men": ["Jake", "Daniel", "Peter", "Thomas"], "women": ["Anna", "Julie", "Karen", "Helen"]}
    for sentence in ground.scene.sentences:
        for one in sentence.named:
            words = ground.words(one.span)
            first = one.person.given
            if one.full and words.startswith(f"{first} ") and not inside(one.span, ground.scene.quoted):
                kin = {a.words for a in ground.store.aliases([fold(one.person.family.split()[-1])]) if a.kind == "person"}
                wrong = [n for n in names.get(one.person.sex or "", []) if not any(fold(n) in ws or fold(n)[:3] == ws[0][:3] for ws in kin)]
                if wrong:
                    yield Mutant("given name", Span(one.span.start, one.span.start + len(first)), ground.draw.choice(wrong))

"""A document's mentions: every recogniser run once, and what overlaps settled."""

from collections.abc import Set as AbstractSet

from kerrcheck.entity import Person
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention, Scan, ages, bare_events, cues, dates, entities, ordinals, people, quantities
from kerrcheck.store import Store
from kerrcheck.words import Tokens

_PLACES = frozenset(("nation", "city", "venue", "series", "edition", "organisation"))
_WORD = 3


def scan(tokens: Tokens, lexicon: Lexicon, store: Store) -> tuple[list[Mention], dict[str, Person]]:
    """All mentions in order of their place, and the people that names of the text may mean."""
    keys = {stem for stem, raw in zip(tokens.stem, tokens.raw, strict=True) if raw[0].isupper()}
    aliases = {key: found for key, found in store.called(sorted(keys)).items() if found}
    known = store.people({a.id for found in aliases.values() for a in found if a.kind == "person"})
    base = Scan(tokens, lexicon, aliases, known, found={}, worn=_worn(tokens, store))
    words = list(cues.find(base))
    events = _events(base, [m for m in words if m.kind == "event"])
    events += bare_events.find(base._replace(taken=frozenset(t for m in events for t in range(m.i, m.j))))
    taken = {t for m in events for t in range(m.i, m.j)}
    figures = [m for m in quantities.find(base) if not taken & set(range(m.i, m.j))]
    taken |= {t for m in figures for t in range(m.i, m.j)}
    days = [m for m in dates.find(base) if not taken & set(range(m.i, m.j))]
    years = [m for m in ages.find(base) if not taken & {m.i}]
    places = list(entities.find(base))
    named = _people(base._replace(taken=frozenset(_common(base, words, days))), places, taken)
    names = {t for m in named for t in range(m.i, m.j) if m.kind == "person"}
    stadiums = {t for m in places if m.kind == "venue" for t in range(m.i, m.j)}
    places = [m for m in places if m.i not in names and not (m.kind == "series" and m.i in stadiums)]
    ranks = ordinals.find(base._replace(taken=frozenset(t for m in figures for t in range(m.i, m.j))))
    others = [m for m in words if m.kind != "event" and not (m.kind == "series" and m.i in names | stadiums)]
    everything = [*others, *events, *figures, *days, *years, *places, *named, *ranks]
    return sorted(everything, key=lambda m: (m.i, -m.j, m.kind)), known


def _worn(tokens: Tokens, store: Store) -> set[str]:
    """The words that open a sentence, before another with a capital, and stand in somebody's name on record."""
    opening = {t for t in tokens.first if t + 1 < len(tokens) and tokens.raw[t][0].isupper() and tokens.raw[t + 1][0].isupper()}
    return store.worn(sorted({tokens.stem[t] for t in opening})) if opening else set()


def _common(base: Scan, words: list[Mention], days: list[Mention]) -> set[int]:
    """Tokens that are no part of a name: months, weekdays, and cues that open a sentence."""
    opening = set(base.tokens.first)
    taken = {t for m in days for t in range(m.i, m.j)}
    taken |= {m.i for m in words if m.i in opening and m.j == m.i + 1 and base.tokens.low[m.i] not in base.aliases}
    return taken | {m.i for m in words if m.kind in ("series", "scope", "name-title", "pronoun", "relative", "article")}


def _people(base: Scan, places: list[Mention], taken: set[int]) -> list[Mention]:
    """Names of people; a place's name is one only inside a longer full name; `taken` are the tokens of events and figures."""
    inside = _inside(base.tokens)
    nations = {t for m in places if m.kind == "nation" and not _given_name(base, m) for t in range(m.i, m.j)}
    found = list(people.find(base._replace(taken=base.taken | nations)))
    blocked = {t for m in places for t in range(m.i, m.j)}
    towns = {m.j for m in places if m.kind == "city"}
    found = [m for m in found if not _region(base, towns, m) and not _mere_word(base, m, taken, inside)]
    known = {base.tokens.stem[m.j - 1] for m in found if m.kind == "person" and m.value.how == "full"}
    blocked -= {m.i for m in places if m.kind == "city" and _of_somebody(base, m, known)}
    return [m for m in found if not (m.kind == "unknown" or m.value.how != "full") or not blocked & set(range(m.i, m.j))]


def _of_somebody(base: Scan, m: Mention, known: AbstractSet[str]) -> bool:
    """Whether the name of a town is the family name of somebody whom the text names in full, and nothing leads to a town."""
    low, sets = base.tokens.low, base.lexicon.sets
    led = m.i > 0 and low[m.i - 1] in sets["held_in"]
    return m.j - m.i == 1 and base.tokens.stem[m.i] in known and not led


def _mere_word(base: Scan, m: Mention, taken: set[int], inside: AbstractSet[str]) -> bool:
    """Whether a family name by itself is a word that only its place, or a heading, writes with a capital (`So who won?`, `LONG JUMP`).

    `inside` are the words that stand capitalised within a sentence somewhere in the text.
    """
    if m.kind != "person" or m.value.how != "family" or m.j - m.i != 1:
        return False
    word, raw, lexicon = base.tokens.stem[m.i], base.tokens.raw[m.i], base.lexicon
    elided = base.tokens.low[m.i] == word and len(word) < _WORD <= len(raw)
    if len(word) == 1 or m.i in taken or elided or word in lexicon.common:
        return True
    plain = len(word) < _WORD or word in lexicon.trie
    return plain and word not in inside and (raw.isupper() or base.tokens.opens(m.i))


def _inside(tokens: Tokens) -> frozenset[str]:
    """The words that stand with a capital, and not all in capitals, where no sentence opens."""
    opening = set(tokens.first)
    some = zip(range(len(tokens)), tokens.raw, tokens.stem, strict=True)
    return frozenset(stem for k, raw, stem in some if raw[0].isupper() and not raw.isupper() and k not in opening)


def _region(base: Scan, towns: set[int], m: Mention) -> bool:
    """Whether a single word says where a town is: `of Ann Arbor, Michigan, was fifth`."""
    tokens = base.tokens
    if m.j - m.i != 1 or m.i not in towns or tokens.gap(m.i).strip() != ",":
        return False
    return m.j >= len(tokens) or tokens.gap(m.j).strip()[:1] in (",", ".")


def _given_name(base: Scan, m: Mention) -> bool:
    """Whether the name of a nation may be a given name: one word, with somebody's family name right behind it."""
    if m.j - m.i != 1 or m.j >= len(base.tokens) or base.tokens.low[m.i] != base.tokens.stem[m.i] or base.tokens.gap(m.j) != " ":
        return False
    given = base.tokens.stem[m.i]
    return any(
        given in p.given.lower().split()
        for a in base.aliases.get(base.tokens.stem[m.j], ())
        if a.kind == "person" and (p := base.people.get(a.id))
    )


def _events(base: Scan, found: list[Mention]) -> list[Mention]:
    """Event mentions, with stretches of a race (`100 metres to go`) told apart, and unlisted distances added."""
    kept: list[Mention] = []
    for m in found:
        if kept and m.i < kept[-1].j:
            if kept[-1].i == m.i and kept[-1].kind == "event":
                kept[-1] = kept[-1]._replace(value=(*kept[-1].value, m.value))
            continue
        kept.append(Mention(_stretch(base, m) or "event", m.i, m.j, (m.value,), "cues"))
    return [m for m in kept if m.kind == "stretch" or not _counts(base, m)]


def _stretch(base: Scan, m: Mention) -> str | None:
    """`stretch` where the words around a distance make it a part of a race."""
    low, lexicon = base.tokens.low, base.lexicon
    if not low[m.i][0].isdigit() and low[m.i] not in lexicon.numbers and low[m.i] not in lexicon.scales:
        return None
    if m.i and low[m.i - 1] in lexicon.before and lexicon.events.get(m.value) is not None:
        return "stretch"
    tail = tuple(low[m.j : m.j + 4])
    if any(tail[: len(words)] == words for words in lexicon.after):
        return "stretch"
    return None


def _counts(base: Scan, m: Mention) -> bool:
    """Whether a bare number only counts something (`10,000 spectators`)."""
    low, j = base.tokens.low, m.j
    if m.j - m.i != 1 or not low[m.i][0].isdigit() or j >= len(low) or base.tokens.gap(j).strip():
        return False
    return low[j] not in base.lexicon.trie and low[j] not in base.lexicon.sets["fill"] and low[j] not in base.lexicon.common

"""People, by full name, family name or what resembles one; whose name it is stays open until the context is known."""

from collections.abc import Iterator
from typing import NamedTuple

from kerrcheck.mentions import Mention, Scan
from kerrcheck.mentions._aliases import matches
from kerrcheck.spellings import alike, formal
from kerrcheck.text import fold

_SHORT, _STEM = 3, 4
_HEADING = 4
_PET = "iey"
_HYPHENS = ("-", "‑")
_CLEAR = frozenset((" ", "\xa0", "-", "‑", ". ", "’", "\n"))


class PersonRef(NamedTuple):
    """Whom a name may mean. `how` is full, family, given, stranger (a known family, another given name) or unknown.

    `given` holds the words written before the family name, `family` the token where the family name starts; `plain`: the one word
    before it opens a sentence, and is nobody's name or only what somebody is called (`Superb Quill`).
    """

    ids: tuple[str, ...]
    how: str
    family: int
    given: tuple[str, ...] = ()
    plain: bool = False


def find(scan: Scan) -> Iterator[Mention]:
    """Every name of a person, and every capitalised phrase that may be one (`unknown`)."""
    tokens = scan.tokens
    done, i, n = 0, 0, len(tokens)
    taken = scan.taken
    while i < n:
        if i >= done and tokens.raw[i][0].isupper() and i not in taken:
            found = _named(scan, i) or _unknown(scan, i)
            if found:
                yield found
                done = found.j
        i += 1


def _phrase_end(scan: Scan, i: int) -> int:
    """The end of the run of capitalised words (and name particles) that starts at token i."""
    tokens, j = scan.tokens, i + 1
    while j < len(tokens) and j - i < 6 and tokens.gap(j) in _CLEAR and tokens.low[j - 1] == tokens.stem[j - 1]:
        raw = tokens.raw[j]
        if tokens.gap(j) == "\n" and tokens.opens(j):
            break
        if (tokens.gap(j) == ". " and len(tokens.raw[j - 1]) > 2) or (tokens.gap(j) in _HYPHENS and _shouted(scan, j - 1, j)):
            break
        if (
            not raw[0].isupper()
            and not _joined(tokens.gap(j), raw)
            and not (tokens.stem[j] in scan.lexicon.sets["particles"] and j + 1 < len(tokens) and tokens.raw[j + 1][0].isupper())
        ):
            break
        if j in scan.taken:
            break
        j += 1
    return j


def _shouted(scan: Scan, i: int, j: int) -> bool:
    """Whether all words from i to j stand in capitals, as those of a heading do, and the next does not (`ATHLETICS-Kerr wins`)."""
    raw = scan.tokens.raw
    return all(len(word) >= _HEADING and word.isupper() for word in raw[i:j]) and not raw[j].isupper()


def _joined(gap: str, raw: str) -> bool:
    """Whether a small word goes on with a name across a hyphen (`Hye-gyong`)."""
    return gap in _HYPHENS and raw.isalpha()


def _named(scan: Scan, i: int) -> Mention | None:
    """The name on record that starts at token i, at its longest."""
    end = _phrase_end(scan, i)
    full: dict[int, dict[str, int]] = {}
    family: dict[tuple[int, int], set[str]] = {}
    for first, stop, alias in (found for k in range(i, end) for found in matches(scan, k)):
        if alias.kind != "person" or first < i or stop > end:
            continue
        if alias.flavour == "family" or len(alias.words) == 1:
            family.setdefault((first, stop), set()).add(alias.id)
        elif first == i:
            ranks = full.setdefault(stop, {})
            ranks[alias.id] = min(ranks.get(alias.id, 1), alias.flavour != "full")
    if full:
        stop = max(full)
        return Mention("person", i, stop, PersonRef(_own(full[stop]), "full", stop - 1), "people")
    return _by_family(scan, i, family)


def _own(ranks: dict[str, int]) -> tuple[str, ...]:
    """Of people whom a name may mean, those whose full name it is, rather than a variant, a former or a short one."""
    return tuple(sorted(id_ for id_, rank in ranks.items() if rank == min(ranks.values())))


def _by_family(scan: Scan, i: int, family: dict[tuple[int, int], set[str]]) -> Mention | None:
    """A family name on record, with or without words before it that may be given names."""
    if not family:
        return None
    first, stop = max(family, key=lambda place: (place[1], place[1] - place[0]))
    ids = tuple(sorted(family[first, stop]))
    while i < first and scan.tokens.stem[i] in scan.lexicon.sets["honorifics"]:
        i += 1
    i += i < first and _merely_opens(scan, i)
    given = tuple(scan.tokens.stem[i:first])
    if not given or _shouted(scan, i, first):
        i = first
        return Mention("person", i, stop, PersonRef(ids, "family", first), "people")
    for start in range(i, first):
        fitting = tuple(id_ for id_ in ids if _given_fits(scan, id_, scan.tokens.stem[start]))
        if fitting:
            return Mention("person", start, stop, PersonRef(fitting, "full", first, tuple(scan.tokens.stem[start:first])), "people")
    if (scan.tokens.opens(i) and scan.tokens.low[i] in scan.lexicon.trie) or given[-1] in scan.lexicon.trie:
        return Mention("person", first, stop, PersonRef(ids, "family", first), "people") if len(given) == 1 else None
    word = given[0]
    plain = scan.tokens.opens(i) and len(given) == 1 and (word not in scan.worn or word in scan.lexicon.sets["nicknaming"])
    return Mention("person", i, stop, PersonRef(ids, "stranger", first, given, plain), "people")


def _merely_opens(scan: Scan, i: int) -> bool:
    """Whether a word has its capital from opening a sentence, and is nobody's name: `Finally Quill won`."""
    word, sets = scan.tokens.stem[i], scan.lexicon.sets
    plain = word in sets["opening_words"] or (word not in scan.worn and any(word.endswith(end) for end in sets["opening_endings"]))
    return plain and scan.tokens.opens(i)


def _given_fits(scan: Scan, id_: str, word: str) -> bool:
    """Whether a written given name is one of a person's, its initial or a beginning (`Josh` of Joshua)."""
    person = scan.people.get(id_)
    if person is None:
        return False
    known = [fold(word) for word in person.given.replace("-", " ").split()]
    codes = frozenset(code for code, _, _ in person.nations)
    whole = formal(scan.lexicon.sets["given_forms"]).get(word, frozenset())
    return any(name in whole or _stands_for(word, name) or alike(word, name, codes, scan.lexicon.sets) for name in known)


def _stands_for(word: str, name: str) -> bool:
    """Whether a word is a given name, its initial, its beginning, or a pet form of it."""
    if word == name or (len(word) == 1 and name.startswith(word)):
        return True
    short, long = sorted((word, name), key=len)
    if len(short) >= _SHORT and long.startswith(short) and long != short + short[-1]:  # `Yohann` is no longer form of Yohan
        return True
    return len(word) > _STEM and word[-1] in _PET and word[:_STEM] == name[:_STEM]


def _unknown(scan: Scan, i: int) -> Mention | None:
    """A capitalised phrase that no record names; one word at the start of a sentence is none if the packs know it."""
    tokens = scan.tokens
    end = _phrase_end(scan, i)
    low = tokens.low[i]
    if low in scan.lexicon.trie or low in scan.lexicon.common or len(low) < 3:
        return None
    given = tuple(tokens.stem[i : end - 1])
    return Mention("unknown", i, end, PersonRef((), "unknown", end - 1, given), "people")

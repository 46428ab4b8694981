"""Spellings: whether a written name is a slip of a right one, or another way to write it: a plural, another transliteration."""

from collections.abc import Mapping
from functools import lru_cache

from kerrcheck.text import fold

_LENGTH, _TWO = 6, 2
_HISSING = ("s", "x", "z", "h")
_SOUNDS = (
    ("shch", "sh"), ("kh", "h"), ("tz", "ts"), ("ks", "x"), ("dzh", "dj"), ("ou", "u"), ("w", "v"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_VOWELS = "aeiouy"
_RUNS = (("ii", "i"), ("ii", "i"), ("ie", "e"), ("io", "o"))


# Letters of other alphabets written out, as where a keyboard lacks them.
_SPELT_OUT = str.maketrans({"å": "aa", "ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe", "ü": "ue"})


def spelt_out(word: str) -> str:
    """A name's word in plain letters, two for one where that is how it is spelt out: `Vebjoern`."""
    return fold(word.lower().translate(_SPELT_OUT))


def word_of(name: str, folded: str) -> str:
    """The word of a name that folds to a form, else the form itself."""
    return next((word for word in name.replace("-", " ").split() if fold(word) == folded), folded)


def near(written: str, right: str, least: int = 4, within: int = 2) -> bool:
    """Whether a folded word is a slip of another: one change in four letters or more, two in six or more, `within` at most."""
    from rapidfuzz.distance import OSA

    if written == right or min(len(written), len(right)) < least or _of_several(written, right):
        return False
    limit = min(within, 1 if len(right) < _LENGTH else 2)
    return OSA.distance(written, right, score_cutoff=limit) <= limit


def mistyped(written: str, right: str) -> bool:
    """Whether a folded word is another with a letter dropped or doubled, two exchanged, or a vowel for a vowel: no name of its own."""
    if len(written) == len(right):
        wrong = [k for k, (one, two) in enumerate(zip(written, right, strict=True)) if one != two]
        return _exchanged(written, right) or (len(wrong) == 1 and {written[wrong[0]], right[wrong[0]]} <= {*_VOWELS})
    if len(written) < len(right):
        return any(right[:k] + right[k + 1 :] == written for k in range(len(right)))
    return any(right[: k + 1] + right[k:] == written for k in range(len(right)))


def _exchanged(written: str, right: str) -> bool:
    """Whether a folded word is another with two letters exchanged."""
    wrong = [k for k, (one, two) in enumerate(zip(written, right, strict=False)) if one != two]
    return len(written) == len(right) and len(wrong) == _TWO and all(written[j] == right[k] for j, k in (wrong, wrong[::-1]))


@lru_cache(maxsize=8)
def formal(groups: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """For each pet form of a given name the names in full that it may stand for, which open their groups: `anthony tony`."""
    found: dict[str, frozenset[str]] = {}
    for whole, *pets in (group.split() for group in sorted(groups)):
        for pet in pets:
            found[pet] = found.get(pet, frozenset()) | {whole}
    return found


@lru_cache(maxsize=8)
def _pets(groups: frozenset[str]) -> Mapping[str, frozenset[str]]:
    return {whole: frozenset(pets) for whole, *pets in (group.split() for group in sorted(groups))}


def pets(given: str, groups: frozenset[str]) -> set[str]:
    """The pet forms of folded given names."""
    return {pet for word in given.split() for pet in _pets(groups).get(word, ())}


def alike(written: str, right: str, codes: frozenset[str], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether two folded words are one name transliterated in two ways; `codes` are the nations of its bearer."""
    if any({written, right} <= {*group.split()} for group in sets["given_spellings"]):
        return True
    if codes & sets["syllabic_scripts"] and skeleton(written) == skeleton(right) and not _exchanged(written, right):
        return True
    return bool(codes & sets["other_scripts"]) and sound(written) == sound(right)


def sound(word: str) -> str:
    """One form of a folded name for all the ways to write it in Latin letters."""
    for one, other in (*_SOUNDS, *_RUNS):
        word = word.replace(one, other)
    return word


def skeleton(word: str) -> str:
    """The consonants of a folded name, none twice in a row, where its script leaves the vowels to the writer (`Tigist`, `Tigst`)."""
    kept = [c for c in sound(word) if c not in _VOWELS]
    return "".join(c for k, c in enumerate(kept) if not k or c != kept[k - 1])


def _of_several(written: str, right: str) -> bool:
    """Whether a word is the plural of a name (`the Kerrs`, `two Williamses`)."""
    return written == right + ("es" if right.endswith(_HISSING) else "s")

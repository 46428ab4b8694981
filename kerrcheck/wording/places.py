"""Places: a nation in the flavour of the wrong one: its name, adjective, demonym, plural or code."""

from kerrcheck.entity import Place
from kerrcheck.lexicon import Lexicon
from kerrcheck.text import Document, fold
from kerrcheck.wording._letters import alike, differing
from kerrcheck.words import Tokens

_CODE = 3


def nation(raw: str, place: Place, flavour: str, lexicon: Lexicon, *, sex: str | None = None, before: str = "") -> str | None:
    """The right nation as the writer named the wrong one.

    `flavour` is how that was named (name, alias, adjective, demonym, plural, code); `sex` (men, women) is whose the demonym is;
    `before` is the text that stands before, for the article of a name.
    """
    said = _word(raw, place, flavour, lexicon, sex, before)
    if said is None:
        return None
    shouted = raw.isupper() and sum(c.isalpha() for c in raw) > _CODE
    return differing(raw, said.upper() if shouted else said)


def _word(raw: str, place: Place, flavour: str, lexicon: Lexicon, sex: str | None, before: str) -> str | None:
    match flavour:
        case "code":
            return alike(raw, place.id) if len(raw) == len(place.id) else None
        case "adjective":
            return next(iter(place.extra.get("adjectives", ())), None)
        case "demonym" | "plural":
            return _demonym(raw, _listed(place, flavour == "plural", lexicon), lexicon, sex)
        case "name" | "alias" | "full" | "short" | "variant" | "former":
            return _name(raw, place.name, lexicon, before)
    return None


def _listed(place: Place, plural: bool, lexicon: Lexicon) -> list[str]:
    """A nation's demonyms in the plural or the singular; where there is no other plural the singular is one (`Chinese`)."""
    words: tuple[str, ...] = tuple(place.extra.get("demonyms", ()))
    many = [word for word in words if _is_plural(word, words, lexicon)]
    alone = [word for word in words if word not in many]
    return many or alone if plural else alone


def _is_plural(word: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return (word.endswith("s") and word[:-1] in words) or word.endswith(lexicon.phrases["gendered_plural"])


def _ending(word: str, lexicon: Lexicon) -> str | None:
    """The ending by which a demonym tells a man from a woman (`Irishman`; the end of `German` is none)."""
    stems, low = lexicon.phrases["gendered_stems"], fold(word)
    return next((end for end in lexicon.phrases["gendered"] if low.endswith(end) and low.removesuffix(end).endswith(stems)), None)


def _demonym(raw: str, words: list[str], lexicon: Lexicon, sex: str | None) -> str | None:
    """The demonym that ends as the raw one does, else the first that is plain or for the sex that is known."""
    ending = _ending(raw, lexicon)
    alike_ones = [word for word in words if ending and _ending(word, lexicon) == ending]
    others = [word for word in words if (end := _ending(word, lexicon)) is None or (sex and _sex(end, lexicon) == sex)]
    return next(iter([*alike_ones, *others]), None)


def _sex(ending: str | None, lexicon: Lexicon) -> str | None:
    return next((sex for sex in ("men", "women") if ending in lexicon.phrases[sex]), None)


def _name(raw: str, name: str, lexicon: Lexicon, before: str) -> str | None:
    """A name with its article where it takes one; None where an article stands before that would have to go."""
    the = lexicon.phrases["definite"][0]
    takes = any(fold(word) in lexicon.phrases["with_definite"] for word in name.split())
    written = raw.lower().startswith(f"{the} ")
    standing = before.lower().endswith((f" {the} ", f"\n{the} ")) or before.lower() == f"{the} "
    if standing:
        return name if takes else None
    if not takes:
        return name
    return f"{raw[: len(the)] if written else the} {name}"


def flavour_of(raw: str, wrong: Place, flavour: str, after: str, lexicon: Lexicon) -> str:
    """The flavour of a word that is both adjective and demonym (`Norwegian`), by whether `after`, the text that follows, has a noun."""
    both = [words for words in (wrong.extra.get("adjectives", ()), wrong.extra.get("demonyms", ())) if raw in words]
    if len(both) < 2:
        return flavour
    return "adjective" if _noun_follows(after, lexicon) else "demonym"


def _noun_follows(after: str, lexicon: Lexicon) -> bool:
    """Whether a small word stands right behind that is no verb, preposition or the like as far as the packs know."""
    low = Tokens(Document("", after)).low
    if not low or after[:1] not in (" ", "-") or not after[1:2].islower():
        return False
    if low[0] in lexicon.common or low[0] in lexicon.sets["prepositions"] or low[0].endswith(lexicon.phrases["past"]):
        return False
    entry = lexicon.cues(low, 0)
    kinds = {kind for kind, _ in entry[1]} if entry else set()
    return bool(kinds & set(lexicon.phrases["noun_cues"])) or not kinds

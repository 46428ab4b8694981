"""Teams: whether the name of a nation stands for those who run for it, `Norway won the relay`, and not for where somebody is from."""

from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.sentences import Sentence
from kerrcheck.store import Store
from kerrcheck.words import Tokens

_BESIDE = ("person", "given", "city", "unknown")


def acts(tokens: Tokens, lexicon: Lexicon, store: Store, sentence: Sentence, m: Mention) -> bool:
    """Whether a nation acts as a team: named by its name, with no person beside it that it only describes."""
    low, gap = tokens.low, tokens.gap(m.i)
    if not any(flavour in ("name", "alias") for _, flavour in m.value) or low[m.j - 1] != tokens.stem[m.j - 1]:
        return False
    before = low[m.i - 1] if m.i > sentence.a and not gap.strip() else ""
    if before in lexicon.sets["definite"] and m.i - 1 > sentence.a:
        before = low[m.i - 2]
    if m.i and (before in lexicon.sets["prepositions"] or "(" in gap):
        return False
    beside = any(x.j == m.i and x.kind in _BESIDE and not _abroad(store, x, m) for x in sentence.mentions)
    return not (m.i > sentence.a and "," in gap and beside)


def _abroad(store: Store, x: Mention, m: Mention) -> bool:
    """Whether a town before a nation's name lies in another country, so that the nation does not say where it is."""
    places = [store.place(id_, "city") for id_, _ in x.value] if x.kind == "city" else []
    return bool(places) and not any(p and p.country in {code for code, _ in m.value} for p in places)

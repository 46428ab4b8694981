"""A competition in the writer's words."""

from kerrcheck.entity import Edition
from kerrcheck.lexicon import Lexicon
from kerrcheck.text import fold

Change = tuple[int, int, str]


def series_name(raw: str, series: str, edition: Edition, lexicon: Lexicon, city: str = "") -> Change | None:
    """What to change in the words for a competition: start, end, and the new words; None where nothing parallel is known.

    `series` is empty where `raw` names one edition (`Rio Games`, `Tokyo 2020`); `city` is where the right one was.
    """
    return _series(raw, series, lexicon) if series else _edition(raw, edition, city)


def _series(raw: str, series: str, lexicon: Lexicon) -> Change | None:
    """Another series: the first word alone where the others are the same; a title, a medal behind it stays."""
    words, names = raw.split(), lexicon.words.get(f"series:{series}", ())
    if len(words) > 1 and fold(words[-1]) in lexicon.sets["title_nouns"] | lexicon.sets["medal_colours"]:
        return _series(raw[: -len(words[-1])].rstrip(), series, lexicon)
    for other in (phrase.split() for phrase in names):
        if len(other) == len(words) > 1 and [w.lower() for w in words[1:]] == other[1:]:
            return 0, len(words[0]), _as(words[0], other[0])
    full = next((p for p in names if p.split()[-1] in lexicon.sets["competition_nouns"] and len(p.split()) > 1), None)
    if full and len(words) == 1 and fold(raw) not in lexicon.sets["competition_nouns"]:
        return 0, len(raw), _as(raw, full.rsplit(" ", 1)[0]) if full.split()[0] in lexicon.sets["capital"] else full.rsplit(" ", 1)[0]
    if full and fold(words[-1]) in lexicon.sets["competition_nouns"] and full.split()[-1] != fold(words[-1]):
        return 0, len(raw), _as(raw, full) if full.split()[0] in lexicon.sets["capital"] else full
    return _headed(raw, words, names) or _paired(raw, words, names, full)


def _headed(raw: str, words: list[str], names: tuple[str, ...]) -> Change | None:
    """Other words before the same noun."""
    shared = next((p for p in names if len(words) > 1 and len(p.split()) > 1 and p.split()[-1] == fold(words[-1])), None)
    if shared is None:
        return None
    head = raw[: -len(words[-1])].rstrip()
    return 0, len(head), _as(head, " ".join(shared.split()[:-1]))


def _paired(raw: str, words: list[str], names: tuple[str, ...], full: str | None) -> Change | None:
    """As many words as were written, or else the first name there is."""
    adjective = full.rsplit(" ", 1)[0].split() if full else []
    if len(adjective) == len(words) and [fold(w) for w in words[1:]] == adjective[1:]:
        return 0, len(words[0]), _as(words[0], adjective[0])
    single = next((p for p in names if len(p.split()) == len(words)), None)
    longer = next(iter(names), None) if len(words) > 1 else None
    said = single or longer
    return (0, len(raw), _as(raw, said)) if said else None


def _as(raw: str, said: str) -> str:
    """Words with the capitals of those they replace."""
    if raw.islower():
        return said
    lone = raw.rsplit(maxsplit=1)[-1].islower()
    return " ".join(w if k and lone else w[0].upper() + w[1:] for k, w in enumerate(said.split()))


def _edition(raw: str, edition: Edition, city: str) -> Change | None:
    """Another edition: its town for the wrong one, its year too where one is written."""
    words = raw.split()
    name = next((n for n in edition.names if n.split()[-1] == words[-1] == str(edition.year) and len(n.split()) == len(words)), None)
    if name:
        return 0, len(raw), name
    same = [n for n in edition.names if len(words) > 1 and n.split()[-1] == words[-1] and len(n.split()) == len(words)]
    alike = max(same, key=lambda n: _parallel(n.split(), words), default=None)
    if alike:
        head = raw[: -len(words[-1])].rstrip()
        return 0, len(head), alike[: -len(words[-1])].rstrip()
    year = words[-1].isdigit() and city
    return (0, len(raw), f"{city} {edition.year}") if year else None


def _parallel(words: list[str], others: list[str]) -> int:
    """How many words are the same, or both a year, place by place."""
    return sum(a == b or (a.isdigit() and b.isdigit()) for a, b in zip(words, others, strict=True))

"""A competition in the writer's words."""

from kerrcheck.entity import Edition
from kerrcheck.lexicon import Lexicon


def series_name(raw: str, series: str, edition: Edition, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """What to change in the words for a competition: start, end, and the new words; None where nothing parallel is known."""
    words = raw.split()
    for phrase in lexicon.words.get(f"series:{series}", ()):
        other = phrase.split()
        if len(other) == len(words) and [w.lower() for w in words[1:]] == other[1:]:
            new = other[0] if words[0].islower() else other[0][0].upper() + other[0][1:]
            return 0, len(words[0]), new
    if not series and len(words) > 1 and words[-1].isdigit():
        name = next((n for n in edition.names if n.split()[-1:] == [str(edition.year)] and len(n.split()) == len(words)), None)
        return (0, len(raw), name) if name else None
    single = next((p for p in lexicon.words.get(f"series:{series}", ()) if len(p.split()) == len(words)), None)
    if single is None:
        return None
    return 0, len(raw), single if raw.islower() else single[0].upper() + single[1:]

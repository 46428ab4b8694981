"""Events: another event or round in the writer's form: `1,500` for `1,600`, `five thousand` for `ten thousand`, `high jump`."""

import re

from kerrcheck.lexicon import EventWords, Lexicon
from kerrcheck.text import Document, fold
from kerrcheck.wording._figures import spelled, whole
from kerrcheck.wording._letters import alike, differing
from kerrcheck.words import Tokens

_NUMBER = re.compile(r"(\d+\s?[x×]\s?)?(\d[\d,]*)")


def event(raw: str, event_id: str, lexicon: Lexicon, after: str = "") -> str | None:
    """The right event; only its number where `raw` is one and `after`, the text that follows, names the rest (`hurdles`)."""
    right = lexicon.events.get(event_id)
    if right is None:
        return None
    numeric = _numeric(raw, right, lexicon, after)
    said = numeric or _worded(raw, right, lexicon) or _named(raw, right, lexicon)
    return differing(raw, alike(raw, said) if said else None)


def _shape(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of an event's name, spellings of a unit and of thousands being one."""
    low = Tokens(Document("", text.replace("×", "x"))).low
    return tuple(lexicon.units.get(word, word).replace(",", "") for word in low)


def _numeric(raw: str, right: EventWords, lexicon: Lexicon, after: str) -> str | None:
    """The raw name with another number, if that names the right event or the beginning of one that `after` completes."""
    m = _NUMBER.match(raw)
    if not m:
        return None
    partial = not any(_shape(raw, lexicon) == _shape(name, lexicon) for known in lexicon.events.values() for name in known.names)
    for name in right.names:
        number = _NUMBER.match(name)
        if not number or bool(number[1]) != bool(m[1]):
            continue
        said = (m[1] or "") + whole(int(number[2].replace(",", "")), m[2]) + raw[m.end() :]
        made, whole_name = _shape(said, lexicon), _shape(name, lexicon)
        bare = m.end() == len(raw) and len(whole_name) == len(made) + 1
        if _fits(made, whole_name, _shape(after, lexicon), partial) or (bare and whole_name[:-1] == made):
            return said
    return None


def _fits(said: tuple[str, ...], name: tuple[str, ...], after: tuple[str, ...], partial: bool) -> bool:
    """Whether what is said is a name, or its beginning with the rest following or nothing else to take it for."""
    rest = name[len(said) :]
    if name[: len(said)] != said:
        return False
    return not rest or after[: len(rest)] == rest or (partial and not after)


def _worded(raw: str, right: EventWords, lexicon: Lexicon) -> str | None:
    """A distance in words, with the words that followed it."""
    words, names = Tokens(Document("", raw)), [_NUMBER.match(name) for name in right.names]
    count = _number_words(words.low, lexicon)
    metres = next((int(m[2].replace(",", "")) for m in names if m and not m[1]), None)
    if not count or metres is None or "-" in raw:
        return None
    said = next((" ".join(low[:n]) for low, n in _spelt(right, lexicon) if n), None) or spelled(metres, lexicon)
    rest = raw[words.end[count - 1] :]
    plain = [_shape(name, lexicon)[1:] for name in right.names if _NUMBER.match(name)]
    return said + rest if said and (not rest.strip() or _shape(rest, lexicon) in plain) else None


def _spelt(right: EventWords, lexicon: Lexicon) -> list[tuple[list[str], int]]:
    """An event's names as words, with how many of them at the beginning are a number."""
    split = [Tokens(Document("", name)).low for name in right.names]
    return [(low, _number_words(low, lexicon)) for low in split]


def _number_words(low: list[str], lexicon: Lexicon) -> int:
    """How many words at the beginning are a number of at least a hundred in words."""
    count = 0
    while count < len(low) and (low[count] in lexicon.numbers or low[count] in lexicon.scales):
        count += 1
    return count if any(word in lexicon.scales for word in low[:count]) else 0


def _named(raw: str, right: EventWords, lexicon: Lexicon) -> str | None:
    """A name of the right event of the same make: for who does it, with the same hyphens and last word, else its first name."""
    if not any(fold(raw) == fold(name) for known in lexicon.events.values() for name in known.names):
        return None
    agent = any(_is_agent(fold(raw), known, lexicon) for known in lexicon.events.values())
    names = [name for name in right.names if _is_agent(name, right, lexicon) == agent]
    words = re.split(r"[\s-]", fold(raw))
    same = [name for name in names if len(words) > 1 and re.split(r"[\s-]", name)[-1] == words[-1]]
    hyphened = [name for name in same or names if ("-" in name) == ("-" in raw)]
    return next(iter([*hyphened, *same, *names]), None)


def _is_agent(name: str, known: EventWords, lexicon: Lexicon) -> bool:
    """Whether a name of an event is for who does it: `long jumper`, `pole vaulter`."""
    suffix = lexicon.phrases["agent"][0]
    stem = name.removesuffix(suffix)
    return stem != name and name in known.names and (stem in known.names or stem[:-1] in known.names)


def round_of(raw: str, right: str, lexicon: Lexicon) -> str | None:
    """The right round (`final`, `semi-final`, `heat` …) with the number and hyphens of the wrong one."""
    names = lexicon.words.get(f"round:{right}", ())
    rounds = {name for key, words in lexicon.words.items() if key.startswith("round:") for name in words}
    if fold(raw) not in rounds:
        return None
    many = [name for name in names if name.endswith("s") == fold(raw).endswith("s")]
    joined = [name for name in many if "-" in raw or "-" not in name or not _bare(raw, lexicon)]
    return differing(raw, alike(raw, next(iter([*joined, *many, *names]), "")))


def _bare(raw: str, lexicon: Lexicon) -> bool:
    """Whether a round is written in one word that others write with a hyphen."""
    hyphened = {name.replace("-", "") for key, words in lexicon.words.items() if key.startswith("round:") for name in words if "-" in name}
    return fold(raw) in hyphened


def sex_of(raw: str, right: str, lexicon: Lexicon) -> str | None:
    """The right sex in the form of the wrong one: a possessive for one, its bare noun for a bare noun, another word for another."""
    for key in (key for key in lexicon.words if key.startswith("sex:") and key != f"sex:{right}"):
        for wrong, other in zip(lexicon.words[key], lexicon.words.get(f"sex:{right}", ()), strict=False):
            bare, noun = wrong.partition("'")[0], other.partition("'")[0]
            if fold(raw) in (fold(wrong), fold(bare)):
                return alike(raw, noun if fold(raw) == fold(bare) else other)
    return None

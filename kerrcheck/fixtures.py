"""Fixtures: the competitions that source articles name, put together over all of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kerrcheck.entity import Edition, Name, Place, Series
from kerrcheck.lexicon import Lexicon
from kerrcheck.mentions import Mention
from kerrcheck.naming import words
from kerrcheck.skimming import YEAR, Skimmed, nameable
from kerrcheck.words import Tokens

Entity = Series | Edition | Place | Name
Places = Mapping[tuple[str, ...], str]


class Named(NamedTuple):
    """A series with a city and a year as an article names it; None where it leaves one out."""

    series: str | None
    city: str | None
    year: int | None


def competitions(texts: Sequence[Skimmed], lexicon: Lexicon, places: Places) -> Iterator[Entity]:
    """The series and editions that articles name; `places` are the ids of places by their names."""
    found = [named for text in texts for named in _named(text, lexicon)]
    common = sorted(Counter(n.series for n in found if n.series).items(), key=lambda pair: (-pair[1], pair[0]))
    if not common:
        return
    latest = max((text.year for text in texts if text.year), default=None)
    of_city = {n.city: n.series for n in sorted(found, key=str) if n.city and n.series}
    dated = [(n.city or "", n.series, n.year) for n in found if n.year is not None and (n.city or n.series)]
    editions = {(str(of_city.get(city) or series or common[0][0]), year) for city, series, year in dated}
    for series in sorted({series for series, _ in editions}):
        yield Series(series, series.replace("-", " ").title())
    for series, year in sorted(editions):
        cities = sorted({n.city for n in found if n.city and n.year == year}, key=lambda c: (-len(c), c))
        yield from _edition(series, year, cities, latest, places)


def _edition(series: str, year: int, cities: list[str], latest: int | None, places: Places) -> Iterator[Entity]:
    """An edition with its city, under every name that articles give them."""
    slug = places.get(words(cities[0]), "-".join(words(cities[0]))) if cities else None
    key = f"{year}-{series}"
    names = tuple(f"{city} {year}" for city in cities)
    yield Edition(key, series, year, names[0] if names else key, city=slug, awarded=latest is not None and year > latest, names=names)
    yield from (Name("edition", key, name) for name in names)
    if slug and slug not in places.values():
        yield Place(slug, "city", cities[0])
        yield from (Name("city", slug, city) for city in cities)


def _named(text: Skimmed, lexicon: Lexicon) -> Iterator[Named]:
    """Every naming of a competition: `Paris 2024 Olympics`, `Tokyo 2020`, `the Olympics in Los Angeles in 2028`."""
    tokens = text.tokens
    years = {i for i, raw in enumerate(tokens.raw) if YEAR.match(raw)}
    for i in sorted(years):
        city = _city(tokens, lexicon, i - 1)
        if city:
            yield Named(_series(text, i + 1, i + 3), city, int(tokens.raw[i]))
    for i, found in text.cues.items():
        for m in found:
            if m.kind == "series" and m.value:
                yield from _beside(text, lexicon, years, i, m)


def _beside(text: Skimmed, lexicon: Lexicon, years: set[int], i: int, m: Mention) -> Iterator[Named]:
    """What stands around a series: a year or a city before it, a city and a year behind it."""
    tokens, links = text.tokens, lexicon.sets["held_in"]
    before = int(tokens.raw[i - 1]) if i - 1 in years else None
    city = _city(tokens, lexicon, i - 2 if before else i - 1)
    if before or city:
        yield Named(m.value, city, before)
    if m.j < len(tokens) and tokens.low[m.j] in links:
        end = m.j + 1
        while end < len(tokens) and (nameable(tokens, lexicon, end) or tokens.raw[end].isupper()) and end - m.j <= 2:
            end += 1
        year = next((int(tokens.raw[k]) for k in (end, end + 1) if k in years), None)
        yield Named(m.value, _city(tokens, lexicon, end - 1), year)


def _series(text: Skimmed, i: int, j: int) -> str | None:
    """The series that a cue among some tokens names."""
    return next((str(m.value) for k in range(i, j) for m in text.cues.get(k, ()) if m.kind == "series"), None)


def _city(tokens: Tokens, lexicon: Lexicon, last: int) -> str | None:
    """The capitalised words that end at a token, without a stop after them."""
    i = last + 1
    while i > 0 and last - i < 2 and (nameable(tokens, lexicon, i - 1) or tokens.raw[i - 1].isupper()) and tokens.gap(i) == " ":
        i -= 1
    words_ = tokens.raw[i : last + 1]
    return " ".join(words_) if words_ and words_[0][0].isupper() and len(words_[0]) > 1 else None

"""A title that somebody did not hold: a champion who was none, a defender of another's title, one title too many.

Held against all titles of that competition up to the article's day; who defends is who won the edition before. Any reading
that is true is enough: another event, indoors, with or without today's title.

Flags::

    Defending «Olympic → world» champion Josh Kerr was second in the 1500m final at the Paris 2024 Olympic Games.

Allows::

    Defending Olympic champion Jakob Ingebrigtsen was fourth in the 1500m final at the Paris 2024 Olympic Games.
"""

from kerrcheck.checks import Case, Verdict, supported, unverified
from kerrcheck.checks._champions import Bearer, bearer, fits, matching, series_words, unsure, years_of
from kerrcheck.checks._doubts import doubtful
from kerrcheck.checks._honours import latest, meant, reported, titled
from kerrcheck.claims._title_phrase import Title, TitlePhrase
from kerrcheck.mentions import Mention
from kerrcheck.text import Span
from kerrcheck.wording.letters import alike

FAMILY = "context"
SEVERITY = "error"
READS = ("title",)
_JOINED = 3


def weigh(case: Case) -> Verdict | None:
    """Whether the person held the title by some reading of it."""
    claim, discourse = case.claim, case.discourse
    if not discourse.day:
        return unverified("the article's day is not known")
    if claim.detail.limited or claim.modality == "negated":
        return unverified("a title that is not on record" if claim.detail.limited else "it is denied")
    title = _at_stake(case, claim.value)
    bearers = [bearer(case, person, title) for person in meant(case, claim.owner, claim.value.events)]
    for b in bearers:
        if title.series and fits(b, title) and not _swapped(b, case, title):
            return supported(tuple(f for h in matching(b, title._replace(status="", times=None)) for f in h.facts))
    if len(bearers) != 1:
        return unverified("whose title it is, is not clear")
    return _against(case, bearers[0], title)


def _at_stake(case: Case, title: Title) -> Title:
    """A title with the competition that is understood: the one reported, or those held in the place or year named."""
    if title.series:
        return title
    calendar, discourse = case.discourse.calendar, case.discourse
    champion = titled(discourse)
    focus = {calendar.editions[e].series for e in reported(discourse)} & champion
    named = {e for city in title.cities for e in calendar.at(city)} | set(title.editions)
    series: set[str] = set()
    if title.status == "defending":
        series = {calendar.editions[e].series for ref in case.claim.context.refs for e in ref.editions} & champion or focus
    elif named:
        series = {calendar.editions[e].series for e in named} & champion
    elif title.years or (title.events and title.definite):
        series = focus
    return title._replace(series=tuple(sorted(series)))


def _against(case: Case, b: Bearer, title: Title) -> Verdict:
    """The verdict on a title that no reading bears out."""
    if doubtful(case, b, title):
        return unverified("of which competition or which time is not clear")
    reason = unsure(b, title)
    if reason and not (_swapped(b, case, title) and b.day <= b.discourse.store.complete_to):
        return unverified(reason)
    phrase: TitlePhrase = case.claim.detail
    repairs = _repairs(case, b, title, phrase)
    name = b.discourse.cast.people[b.person].name
    at = repairs[0][0] if repairs else _wrong(case, b, title, phrase)
    instead = repairs[0][1] if len(repairs) == 1 and case.claim.trace[0] != "defence" else None
    facts = tuple(f for h in b.titles if h.series in title.series for f in h.facts)
    said = case.raw(case.span(phrase.i, phrase.j))
    return Verdict(
        "contradicted",
        None,
        facts,
        at,
        tuple(words for _, words in repairs),
        instead,
        message=f"{name} is not on record with this title: {said}",
    )


def _swapped(b: Bearer, case: Case, title: Title) -> bool:
    """Whether `the world champion` of one event is called the Olympic one: true of another event, but not meant here."""
    if (
        title.status
        or title.events
        or title.years
        or title.cities
        or title.editions
        or not title.definite
        or title.times
        or len(b.main) != 1
        or len(title.series) != 1
        or _of_two(case)
    ):
        return False
    focused = title._replace(status="defending", events=b.main)
    if fits(b, focused) or fits(b, title._replace(events=b.main)):
        return False
    others = [x for x in case.discourse.cast.full if x != b.person]
    named = any(x in others for s in title.series for x in _holders(b, s))
    return named and len(series_words(b, focused)) == 1


def _of_two(case: Case) -> bool:
    """Whether another honour is joined to a title, and what follows is of both: `Olympic champion and record-holder over the hurdles`."""
    end: int = case.claim.detail.j
    sentence, joins = case.discourse.parts[case.claim.part].sentence, case.discourse.lexicon.sets["conjunction"]
    joined = end < sentence.b and case.discourse.tokens.low[end] in joins
    return joined and any(0 < x.i - end <= _JOINED for x in sentence.kind("holder", "record"))


def _holders(b: Bearer, series: str) -> set[str]:
    return {x for day, inclusive in b.moments for x in latest(b.discourse, series, b.main[0], b.sex, day, inclusive=inclusive) or ()}


def _repairs(case: Case, b: Bearer, title: Title, phrase: TitlePhrase) -> list[tuple[Span, str]]:
    """The smallest replacements that make the title true: another series, another status."""
    found: list[tuple[Span, str]] = []
    if phrase.series:
        focused = title._replace(events=b.main, status="defending") if _swapped(b, case, title) else title
        found += [(case.span(*phrase.series), words) for _, words in series_words(b, focused)]
    if phrase.status and not found and case.claim.trace[0] != "defence":
        found += [(case.span(*phrase.status), word) for word in _statuses(b, title)]
        if not claim_series(phrase):
            found += [(case.span(*phrase.status), words) for _, words in series_words(b, title)]
    return [(at, _written(case, at, words)) for at, words in found or _years(case, b, title, phrase) or _towns(case, b, title, phrase)]


def _years(case: Case, b: Bearer, title: Title, phrase: TitlePhrase) -> list[tuple[Span, str]]:
    """The year that makes a title true: the one of the bearer's that is not told instead of the one told that is none of theirs."""
    said = [m for m in case.discourse.parts[case.claim.part].sentence.kind("year") if phrase.i <= m.i < phrase.j]
    won = matching(b, title._replace(years=()))
    wrong = [m for m in said if not any(m.value in years_of(b.discourse, h) for h in won)]
    left = {b.discourse.calendar.editions[h.edition].year for h in won if not {m.value for m in said} & years_of(b.discourse, h)}
    alone = len(said) == len(title.years) and len(wrong) == len(left) == 1
    return [(case.span(wrong[0].i, wrong[0].j), str(year)) for year in left] if alone else []


def _towns(case: Case, b: Bearer, title: Title, phrase: TitlePhrase) -> list[tuple[Span, str]]:
    """The town that makes a title true, where the bearer has won one such title alone: `the Rio champion` of whoever won in Tokyo."""
    said = _said_towns(case, phrase)
    honours = matching(b, title._replace(cities=(), editions=()))
    won = {h.edition for h in honours if h.series in title.series} or {h.edition for h in honours}
    if len(said) != 1 or len(won) != 1 or (title.editions and not title.cities):
        return []
    place = b.discourse.store.place(b.discourse.calendar.editions[won.pop()].city or "", "city")
    return [(case.span(said[0].i, said[0].j), place.name)] if place else []


def _said_towns(case: Case, phrase: TitlePhrase) -> list[Mention]:
    """The towns that a title phrase names."""
    return [m for m in case.discourse.parts[case.claim.part].sentence.kind("city") if phrase.i <= m.i < phrase.j]


def claim_series(phrase: TitlePhrase) -> bool:
    """Whether a phrase names its competition itself."""
    return phrase.series is not None


def _statuses(b: Bearer, title: Title) -> list[str]:
    """Another status that is true: a former champion for a defending one."""
    words = b.discourse.lexicon.words
    other = {"defending": "former", "former": "defending"}.get(title.status)
    return [words[f"status:{other}"][other == "defending"]] if other and fits(b, title._replace(status=other)) else []


def _written(case: Case, at: Span, words: str) -> str:
    """Words as they are written there: proper adjectives keep their capital."""
    proper = case.discourse.lexicon.words["proper:"]
    said = " ".join(word.capitalize() if word in proper else word for word in words.split())
    opens = case.discourse.tokens.opens(case.discourse.tokens.at(at.start))
    return alike(case.raw(at), said) if opens else said


def _wrong(case: Case, b: Bearer, title: Title, phrase: TitlePhrase) -> Span:
    """What is wrong where nothing small mends it: the town, status and competition, else the whole title, as of whoever has none."""
    towns = _said_towns(case, phrase)
    if len(towns) == 1 and title.cities and not title.editions and fits(b, title._replace(cities=())):
        return case.span(towns[0].i, towns[0].j)
    events = [m for m in case.discourse.parts[case.claim.part].sentence.kind("event") if phrase.i <= m.i < phrase.j]
    if len(events) == 1 and title.events and fits(b, title._replace(events=b.mine)):
        return case.span(events[0].i, events[0].j)
    told = [x for x in (phrase.status, phrase.series, phrase.number) if x]
    if case.claim.trace[0] == "defence" or not told:
        start = phrase.head.i if case.claim.trace[0] == "defence" else phrase.i
        return case.span(phrase.series[0] if phrase.series else start, phrase.head.j)
    if phrase.number and fits(b, title._replace(times=None)):
        return case.span(*phrase.number)
    last = max(x[1] for x in told) if b.titles else phrase.head.j
    return case.span(min(x[0] for x in told), last)
